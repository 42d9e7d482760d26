// Package pprof: profiles. Those of goroutines and those that a program fills itself are told as text; as files for the pprof tool,
// and where Go measures time or memory, they are valid and have no samples.
package pprof

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"runtime"
	"sort"
	"strings"
	"sync"
)

// A Profile is a collection of stacks.
type Profile struct {
	name string
	mu   sync.Mutex
	m    map[any][]uintptr
}

var profiles struct {
	sync.Mutex
	m map[string]*Profile
}

// all are the profiles; profiles is locked.
func all() map[string]*Profile {
	if profiles.m == nil {
		profiles.m = map[string]*Profile{}
		for _, name := range []string{"goroutine", "threadcreate", "heap", "allocs", "block", "mutex", "goroutineleak"} {
			profiles.m[name] = &Profile{name: name}
		}
	}
	return profiles.m
}

func builtin(name string) bool {
	switch name {
	case "goroutine", "threadcreate", "heap", "allocs", "block", "mutex", "goroutineleak":
		return true
	}
	return false
}

func NewProfile(name string) *Profile {
	profiles.Lock()
	defer profiles.Unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if all()[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, m: map[any][]uintptr{}}
	profiles.m[name] = p
	return p
}

func Lookup(name string) *Profile {
	profiles.Lock()
	defer profiles.Unlock()
	return all()[name]
}

func Profiles() []*Profile {
	profiles.Lock()
	defer profiles.Unlock()
	list := make([]*Profile, 0, len(all()))
	for _, p := range all() {
		list = append(list, p)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].name < list[j].name })
	return list
}

func (p *Profile) Name() string { return p.name }

func (p *Profile) Count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch p.name {
	case "goroutine":
		return runtime.NumGoroutine()
	case "goroutineleak":
		return leaks()
	}
	return len(p.m)
}

func (p *Profile) Add(value any, skip int) {
	if p.name == "" {
		panic("pprof: use of uninitialized Profile")
	}
	if builtin(p.name) {
		panic("pprof: Add called on built-in Profile")
	}
	stack := make([]uintptr, 32)
	stack = stack[:runtime.Callers(skip+2, stack)]
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.m[value] != nil {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.m[value] = stack
}

func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.m, value)
}

// A frame is one call of a stack, as text.
type frame struct{ function, place string }

func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name == "" {
		panic("pprof: use of zero Profile")
	}
	if debug == 0 {
		return writeEmpty(w, p.name, "count")
	}
	switch p.name {
	case "goroutine", "goroutineleak":
		text := ""
		if p.name == "goroutineleak" {
			text = leaked()
		}
		if p.name == "goroutineleak" && debug < 2 {
			return writeStacks(w, p.name, parse(text))
		}
		if debug >= 2 {
			_, err := io.WriteString(w, goroutines())
			return err
		}
		return writeStacks(w, p.name, parse(goroutines()))
	case "heap", "allocs":
		_, err := fmt.Fprintf(w, "heap profile: 0: 0 [0: 0] @ heap/1048576\n")
		return err
	case "block", "mutex":
		header := map[string]string{"block": "contention", "mutex": "mutex"}[p.name]
		_, err := fmt.Fprintf(w, "--- %s:\ncycles/second=1000000000\n", header)
		return err
	}
	var stacks [][]frame
	p.mu.Lock()
	for _, pcs := range p.m {
		var stack []frame
		for frames, more := runtime.CallersFrames(pcs), len(pcs) > 0; more; {
			var f runtime.Frame
			f, more = frames.Next()
			stack = append(stack, frame{f.Function, fmt.Sprintf("%s:%d", f.File, f.Line)})
		}
		stacks = append(stacks, stack)
	}
	p.mu.Unlock()
	return writeStacks(w, p.name, stacks)
}

// leaked looks for leaked goroutines and gives their stacks as runtime.Stack does; leaks counts those of the last look.
func leaked() string

func leaks() int

func goroutines() string {
	buf := make([]byte, 1<<16)
	for {
		if n := runtime.Stack(buf, true); n < len(buf) {
			return string(buf[:n])
		}
		buf = make([]byte, 2*len(buf))
	}
}

// parse reads the stacks that runtime.Stack writes.
func parse(text string) (stacks [][]frame) {
	if text == "" {
		return nil
	}
	for _, one := range strings.Split(strings.TrimSpace(text), "\n\n") {
		lines := strings.Split(one, "\n")
		var stack []frame
		for i := 1; i+1 < len(lines); i += 2 {
			if strings.HasPrefix(lines[i], "created by ") {
				break
			}
			function := lines[i]
			if at := strings.LastIndexByte(function, '('); at > 0 {
				function = function[:at]
			}
			place, _, _ := strings.Cut(strings.TrimSpace(lines[i+1]), " ")
			stack = append(stack, frame{function, place})
		}
		stacks = append(stacks, stack)
	}
	return stacks
}

// writeStacks writes each stack once, with how many there are of it, the most frequent first. There are no addresses here.
func writeStacks(w io.Writer, name string, stacks [][]frame) error {
	count := map[string]int{}
	var keys []string
	for _, stack := range stacks {
		var b strings.Builder
		for _, f := range stack {
			fmt.Fprintf(&b, "#\t0x0\t%s+0x0\t%s\n", f.function, f.place)
		}
		key := b.String()
		if count[key] == 0 {
			keys = append(keys, key)
		}
		count[key]++
	}
	sort.SliceStable(keys, func(i, j int) bool { return count[keys[i]] > count[keys[j]] })
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s profile: total %d\n", name, len(stacks))
	for _, key := range keys {
		fmt.Fprintf(&b, "%d @%s\n%s\n", count[key], strings.Repeat(" 0x0", strings.Count(key, "\n")), key)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// writeEmpty writes a profile without samples: what one would be, and of what unit.
func writeEmpty(w io.Writer, what, unit string) error {
	field := func(number byte, data string) string { return string([]byte{number<<3 | 2, byte(len(data))}) + data }
	message := field(1, "\x08\x01\x10\x02") + field(6, "") + field(6, what) + field(6, unit)
	z := gzip.NewWriter(w)
	if _, err := io.WriteString(z, message); err != nil {
		return err
	}
	return z.Close()
}

func WriteHeapProfile(w io.Writer) error { return Lookup("heap").WriteTo(w, 0) }

var cpu struct {
	sync.Mutex
	w io.Writer
}

func StartCPUProfile(w io.Writer) error {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.w != nil {
		return fmt.Errorf("cpu profiling already in use")
	}
	cpu.w = w
	return nil
}

func StopCPUProfile() {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.w != nil {
		writeEmpty(cpu.w, "cpu", "nanoseconds")
		cpu.w = nil
	}
}
