package testing

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"internal/unicode"
)

const indent = "    "

// deepest is how many calls are looked at for the place of a message.
const deepest = 50

// common is what T, B and F share.
type common struct {
	mu       sync.RWMutex
	output   []byte // what the parent is told at the end
	w        io.Writer
	o        *lines
	chatty   *chatty
	ran      bool
	failed   bool
	skipped  bool
	done     bool // nobody may add to it any more
	finished bool // its function has returned, or FailNow or Skip was called
	inFuzzFn bool
	bubbled  bool // it is the part of its parent inside of a bubble
	bench    bool
	parallel bool
	hasSub   atomic.Bool

	helpers     map[string]bool
	cleanups    []func()
	cleaning    atomic.Bool
	cleanupName string // the function that calls cleanups, while it does
	cleanupPCs  []uintptr

	name     string
	parent   *common
	level    int
	creator  []uintptr // calls that led to Run
	runner   string    // the function that calls the test
	start    time.Time
	duration time.Duration
	barrier  chan bool // closed when the parallel ones among its subtests may go on
	signal   chan bool
	sub      []*T
	ctx      context.Context
	cancel   context.CancelFunc

	tempMu  sync.Mutex
	temp    string
	tempErr error
	temps   int

	artifactsOnce sync.Once
	artifacts     string
	artifactsErr  error
}

// TB is what tests, benchmarks and fuzz targets can do.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	private()
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
)

func (c *common) private() {}

func (c *common) Name() string { return c.name }

func (c *common) setRan() {
	for ; c != nil; c = c.parent {
		c.mu.Lock()
		c.ran = true
		c.mu.Unlock()
	}
}

// notInFuzzFn panics when the method is called of F where that of T is meant.
func (c *common) notInFuzzFn(method string) {
	if c.inFuzzFn {
		panic("testing: f." + method + " was called inside the fuzz target, use t." + method + " instead")
	}
}

func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

func (c *common) Failed() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.failed
}

func (c *common) FailNow() {
	c.notInFuzzFn("FailNow")
	c.Fail()
	c.finish(false)
}

func (c *common) SkipNow() {
	c.notInFuzzFn("SkipNow")
	c.finish(true)
}

func (c *common) finish(skipped bool) {
	c.mu.Lock()
	c.skipped = c.skipped || skipped
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

func (c *common) Skipped() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.skipped
}

func (c *common) Log(args ...any) {
	c.notInFuzzFn("Log")
	c.log(fmt.Sprintln(args...))
}

func (c *common) Logf(format string, args ...any) {
	c.notInFuzzFn("Logf")
	c.log(fmt.Sprintf(format, args...))
}

