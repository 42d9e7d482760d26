package testing

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

// F is a fuzz target; only its seeds and those in testdata/fuzz are run.
type F struct {
	common
	state  *state
	seeds  [][]any
	called bool
}

var _ TB = (*F)(nil)

// InternalFuzzTarget is a fuzz target by name, for the main function that is made.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// call calls f, a function without results whose parameters have the types of t and the values.
func call(f any, t *T, values []any)

func (f *F) Helper() {
	if f.inFuzzFn {
		panic("testing: f.Helper was called inside the fuzz target, use t.Helper instead")
	}
	name := callerName(1)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.helpers == nil {
		f.helpers = map[string]bool{}
	}
	f.helpers[name] = true
}

func (f *F) Fail() {
	f.notInFuzzFn("Fail")
	f.common.Fail()
}

func (f *F) Skipped() bool {
	f.notInFuzzFn("Skipped")
	return f.common.Skipped()
}

func supported(typ string) bool {
	switch typ {
	case "[]uint8", "string", "bool", "float32", "float64", "int", "int8", "int16", "int32", "int64",
		"uint", "uint8", "uint16", "uint32", "uint64":
		return true
	}
	return false
}

func (f *F) Add(args ...any) {
	for _, arg := range args {
		if typ := typeName(arg); !supported(typ) {
			panic("testing: unsupported type to Add " + typ)
		}
	}
	f.seeds = append(f.seeds, append([]any(nil), args...))
}

func typeName(v any) string { return fmt.Sprintf("%T", v) }

// parameters are the types of a fuzz target's parameters behind *testing.T.
func parameters(ff any) []string {
	list, ok := strings.CutPrefix(typeName(ff), "func(")
	if !ok {
		panic("testing: F.Fuzz must receive a function")
	}
	list, results, _ := strings.Cut(list, ")")
	types := strings.Split(list, ", ")
	if len(types) < 2 || types[0] != "*testing.T" {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if results != "" {
		panic("testing: fuzz target must not return a value")
	}
	for _, typ := range types[1:] {
		if !supported(typ) {
			panic("testing: unsupported type for fuzzing " + typ)
		}
	}
	return types[1:]
}

// unfit says why values are no arguments for these parameters.
func unfit(values []any, types []string) string {
	if len(values) != len(types) {
		return fmt.Sprintf("wrong number of values in corpus entry: %d, want %d", len(values), len(types))
	}
	var have []string
	for _, v := range values {
		have = append(have, typeName(v))
	}
	for i := range types {
		if have[i] != types[i] {
			return fmt.Sprintf("mismatched types in corpus entry: %v, want %v", have, types)
		}
	}
	return ""
}

func (f *F) Fuzz(ff any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	if f.failed {
		return
	}
	f.Helper()
	types := parameters(ff)
	for _, values := range f.seeds {
		if problem := unfit(values, types); problem != "" {
			f.Fatal(problem)
		}
	}
	files, err := readCorpus("testdata/fuzz/"+f.name, types)
	if err != nil {
		f.Fatal(err)
	}
	run := func(name string, values []any) {
		name = f.name + "/" + name
		if _, ok, _ := f.state.match.fullName(nil, name); ok && !failFast() {
			f.seed(name, ff, values)
		}
	}
	for i, values := range f.seeds {
		run(fmt.Sprintf("seed#%d", i), values)
	}
	for _, file := range files {
		run(file.name, file.values)
	}
}

func (f *F) seed(name string, ff any, values []any) {
	var room [deepest]uintptr
	pcs := room[:runtime.Callers(2, room[:])]
	t := newT(&f.common, name, pcs, f.state, f.ctx)
	t.w = indenter{&t.common}
	t.setOutput()
	if t.chatty != nil {
		t.chatty.Updatef(name, "=== RUN   %s\n", name)
	}
	f.inFuzzFn = true
	go tRunner(t, func(t *T) { call(ff, t, values) })
	<-t.signal
	f.inFuzzFn = false
}

func runFuzzTargets(targets []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if len(targets) == 0 {
		return
	}
	m := newMatcher(flags.run, "-test.run", flags.skip)
	for _, procs := range flags.procs {
		runtime.GOMAXPROCS(procs)
		for i := 0; i < flags.count && !failFast() && (i == 0 || ran); i++ {
			s := newState(flags.parallel, m, deadline)
			root := &common{w: os.Stdout}
			if flags.verbose {
				root.chatty = newChatty()
			}
			for _, target := range targets {
				name, matched, _ := m.fullName(nil, target.Name)
				if !matched || failFast() {
					continue
				}
				f := newF(root, name, s)
				if f.chatty != nil {
					f.chatty.Updatef(name, "=== RUN   %s\n", name)
				}
				go fRunner(f, target.Fn)
				<-f.signal
				ok = ok && !f.Failed()
				ran = ran || f.ran
			}
		}
	}
	return ran, ok
}

func newF(root *common, name string, s *state) *F {
	ctx, cancel := context.WithCancel(context.Background())
	f := &F{state: s}
	f.signal = make(chan bool)
	f.barrier = make(chan bool)
	f.name = name
	f.parent = root
	f.level = root.level + 1
	f.chatty = root.chatty
	f.ctx = ctx
	f.cancel = cancel
	f.w = indenter{&f.common}
	f.setOutput()
	return f
}

func fRunner(f *F, fn func(*F)) {
	f.runner = callerName(0)
	defer func() {
		err := recover()
		f.end(err)
	}()
	defer func() {
		if len(f.sub) == 0 {
			f.runCleanups(false)
		}
	}()
	f.start = time.Now()
	fn(f)
	f.mu.Lock()
	f.finished = true
	f.mu.Unlock()
}

func (f *F) end(err any) {
	if f.Failed() {
		failures.Add(1)
	}
	if err == nil {
		f.mu.RLock()
		idle := !f.skipped && !f.failed
		uncalled := !f.called && idle
		if !f.finished && idle {
			err = errNoReturn
		}
		f.mu.RUnlock()
		if uncalled && err == nil {
			f.Error("returned without calling F.Fuzz, F.Fail, or F.Skip")
		}
	}
	if err != nil {
		f.crash(err)
	}
	f.duration += time.Since(f.start)
	if len(f.sub) > 0 {
		f.state.release()
		close(f.barrier)
		for _, sub := range f.sub {
			<-sub.signal
		}
		cleaning := time.Now()
		err := f.runCleanups(true)
		f.duration += time.Since(cleaning)
		if err != nil {
			f.crash(err)
		}
	}
	f.result()
	f.done = true
	f.setRan()
	f.signal <- true
}

func (f *F) crash(err any) {
	f.inFuzzFn = false
	f.Fail()
	if r := f.runCleanups(true); r != nil {
		f.Logf("cleanup panicked with %v", r)
	}
	for c := &f.common; c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.duration += time.Since(c.start)
		d := c.duration
		c.mu.Unlock()
		c.report("--- FAIL: %s (%s)\n", c.name, seconds(d))
	}
	panic(err)
}
