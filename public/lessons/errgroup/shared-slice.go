package main

import (
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	var pages []string
	var g errgroup.Group
	for n := range 3 {
		g.Go(func() error {
			time.Sleep(time.Millisecond)
			pages = append(pages, fmt.Sprint("page ", n))
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		fmt.Println("failed:", err)
	}
	fmt.Println(len(pages), "pages")
}
