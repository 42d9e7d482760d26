package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(10 * time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	// The value has been sent, nobody has it: Stop takes it back.
	fmt.Println(t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	t.Reset(5 * time.Millisecond)
	start := time.Now()
	<-t.C
	fmt.Println(time.Since(start) >= 5*time.Millisecond)
	fmt.Println(t.Stop())
	tick := time.NewTicker(time.Hour)
	tick.Reset(time.Millisecond)
	<-tick.C
	tick.Stop()
	n := 0
	f := time.AfterFunc(time.Millisecond, func() { n++ })
	time.Sleep(5 * time.Millisecond)
	fmt.Println(n, f.Reset(time.Millisecond))
	time.Sleep(5 * time.Millisecond)
	fmt.Println(n, f.Stop())
	timeout := time.After(3 * time.Millisecond)
	for i := 0; ; i++ {
		select {
		case <-timeout:
			fmt.Println("done")
			return
		case <-time.After(time.Millisecond):
		}
	}
}
