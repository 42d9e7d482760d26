package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Prints what a test would say.
type printer struct {
	name   string
	failed int
}

type ended struct{}

var place = regexp.MustCompile(`(\S*/)?testify\.go:\d+`)

func (p *printer) Errorf(format string, args ...any) {
	p.failed++
	text := place.ReplaceAllString(fmt.Sprintf(format, args...), "testify.go:LINE")
	text = regexp.MustCompile(`0x[0-9a-f]+`).ReplaceAllString(text, "ADDRESS")
	if i := strings.Index(text, "Panic stack:"); i >= 0 {
		text = text[:i] + "Panic stack: ...\n"
	}
	fmt.Print(text)
}

func (p *printer) FailNow()     { panic(ended{}) }
func (p *printer) Name() string { return p.name }
func (p *printer) Helper()      {}

type point struct {
	X, Y int
	name string
}

type shape struct {
	Name   string
	Points []point
	By     map[string]*point
	Any    any
	Err    error
	At     time.Time
	Raw    []byte
	On     bool
	F      func()
	Size   float64
}

func main() {
	t := &printer{name: "TestPrinter"}
	TestEqual(t)
	TestOthers(t)
	TestErrors(t)
	TestPanics(t)
	TestOrder(t)
	TestFiles(t)
	TestWaiting(t)
	TestRequire(t)
	passes(t)
	fmt.Println(t.failed)
}

func TestEqual(t *printer) {
	fmt.Println(assert.Equal(t, 1, 1), assert.Equal(t, 1, 2))
	assert.Equal(t, 1, int64(1))
	assert.Equal(t, "a", "b", "with a message")
	assert.Equal(t, "one\ntwo\nthree\n", "one\n2\nthree\n", "with %d %s", 1, "value")
	assert.Equal(t, []int{1, 2, 3}, []int{1, 2, 4})
	assert.Equal(t, map[string]int{"a": 1, "b": 2}, map[string]int{"b": 3, "c": 4})
	assert.Equal(t, point{1, 2, "p"}, point{1, 3, "q"}, 7)
	assert.Equal(t, &point{1, 2, ""}, &point{1, 3, ""})
	assert.Equal(t, nil, 1)
	assert.Equal(t, 2*time.Second, time.Minute)
	assert.Equal(t, []byte("go"), []byte("gopher"))
	assert.Equal(t, main, nil)
	at := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	one := shape{"one", []point{{1, 2, "a"}, {3, 4, "b"}}, map[string]*point{"x": {1, 2, ""}}, 1.5, nil, at, []byte("raw"), true, nil, 1}
	two := shape{"one", []point{{1, 2, "a"}, {3, 5, "b"}, {6, 7, ""}}, nil, "text", io.EOF, at.Add(time.Hour), nil, true, nil, 2.5}
	assert.Equal(t, one, two)
	var many, more []int
	for i := range 30 {
		many = append(many, i)
		if i%11 != 5 {
			more = append(more, i)
		}
	}
	assert.Equal(t, many, more)
	assert.NotEqual(t, "x", "x")
	fmt.Println(assert.EqualValues(t, uint8(7), 7), assert.EqualValues(t, 7, 7.5), assert.EqualValues(t, int64(256), uint8(0)))
	assert.Exactly(t, int32(1), int64(1))
	p := &point{}
	fmt.Println(assert.Same(t, p, p), assert.Same(t, 1, 1))
	assert.NotSame(t, p, p)
	fmt.Println(assert.ObjectsAreEqual([]byte(nil), []byte{}), assert.ObjectsAreEqual([]byte("x"), []byte("x")), assert.ObjectsAreEqual(nil, (*int)(nil)), assert.ObjectsAreEqualValues(int8(1), uint64(1)), assert.ObjectsAreEqualValues("1", 1), assert.ObjectsAreEqualValues([]byte("x"), "x"))
}

func TestOthers(t *printer) {
	assert.True(t, false)
	assert.False(t, true)
	var p *point
	fmt.Println(assert.Nil(t, nil), assert.Nil(t, p), assert.NotNil(t, 0))
	assert.Nil(t, 7)
	assert.NotNil(t, p)
	assert.Empty(t, []int{1})
	assert.NotEmpty(t, "")
	assert.Zero(t, 7)
	assert.NotZero(t, "")
	assert.Len(t, []int{1, 2}, 3)
	assert.Len(t, 7, 3)
	assert.Contains(t, "gopher", "x")
	assert.Contains(t, []string{"a"}, "b")
	assert.Contains(t, map[string]int{"a": 1}, "b")
	assert.Contains(t, 7, 7)
	assert.NotContains(t, "gopher", "go")
	assert.Subset(t, []int{1, 2}, []int{2, 3})
	assert.NotSubset(t, []int{1, 2}, []int{2})
	assert.ElementsMatch(t, []int{1, 2, 2, 3}, []int{3, 2, 1, 1})
	assert.Condition(t, func() bool { return false })
	assert.InDelta(t, 1.0, 1.5, 0.1)
	assert.InEpsilon(t, 100, 120, 0.1)
	assert.Regexp(t, "^a+$", "aab")
	assert.NotRegexp(t, regexp.MustCompile("a"), "aab")
	assert.JSONEq(t, `{"a":1}`, `{"a":2}`)
	assert.JSONEq(t, `{"a":1}`, `{`)
	assert.IsType(t, 1, "x")
	assert.Implements(t, (*error)(nil), 7)
	assert.WithinDuration(t, time.Unix(10, 0).UTC(), time.Unix(20, 0).UTC(), time.Second)
	assert.Fail(t, "no reason", "but %s", "one")
	assert.Equalf(t, 1, 2, "f %d", 3)
	assert.New(t).Equal(3, 4)
	assert.New(t).Truef(false, "f %d", 3)
	nested(t)
}

