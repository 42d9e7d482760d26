package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	rows := make(chan int)
	g.Go(func() error {
		defer close(rows)
		for row := range 100 {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			rows <- row
		}
		return nil
	})
	g.Go(func() error {
		for row := range rows {
			time.Sleep(time.Millisecond) // takes the row apart
			if row == 3 {
				return errors.New("row 3 is damaged")
			}
		}
		return nil
	})
	fmt.Println("import:", g.Wait())
}
