package main

func f() { defer func() { e := recover(); panic(e) }(); g() }
func g() { defer func() { e := recover(); panic(e) }(); panic("deep") }

func main() {
	f()
}
