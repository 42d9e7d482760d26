package main

// Every function and method of sync/atomic, and the rest of sync and context.

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

type number interface {
	~int32 | ~int64 | ~uint32 | ~uint64 | ~uintptr
}

type cell[T number] interface {
	Load() T
	Store(T)
	Swap(T) T
	CompareAndSwap(old, new T) bool
	Add(T) T
	And(T) T
	Or(T) T
}

func methods[T number](c cell[T]) {
	c.Store(12)
	fmt.Println(c.Load(), c.Swap(10), c.CompareAndSwap(1, 2), c.CompareAndSwap(10, 6), c.Add(5), c.Add(^T(0)), c.And(3), c.Or(9), c.Load())
}

func main() {
	var i32 atomic.Int32
	var i64 atomic.Int64
	var u32 atomic.Uint32
	var u64 atomic.Uint64
	var up atomic.Uintptr
	methods[int32](&i32)
	methods[int64](&i64)
	methods[uint32](&u32)
	methods[uint64](&u64)
	methods[uintptr](&up)
	i32.Store(7)
	i32.Swap(8)
	i64.Store(7)
	i64.Swap(9)
	fmt.Println(i32.And(12), i32.Or(1), i64.And(12), i64.Or(1), i32.Load(), i64.Load())
	u32.Store(7)
	fmt.Println(u32.Swap(6), u32.CompareAndSwap(6, 5), u32.And(4), u32.Or(8), u32.Load(), u32.Add(1))
	u64.Store(7)
	fmt.Println(u64.Swap(6), u64.CompareAndSwap(6, 5), u64.And(4), u64.Or(8), u64.Load(), u64.Add(1))
	up.Store(7)
	fmt.Println(up.Swap(6), up.CompareAndSwap(6, 5), up.And(4), up.Or(8), up.Load(), up.Add(1))

	a, b, c, d, e := int32(5), int64(5), uint32(5), uint64(5), uintptr(5)
	fmt.Println(atomic.AddInt32(&a, -2), atomic.AddInt64(&b, -2), atomic.AddUint32(&c, 2), atomic.AddUint64(&d, 2), atomic.AddUintptr(&e, 2))
	fmt.Println(atomic.AndInt32(&a, 2), atomic.AndInt64(&b, 2), atomic.AndUint32(&c, 6), atomic.AndUint64(&d, 6), atomic.AndUintptr(&e, 6))
	fmt.Println(atomic.OrInt32(&a, 8), atomic.OrInt64(&b, 8), atomic.OrUint32(&c, 8), atomic.OrUint64(&d, 8), atomic.OrUintptr(&e, 8))
	fmt.Println(atomic.CompareAndSwapInt32(&a, 10, 1), atomic.CompareAndSwapInt64(&b, 10, 1), atomic.CompareAndSwapUint32(&c, 14, 1), atomic.CompareAndSwapUint64(&d, 14, 1), atomic.CompareAndSwapUintptr(&e, 0, 1))
	fmt.Println(atomic.LoadInt32(&a), atomic.LoadInt64(&b), atomic.LoadUint32(&c), atomic.LoadUint64(&d), atomic.LoadUintptr(&e))
	atomic.StoreInt32(&a, 21)
	atomic.StoreInt64(&b, 22)
	atomic.StoreUint32(&c, 23)
	atomic.StoreUint64(&d, 24)
	atomic.StoreUintptr(&e, 25)
	fmt.Println(atomic.SwapInt32(&a, 1), atomic.SwapInt64(&b, 2), atomic.SwapUint32(&c, 3), atomic.SwapUint64(&d, 4), atomic.SwapUintptr(&e, 5), a, b, c, d, e)
	var p unsafe.Pointer
	x, y := 1, 2
	atomic.StorePointer(&p, unsafe.Pointer(&x))
	fmt.Println(*(*int)(atomic.LoadPointer(&p)), *(*int)(atomic.SwapPointer(&p, unsafe.Pointer(&y))), atomic.CompareAndSwapPointer(&p, unsafe.Pointer(&x), nil), atomic.CompareAndSwapPointer(&p, unsafe.Pointer(&y), nil), p)

	var flag atomic.Bool
	flag.Store(true)
	fmt.Println(flag.Load(), flag.Swap(false), flag.CompareAndSwap(false, true), flag.CompareAndSwap(false, true))
	var ptr atomic.Pointer[int]
	fmt.Println(ptr.Load(), ptr.Swap(&x), ptr.CompareAndSwap(&y, nil), *ptr.Load())
	ptr.Store(&y)
	fmt.Println(*ptr.Swap(nil), ptr.CompareAndSwap(nil, &x), *ptr.Load())
	var v atomic.Value
	fmt.Println(v.Load(), v.Swap("a"), v.CompareAndSwap("b", "c"), v.CompareAndSwap("a", "d"), v.Load())
	v.Store("e")
	for _, f := range []func(){func() { v.Store(1) }, func() { v.Store(nil) }, func() { v.Swap(2) }, func() { v.Swap(nil) }, func() { v.CompareAndSwap("e", 3) }, func() { v.CompareAndSwap(4, "x") }, func() { v.CompareAndSwap("e", nil) }, func() { var w atomic.Value; w.Store([]int{1}); w.CompareAndSwap([]int{1}, []int{2}) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}

	var m sync.Map
	m.Store("a", 1)
	fmt.Println(m.Swap("a", 2))
	fmt.Println(m.Swap("b", 3))
	fmt.Println(m.LoadOrStore("a", 9))
	fmt.Println(m.LoadOrStore("c", 9))
	fmt.Println(m.CompareAndSwap("a", 2, 5), m.CompareAndSwap("a", 2, 5), m.CompareAndDelete("b", 4), m.CompareAndDelete("b", 3))
	fmt.Println(m.LoadAndDelete("c"))
	m.Delete("zz")
	m.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	m.Clear()
	fmt.Println(m.Load("a"))

	var mu sync.Mutex
	var rw sync.RWMutex
	for _, l := range []sync.Locker{&mu, &rw, rw.RLocker()} {
		l.Lock()
		tried := []bool{mu.TryLock(), rw.TryLock(), rw.TryRLock()}
		fmt.Println(tried)
		if tried[0] {
			mu.Unlock()
		}
		if tried[1] {
			rw.Unlock()
		} else if tried[2] {
			rw.RUnlock()
		}
		if !tried[1] || l == sync.Locker(&mu) {
			l.Unlock()
		}
	}

	once := sync.OnceValue(func() int { fmt.Println("once"); return 4 })
	fmt.Println(once(), once())
	two := sync.OnceValues(func() (int, error) { return 5, errors.New("e") })
	fmt.Println(two())
	bad := sync.OnceFunc(func() { panic("bad") })
	for range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			bad()
		}()
	}
	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())

	var cancel context.CancelCauseFunc
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("cause"))
	fmt.Println(ctx.Err(), context.Cause(ctx), ctx)
	ctx, stop := context.WithDeadline(context.WithValue(context.TODO(), Key("k"), "v"), time.Now().Add(-time.Second))
	fmt.Println(ctx.Err(), context.Cause(ctx), ctx.Value(Key("k")), errors.Is(ctx.Err(), context.DeadlineExceeded))
	stop()
	ctx, stop = context.WithDeadlineCause(context.Background(), time.Now().Add(time.Millisecond), errors.New("late"))
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	stop()
	ctx, stop = context.WithTimeoutCause(context.WithoutCancel(ctx), time.Millisecond, errors.New("later"))
	done := make(chan bool)
	unhook := context.AfterFunc(ctx, func() { close(done) })
	<-done
	fmt.Println(ctx.Err(), context.Cause(ctx), unhook())
	stop()
	ctx, stop = context.WithTimeout(context.Background(), time.Hour)
	_, ok := ctx.Deadline()
	fmt.Println(ok)
	stop()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	var t interface{ Timeout() bool }
	fmt.Println(errors.As(context.DeadlineExceeded, &t) && t.Timeout())
	for _, f := range []func(){func() { context.WithCancel(nil) }, func() { context.WithValue(context.TODO(), nil, 1) }, func() { context.WithValue(context.TODO(), []int{}, 1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

type Key string
