package main

// What is left of time, runtime and runtime/debug.

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

type node struct{ next *node }

//go:noinline
func inner() []uintptr {
	pcs := make([]uintptr, 10)
	return pcs[:runtime.Callers(1, pcs)]
}

func main() {
	for m := time.January; m <= time.December; m++ {
		fmt.Print(m.String(), " ")
	}
	fmt.Println(time.Month(13), time.Month(-1), time.April, time.August, time.June, time.July, time.May, time.November, time.October, time.September)
	for d := time.Sunday; d <= time.Saturday; d++ {
		fmt.Print(d.String(), " ")
	}
	fmt.Println(time.Weekday(7), time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	fmt.Println(time.Layout, time.UTC.String(), time.Local.String(), time.FixedZone("X", 1).String())
	utc, err := time.LoadLocation("UTC")
	fmt.Println(utc == time.UTC, err)
	empty, err := time.LoadLocation("")
	fmt.Println(empty == time.UTC, err)
	t := time.Date(2020, time.February, 29, 12, 30, 45, 678, time.FixedZone("EST", -5*3600))
	b, err := t.AppendBinary([]byte("x"))
	fmt.Println(b, err)
	b, err = t.AppendText(nil)
	fmt.Println(string(b), err)
	g, err := t.GobEncode()
	var u time.Time
	fmt.Println(err, u.GobDecode(g), u.Equal(t), u)
	fmt.Println(t.Local().Equal(t), t.Local().Location() == time.Local)
	start, end := t.ZoneBounds()
	fmt.Println(start.IsZero(), end.IsZero())
	_, err = time.Parse(time.DateOnly, "2020-02-30")
	var pe *time.ParseError
	fmt.Println(errors.As(err, &pe), pe.Error())
	var ticker *time.Ticker = time.NewTicker(time.Millisecond)
	<-ticker.C
	ticker.Reset(2 * time.Millisecond)
	<-ticker.C
	ticker.Stop()
	<-time.Tick(time.Millisecond)
	func() {
		defer func() { fmt.Println(recover()) }()
		time.NewTicker(0)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		ticker.Reset(-1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		t.In(nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		time.Date(2020, 1, 1, 0, 0, 0, 0, nil)
	}()

	// Of the runtime only what is the same everywhere.
	fmt.Println(runtime.Compiler, runtime.NumCPU() > 0, runtime.NumCgoCall(), runtime.NumGoroutine(), strings.HasPrefix(runtime.Version(), "go1."))
	frames := runtime.CallersFrames(inner())
	var fr *runtime.Frames = frames
	for {
		var frame runtime.Frame
		frame, more := fr.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			fmt.Println(frame.Function, frame.Line, frame.Func.Name(), strings.HasSuffix(frame.File, "times.go"))
		}
		if !more {
			break
		}
	}
	pc, _, line, ok := runtime.Caller(0)
	var f *runtime.Func = runtime.FuncForPC(pc)
	_, at := f.FileLine(pc)
	fmt.Println(f.Name(), line, ok, at, f.Entry() <= pc)
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	try := func(f func()) {
		defer func() {
			r := recover()
			err, ok := r.(runtime.Error)
			fmt.Printf("%T %v %v\n", r, r, ok)
			if ok {
				err.RuntimeError()
			}
			var ta *runtime.TypeAssertionError
			if errors.As(err, &ta) {
				ta.RuntimeError()
				fmt.Println(ta.Error())
			}
			var pn *runtime.PanicNilError
			if errors.As(err, &pn) {
				pn.RuntimeError()
				fmt.Println(pn.Error())
			}
		}()
		f()
	}
	var x any = "s"
	try(func() { _ = x.(int) })
	try(func() { _ = x.(fmt.Stringer) })
	try(func() { panic(nil) })
	try(func() { var m map[string]int; m["a"] = 1 })
	done := make(chan bool)
	p := &node{}
	var c runtime.Cleanup = runtime.AddCleanup(p, func(int) { fmt.Println("never") }, 1)
	c.Stop()
	runtime.KeepAlive(p)
	q := &node{}
	runtime.AddCleanup(q, func(d chan bool) { d <- true }, done)
	q = nil
	runtime.GC()
	fmt.Println(<-done)
	var st debug.GCStats
	debug.ReadGCStats(&st)
	fmt.Println(st.NumGC > 0)
	old := debug.SetGCPercent(50)
	fmt.Println(old, debug.SetGCPercent(old))
	fmt.Println(debug.SetMaxStack(1<<30) > 0, debug.SetMaxThreads(10000), debug.SetPanicOnFault(false), debug.SetMemoryLimit(-1) > 0)
	debug.FreeOSMemory()
	fmt.Println(strings.Contains(string(debug.Stack()), "main.main()"))
	info, ok := debug.ReadBuildInfo()
	var bi *debug.BuildInfo = info
	fmt.Println(ok, bi != nil)
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.NumGC > 0, runtime.GOOS, runtime.GOARCH)
	debug.SetTraceback("all")
}