func (c *common) Error(args ...any) {
	c.notInFuzzFn("Error")
	c.log(fmt.Sprintln(args...))
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.notInFuzzFn("Errorf")
	c.log(fmt.Sprintf(format, args...))
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.notInFuzzFn("Fatal")
	c.log(fmt.Sprintln(args...))
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.notInFuzzFn("Fatalf")
	c.log(fmt.Sprintf(format, args...))
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.notInFuzzFn("Skip")
	c.log(fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.notInFuzzFn("Skipf")
	c.log(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// log must be called by the method that the test calls: the place is three calls up.
func (c *common) log(s string) {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n"+indent) + "\n"
	to := c.destination()
	if to == nil {
		panic("Log in goroutine after " + c.name + " has completed: " + s)
	}
	s = to.place(3) + s
	to.endLine()
	to.o.Write([]byte(s))
}

// destination is who takes messages: itself, or the nearest parent that still runs.
func (c *common) destination() *common {
	for to := c; to != nil; to = to.parent {
		to.mu.Lock()
		open := !to.done && !(to == c && c.bubbled)
		to.mu.Unlock()
		if open {
			return to
		}
	}
	return nil
}

func (c *common) place(skip int) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	frame := c.caller(skip)
	file, line := "???", max(frame.Line, 1)
	if frame.File != "" {
		file = frame.File[strings.LastIndexByte(frame.File, '/')+1:]
	}
	return fmt.Sprintf("%s:%d: ", file, line)
}

// caller is the call to be named in a message: the first that is no helper. It goes on from a cleanup to where that was
// registered, and from a subtest to where it was started.
func (c *common) caller(skip int) runtime.Frame {
	var room [deepest]uintptr
	pcs := room[:runtime.Callers(skip+2, room[:])]
	var first, last runtime.Frame
	locked := (*common)(nil)
	defer func() {
		if locked != nil {
			locked.mu.Unlock()
		}
	}()
	inRange := false
	for len(pcs) > 0 {
		frame, _ := runtime.CallersFrames(pcs[:1]).Next()
		pcs = pcs[1:]
		name := frame.Function
		if inRange {
			// The iterator that calls the body of a loop in a helper.
			inRange = false
			last = frame
			continue
		}
		if name == "runtime.gopanic" {
			last = frame
			continue
		}
		if c.cleanupName != "" && name == c.cleanupName {
			pcs = c.cleanupPCs
			last = frame
			continue
		}
		if first.PC == 0 {
			first = frame
		}
		if name == c.runner {
			if c.level <= 1 {
				return last
			}
			pcs = c.creator
			parent := c.parent
			if locked != nil {
				locked.mu.Unlock()
			}
			parent.mu.Lock()
			c, locked = parent, parent
			last = frame
			continue
		}
		if at := strings.LastIndex(name, "-range"); at > 0 && digits(name[at+len("-range"):]) {
			name = name[:at]
			inRange = true
		}
		if !c.helpers[name] {
			return frame
		}
		last = frame
	}
	return first
}

func digits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// callerName is the name of the function `skip` calls above the one that calls it.
func callerName(skip int) string {
	var pc [1]uintptr
	runtime.Callers(skip+2, pc[:])
	return runtime.FuncForPC(pc[0]).Name()
}

func (c *common) Helper() {
	if c.bubbled {
		c = c.parent
	}
	name := callerName(1)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[name] = true
}

// lines collects what is written until a line is complete.
type lines struct {
	c       *common
	partial []byte
}

func (c *common) Output() io.Writer {
	c.notInFuzzFn("Output")
	to := c.destination()
	if to == nil {
		panic("Output called after " + c.name + " has completed")
	}
	return to.o
}

func (c *common) setOutput() { c.o = &lines{c: c} }

// endLine completes a line that has been begun.
func (c *common) endLine() {
	c.mu.Lock()
	begun := c.o != nil && len(c.o.partial) > 0
	c.mu.Unlock()
	if begun {
		c.o.Write([]byte("\n"))
	}
}

func (o *lines) Write(p []byte) (int, error) {
	if o == nil || o.c == nil {
		return 0, nil
	}
	if o.c.destination() == nil {
		panic("Write called after " + o.c.name + " has completed")
	}
	o.c.mu.Lock()
	defer o.c.mu.Unlock()
	n := len(p)
	for {
		at := bytes.IndexByte(p, '\n')
		if at < 0 {
			break
		}
		line := p[:at+1]
		if len(o.partial) > 0 {
			line = append(o.partial, line...)
			o.partial = nil
		}
		o.line(line)
		p = p[at+1:]
	}
	o.partial = append(o.partial, p...)
	return n, nil
}

func (o *lines) line(line []byte) {
	c := o.c
	switch {
	case c.done || c.chatty == nil:
		c.output = append(c.output, indent...)
		c.output = append(c.output, line...)
	case c.bench:
		fmt.Printf("%s%s", indent, line)
	default:
		c.chatty.Printf(c.name, "%s%s", indent, line)
	}
}

// indenter writes to what a parent will be told.
type indenter struct {
	c *common
}

func (w indenter) Write(b []byte) (n int, err error) {
	n = len(b)
	for len(b) > 0 {
		end := bytes.IndexByte(b, '\n') + 1
		if end == 0 {
			end = len(b)
		}
		w.c.output = append(w.c.output, indent...)
		w.c.output = append(w.c.output, b[:end]...)
		b = b[end:]
	}
	return n, nil
}

// report hands a line, and behind it what was collected, to the parent.
func (c *common) report(format string, args ...any) {
	p := c.parent
	p.mu.Lock()
	defer p.mu.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	text := fmt.Sprintf(format, args...) + string(c.output)
	c.output = nil
	if c.chatty != nil && p.w == c.chatty.w {
		c.chatty.Updatef(c.name, "%s", text)
	} else {
		io.WriteString(p.w, text)
	}
}

// result reports how it ended, where that is shown.
func (c *common) result() {
	word := "PASS"
	switch {
	case c.Failed():
		word = "FAIL"
	case c.chatty == nil:
		return
	case c.Skipped():
		word = "SKIP"
	}
	c.report("--- %s: %s (%s)\n", word, c.name, seconds(c.duration))
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }

// chatty prints at once, and says of which test a message is when that changes.
type chatty struct {
	w    io.Writer
	mu   sync.Mutex
	last string
}

func newChatty() *chatty { return &chatty{w: os.Stdout} }

// Updatef prints what names its test itself.
func (p *chatty) Updatef(name, format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = name
	fmt.Fprintf(p.w, format, args...)
}

func (p *chatty) Printf(name, format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last != "" && p.last != name {
		fmt.Fprintf(p.w, "=== NAME  %s\n", name)
	}
	p.last = name
	fmt.Fprintf(p.w, format, args...)
}

func (c *common) Cleanup(f func()) {
	c.notInFuzzFn("Cleanup")
	var room [deepest]uintptr
	pcs := room[:runtime.Callers(2, room[:])]
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, func() { c.clean(f, pcs) })
}

// clean calls one cleanup; messages from there are said to come from where it was registered.
func (c *common) clean(f func(), pcs []uintptr) {
	set := func(name string, pcs []uintptr) {
		c.mu.Lock()
		c.cleanupName, c.cleanupPCs = name, pcs
		c.mu.Unlock()
	}
	defer set("", nil)
	set(callerName(0), pcs)
	f()
}

// runCleanups calls all cleanups, the last registered first, and gives what one panicked with if it shall catch that.
func (c *common) runCleanups(catch bool) (problem any) {
	c.cleaning.Store(true)
	defer c.cleaning.Store(false)
	if catch {
		defer func() { problem = recover() }()
	}
	defer func() {
		// One has panicked or ended the goroutine: the others run all the same.
		c.mu.Lock()
		rest := len(c.cleanups) > 0
		c.mu.Unlock()
		if rest {
			c.runCleanups(false)
		}
	}()
	if c.cancel != nil {
		c.cancel()
	}
	for {
		c.mu.Lock()
		var f func()
		if n := len(c.cleanups); n > 0 {
			f = c.cleanups[n-1]
			c.cleanups = c.cleanups[:n-1]
		}
		c.mu.Unlock()
		if f == nil {
			return nil
		}
		f()
	}
}

// onlyOf leaves those characters of a name that a file's name may have.
func onlyOf(name, allowed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(allowed, r) {
			return r
		}
		return -1
	}, name)
}

