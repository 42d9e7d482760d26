package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
	stop context.CancelFunc
}

func withCtx(ctx context.Context) (*group, context.Context) {
	ctx, c := context.WithCancel(ctx)
	return &group{stop: c}, ctx
}
func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err; g.stop() })
		}
	}()
}
func (g *group) Wait() error { g.wg.Wait(); g.stop(); return g.err }

type sem chan struct{}

func gen(ctx context.Context, n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range n {
			select {
			case ch <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ch
}
func sq(in <-chan int) <-chan int {
	out := make(chan int, 2)
	go func() {
		for v := range in {
			out <- v * v
		}
		close(out)
	}()
	return out
}
func merge(cs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Go(func() {
			for v := range c {
				out <- v
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type queue struct {
	mu    sync.Mutex
	c     *sync.Cond
	items []int
}

func main() {
	g, ctx := withCtx(context.Background())
	for i := range 3 {
		g.Go(func() error {
			if i == 1 {
				return errors.New("boom")
			}
			<-ctx.Done()
			return ctx.Err()
		})
	}
	fmt.Println(g.Wait(), ctx.Err())
	sum := 0
	for v := range merge(sq(gen(context.Background(), 5)), sq(gen(context.Background(), 4))) {
		sum += v
	}
	fmt.Println(sum)
	q := &queue{}
	q.c = sync.NewCond(&q.mu)
	var wg sync.WaitGroup
	var got atomic.Int64
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 4 {
				q.mu.Lock()
				for len(q.items) == 0 {
					q.c.Wait()
				}
				got.Add(int64(q.items[0]))
				q.items = q.items[1:]
				q.mu.Unlock()
			}
		}()
	}
	for i := range 12 {
		q.mu.Lock()
		q.items = append(q.items, i)
		q.mu.Unlock()
		q.c.Signal()
	}
	wg.Wait()
	fmt.Println(got.Load())
	s := make(sem, 2)
	var cur, peak atomic.Int32
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s <- struct{}{}
			defer func() { <-s }()
			c := cur.Add(1)
			for p := peak.Load(); c > p && !peak.CompareAndSwap(p, c); p = peak.Load() {
			}
			time.Sleep(2 * time.Millisecond)
			cur.Add(-1)
		}()
	}
	wg.Wait()
	fmt.Println(peak.Load(), cur.Load())
	c2, cancel := context.WithTimeout(context.WithValue(context.Background(), "k", 7), 5*time.Millisecond)
	defer cancel()
	c3, cancel3 := context.WithCancelCause(c2)
	defer cancel3(nil)
	select {
	case <-c3.Done():
		fmt.Println(c3.Err(), context.Cause(c3), c3.Value("k"), c3.Value("z"), errors.Is(c3.Err(), context.DeadlineExceeded))
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	tick := time.NewTicker(2 * time.Millisecond)
	n := 0
	tm := time.NewTimer(50 * time.Millisecond)
loop:
	for {
		select {
		case <-tick.C:
			n++
			if n == 3 {
				break loop
			}
			continue loop
		case <-tm.C:
			break loop
		}
	}
	tick.Stop()
	fmt.Println(n, tm.Stop())
	var nilch chan int
	done := make(chan bool)
	close(done)
	select {
	case nilch <- 1:
	case v, ok := <-nilch:
		fmt.Println(v, ok)
	case v, ok := <-done:
		fmt.Println("closed", v, ok)
	}
	select {
	case <-nilch:
	default:
		fmt.Println("default")
	}
	m := map[string]int{}
	arr := [2]int{}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	select {
	case m["x"] = <-ch:
	}
	var ok bool
	select {
	case arr[1], ok = <-ch:
	}
	fmt.Println(m, arr, ok, len(ch), cap(ch))
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get())
	once := sync.OnceValue(func() int { fmt.Println("once"); return 4 })
	fmt.Println(once(), once())
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	var sm sync.Map
	sm.Store("a", 1)
	v, loaded := sm.LoadOrStore("a", 2)
	fmt.Println(v, loaded)
	func() {
		defer func() { fmt.Println(recover()) }()
		var w2 sync.WaitGroup
		w2.Done()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		close(ch)
		ch <- 1
	}()
	d := 90*time.Minute + 30*time.Second + 5*time.Millisecond
	fmt.Println(d, d.Hours(), d.Round(time.Minute), d.Truncate(time.Hour), time.Duration(1500), time.Duration(0))
	t := time.Date(2024, time.February, 29, 13, 4, 5, 6e6, time.UTC)
	fmt.Println(t, t.Format(time.RFC1123), t.Format("Mon Jan _2 15:04:05.000 2006 pm PM"), t.Weekday(), t.YearDay(), t.AddDate(1, 0, 0).Format(time.DateOnly))
	t2, err := time.Parse("2006-01-02 15:04", "2024-03-01 00:30")
	fmt.Println(t2.Sub(t), err, t2.After(t), t2.Unix())
	_, err = time.Parse("2006-01-02", "nope")
	fmt.Println(err)
	pd, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(pd, err)
}
