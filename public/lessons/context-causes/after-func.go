package main

import (
	"context"
	"fmt"
	"time"
)

const early = 10 * time.Millisecond

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()

	closed := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		fmt.Println("the context has ended, closing the connection")
		close(closed)
	})

	time.Sleep(early) // the work
	if stop() {
		fmt.Println("done in time, nothing to close")
		return
	}
	<-closed
}
