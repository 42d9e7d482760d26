package main

import (
	"context"
	"fmt"
)

// Two packages that know nothing of each other both call their key "id".

func withRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, "id", id)
}

func withUser(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, "id", id)
}

func main() {
	ctx := withRequest(context.Background(), "req-1")
	ctx = withUser(ctx, "ada")
	fmt.Println("request:", ctx.Value("id"))
	fmt.Println("user:", ctx.Value("id"))
}
