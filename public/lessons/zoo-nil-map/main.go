package main

import (
	"fmt"
	"sync"
	"time"
)

// A Session collects what a visitor has seen.
type Session struct {
	mu   sync.Mutex // guards seen
	seen map[string]int
}

func (s *Session) Visit(page string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen[page] == 0 {
		fmt.Println("new:", page)
	}
	s.seen[page]++
}

func main() {
	sessions := map[string]*Session{
		"ada": {seen: make(map[string]int)},
		"bob": {},
	}
	var wg sync.WaitGroup
	for name, session := range sessions {
		wg.Go(func() {
			if name == "bob" {
				time.Sleep(time.Millisecond)
			}
			session.Visit("/" + name)
		})
	}
	wg.Wait()
	fmt.Println("good night")
}
