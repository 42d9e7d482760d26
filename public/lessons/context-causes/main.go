package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

const second = 30 * time.Millisecond

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)

	var wg sync.WaitGroup
	wg.Go(func() {
		time.Sleep(20 * time.Millisecond)
		cancel(errors.New("disk full"))
	})
	wg.Go(func() {
		time.Sleep(second)
		cancel(errors.New("user gone"))
	})
	wg.Go(func() {
		<-ctx.Done()
		fmt.Println("Err:", ctx.Err())
		fmt.Println("Cause:", context.Cause(ctx))
	})
	wg.Wait()
	fmt.Println("Cause in the end:", context.Cause(ctx))
}
