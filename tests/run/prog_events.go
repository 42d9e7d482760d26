package main

import (
	"fmt"
	"sync"
	"time"
)

type EventType string

type Event struct {
	Type    EventType
	Payload map[string]any
	at      time.Duration
}

type Handler func(Event) error

type Bus struct {
	mu       sync.RWMutex
	handlers map[EventType][]Handler
	log      []string
}

func NewBus() *Bus { return &Bus{handlers: make(map[EventType][]Handler)} }

func (b *Bus) On(t EventType, h Handler) func() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.handlers[t] = append(b.handlers[t], h)
	i := len(b.handlers[t]) - 1
	return func() { b.handlers[t][i] = nil }
}

func (b *Bus) Emit(e Event) (errs []error) {
	b.mu.RLock()
	hs := b.handlers[e.Type]
	b.mu.RUnlock()
	for _, h := range hs {
		if h == nil {
			continue
		}
		if err := h(e); err != nil {
			errs = append(errs, err)
		}
	}
	b.log = append(b.log, fmt.Sprintf("%s:%d", e.Type, len(errs)))
	return
}

type state int

const (
	idle state = iota
	running
	stopped
)

var names = map[state]string{idle: "idle", running: "running", stopped: "stopped"}

func (s state) String() string { return names[s] }

type machine struct {
	state
	table map[state]map[string]state
}

func (m *machine) fire(ev string) error {
	next, ok := m.table[m.state][ev]
	if !ok {
		return fmt.Errorf("no transition from %v on %q", m.state, ev)
	}
	m.state = next
	return nil
}

func main() {
	b := NewBus()
	count := 0
	off := b.On("click", func(e Event) error {
		count += e.Payload["n"].(int)
		return nil
	})
	b.On("click", func(e Event) error {
		if s, ok := e.Payload["fail"].(string); ok {
			return fmt.Errorf("handler: %s", s)
		}
		return nil
	})
	fmt.Println(b.Emit(Event{Type: "click", Payload: map[string]any{"n": 2}}))
	fmt.Println(b.Emit(Event{Type: "click", Payload: map[string]any{"n": 3, "fail": "x"}}))
	off()
	fmt.Println(b.Emit(Event{Type: "click", Payload: map[string]any{"n": 30}}), count, b.log)
	m := &machine{table: map[state]map[string]state{idle: {"start": running}, running: {"stop": stopped, "pause": idle}}}
	for _, ev := range []string{"start", "pause", "stop", "start", "stop"} {
		if err := m.fire(ev); err != nil {
			fmt.Println("error:", err)
		} else {
			fmt.Println(ev, "->", m.state)
		}
	}
	fmt.Printf("%v %d %+v\n", m.state, m.state, struct {
		S state
		D time.Duration
		P *int
	}{running, 1500 * time.Millisecond, nil})
	var wg sync.WaitGroup
	results := make([]int, 5)
	for i := range results {
		wg.Add(1)
		go func(slot *int) {
			defer wg.Done()
			for k := 0; k <= i; k++ {
				*slot += k * k
			}
		}(&results[i])
	}
	wg.Wait()
	fmt.Println(results)
}
