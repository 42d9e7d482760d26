package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

type T struct{ p *int }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isErr := r.(error)
		re, isRt := r.(runtime.Error)
		fmt.Printf("%s: %v | %T %v %v\n", name, r, r, isErr, isRt)
		_ = re
	}()
	f()
}

func main() {
	var s []int
	var m map[string]int
	var p *T
	var i any = "str"
	var e error
	zero := 0
	arr := [3]int{}
	try("index", func() { _ = s[5] })
	try("index2", func() { _ = arr[zero+3] })
	try("slice", func() { _ = arr[:][2:zero+1] })
	try("slice2", func() { _ = s[:zero+4] })
	try("str", func() { _ = "abc"[zero+7] })
	try("nilmap", func() { m["a"] = 1 })
	try("nilptr", func() { _ = *p.p })
	try("div", func() { _ = 1 / zero })
	try("assert", func() { _ = i.(int) })
	try("assert2", func() { _ = i.(fmt.Stringer) })
	try("nilerr", func() { _ = e.Error() })
	try("panicnil", func() { panic(nil) })
	try("custom", func() { panic(errors.New("custom")) })
	try("string", func() { panic("text") })
	try("int", func() { panic(42) })
	try("close", func() { var c chan int; close(c) })
	try("closed", func() { c := make(chan int); close(c); close(c) })
	try("sendclosed", func() { c := make(chan int); close(c); c <- 1 })
	try("conv", func() { _ = [4]int(s) })
	try("makeslice", func() { _ = make([]int, zero-1) })
	try("uncomparable", func() { _ = any([]int{}) == any([]int{}) })
	try("hash", func() { _ = map[any]int{[]int{}: 1} })
	try("shift", func() { _ = 1 << (zero - 1) })
	fmt.Println(runtime.GOOS, runtime.GOARCH, strings.HasPrefix(runtime.Version(), "go1.27"), runtime.NumGoroutine())
	old := runtime.GOMAXPROCS(2)
	fmt.Println(old > 0, runtime.GOMAXPROCS(0))
	runtime.GOMAXPROCS(old)
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("deferred by Goexit")
		runtime.Goexit()
		fmt.Println("not reached")
	}()
	<-done
	runtime.Gosched()
	runtime.GC()
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.Mallocs > 0, ms.NumGC > 0)
	_, file, line, ok := runtime.Caller(0)
	fmt.Println(strings.HasSuffix(file, ".go"), line, ok)
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name())
	os.Setenv("GOLANES_X", "1")
	v, ok := os.LookupEnv("GOLANES_X")
	fmt.Println(os.Getenv("GOLANES_X"), v, ok, os.Getenv("GOLANES_NONE") == "")
	fmt.Println(len(os.Args) > 0)
	os.WriteFile("/tmp/golanes_test_file", []byte("hello\nfile"), 0o644)
	data, err := os.ReadFile("/tmp/golanes_test_file")
	fmt.Println(string(data), err)
	os.Remove("/tmp/golanes_test_file")
	_, err = os.Stat("/tmp/golanes_test_file")
	fmt.Println(err, os.IsNotExist(err))
	fmt.Fprintln(os.Stderr, "to stderr")
	defer fmt.Println("not printed")
	os.Exit(3)
}
