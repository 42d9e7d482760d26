package main

import (
	"fmt"
	"runtime"
)

func where() string {
	pc := make([]uintptr, 10)
	n := runtime.Callers(2, pc)
	fs := runtime.CallersFrames(pc[:n])
	s := ""
	for {
		f, more := fs.Next()
		s += fmt.Sprintf("%s:%d ", f.Function, f.Line)
		if !more || f.Function == "runtime.main" {
			return s
		}
	}
}

var a = where()
var b, c = two()
var d = func() string { return where() }()
var e = []func() string{func() string { return where() }}
var g = e[0]()

func two() (string, string) { return where(), "x" }

func init() { fmt.Println("init.0", where()) }
func init() {
	fmt.Println("init.1", where())
	func() { fmt.Println("init.1 closure", where()) }()
}

func main() {
	fmt.Println(a)
	fmt.Println(b, c)
	fmt.Println(d)
	fmt.Println(g)
	_, file, line, ok := runtime.Caller(0)
	fmt.Println(file != "", line, ok)
	fmt.Println(where())
}
