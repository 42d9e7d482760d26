package main

import (
	"context"
	"fmt"
	"sync"
)

const requests = 2

// requestKey is a type of its own, so no other package can have the same key.
type requestKey struct{}

func withRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

func requestOf(ctx context.Context) string {
	id, ok := ctx.Value(requestKey{}).(string)
	if !ok {
		return "no request"
	}
	return id
}

func handle(ctx context.Context) string { return load(ctx) }

// load knows nothing of requests, but what it logs names them.
func load(ctx context.Context) string {
	return "loading for " + requestOf(ctx)
}

func main() {
	var wg sync.WaitGroup
	lines := make([]string, requests)
	for i := range requests {
		wg.Go(func() {
			ctx := withRequest(context.Background(), fmt.Sprintf("req-%d", i+1))
			lines[i] = handle(ctx)
		})
	}
	wg.Wait()
	for _, line := range lines {
		fmt.Println(line)
	}
	fmt.Println(load(context.Background()))
}
