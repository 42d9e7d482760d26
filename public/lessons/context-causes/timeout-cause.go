package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errSlowDatabase = errors.New("the database takes too long")

func main() {
	ctx, cancel := context.WithTimeoutCause(context.Background(), 20*time.Millisecond, errSlowDatabase)
	defer cancel()

	<-ctx.Done()
	fmt.Println("Err:", ctx.Err())
	fmt.Println("Cause:", context.Cause(ctx))
	fmt.Println("is it the database:", errors.Is(context.Cause(ctx), errSlowDatabase))
}
