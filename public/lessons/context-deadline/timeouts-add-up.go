package main

import (
	"context"
	"fmt"
	"time"
)

const budget = 50 * time.Millisecond

// step does one part of the work, each with a timeout of its own.
func step(ctx context.Context, name string, takes time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, budget)
	defer cancel()
	select {
	case <-time.After(takes):
		fmt.Println(name, "done")
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	start := time.Now()
	for _, name := range []string{"log in", "look up", "load"} {
		if err := step(context.Background(), name, 40*time.Millisecond); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println("the user has waited for", time.Since(start).Round(time.Millisecond))
}
