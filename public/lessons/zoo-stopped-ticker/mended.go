package main

import (
	"fmt"
	"time"
)

// A Monitor beats while it runs.
type Monitor struct {
	done chan struct{}
}

func NewMonitor(name string) *Monitor {
	m := &Monitor{done: make(chan struct{})}
	go func() {
		defer fmt.Println(name, "has ended")
		ticker := time.NewTicker(10 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				fmt.Println(name, "beats")
			case <-m.done:
				return
			}
		}
	}()
	return m
}

func (m *Monitor) Stop() { close(m.done) }

func run(name string) {
	monitor := NewMonitor(name)
	defer monitor.Stop()
	time.Sleep(25 * time.Millisecond)
}

func main() {
	run("first")
	run("second")
	time.Sleep(10 * time.Millisecond)
	fmt.Println("all monitors are stopped")
}
