package main

type S struct{ a int }
type F float64
type MyS string

func try(v any) { defer func() { recover() }(); panic(v) }
func main() {
	try(1)
	defer func() { panic(MyS("q\nz")) }()
	defer func() { panic(F(1.5)) }()
	defer func() { panic(2 + 3i) }()
	panic('x')
}
