// Package iter: the types of iterators.
package iter

import "runtime"

// Seq gives values to yield until it says no.
type Seq[V any] func(yield func(V) bool)

// Seq2 gives pairs.
type Seq2[K, V any] func(yield func(K, V) bool)

type none struct{}

// A coroutine: a goroutine that runs only while somebody waits in resume for it to yield or to end.
type coro struct {
	in, out chan none
	// No more values are wanted, or there are no more.
	done bool
	// next has asked and yield has not answered.
	asked bool
	// How the iterator ended, if neither by returning nor still running.
	failed   bool
	exited   bool
	panicked any
}

func start(c *coro, body func()) {
	c.in, c.out = make(chan none), make(chan none)
	go func() {
		<-c.in
		returned := false
		defer func() {
			if !returned {
				c.panicked = recover()
				c.failed = true
				c.exited = c.panicked == nil
			}
			c.done = true
			c.out <- none{}
		}()
		if !c.done {
			body()
		}
		returned = true
	}()
}

func (c *coro) resume() {
	c.in <- none{}
	<-c.out
	if c.failed {
		c.failed = false
		if c.exited {
			runtime.Goexit()
		}
		panic(c.panicked)
	}
}

// Whether the iterator is to run until its next yield; it is wrong to ask within the iterator.
func (c *coro) ask(what string) bool {
	if c.done {
		return false
	}
	if c.asked {
		panic(what + ": next called again before yield")
	}
	c.asked = true
	return true
}

func (c *coro) answer(what string) bool {
	if c.done {
		return false
	}
	if !c.asked {
		panic(what + ": yield called again before next")
	}
	c.asked = false
	return true
}

func (c *coro) suspend() bool {
	c.out <- none{}
	<-c.in
	return !c.done
}

func (c *coro) stop() {
	if !c.done {
		c.done = true
		c.resume()
	}
}

// Pull turns a pushing iterator into a pulling one, by a goroutine of its own.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var c coro
	var v, zero V
	var ok bool
	start(&c, func() {
		seq(func(now V) bool {
			if !c.answer("iter.Pull") {
				return false
			}
			v, ok = now, true
			return c.suspend()
		})
	})
	next = func() (V, bool) {
		if !c.ask("iter.Pull") {
			return zero, false
		}
		v, ok = zero, false
		c.resume()
		return v, ok
	}
	return next, c.stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var c coro
	var k, zeroK K
	var v, zeroV V
	var ok bool
	start(&c, func() {
		seq(func(nowK K, nowV V) bool {
			if !c.answer("iter.Pull2") {
				return false
			}
			k, v, ok = nowK, nowV, true
			return c.suspend()
		})
	})
	next = func() (K, V, bool) {
		if !c.ask("iter.Pull2") {
			return zeroK, zeroV, false
		}
		k, v, ok = zeroK, zeroV, false
		c.resume()
		return k, v, ok
	}
	return next, c.stop
}
