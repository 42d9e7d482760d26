package main

import (
	"context"
	"fmt"
	"time"
)

const wish = 100 * time.Millisecond

func main() {
	start := time.Now()
	outer, cancelOuter := context.WithDeadline(context.Background(), start.Add(30*time.Millisecond))
	defer cancelOuter()

	inner, cancelInner := context.WithDeadline(outer, start.Add(wish))
	defer cancelInner()

	deadline, _ := inner.Deadline()
	fmt.Println("the inner deadline is at", deadline.Sub(start))
	<-inner.Done()
	fmt.Println("ended after", time.Since(start).Round(time.Millisecond), "with:", inner.Err())
}
