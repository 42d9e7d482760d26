package main

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

const (
	buffer = 2
	slow   = 30 * time.Millisecond
)

// A Broker hands each message to all subscribers.
type Broker struct {
	mu   sync.Mutex // guards subs, and is held while a message is handed out
	subs map[chan string]bool
	lost int
}

func (b *Broker) Subscribe() chan string {
	b.mu.Lock()
	defer b.mu.Unlock()
	ch := make(chan string, buffer)
	b.subs[ch] = true
	return ch
}

func (b *Broker) Unsubscribe(ch chan string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs[ch] {
		delete(b.subs, ch)
		close(ch)
	}
}

// Publish never waits: who has no room misses the message.
func (b *Broker) Publish(message string) {
	b.mu.Lock()
	subs := slices.Collect(maps.Keys(b.subs))
	b.mu.Unlock()
	for _, ch := range subs {
		time.Sleep(5 * time.Millisecond)
		select {
		case ch <- message:
		default:
			b.lost++
		}
	}
}

func main() {
	broker := &Broker{subs: make(map[chan string]bool)}
	var wg sync.WaitGroup
	subscribe := func(name string, takes time.Duration) chan string {
		ch := broker.Subscribe()
		wg.Go(func() {
			time.Sleep(12*time.Millisecond + takes/30)
			broker.Unsubscribe(ch)
			fmt.Println(name, "has left")
		})
		return ch
	}
	quick, tired := subscribe("quick", 0), subscribe("tired", slow)
	for n := range 6 {
		time.Sleep(10 * time.Millisecond)
		broker.Publish(fmt.Sprint("news ", n))
	}
	broker.Unsubscribe(quick)
	broker.Unsubscribe(tired)
	wg.Wait()
	fmt.Println("lost:", broker.lost)
}
