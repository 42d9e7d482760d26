package main

import (
	"context"
	"fmt"
	"time"
)

const limit = 30 * time.Millisecond

func query() string {
	time.Sleep(50 * time.Millisecond)
	fmt.Println("the query is done, for nobody")
	return "rows"
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()

	rows := make(chan string, 1)
	go func() { rows <- query() }()

	select {
	case r := <-rows:
		fmt.Println("got", r)
	case <-ctx.Done():
		fmt.Println("too slow:", ctx.Err())
	}
	time.Sleep(50 * time.Millisecond) // main has other work
}
