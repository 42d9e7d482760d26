package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

var errBad = errors.New("bad")

func plain() {
	var g errgroup.Group
	results := make([]int, 5)
	for i := range results {
		g.Go(func() error {
			time.Sleep(time.Duration(5-i) * time.Millisecond)
			results[i] = i * i
			return nil
		})
	}
	fmt.Println(g.Wait(), results)
}

func first() {
	g, ctx := errgroup.WithContext(context.Background())
	for i := range 4 {
		g.Go(func() error {
			select {
			case <-time.After(time.Duration(i+1) * 10 * time.Millisecond):
				return fmt.Errorf("worker %d: %w", i, errBad)
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	err := g.Wait()
	fmt.Println(err, errors.Is(err, errBad), ctx.Err(), context.Cause(ctx))
}

func done() {
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(func() error { return nil })
	fmt.Println(g.Wait(), ctx.Err(), context.Cause(ctx))
}

func limit() {
	var g errgroup.Group
	g.SetLimit(3)
	var active, most atomic.Int32
	for range 12 {
		g.Go(func() error {
			n := active.Add(1)
			for {
				m := most.Load()
				if n <= m || most.CompareAndSwap(m, n) {
					break
				}
			}
			time.Sleep(time.Millisecond)
			active.Add(-1)
			return nil
		})
	}
	fmt.Println(g.Wait(), most.Load())
}

func try() {
	var g errgroup.Group
	g.SetLimit(2)
	stop := make(chan bool)
	hold := func() error { <-stop; return nil }
	fmt.Println(g.TryGo(hold), g.TryGo(hold), g.TryGo(hold))
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		g.SetLimit(5)
	}()
	close(stop)
	fmt.Println(g.Wait())
	g.SetLimit(0)
	fmt.Println(g.TryGo(hold))
	g.SetLimit(-1)
	fmt.Println(g.TryGo(func() error { return errBad }), g.Wait())
}

func pipeline() {
	g, ctx := errgroup.WithContext(context.Background())
	paths := make(chan string)
	g.Go(func() error {
		defer close(paths)
		for _, p := range []string{"a", "b", "c", "d"} {
			select {
			case paths <- p:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	var mu sync.Mutex
	var got []string
	for range 3 {
		g.Go(func() error {
			for p := range paths {
				mu.Lock()
				got = append(got, p+p)
				mu.Unlock()
			}
			return nil
		})
	}
	err := g.Wait()
	sort.Strings(got)
	fmt.Println(err, got)
}

func main() {
	plain()
	first()
	done()
	limit()
	try()
	pipeline()
}
