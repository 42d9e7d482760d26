package main

import (
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

const limit = 2

func main() {
	var g errgroup.Group
	g.SetLimit(limit)
	for page := range 2 {
		g.Go(func() error {
			time.Sleep(time.Millisecond)
			fmt.Println("page", page)
			g.Go(func() error {
				fmt.Println("picture of page", page)
				return nil
			})
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		fmt.Println("failed:", err)
	}
}
