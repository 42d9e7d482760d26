package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	reading = 10 * time.Millisecond
	writing = 5 * time.Millisecond
)

// Limits is read often and seldom written.
type Limits struct {
	mu sync.RWMutex // guards m
	m  map[string]int
}

func NewLimits() *Limits { return &Limits{m: map[string]int{"upload": 8}} }

func (l *Limits) Get(name string) int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	time.Sleep(reading)
	return l.m[name]
}

func (l *Limits) Set(name string, n int) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.m[name] == n {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	time.Sleep(writing)
	l.m[name] = n
}

func main() {
	limits := NewLimits()
	start := time.Now()
	say := func(text string) { fmt.Printf("%5v  %s\n", time.Since(start).Round(time.Millisecond), text) }

	var wg sync.WaitGroup
	at := func(after time.Duration, f func()) {
		wg.Go(func() { time.Sleep(after); f() })
	}
	at(0*time.Millisecond, func() { say(fmt.Sprint("reader 1 has ", limits.Get("upload"))) })
	at(1*time.Millisecond, func() { say(fmt.Sprint("reader 2 has ", limits.Get("upload"))) })
	at(2*time.Millisecond, func() { limits.Set("upload", 16); say("the writer is done") })
	at(3*time.Millisecond, func() { say(fmt.Sprint("reader 3 has ", limits.Get("upload"))) })
	wg.Wait()
}
