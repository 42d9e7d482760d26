package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

type T struct{ name string }

func (t T) Recover()   { fmt.Println("method", t.name, recover()) }
func (t *T) PRecover() { fmt.Println("pmethod", t.name, recover()) }

type R interface{ Recover() }

func direct() { defer func() { fmt.Println("direct", recover()) }(); panic("d") }
func methodValue() {
	t := T{"v"}
	defer t.Recover()
	t.name = "changed"
	panic("m")
}
func ptrMethod() { t := &T{"p"}; defer t.PRecover(); t.name = "later"; panic("pm") }
func iface()     { var r R = T{"i"}; defer r.Recover(); panic("if") }
func ifacePtr()  { var r R = &T{"ip"}; defer r.Recover(); panic("ifp") }
func mval()      { f := T{"mv"}.Recover; defer f(); panic("mv") }
func mexpr()     { defer T.Recover(T{"me"}); panic("mex") }
func nested() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("wrapped: %v", r)
		}
	}()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	panic("first")
}
func notDirect() (s string) {
	defer func() { s = fmt.Sprint("outer ", recover()) }()
	defer func() { func() { fmt.Println("helper", recover()) }() }()
	panic("nd")
}
func replaced() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	defer func() { panic("two") }()
	panic("one")
}
func loop() (out []int) {
	for i := 0; i < 3; i++ {
		defer func() { out = append(out, i) }()
		defer func(n int) { out = append(out, n*10) }(i)
	}
	return []int{99}
}
func args() {
	x := 1
	defer fmt.Println("deferred", func() int { x++; return x }())
	x = 50
	fmt.Println("x", x)
}
func named() (n int) { defer func() { n *= 2 }(); n = 3; return n + 4 }
func repanic() (err error) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			err = e
		} else {
			err = fmt.Errorf("%v", r)
		}
	}()
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprintf("re-%v", r))
		}
	}()
	var m map[string]int
	m["a"] = 1
	return nil
}
func runtimeErr(i int) (err error) {
	defer func() {
		if r, ok := recover().(runtime.Error); ok {
			err = r
		}
	}()
	var p *T
	switch i {
	case 0:
		_ = []int{1}[i+5]
	case 1:
		_ = p.name
	case 2:
		z := 0
		_ = i / z
	case 3:
		var a any = "s"
		_ = a.(int)
	case 4:
		var a any
		_ = a.(R)
	case 5:
		var a any = 3
		_ = a.(R)
	case 6:
		s := make([]int, 2, 4)
		_ = s[i-1:]
	case 7:
		s := "abc"
		_ = s[i-4 : i-6]
	case 8:
		_ = make([]int, 2-i)
	case 9:
		s := []int{1, 2}
		_ = [4]int(s)
	case 10:
		var m = map[any]int{}
		m[[]int{1}] = 2
	case 11:
		var a, b any = func() {}, func() {}
		_ = a == b
	case 12:
		ch := make(chan int)
		close(ch)
		close(ch)
	case 13:
		var ch chan int
		close(ch)
	case 14:
		var f func()
		f()
	case 15:
		_ = 1 << (i - 20)
	case 16:
		s := make([]int, 2, 4)
		_ = s[1:2:i]
	case 17:
		panic(nil)
	}
	return
}
func goexit() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("goexit recover", recover()) }()
		func() {
			defer fmt.Println("unwinding")
			runtime.Goexit()
		}()
		fmt.Println("unreachable")
	}()
	wg.Wait()
}
func main() {
	direct()
	methodValue()
	ptrMethod()
	iface()
	ifacePtr()
	mval()
	mexpr()
	fmt.Println(nested())
	fmt.Println(notDirect())
	fmt.Println(replaced())
	fmt.Println(loop())
	args()
	fmt.Println(named(), repanic())
	for i := 0; i < 18; i++ {
		fmt.Println(i, runtimeErr(i))
	}
	goexit()
	fmt.Println(recover())
	defer fmt.Println("last")
	defer func() {
		e := recover().(error)
		fmt.Println(errors.Unwrap(e))
	}()
	panic(fmt.Errorf("x: %w", errors.New("y")))
}
