package main

import (
	"fmt"
	"time"
)

// A ticker and a timer whose channels nobody waits at keep nothing alive, and cost nothing while everybody sleeps.
func main() {
	start := time.Now()
	fast := time.NewTicker(time.Nanosecond)
	slow := time.NewTicker(300 * time.Millisecond)
	late := time.After(200 * time.Millisecond)
	time.Sleep(time.Second)
	first := <-fast.C
	fmt.Println("the first tick is kept:", first.Sub(start) < 100*time.Millisecond)
	fmt.Println((<-slow.C).Sub(start).Round(100*time.Millisecond), (<-late).Sub(start).Round(100*time.Millisecond))
	// What was missed is left out: the next is the first after now.
	fmt.Println((<-slow.C).Sub(start).Round(100 * time.Millisecond))
	fast.Reset(100 * time.Millisecond)
	select {
	case <-fast.C:
		fmt.Println("a stale tick")
	default:
		fmt.Println("no stale tick")
	}
	slow.Reset(50 * time.Millisecond)
	time.NewTimer(time.Minute)
	select {}
}
