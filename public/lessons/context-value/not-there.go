package main

import (
	"context"
	"fmt"
)

// requestKey is a type of its own, so no other package can have the same key.
type requestKey struct{}

func withRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

func requestOf(ctx context.Context) string {
	return ctx.Value(requestKey{}).(string)
}

func main() {
	ctx := withRequest(context.Background(), "req-1")
	fmt.Println("loading for", requestOf(ctx))
	fmt.Println("loading for", requestOf(context.Background()))
}
