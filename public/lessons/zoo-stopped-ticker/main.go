package main

import (
	"fmt"
	"time"
)

// A Monitor beats while it runs.
type Monitor struct {
	ticker *time.Ticker
}

func NewMonitor(name string) *Monitor {
	m := &Monitor{ticker: time.NewTicker(10 * time.Millisecond)}
	go func() {
		defer fmt.Println(name, "has ended")
		for range m.ticker.C {
			fmt.Println(name, "beats")
		}
	}()
	return m
}

func (m *Monitor) Stop() { m.ticker.Stop() }

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
