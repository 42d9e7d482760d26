package main

import (
	"context"
	"fmt"
	"time"
)

const patience = 35 * time.Millisecond

// sum adds up what comes from in, until in is closed or ctx has ended.
func sum(ctx context.Context, in <-chan int) (total, received int) {
	for {
		select {
		case <-ctx.Done():
			return total, received
		case v := <-in:
			total += v
			received++
			time.Sleep(time.Millisecond)
		}
	}
}

func main() {
	in := make(chan int, 3)
	for n := range 3 {
		in <- n
	}
	close(in)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	total, received := sum(ctx, in)
	fmt.Println("total:", total, "received more than was sent:", received > 3)
}
