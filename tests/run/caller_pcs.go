// Program counters as programs use them: one less than where a call goes on is in the call.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

var initpc = caller()

type Frame uintptr

func (f Frame) pc() uintptr { return uintptr(f) - 1 }

func caller() Frame {
	var pcs [3]uintptr
	n := runtime.Callers(2, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	frame, _ := frames.Next()
	return Frame(frame.PC)
}

func st() []uintptr {
	var pcs [8]uintptr
	n := runtime.Callers(1, pcs[:])
	return pcs[:n]
}

func show(pcs []uintptr) {
	for _, p := range pcs {
		f := runtime.FuncForPC(p - 1)
		file, line := f.FileLine(p - 1)
		fmt.Print(f.Name(), " ", len(file) > 0, " ", line, "; ")
		if f.Name() == "main.main" {
			break
		}
	}
	fmt.Println()
}

type T struct{}

func (T) m() []uintptr { return st() }

func id(x, y []uintptr) []uintptr { return y }

func main() {
	f := runtime.FuncForPC(initpc.pc())
	file, line := f.FileLine(initpc.pc())
	fmt.Println(f.Name(), file[len(file)-5:], line)
	fmt.Println(runtime.FuncForPC(Frame(0).pc()), runtime.FuncForPC(0), runtime.FuncForPC(1))
	tests := []struct {
		a string
		s []uintptr
	}{
		{"a", st()},
		{
			"b",
			st()[:2],
		},
		{"c", id(
			st(),
			T{}.m(),
		)},
		{"d", func() []uintptr {
			return st()
		}()},
	}
	for _, t := range tests {
		show(t.s)
	}
	show(
		id(nil,
			st()))
	m := map[string][]uintptr{
		"x": st(),
		"y": append(
			st(),
			st()...),
	}
	show(m["x"])
	show(m["y"])
	x := len(m) +
		len(st()) +
		cnt(
			st())
	fmt.Println(x)
	where()
	var fn = st
	entry := runtime.FuncForPC(reflect.ValueOf(fn).Pointer())
	_, line = entry.FileLine(entry.Entry())
	fmt.Println(entry.Name(), line, entry.Entry() == reflect.ValueOf(st).Pointer())
	frames := runtime.CallersFrames([]uintptr{entry.Entry(), 0, st()[0]})
	for {
		f, more := frames.Next()
		fmt.Println(f.Function, f.Line, f.Func.Name(), f.Entry == entry.Entry(), f.PC == f.Entry, more)
		if !more {
			break
		}
	}
}

//go:noinline
func where() {
	pc, _, line, _ := runtime.Caller(1)
	_, before := runtime.FuncForPC(pc - 1).FileLine(pc - 1)
	fmt.Println(line == before, runtime.FuncForPC(pc).Name())
}

func cnt(p []uintptr) int { show(p); return 0 }