func (c *common) TempDir() string {
	c.notInFuzzFn("TempDir")
	dir, err := c.makeTemp()
	if err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

func (c *common) makeTemp() (string, error) {
	c.tempMu.Lock()
	defer c.tempMu.Unlock()
	// One that a cleanup has removed is made again.
	gone := c.temp == ""
	if !gone {
		_, err := os.Stat(c.temp)
		gone = os.IsNotExist(err)
	}
	if gone {
		name := c.Name()
		name = onlyOf(name[:min(len(name), 64)], "!#$%&()+,-.=@^_{}~ ")
		c.temp, c.tempErr = os.MkdirTemp(os.Getenv("GOTMPDIR"), name)
		if c.tempErr == nil {
			c.Cleanup(func() {
				if err := os.RemoveAll(c.temp); err != nil {
					c.Errorf("TempDir RemoveAll cleanup: %v", err)
				}
			})
		}
	}
	if c.tempErr != nil {
		return "", c.tempErr
	}
	c.temps++
	dir := fmt.Sprintf("%s/%03d", c.temp, c.temps)
	return dir, os.Mkdir(dir, 0o777)
}

// ArtifactDir is a temporary folder: artifacts are not kept.
func (c *common) ArtifactDir() string {
	c.notInFuzzFn("ArtifactDir")
	c.artifactsOnce.Do(func() { c.artifacts, c.artifactsErr = c.makeTemp() })
	if c.artifactsErr != nil {
		c.Fatalf("ArtifactDir: %v", c.artifactsErr)
	}
	return c.artifacts
}

func (c *common) Setenv(key, value string) {
	c.notInFuzzFn("Setenv")
	before, was := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	if was {
		c.Cleanup(func() { os.Setenv(key, before) })
	} else {
		c.Cleanup(func() { os.Unsetenv(key) })
	}
}

func (c *common) Chdir(dir string) {
	c.notInFuzzFn("Chdir")
	before, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	if !strings.HasPrefix(dir, "/") {
		if dir, err = os.Getwd(); err != nil {
			c.Fatal(err)
		}
	}
	c.Setenv("PWD", dir)
	c.Cleanup(func() {
		if err := os.Chdir(before); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}

func (c *common) Context() context.Context {
	c.notInFuzzFn("Context")
	return c.ctx
}

func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, unicode.IsSpace) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.chatty != nil {
		c.chatty.Updatef(c.name, "=== ATTR  %s %v %v\n", c.name, key, value)
	}
}
