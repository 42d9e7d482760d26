package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

func main() {
	ctx := context.Background()
	s := semaphore.NewWeighted(3)
	fmt.Println(s.TryAcquire(2), s.TryAcquire(2), s.TryAcquire(1), s.TryAcquire(1))
	s.Release(3)

	var wg sync.WaitGroup
	var mu sync.Mutex
	active, most := 0, 0
	for i := range 8 {
		wg.Go(func() {
			w := int64(i%3 + 1)
			if err := s.Acquire(ctx, w); err != nil {
				fmt.Println(err)
				return
			}
			defer s.Release(w)
			mu.Lock()
			active += int(w)
			most = max(most, active)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			active -= int(w)
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(most <= 3, active)

	short, cancel := context.WithTimeout(ctx, 5*time.Millisecond)
	defer cancel()
	fmt.Println(s.Acquire(short, 4))
	fmt.Println(s.Acquire(ctx, 3))
	again, cancel2 := context.WithCancel(ctx)
	cancel2()
	fmt.Println(s.Acquire(again, 1), s.Acquire(again, 0))
	// A large request at the head holds back small ones behind it.
	var order []string
	var in sync.WaitGroup
	for i, w := range []int64{3, 1, 1} {
		in.Go(func() {
			time.Sleep(time.Duration(i) * time.Millisecond)
			s.Acquire(ctx, w)
			mu.Lock()
			order = append(order, fmt.Sprint(w))
			mu.Unlock()
			time.Sleep(time.Duration(i) * time.Millisecond)
			s.Release(w)
		})
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println(s.TryAcquire(1))
	s.Release(1)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(order))
	s.Release(2)
	in.Wait()
	fmt.Println(order)
	defer func() { fmt.Println(recover()) }()
	s.Release(1)
}
