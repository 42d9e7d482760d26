package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// watch reports each change until ctx has ended.
func watch(ctx context.Context, changes chan<- string) {
	select {
	case <-time.After(5 * time.Millisecond):
		select {
		case changes <- "a new file":
		case <-ctx.Done():
			return
		}
	case <-ctx.Done():
		return
	}
	<-ctx.Done() // there is only one change
}

func firstChange(folder string) (string, error) {
	ctx, cancel := context.WithCancel(context.Background())
	if folder == "" {
		cancel()
		return "", errors.New("no folder")
	}
	changes := make(chan string)
	go watch(ctx, changes)
	return <-changes, nil
}

func main() {
	for _, folder := range []string{"letters", "photos", ""} {
		fmt.Println(firstChange(folder))
	}
}
