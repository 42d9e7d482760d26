package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"os"
	"os/signal"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type Event struct {
	ID   int
	Name string
	At   time.Duration
}

type Bus struct {
	mu   sync.RWMutex
	subs map[string][]chan Event
}

func (b *Bus) Sub(topic string, n int) <-chan Event {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[string][]chan Event)
	}
	c := make(chan Event, n)
	b.subs[topic] = append(b.subs[topic], c)
	return c
}
func (b *Bus) Pub(topic string, e Event) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	n := 0
	for _, c := range b.subs[topic] {
		select {
		case c <- e:
			n++
		default:
		}
	}
	return n
}
func (b *Bus) Close() {
	for _, cs := range b.subs {
		for _, c := range cs {
			close(c)
		}
	}
}

func worker(ctx context.Context, id int, jobs <-chan int, res chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case j, ok := <-jobs:
			if !ok {
				return
			}
			time.Sleep(time.Duration(j) * time.Millisecond)
			res <- fmt.Sprintf("job %d", j)
		}
	}
}

type RateLimiter struct {
	tokens chan struct{}
	stop   chan struct{}
}

func NewLimiter(n int, every time.Duration) *RateLimiter {
	r := &RateLimiter{make(chan struct{}, n), make(chan struct{})}
	for i := 0; i < n; i++ {
		r.tokens <- struct{}{}
	}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case r.tokens <- struct{}{}:
				default:
				}
			case <-r.stop:
				return
			}
		}
	}()
	return r
}

func gen(ctx context.Context, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
func merge(cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	wg.Add(len(cs))
	for _, c := range cs {
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type key struct{}

func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	b := &Bus{}
	c1, c2 := b.Sub("x", 1), b.Sub("x", 3)
	for i := 0; i < 3; i++ {
		log.Println("delivered", b.Pub("x", Event{ID: i, Name: "e"}))
	}
	b.Close()
	for e := range c1 {
		log.Printf("c1 %+v", e)
	}
	n := 0
	for range c2 {
		n++
	}
	log.Print("c2 ", n)
	ctx, cancel := context.WithTimeout(context.WithValue(context.Background(), key{}, "v"), 50*time.Millisecond)
	defer cancel()
	jobs, res := make(chan int, 10), make(chan string, 10)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go worker(ctx, i, jobs, res, &wg)
	}
	for i := 1; i <= 6; i++ {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	close(res)
	cnt := 0
	for range res {
		cnt++
	}
	fmt.Println(cnt, ctx.Value(key{}))
	<-ctx.Done()
	fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded), context.Cause(ctx))
	ctx2, cancel2 := context.WithCancelCause(context.Background())
	cancel2(errors.New("boom"))
	fmt.Println(ctx2.Err(), context.Cause(ctx2))
	sum := 0
	for v := range merge(gen(context.Background(), 10), gen(context.Background(), 20)) {
		sum += v
	}
	fmt.Println(sum)
	lim := NewLimiter(2, 10*time.Millisecond)
	start := time.Now()
	for i := 0; i < 5; i++ {
		<-lim.tokens
	}
	close(lim.stop)
	fmt.Println(time.Since(start).Round(10 * time.Millisecond))
	var cnt64 atomic.Int64
	var once sync.Once
	var m sync.Map
	var wg2 sync.WaitGroup
	for i := range 100 {
		wg2.Go(func() {
			once.Do(func() { fmt.Println("once") })
			cnt64.Add(int64(i))
			m.LoadOrStore(i%10, i)
		})
	}
	wg2.Wait()
	k := 0
	m.Range(func(a, b any) bool { k++; return true })
	fmt.Println(cnt64.Load(), k)
	cond := sync.NewCond(&sync.Mutex{})
	ready := 0
	var wg3 sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg3.Add(1)
		go func() {
			defer wg3.Done()
			cond.L.Lock()
			for ready == 0 {
				cond.Wait()
			}
			cond.L.Unlock()
		}()
	}
	time.Sleep(time.Millisecond)
	cond.L.Lock()
	ready = 1
	cond.Broadcast()
	cond.L.Unlock()
	wg3.Wait()
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt)
	select {
	case <-sig:
	case <-time.After(5 * time.Millisecond):
		fmt.Println("no signal")
	}
	timer := time.AfterFunc(time.Hour, func() {})
	fmt.Println(timer.Stop(), timer.Stop(), runtime.NumGoroutine() > 0)
	rng := rand.New(rand.NewSource(42))
	fmt.Println(rng.Intn(100), rng.Intn(100), rng.Perm(5), rng.Float64())
	done := make(chan bool)
	data := make(chan int)
	go func() {
		defer close(done)
		for {
			v, more := <-data
			if !more {
				return
			}
			if v == 2 {
				func() {
					defer func() { fmt.Println("rec", recover()) }()
					var mm map[string]int
					mm["x"] = 1
				}()
			}
		}
	}()
	for i := range 4 {
		data <- i
	}
	close(data)
	<-done
	var mu sync.Mutex
	mu.Lock()
	fmt.Println(mu.TryLock())
	mu.Unlock()
	go func() {
		panic(fmt.Errorf("wrapped: %w", os.ErrNotExist))
	}()
	time.Sleep(time.Second)
}
