package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"
)

func main() {
	var g singleflight.Group
	var calls atomic.Int32
	slow := func() (any, error) {
		calls.Add(1)
		time.Sleep(10 * time.Millisecond)
		return "value", nil
	}
	var wg sync.WaitGroup
	var shared atomic.Int32
	for range 10 {
		wg.Go(func() {
			v, err, s := g.Do("key", slow)
			if v != "value" || err != nil {
				fmt.Println(v, err)
			}
			if s {
				shared.Add(1)
			}
		})
	}
	wg.Wait()
	fmt.Println(calls.Load(), shared.Load())
	v, err, s := g.Do("key", func() (any, error) { return 7, errors.New("none") })
	fmt.Println(v, err, s)

	ch := g.DoChan("a", slow)
	ch2 := g.DoChan("a", slow)
	g.Forget("a")
	ch3 := g.DoChan("a", slow)
	fmt.Println(<-ch, <-ch2, <-ch3, calls.Load())

	// A panic happens to everybody who waits.
	var panics, exits atomic.Int32
	for range 3 {
		wg.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					panics.Add(1)
					err := r.(error)
					head, rest, _ := strings.Cut(err.Error(), "\n")
					if head != "broken" || !strings.Contains(rest, "panic(") || strings.Contains(rest, "[running]") {
						fmt.Println(err)
					}
				}
			}()
			g.Do("p", func() (any, error) { time.Sleep(time.Millisecond); panic("broken") })
		})
	}
	wg.Wait()
	inner := errors.New("inner")
	func() {
		defer func() { fmt.Println(errors.Is(recover().(error), inner)) }()
		g.Do("e", func() (any, error) { panic(inner) })
	}()
	for range 3 {
		wg.Go(func() {
			done := false
			defer func() {
				if !done {
					exits.Add(1)
				}
			}()
			g.Do("x", func() (any, error) { time.Sleep(time.Millisecond); runtime.Goexit(); return nil, nil })
			done = true
		})
	}
	wg.Wait()
	fmt.Println(panics.Load(), exits.Load())
}
