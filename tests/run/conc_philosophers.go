package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type Fork struct{ sync.Mutex }

type Philosopher struct {
	id          int
	left, right *Fork
	meals       int
}

func (p *Philosopher) dine(rounds int, host chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 0; i < rounds; i++ {
		host <- struct{}{}
		p.left.Lock()
		p.right.Lock()
		p.meals++
		time.Sleep(time.Microsecond)
		p.right.Unlock()
		p.left.Unlock()
		<-host
	}
}

type Limiter struct {
	tokens chan struct{}
	stop   chan struct{}
}

func NewLimiter(n int, every time.Duration) *Limiter {
	l := &Limiter{make(chan struct{}, n), make(chan struct{})}
	for i := 0; i < n; i++ {
		l.tokens <- struct{}{}
	}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case l.tokens <- struct{}{}:
				default:
				}
			case <-l.stop:
				return
			}
		}
	}()
	return l
}

func main() {
	const n = 5
	forks := make([]*Fork, n)
	for i := range forks {
		forks[i] = new(Fork)
	}
	host := make(chan struct{}, 2)
	var wg sync.WaitGroup
	ps := make([]*Philosopher, n)
	for i := range ps {
		ps[i] = &Philosopher{id: i, left: forks[i], right: forks[(i+1)%n]}
		wg.Add(1)
		go ps[i].dine(10, host, &wg)
	}
	wg.Wait()
	total := 0
	for _, p := range ps {
		total += p.meals
	}
	fmt.Println("meals", total)
	l := NewLimiter(2, 2*time.Millisecond)
	start := time.Now()
	for i := 0; i < 5; i++ {
		<-l.tokens
	}
	close(l.stop)
	d := time.Since(start)
	fmt.Println(d >= 6*time.Millisecond, d < 100*time.Millisecond)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	errc := make(chan error, 3)
	for i := 1; i <= 3; i++ {
		go func() {
			select {
			case <-time.After(time.Duration(i*3) * time.Millisecond):
				errc <- nil
			case <-ctx.Done():
				errc <- ctx.Err()
			}
		}()
	}
	ok, failed := 0, 0
	for i := 0; i < 3; i++ {
		if err := <-errc; err != nil {
			failed++
		} else {
			ok++
		}
	}
	fmt.Println(ok, failed)
	cond := sync.NewCond(&sync.Mutex{})
	queue := []int{}
	done := make(chan int)
	go func() {
		sum := 0
		for i := 0; i < 10; i++ {
			cond.L.Lock()
			for len(queue) == 0 {
				cond.Wait()
			}
			sum += queue[0]
			queue = queue[1:]
			cond.L.Unlock()
		}
		done <- sum
	}()
	for i := 0; i < 10; i++ {
		cond.L.Lock()
		queue = append(queue, i)
		cond.L.Unlock()
		cond.Signal()
	}
	fmt.Println(<-done)
}
