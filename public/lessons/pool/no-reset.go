package main

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const (
	clients  = 3
	requests = 4
)

var made atomic.Int64

var buffers = sync.Pool{New: func() any {
	made.Add(1)
	return new(bytes.Buffer)
}}

// answer writes into a borrowed buffer.
func answer(client, request int) string {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	fmt.Fprintf(buf, "[client %d, request %d]", client, request)
	time.Sleep(time.Millisecond)
	return buf.String()
}

func main() {
	answers := make([][]string, clients)
	var wg sync.WaitGroup
	for client := range clients {
		wg.Go(func() {
			for request := range requests {
				answers[client] = append(answers[client], answer(client, request))
			}
		})
	}
	wg.Wait()
	for _, texts := range answers {
		fmt.Println(texts[0], texts[requests-1])
	}
	fmt.Println(clients*requests, "answers, buffers made:", made.Load())
}
