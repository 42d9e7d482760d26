package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	failed := make(chan error, 1)
	go func() {
		select {
		case <-time.After(50 * time.Millisecond):
			failed <- nil
		case <-ctx.Done():
			failed <- ctx.Err()
		}
	}()
	fmt.Println("ended with:", <-failed)
}
