package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const (
	clients   = 3
	threshold = 3
	pause     = 50 * time.Millisecond
	down      = 100 * time.Millisecond
)

var errOpen = errors.New("not even tried")

// A Breaker stops calling what keeps failing.
type Breaker struct {
	mu       sync.Mutex // guards failures, until and trying
	failures int        // in a row
	until    time.Time  // when the pause is over
	trying   bool       // somebody finds out whether it works again
}

func (b *Breaker) allow() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.failures < threshold:
		return true // closed
	case b.trying || time.Now().Before(b.until):
		return false // open
	}
	b.trying = true // half-open
	return true
}

func (b *Breaker) report(failed bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.trying = false
	if !failed {
		b.failures = 0
		return
	}
	b.failures++
	b.until = time.Now().Add(pause)
}

// Call calls f, unless f has failed too often.
func (b *Breaker) Call(f func() error) error {
	if !b.allow() {
		return errOpen
	}
	err := f()
	b.report(err != nil)
	return err
}

func main() {
	start := time.Now()
	var breaker Breaker
	var inVain, refused, good atomic.Int64
	service := func() error {
		time.Sleep(10 * time.Millisecond)
		if since := time.Since(start); since < down {
			inVain.Add(1)
			if since > pause {
				panic("a bug in the client's library")
			}
			return errors.New("the service is down")
		}
		good.Add(1)
		return nil
	}
	var wg sync.WaitGroup
	for range clients {
		wg.Go(func() {
			for range 16 {
				func() {
					defer func() { recover() }() // as net/http does for handlers
					if err := breaker.Call(service); errors.Is(err, errOpen) {
						refused.Add(1)
					}
				}()
				time.Sleep(10 * time.Millisecond)
			}
		})
	}
	wg.Wait()
	fmt.Println("calls in vain:", inVain.Load())
	fmt.Println("refused:", refused.Load(), "good:", good.Load())
}
