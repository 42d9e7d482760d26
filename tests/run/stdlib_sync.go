package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

type Counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *Counter) Inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

func main() {
	c := Counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 20 {
				c.Inc(fmt.Sprint("k", i%3))
			}
		}()
	}
	wg.Wait()
	fmt.Println(c.m)

	var rw sync.RWMutex
	shared := 0
	var total atomic.Int64
	for range 5 {
		wg.Go(func() {
			rw.Lock()
			shared++
			time.Sleep(time.Microsecond)
			rw.Unlock()
		})
		wg.Go(func() {
			rw.RLock()
			total.Add(int64(shared - shared))
			time.Sleep(time.Microsecond)
			rw.RUnlock()
		})
	}
	wg.Wait()
	fmt.Println(shared, total.Load())

	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	f := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(f(), f())
	g := sync.OnceValues(func() (int, error) { return 1, nil })
	fmt.Println(g())
	of := sync.OnceFunc(func() { panic("once panics") })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			of()
		}()
	}

	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := 0
	for i := range 3 {
		wg.Go(func() {
			mu.Lock()
			for ready <= i {
				cond.Wait()
			}
			mu.Unlock()
		})
	}
	for range 3 {
		time.Sleep(time.Millisecond)
		mu.Lock()
		ready++
		mu.Unlock()
		cond.Broadcast()
	}
	wg.Wait()
	go func() { time.Sleep(time.Millisecond); mu.Lock(); ready = 100; mu.Unlock(); cond.Signal() }()
	mu.Lock()
	for ready != 100 {
		cond.Wait()
	}
	mu.Unlock()
	fmt.Println("cond done", ready)

	p := sync.Pool{New: func() any { return new([]byte) }}
	x := p.Get().(*[]byte)
	p.Put(x)
	fmt.Println(*p.Get().(*[]byte) == nil)

	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	v, loaded := m.LoadOrStore("a", 9)
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("b")
	fmt.Println(v, loaded)
	m.Store("c", 3)
	var keys []string
	m.Range(func(k, v any) bool { keys = append(keys, k.(string)); return true })
	sort.Strings(keys)
	fmt.Println(keys, m.CompareAndSwap("a", 1, 10))
	m.Clear()
	_, ok = m.Load("a")
	fmt.Println(ok)

	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	fmt.Println(rw.TryRLock(), rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	rw.RUnlock()
	rl := rw.RLocker()
	rl.Lock()
	rl.Unlock()

	var i32 int32
	atomic.AddInt32(&i32, 5)
	fmt.Println(atomic.CompareAndSwapInt32(&i32, 5, 7), atomic.LoadInt32(&i32), atomic.SwapInt32(&i32, 9), i32)
	var u32 atomic.Uint32
	u32.Store(1)
	fmt.Println(u32.Add(^uint32(0)), u32.Add(^uint32(0)))
	var b atomic.Bool
	fmt.Println(b.Swap(true), b.Load(), b.CompareAndSwap(true, false))
	type cfg struct{ n int }
	var ptr atomic.Pointer[cfg]
	fmt.Println(ptr.Load() == nil)
	ptr.Store(&cfg{5})
	fmt.Println(ptr.Load().n)
	var val atomic.Value
	fmt.Println(val.Load())
	val.Store([]int{1})
	fmt.Println(val.Load().([]int))
	func() {
		defer func() { fmt.Println(recover()) }()
		val.Store("x")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var w sync.WaitGroup
		w.Add(-1)
	}()
	arr := make([]int32, 4)
	for i := range arr {
		wg.Go(func() { atomic.AddInt32(&arr[i], int32(i)) })
	}
	wg.Wait()
	fmt.Println(arr)
	var andor atomic.Int32
	andor.Store(0b1111)
	fmt.Println(andor.And(0b1010), andor.Or(0b1), andor.Load())
	fmt.Printf("%v %+v\n", sync.Mutex{}, struct{ sync.Mutex }{})
}
