package main

import (
	"fmt"
	"maps"
	"sync"
	"time"
)

// A Lobby knows who is there.
type Lobby struct {
	mu     sync.Mutex // guards guests
	guests map[string]time.Time
}

func (l *Lobby) Enter(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.guests[name] = time.Now()
}

// Guests returns who is there, as a copy.
func (l *Lobby) Guests() map[string]time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.guests)
}

func main() {
	lobby := &Lobby{guests: make(map[string]time.Time)}
	var wg sync.WaitGroup
	wg.Go(func() {
		for n := range 50 {
			lobby.Enter(fmt.Sprint("guest ", n))
		}
	})
	wg.Go(func() {
		for range 10 {
			oldest := time.Now()
			for _, since := range lobby.Guests() {
				if since.Before(oldest) {
					oldest = since
				}
			}
		}
	})
	wg.Wait()
	fmt.Println(len(lobby.Guests()), "guests")
}
