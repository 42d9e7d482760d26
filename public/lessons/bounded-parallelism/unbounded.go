package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

const (
	limit   = 3 // and nobody asks for it
	files   = 9
	reading = 20 * time.Millisecond
)

// size stands for reading a file.
func size(ctx context.Context, file int) (int, error) {
	select {
	case <-time.After(reading):
		return 100 * file, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func sizes(ctx context.Context) ([]int, error) {
	g, ctx := errgroup.WithContext(ctx)
	found := make([]int, files)
	for file := range files {
		g.Go(func() error {
			n, err := size(ctx, file)
			if err != nil {
				return fmt.Errorf("file %d: %w", file, err)
			}
			found[file] = n
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return found, nil
}

func main() {
	fmt.Println(sizes(context.Background()))
}