func nested(t *printer) { assert.True(t, false) }

func TestErrors(t *printer) {
	assert.NoError(t, io.EOF)
	assert.Error(t, nil)
	assert.EqualError(t, io.EOF, "other")
	assert.ErrorContains(t, io.EOF, "other")
	wrapped := fmt.Errorf("reading: %w", &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist})
	assert.ErrorIs(t, wrapped, io.EOF)
	assert.ErrorIs(t, nil, io.EOF)
	assert.NotErrorIs(t, wrapped, fs.ErrNotExist)
	var syntax *os.SyscallError
	assert.ErrorAs(t, wrapped, &syntax)
	assert.ErrorIs(t, errors.Join(io.EOF, io.ErrNoProgress), fs.ErrClosed)
}

func TestPanics(t *printer) {
	assert.Panics(t, func() {})
	assert.NotPanics(t, func() { panic("oh") })
	assert.PanicsWithValue(t, "ah", func() { panic("oh") })
	assert.PanicsWithError(t, "ah", func() { panic(errors.New("oh")) })
}

func TestOrder(t *printer) {
	assert.Greater(t, 1, 2)
	assert.GreaterOrEqual(t, 1.5, 2.5)
	assert.Less(t, "b", "a")
	assert.LessOrEqual(t, uint(2), uint(1))
	assert.Greater(t, 1, int64(2))
	assert.Greater(t, true, false)
	assert.Positive(t, -1)
	assert.Negative(t, 1.5)
	assert.IsIncreasing(t, []int{1, 1})
	assert.IsDecreasing(t, []int{1, 2})
	assert.IsNonDecreasing(t, []int{2, 1})
	assert.IsNonIncreasing(t, []int{1, 2})
}

func TestFiles(t *printer) {
	assert.FileExists(t, "/nothing/here")
	assert.DirExists(t, "/nothing/here")
	assert.NoDirExists(t, "/")
	assert.FileExists(t, "/")
}

func TestWaiting(t *printer) {
	start := time.Now()
	fmt.Println(assert.Eventually(t, func() bool { return time.Since(start) > 20*time.Millisecond }, time.Second, 5*time.Millisecond))
	assert.Eventually(t, func() bool { return false }, 30*time.Millisecond, 10*time.Millisecond)
	assert.Never(t, func() bool { return time.Since(start) > 10*time.Millisecond }, 50*time.Millisecond, 5*time.Millisecond)
	n := 0
	fmt.Println(assert.EventuallyWithT(t, func(c *assert.CollectT) { n++; assert.Equal(c, 3, n) }, time.Second, 5*time.Millisecond))
	assert.EventuallyWithT(t, func(c *assert.CollectT) { require.True(c, false, "not yet") }, 30*time.Millisecond, 10*time.Millisecond)
}

func TestRequire(t *printer) {
	for _, f := range []func(){
		func() { require.Equal(t, 1, 2) },
		func() { require.NoError(t, io.EOF, "reading") },
		func() { require.New(t).Len("abc", 2) },
		func() { require.Nilf(t, 1, "f %s", "x") },
		func() { require.NoError(t, nil); fmt.Println("goes on") },
		func() { assert.FailNow(t, "at once") },
	} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("ended", r == ended{})
				}
			}()
			f()
		}()
	}
}

// All of these hold.
func passes(t *printer) {
	before := t.failed
	assert := assert.New(t)
	assert.Equal([]byte("x"), []byte("x"))
	assert.Equal(map[string][]int{"a": {1}}, map[string][]int{"a": {1}})
	assert.NotEqual(1, 2)
	assert.Exactly(1, 1)
	assert.Empty(struct{ A int }{})
	assert.Empty((*int)(nil))
	assert.NotEmpty([]int{0})
	assert.Len(map[int]int{1: 1}, 1)
	assert.Contains("abc", "b")
	assert.Contains([]int{1}, 1)
	assert.Contains(map[string]int{"a": 1}, "a")
	assert.Subset([]int{1, 2, 3}, []int{3, 1})
	assert.Subset(map[string]int{"a": 1, "b": 2}, map[string]int{"a": 1})
	assert.NotSubset([]int{1}, []int{2})
	assert.ElementsMatch([]int{1, 2}, []int{2, 1})
	assert.ElementsMatch(nil, []int{})
	assert.Panics(func() { panic(1) })
	assert.PanicsWithValue("x", func() { panic("x") })
	assert.PanicsWithError("x", func() { panic(errors.New("x")) })
	assert.NotPanics(func() {})
	assert.InDelta(1, 1.05, 0.1)
	assert.InEpsilon(100, 101, 0.1)
	assert.ErrorIs(fmt.Errorf("x: %w", io.EOF), io.EOF)
	var path *fs.PathError
	assert.ErrorAs(fmt.Errorf("x: %w", &fs.PathError{}), &path)
	assert.Regexp(`\d+`, 42)
	assert.JSONEq(`{"a":[1,2],"b":null}`, `{ "b": null, "a": [1.0, 2] }`)
	assert.Implements((*error)(nil), io.EOF)
	assert.Less(time.Unix(1, 0), time.Unix(2, 0))
	assert.IsIncreasing([]string{"a", "b"})
	assert.WithinDuration(time.Unix(1, 0), time.Unix(2, 0), time.Second)
	assert.WithinRange(time.Unix(1, 0), time.Unix(1, 0), time.Unix(2, 0))
	assert.Never(func() bool { return false }, 20*time.Millisecond, 5*time.Millisecond)
	fmt.Println(t.failed - before)
}
