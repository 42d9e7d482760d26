package main

import (
	"fmt"
	"time"
)

const (
	every    = 100 * time.Millisecond
	burst    = 3
	requests = 6
)

// A Limiter gives out a token every so often, and keeps a few for busy moments.
type Limiter struct {
	tokens chan struct{}
	stop   chan struct{}
}

func NewLimiter(every time.Duration, burst int) *Limiter {
	l := &Limiter{tokens: make(chan struct{}, burst), stop: make(chan struct{})}
	for range burst {
		l.tokens <- struct{}{}
	}
	go l.refill(every)
	return l
}

func (l *Limiter) refill(every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			select {
			case l.tokens <- struct{}{}:
			default: // full: the token is lost
			}
		case <-l.stop:
			return
		}
	}
}

func (l *Limiter) Wait() { <-l.tokens }
func (l *Limiter) Stop() { close(l.stop) }

func main() {
	limiter := NewLimiter(every, burst)
	defer limiter.Stop()
	start := time.Now()
	for n := range requests {
		limiter.Wait()
		fmt.Printf("request %d at %v\n", n, time.Since(start).Round(time.Millisecond))
	}
}
