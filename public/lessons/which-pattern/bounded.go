package main

import (
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

const (
	pages = 9
	limit = 3
	fetch = 20 * time.Millisecond
)

func main() {
	start := time.Now()
	var g errgroup.Group
	g.SetLimit(limit)
	sizes := make([]int, pages)
	for page := range pages {
		g.Go(func() error {
			time.Sleep(fetch)
			sizes[page] = 100 * page
			return nil
		})
	}
	err := g.Wait()
	fmt.Println("bounded:", sizes, err, "in", time.Since(start).Round(time.Millisecond))
}
