package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
)

type T int

func (T) M()  {}
func (*T) N() {}

type Outer struct {
	*T
	n int
}

func first() {}

func generic[X any](x X) X { return x }

type G[X any] struct{ x X }

func (G[X]) Get() {}

var pkgLevel = func() {}

func where() (string, int) {
	pc, _, line, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc).Name(), line
}

func failing() (err error) {
	defer func() {
		recover()
		pcs := make([]uintptr, 10)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
		for {
			f, more := frames.Next()
			if strings.HasPrefix(f.Function, "main.") {
				fmt.Println(f.Function, filepath.Base(f.File), f.Line, f.Func.Name())
			}
			if !more {
				break
			}
		}
	}()
	panic("x")
}

func main() {
	o := Outer{new(T), 1}
	closure := func() { fmt.Println(where()) }
	for _, x := range []any{first, main, T.M, (*T).N, func() {}, closure, fmt.Println, T(1).M, o.N, o.M, Outer.N,
		strings.ToUpper, pkgLevel, reflect.ValueOf, failing} {
		pc := reflect.ValueOf(x).Pointer()
		fn := runtime.FuncForPC(pc)
		file, line := fn.FileLine(pc)
		if filepath.Base(file) != "func_names.go" || strings.HasSuffix(fn.Name(), "-fm") || line == 0 {
			line = -1
		}
		fmt.Println(fn.Name(), fn.Entry() == pc, line)
	}
	closure()
	failing()
	func() {
		defer closure()
	}()
	var s []struct{}
	for range 5 {
		s = append(s, struct{}{})
		fmt.Print(cap(s), " ")
	}
	s = append(s, s...)
	fmt.Println(cap(s))
	fmt.Println(generic(3), G[int]{}.x)
}
