// Package testing: what go test runs. The main function that the engine makes for a test calls MainStart.
package testing

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"internal/synctest"
)

// T is a test.
type T struct {
	common
	alone bool // it has changed what all share, so that it may not run beside others
	state *state
}

// InternalTest is a test by name, for the main function that is made.
type InternalTest struct {
	Name string
	F    func(*T)
}

// state is what all tests of a run share: how many may run at once.
type state struct {
	match    *matcher
	deadline time.Time
	mu       sync.Mutex
	start    chan bool
	running  int
	waiting  int
	most     int
}

func newState(most int, m *matcher, deadline time.Time) *state {
	return &state{match: m, deadline: deadline, start: make(chan bool), most: most, running: 1}
}

// acquire waits until one more test may run.
func (s *state) acquire() {
	s.mu.Lock()
	if s.running < s.most {
		s.running++
		s.mu.Unlock()
		return
	}
	s.waiting++
	s.mu.Unlock()
	<-s.start
}

func (s *state) release() {
	s.mu.Lock()
	if s.waiting == 0 {
		s.running--
		s.mu.Unlock()
		return
	}
	s.waiting--
	s.mu.Unlock()
	s.start <- true
}

var (
	failures       atomic.Uint32
	parallelStarts atomic.Int64
	parallelStops  atomic.Int64
	errNoReturn    = errors.New("test executed panic(nil) or runtime.Goexit")
)

const parallelConflict = "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"

func failFast() bool { return flags.failfast && failures.Load() > 0 }

func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.bubbled {
		panic("testing: t.Parallel called inside synctest bubble")
	}
	if t.alone {
		panic(parallelConflict)
	}
	if t.parent.barrier == nil {
		return
	}
	t.parallel = true
	// Waiting is no part of its duration.
	t.duration += time.Since(t.start)
	t.parent.sub = append(t.parent.sub, t)
	if t.chatty != nil {
		t.chatty.Updatef(t.name, "=== PAUSE %s\n", t.name)
	}
	running.remove(t.name)
	t.signal <- true
	<-t.parent.barrier
	t.state.acquire()
	parallelStarts.Add(1)
	if t.chatty != nil {
		t.chatty.Updatef(t.name, "=== CONT  %s\n", t.name)
	}
	running.add(t.name)
	t.start = time.Now()
}

func (t *T) standAlone() {
	for c := &t.common; c != nil; c = c.parent {
		if c.parallel {
			panic(parallelConflict)
		}
	}
	t.alone = true
}

func (t *T) Setenv(key, value string) {
	t.standAlone()
	t.common.Setenv(key, value)
}

func (t *T) Chdir(dir string) {
	t.standAlone()
	t.common.Chdir(dir)
}

func (t *T) Deadline() (deadline time.Time, ok bool) {
	if t.bubbled {
		panic("testing: t.Deadline called inside synctest bubble")
	}
	return t.state.deadline, !t.state.deadline.IsZero()
}

// tRunner calls a test function and reports how it ended.
func tRunner(t *T, fn func(t *T)) {
	t.runner = callerName(0)
	defer func() {
		err := recover()
		t.end(err)
	}()
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanups(false)
		}
	}()
	t.start = time.Now()
	fn(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

// end is the last that a test's goroutine does; err is what it has panicked with.
func (t *T) end(err any) {
	signal := true
	t.mu.RLock()
	finished := t.finished
	t.mu.RUnlock()
	if !finished && err == nil {
		err = errNoReturn
		for p := t.parent; p != nil; p = p.parent {
			p.mu.RLock()
			finished = p.finished
			p.mu.RUnlock()
			if finished {
				if !t.parallel {
					t.Errorf("%v: subtest may have called FailNow on a parent test", err)
					err = nil
				}
				signal = false
				break
			}
		}
	}
	if err != nil {
		t.crash(err)
	}
	t.duration += time.Since(t.start)
	if len(t.sub) > 0 {
		// The parallel subtests run now.
		t.state.release()
		running.remove(t.name)
		close(t.barrier)
		for _, sub := range t.sub {
			<-sub.signal
		}
		cleaning := time.Now()
		running.add(t.name)
		err := t.runCleanups(true)
		t.duration += time.Since(cleaning)
		if err != nil {
			t.crash(err)
		}
		if !t.parallel {
			t.state.acquire()
		}
	} else if t.parallel {
		t.state.release()
	}
	for c := &t.common; c.parent != nil; c = c.parent {
		c.endLine()
	}
	if t.Failed() {
		failures.Add(1)
	}
	if t.parent != nil && !t.bubbled {
		t.result()
	}
	t.done = true
	if t.parent != nil && !t.hasSub.Load() {
		t.setRan()
	}
	running.remove(t.name)
	if t.parallel {
		parallelStops.Add(1)
	}
	t.signal <- signal
}

// crash reports a test that has panicked, and those that it is part of, and panics again.
func (t *T) crash(err any) {
	t.Fail()
	if r := t.runCleanups(true); r != nil {
		t.Logf("cleanup panicked with %v", r)
	}
	for c := &t.common; !c.bubbled && c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.duration += time.Since(c.start)
		d := c.duration
		c.mu.Unlock()
		c.endLine()
		c.report("--- FAIL: %s (%s)\n", c.name, seconds(d))
		if r := c.parent.runCleanups(true); r != nil {
			fmt.Fprintf(c.parent.w, "cleanup panicked with %v", r)
		}
	}
	panic(err)
}

func (t *T) Run(name string, f func(t *T)) bool {
	if t.bubbled {
		panic("testing: t.Run called inside synctest bubble")
	}
	if t.cleaning.Load() {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.hasSub.Store(true)
	name, ok, _ := t.state.match.fullName(&t.common, name)
	if !ok || failFast() {
		return true
	}
	var room [deepest]uintptr
	pcs := room[:runtime.Callers(2, room[:])]
	sub := t.part(name, pcs)
	sub.w = indenter{&sub.common}
	sub.setOutput()
	if sub.chatty != nil {
		sub.chatty.Updatef(name, "=== RUN   %s\n", name)
	}
	running.add(name)
	go tRunner(sub, f)
	if !<-sub.signal {
		// It has ended a test further up, and so this one too.
		runtime.Goexit()
	}
	return !sub.failed
}

// part is a test that this one starts.
func (t *T) part(name string, creator []uintptr) *T {
	return newT(&t.common, name, creator, t.state, context.Background())
}

func newT(parent *common, name string, creator []uintptr, s *state, ctx context.Context) *T {
	ctx, cancel := context.WithCancel(ctx)
	t := &T{state: s}
	t.barrier = make(chan bool)
	t.signal = make(chan bool, 1)
	t.name = name
	t.parent = parent
	t.level = parent.level + 1
	t.creator = creator
	t.chatty = parent.chatty
	t.ctx = ctx
	t.cancel = cancel
	return t
}

func init() {
	synctest.RunTest = func(t any, f any) bool { return runBubbled(t.(*T), f.(func(*T))) }
}

// runBubbled runs what synctest.Test was given as a part of t; it is called inside of the bubble.
func runBubbled(t *T, f func(*T)) bool {
	if t.cleaning.Load() {
		panic("testing: synctest.Run called during t.Cleanup")
	}
	var room [deepest]uintptr
	// Place it behind synctest.Test: this function, the literal above and synctest's own are nobody's business.
	pcs := room[:runtime.Callers(2, room[:])]
	sub := t.part(t.name, pcs)
	sub.bubbled = true
	go tRunner(sub, f)
	if !<-sub.signal {
		runtime.Goexit()
	}
	return !sub.failed
}
