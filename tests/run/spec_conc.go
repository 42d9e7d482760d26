package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

type result struct {
	id  int
	val string
	err error
}

func worker(id int, jobs <-chan int, out chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		if j%4 == 0 {
			out <- result{j, "", fmt.Errorf("job %d failed", j)}
			continue
		}
		out <- result{j, fmt.Sprint("w", j*j), nil}
	}
	_ = id
}

func gen(ctx context.Context, n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			select {
			case c <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return c
}
func sq(in <-chan int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for x := range in {
			c <- x * x
		}
	}()
	return c
}
func merge(cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	for _, c := range cs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for x := range c {
				out <- x
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type Counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *Counter) Inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

type PubSub struct {
	mu   sync.RWMutex
	subs map[string][]chan string
}

func (p *PubSub) Sub(t string) <-chan string {
	c := make(chan string, 4)
	p.mu.Lock()
	p.subs[t] = append(p.subs[t], c)
	p.mu.Unlock()
	return c
}
func (p *PubSub) Pub(t, m string) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	for _, c := range p.subs[t] {
		c <- m
	}
}

type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
	sem  chan struct{}
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	g.sem <- struct{}{}
	go func() {
		defer func() { <-g.sem; g.wg.Done() }()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}
func (g *Group) Wait() error { g.wg.Wait(); return g.err }

func main() {
	jobs, out := make(chan int, 10), make(chan result, 10)
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(i, jobs, out, &wg)
	}
	for i := 1; i <= 8; i++ {
		jobs <- i
	}
	close(jobs)
	go func() { wg.Wait(); close(out) }()
	var rs []result
	for r := range out {
		rs = append(rs, r)
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i].id < rs[j].id })
	for _, r := range rs {
		fmt.Println(r.id, r.val, r.err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	sum := 0
	for x := range merge(sq(gen(ctx, 5)), sq(gen(ctx, 4))) {
		sum += x
	}
	cancel()
	fmt.Println(sum, ctx.Err(), errors.Is(ctx.Err(), context.Canceled))
	c := Counter{m: map[string]int{}}
	var w2 sync.WaitGroup
	for i := range 50 {
		w2.Go(func() { c.Inc([]string{"a", "b"}[i%2]) })
	}
	w2.Wait()
	fmt.Println(c.m)
	ps := &PubSub{subs: map[string][]chan string{}}
	s1, s2 := ps.Sub("t"), ps.Sub("t")
	ps.Pub("t", "hello")
	ps.Pub("none", "x")
	fmt.Println(<-s1, <-s2, len(s1), cap(s2))
	g := &Group{sem: make(chan struct{}, 2)}
	var n atomic.Int64
	for i := range 6 {
		g.Go(func() error {
			n.Add(int64(i))
			if i == 3 {
				return errors.New("three")
			}
			return nil
		})
	}
	fmt.Println(g.Wait(), n.Load())
	tctx, c2 := context.WithTimeout(context.WithValue(context.Background(), "k", "v"), 20*time.Millisecond)
	defer c2()
	select {
	case <-tctx.Done():
		fmt.Println(tctx.Err(), tctx.Value("k"))
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	tick := time.NewTicker(time.Millisecond)
	k := 0
	for range tick.C {
		k++
		if k == 3 {
			tick.Stop()
			break
		}
	}
	fmt.Println("ticks", k)
	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() {
		cond.L.Lock()
		ready = true
		cond.L.Unlock()
		cond.Broadcast()
	}()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	done := make(chan struct{})
	data := make(chan int)
	go func() {
		defer close(done)
		for {
			v, ok := <-data
			if !ok {
				fmt.Println("closed")
				return
			}
			fmt.Println("got", v)
		}
	}()
	data <- 1
	data <- 2
	close(data)
	<-done
	var sm sync.Map
	sm.Store("a", 1)
	v, ok := sm.Load("a")
	_, loaded := sm.LoadOrStore("b", 2)
	fmt.Println(v, ok, loaded)
	select {
	case x := <-make(chan int):
		fmt.Println(x)
	default:
		fmt.Println("default")
	}
	sem := make(chan struct{}, 1)
	var max, cur int32
	var w3 sync.WaitGroup
	for range 5 {
		w3.Add(1)
		go func() {
			defer w3.Done()
			sem <- struct{}{}
			if v := atomic.AddInt32(&cur, 1); v > atomic.LoadInt32(&max) {
				atomic.StoreInt32(&max, v)
			}
			runtime.Gosched()
			atomic.AddInt32(&cur, -1)
			<-sem
		}()
	}
	w3.Wait()
	fmt.Println("max", max)
	pch := make(chan any)
	go func() {
		defer func() { pch <- recover() }()
		var m map[string]int
		m["x"] = 1
	}()
	fmt.Println(<-pch)
	timer := time.AfterFunc(time.Hour, func() {})
	fmt.Println(timer.Stop(), timer.Stop())
	start := time.Now()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(time.Since(start) >= 5*time.Millisecond)
	p := sync.Pool{New: func() any { return new(int) }}
	q := p.Get().(*int)
	*q = 4
	p.Put(q)
	f := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(f(), f())
}
