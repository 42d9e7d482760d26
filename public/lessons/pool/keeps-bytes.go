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
func answer(client, request int) []byte {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	fmt.Fprintf(buf, "[client %d, request %d]", client, request)
	time.Sleep(time.Millisecond)
	return buf.Bytes()
}

func main() {
	answers := make([][][]byte, clients)
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
		fmt.Println(string(texts[0]), string(texts[requests-1]))
	}
	fmt.Println(clients*requests, "answers, buffers made:", made.Load())
}
