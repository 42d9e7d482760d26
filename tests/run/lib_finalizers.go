package main

import (
	"fmt"
	"runtime"
	"time"
	"weak"
)

type T struct{ a, b int }

func mk(i int) {
	t := &T{i, i}
	runtime.SetFinalizer(t, func(t *T) { fmt.Println("finalized", t.a) })
}
func main() {
	mk(1)
	mk(2)
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
	x := &T{5, 6}
	runtime.AddCleanup(x, func(s string) { fmt.Println("cleanup", s) }, "arg")
	c := runtime.AddCleanup(x, func(s string) { fmt.Println("never", s) }, "arg")
	c.Stop()
	w := weak.Make(x)
	fmt.Println(w.Value().a, w == weak.Make(x))
	runtime.KeepAlive(x)
	x = nil
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(w.Value() == nil)
	n := 0
	for i := 0; i < 1000; i++ {
		b := make([]byte, 10000)
		p := &b
		runtime.SetFinalizer(p, func(p *[]byte) { n++ })
	}
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(n > 900)
	buf := make([]byte, 10000)
	fmt.Println(runtime.Stack(buf, false) > 10)
}
