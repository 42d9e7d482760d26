package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type job struct{ id, n int }
type result struct {
	job
	sum int
}

func worker(ctx context.Context, jobs <-chan job, out chan<- result) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j, ok := <-jobs:
			if !ok {
				return nil
			}
			s := 0
			for i := 1; i <= j.n; i++ {
				s += i
			}
			out <- result{j, s}
		}
	}
}

type sem chan struct{}

func (s sem) acquire() { s <- struct{}{} }
func (s sem) release() { <-s }

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	jobs, out := make(chan job), make(chan result, 4)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if err := worker(ctx, jobs, out); err != nil {
				fmt.Println(err)
			}
		})
	}
	go func() {
		for i := range 10 {
			jobs <- job{i, i * 10}
		}
		close(jobs)
		wg.Wait()
		close(out)
	}()
	total := make([]int, 10)
	for r := range out {
		total[r.id] = r.sum
	}
	fmt.Println(total)

	s := make(sem, 2)
	var running, most atomic.Int32
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.acquire()
			defer s.release()
			n := running.Add(1)
			for {
				m := most.Load()
				if n <= m || most.CompareAndSwap(m, n) {
					break
				}
			}
			time.Sleep(time.Millisecond)
			running.Add(-1)
		}()
	}
	wg.Wait()
	fmt.Println("at most", most.Load())

	errc := make(chan error, 3)
	for i := range 3 {
		go func() {
			if i == 1 {
				errc <- fmt.Errorf("task %d: %w", i, errors.ErrUnsupported)
				return
			}
			errc <- nil
		}()
	}
	var errs []error
	for range 3 {
		errs = append(errs, <-errc)
	}
	err := errors.Join(errs...)
	fmt.Println(err, errors.Is(err, errors.ErrUnsupported))

	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(35 * time.Millisecond)
	n := 0
loop:
	for {
		select {
		case <-tick.C:
			n++
		case <-deadline:
			break loop
		}
	}
	fmt.Println("ticks", n)
}
