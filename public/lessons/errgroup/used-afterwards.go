package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

const (
	slowest = 100 * time.Millisecond
	failure = 10 * time.Millisecond
)

var errRefused = errors.New("connection refused")

// fetch takes a while, unless ctx ends before.
func fetch(ctx context.Context, page string, takes time.Duration, result error) error {
	select {
	case <-time.After(takes):
		fmt.Println(page, "is done")
		return result
	case <-ctx.Done():
		fmt.Println(page, "gives up:", context.Cause(ctx))
		return ctx.Err()
	}
}

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(func() error { return fetch(ctx, "/prices", 5*time.Millisecond, nil) })
	g.Go(func() error { return fetch(ctx, "/stock", failure, errRefused) })
	g.Go(func() error { return fetch(ctx, "/reviews", slowest, nil) })

	if err := g.Wait(); err != nil {
		fmt.Println("failed:", err)
	}
	if err := fetch(ctx, "/summary", 5*time.Millisecond, nil); err != nil {
		fmt.Println("failed:", err)
	}
}
