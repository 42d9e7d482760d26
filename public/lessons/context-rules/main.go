package main

import (
	"context"
	"fmt"
	"time"
)

// A store loads pages. Its methods take a context first; it keeps none.
type store struct{ pages int }

func (s *store) load(ctx context.Context) error {
	for page := 1; page <= s.pages; page++ {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("before page %d: %w", page, err)
		}
		if err := s.fetch(ctx); err != nil {
			return fmt.Errorf("page %d: %w", page, err)
		}
	}
	return nil
}

// fetch takes 10 ms, or as long as its context allows.
func (s *store) fetch(ctx context.Context) error {
	select {
	case <-time.After(10 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func request(s *store, limit time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	fmt.Println("request:", s.load(ctx))
}

func main() {
	s := &store{pages: 3}
	request(s, 25*time.Millisecond)
	request(s, 50*time.Millisecond)
}
