// Package sync: locks and their like. The natives know where the fields lie.
package sync

import "sync/atomic"

// Locker can be locked.
type Locker interface {
	Lock()
	Unlock()
}

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

type mutex struct {
	state int32
	sema  uint32
}

// Mutex is a lock for one.
type Mutex struct {
	_  noCopy
	mu mutex
}

func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()

// RWMutex is a lock for one writer or many readers.
type RWMutex struct {
	w           Mutex
	writerSem   uint32
	readerSem   uint32
	readerCount int32
	readerWait  int32
}

func (rw *RWMutex) RLock()
func (rw *RWMutex) TryRLock() bool
func (rw *RWMutex) RUnlock()
func (rw *RWMutex) Lock()
func (rw *RWMutex) TryLock() bool
func (rw *RWMutex) Unlock()

func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// WaitGroup waits for a number of goroutines.
type WaitGroup struct {
	noCopy  noCopy
	counter int64
	waiters int64
}

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			// A panic ends the program: nobody must be woken before.
			if x := recover(); x != nil {
				panic(x)
			}
			wg.Done()
		}()
		f()
	}()
}

// Once does something once.
type Once struct {
	_    noCopy
	done atomic.Uint32
	m    Mutex
}

func (o *Once) Do(f func()) {
	if o.done.Load() == 0 {
		o.slow(f)
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done.Load() == 0 {
		defer o.done.Store(1)
		f()
	}
}

func OnceFunc(f func()) func() {
	once, valid, p := new(Once), false, any(nil)
	run := func() {
		defer func() {
			f = nil
			p = recover()
			if !valid {
				panic(p)
			}
		}()
		f()
		valid = true
	}
	return func() {
		once.Do(run)
		if !valid {
			panic(p)
		}
	}
}

func OnceValue[T any](f func() T) func() T {
	var result T
	once := OnceFunc(func() { result = f() })
	return func() T {
		once()
		return result
	}
}

func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var r1 T1
	var r2 T2
	once := OnceFunc(func() { r1, r2 = f() })
	return func() (T1, T2) {
		once()
		return r1, r2
	}
}

type notifyList struct {
	wait   uint32
	notify uint32
}

func (l *notifyList) add() uint32
func (l *notifyList) sleep(t uint32)
func (l *notifyList) one()
func (l *notifyList) all()

// Cond is a place to wait for something to become true.
type Cond struct {
	noCopy noCopy
	L      Locker
	notify notifyList
	self   *Cond
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	if c.self == nil {
		c.self = c
	} else if c.self != c {
		panic("sync.Cond is copied")
	}
}

func (c *Cond) Wait() {
	c.check()
	t := c.notify.add()
	c.L.Unlock()
	c.notify.sleep(t)
	c.L.Lock()
}

func (c *Cond) Signal() {
	c.check()
	c.notify.one()
}

func (c *Cond) Broadcast() {
	c.check()
	c.notify.all()
}

type poolNode struct {
	v    any
	next *poolNode
}

// Pool keeps things for later use.
type Pool struct {
	noCopy noCopy
	New    func() any
	head   *poolNode
}

func (p *Pool) push(n *poolNode)
func (p *Pool) pop() *poolNode

func (p *Pool) Put(x any) {
	if x != nil {
		p.check()
		p.push(&poolNode{v: x})
	}
}

func (p *Pool) check() {
	if p == nil {
		panic("nil Pool")
	}
}

func (p *Pool) Get() any {
	p.check()
	if n := p.pop(); n != nil {
		return n.v
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
