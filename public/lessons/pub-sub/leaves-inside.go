package main

import (
	"fmt"
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

// Publish waits until everybody has the message.
func (b *Broker) Publish(message string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for ch := range b.subs {
		ch <- message
	}
}

func main() {
	broker := &Broker{subs: make(map[chan string]bool)}
	var wg sync.WaitGroup
	subscribe := func(name string, takes time.Duration) chan string {
		ch := broker.Subscribe()
		wg.Go(func() {
			count := 0
			for range ch {
				time.Sleep(takes)
				count++
				if count == 2 {
					broker.Unsubscribe(ch)
				}
			}
			fmt.Println(name, "has seen", count)
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
