package main

import (
	"context"
	"fmt"
)

// Each package has a key type of its own, which others cannot name.

type requestKey struct{}

type userKey struct{}

func withRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

func withUser(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, userKey{}, id)
}

func main() {
	ctx := withRequest(context.Background(), "req-1")
	ctx = withUser(ctx, "ada")
	fmt.Println("request:", ctx.Value(requestKey{}))
	fmt.Println("user:", ctx.Value(userKey{}))
}
