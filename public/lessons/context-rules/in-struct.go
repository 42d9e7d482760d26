package main

import (
	"context"
	"fmt"
	"time"
)

// A store loads pages. It keeps the context it was made with.
type store struct {
	ctx   context.Context
	pages int
}

func (s *store) load() error {
	for page := 1; page <= s.pages; page++ {
		if err := s.ctx.Err(); err != nil {
			return fmt.Errorf("before page %d: %w", page, err)
		}
		if err := s.fetch(); err != nil {
			return fmt.Errorf("page %d: %w", page, err)
		}
	}
	return nil
}

// fetch takes 10 ms, or as long as its context allows.
func (s *store) fetch() error {
	select {
	case <-time.After(10 * time.Millisecond):
		return nil
	case <-s.ctx.Done():
		return s.ctx.Err()
	}
}

func request(s *store) {
	fmt.Println("request:", s.load())
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 25*time.Millisecond)
	defer cancel()
	s := &store{ctx: ctx, pages: 3}
	request(s)
	request(s)
}
