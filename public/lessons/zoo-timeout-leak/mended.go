package main

import (
	"errors"
	"fmt"
	"time"
)

const timeout = 20 * time.Millisecond

// query stands for a slow database.
func query(takes time.Duration) string {
	time.Sleep(takes)
	return "42 rows"
}

func queryWithTimeout(takes time.Duration) (string, error) {
	result := make(chan string, 1)
	go func() { result <- query(takes) }()
	select {
	case rows := <-result:
		return rows, nil
	case <-time.After(timeout):
		return "", errors.New("timed out")
	}
}

func main() {
	for _, ms := range []time.Duration{10, 30, 15, 50} {
		fmt.Println(queryWithTimeout(ms * time.Millisecond))
	}
	time.Sleep(time.Second)
}
