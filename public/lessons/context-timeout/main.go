package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

const limit = 30 * time.Millisecond

// fetch takes 50 ms, or as long as its context allows.
func fetch(ctx context.Context) (string, error) {
	select {
	case <-time.After(50 * time.Millisecond):
		return "the page", nil
	case <-ctx.Done():
		return "", fmt.Errorf("fetch: %w", ctx.Err())
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()

	page, err := fetch(ctx)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		fmt.Println("too slow:", err)
	case err != nil:
		fmt.Println("failed:", err)
	default:
		fmt.Println("got", page)
	}
}
