package main

import (
	"context"
	"fmt"
	"time"
)

const budget = 50 * time.Millisecond

// step does one part of the work, if there is time enough left.
func step(ctx context.Context, name string, takes time.Duration) error {
	deadline, _ := ctx.Deadline()
	left := time.Until(deadline).Round(time.Millisecond)
	if left < takes {
		fmt.Printf("%s: needs %v, %v left, not begun\n", name, takes, left)
		return context.DeadlineExceeded
	}
	fmt.Printf("%s: needs %v, %v left\n", name, takes, left)
	select {
	case <-time.After(takes):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	deadline := time.Now().Add(budget)
	ctx, cancel := context.WithDeadline(context.Background(), deadline)
	defer cancel()

	for _, name := range []string{"log in", "look up", "load"} {
		if err := step(ctx, name, 20*time.Millisecond); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println("all done")
}
