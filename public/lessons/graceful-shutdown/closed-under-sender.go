package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

const (
	grace   = 100 * time.Millisecond
	request = 30 * time.Millisecond
)

// A Server works on requests until it is told to stop.
type Server struct {
	requests chan int
	wg       sync.WaitGroup // the workers
}

func NewServer(workers int) *Server {
	s := &Server{requests: make(chan int)}
	for range workers {
		s.wg.Go(func() {
			for n := range s.requests {
				time.Sleep(request)
				fmt.Println("request", n, "is answered")
			}
		})
	}
	return s
}

// Shutdown waits until all that was accepted is answered, or ctx has ended.
func (s *Server) Shutdown(ctx context.Context) error {
	close(s.requests)
	done := make(chan struct{})
	go func() { s.wg.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	// Stands for signal.NotifyContext(ctx, os.Interrupt): Ctrl-C after 50 ms.
	stop, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()

	server := NewServer(2)
	go func() {
		for n := 1; ; n++ {
			server.requests <- n
		}
	}()
	<-stop.Done()
	fmt.Println("stopping, no more requests")

	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		fmt.Println("gave up waiting:", err)
		return
	}
	fmt.Println("stopped")
}
