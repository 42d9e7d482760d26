// Package singleflight lets several callers share the one call that is under way for a key.
package singleflight

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

// errGoexit stands for a function that left by runtime.Goexit.
var errGoexit = errors.New("runtime.Goexit was called")

// A panicError is what a function panicked with, and where.
type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("%v\n\n%s", p.value, p.stack) }

func (p *panicError) Unwrap() error {
	err, _ := p.value.(error)
	return err
}

// caught makes an error of a recovered value. The stack's first line tells of a goroutine that may be gone when it is read.
func caught(value any) error {
	stack := debug.Stack()
	if _, rest, ok := bytes.Cut(stack, []byte("\n")); ok {
		stack = rest
	}
	return &panicError{value: value, stack: stack}
}

// A call is under way, or its results are being handed out. Its results are written before wg is done.
type call struct {
	wg    sync.WaitGroup
	val   any
	err   error
	dups  int
	chans []chan<- Result
}

// A Group is a space of keys. Its zero value is ready for use.
type Group struct {
	mu sync.Mutex
	m  map[string]*call
}

// A Result is what Do returns, for a channel.
type Result struct {
	Val    any
	Err    error
	Shared bool
}

// join finds the call under way for key, or begins one; g.mu is held.
func (g *Group) join(key string) (c *call, first bool) {
	if c, ok := g.m[key]; ok {
		c.dups++
		return c, false
	}
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	c = new(call)
	c.wg.Add(1)
	g.m[key] = c
	return c, true
}

// Do calls fn and returns its results, unless a call for key is under way: then it waits for that one's. shared tells whether
// more than one caller gets them. A panic or Goexit of fn happens to all of them.
func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	g.mu.Lock()
	c, first := g.join(key)
	g.mu.Unlock()
	if first {
		g.doCall(c, key, fn)
		return c.val, c.err, c.dups > 0
	}
	c.wg.Wait()
	if e, ok := c.err.(*panicError); ok {
		panic(e)
	}
	if c.err == errGoexit {
		runtime.Goexit()
	}
	return c.val, c.err, true
}

// DoChan is Do with a channel for the results. It is never closed.
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result {
	ch := make(chan Result, 1)
	g.mu.Lock()
	c, first := g.join(key)
	c.chans = append(c.chans, ch)
	g.mu.Unlock()
	if first {
		go g.doCall(c, key, fn)
	}
	return ch
}

func (g *Group) doCall(c *call, key string, fn func() (any, error)) {
	// Only a function that left by Goexit has neither returned nor panicked.
	c.err = errGoexit
	defer g.finish(c, key)
	func() {
		returned := false
		defer func() {
			if returned {
				return
			}
			if r := recover(); r != nil {
				c.err = caught(r)
			}
		}()
		val, err := fn()
		c.val, c.err = val, err
		returned = true
	}()
}

// finish hands out what came of a call.
func (g *Group) finish(c *call, key string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	c.wg.Done()
	if g.m[key] == c {
		delete(g.m, key)
	}
	if e, ok := c.err.(*panicError); ok {
		if len(c.chans) == 0 {
			panic(e)
		}
		// Whoever waits at a channel would wait for ever; nobody can recover from this one. The goroutine stays for the dump.
		go panic(e)
		select {}
	}
	if c.err == errGoexit {
		return
	}
	for _, ch := range c.chans {
		ch <- Result{c.val, c.err, c.dups > 0}
	}
}

// Forget lets the next Do for key call its function, whatever is under way.
func (g *Group) Forget(key string) {
	g.mu.Lock()
	delete(g.m, key)
	g.mu.Unlock()
}
