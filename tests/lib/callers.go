package main

// The whole stack as runtime.Callers and runtime.Caller tell it; files of Go's own by their last part, since folders differ.

import (
	"fmt"
	"path"
	"runtime"
)

func show() {
	pcs := make([]uintptr, 20)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	for {
		f, more := frames.Next()
		fmt.Println(f.Function, path.Base(f.File), f.Line)
		if !more {
			break
		}
	}
	for i := 0; ; i++ {
		pc, file, line, ok := runtime.Caller(i)
		if !ok {
			break
		}
		fmt.Println(i, runtime.FuncForPC(pc).Name(), path.Base(file), line)
	}
}

func main() {
	show()
	done := make(chan bool)
	go func() {
		defer close(done)
		show()
	}()
	<-done
	func() {
		defer func() {
			recover()
			show()
		}()
		panic(1)
	}()
	fmt.Println(runtime.FuncForPC(0), runtime.Callers(9, make([]uintptr, 3)))
}
