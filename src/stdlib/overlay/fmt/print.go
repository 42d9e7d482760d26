// Package fmt: formatted output. The formatting itself is native; this part calls the methods that values
// bring along, and writes.
package fmt

import (
	"internal/redirect"
	"io"
)

// State is what a Formatter prints to.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter has its own formatting for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer has a text of its own.
type Stringer interface {
	String() string
}

// GoStringer has a text of its own for %#v.
type GoStringer interface {
	GoString() string
}

const (
	modePrint = iota
	modePrintln
	modePrintf
	modeErrorf
)

// call is a method that the native part needs called; it knows these fields by their place. Calls of one directive have its number.
type call struct {
	arg                                       any
	method, verb, flags, wid, prec, directive int
}

// result is what the method gave; raw text is not formatted further. A panic leaves width and precision of what follows at 0.
type result struct {
	text      string
	raw, lost bool
}

func format(mode int, f string, a []any) (s string, calls int)
func output(mode int, f string, a []any) (n, calls int)
func collect(mode int, f string, a []any, calls []call)
func render(mode int, f string, a []any, rs []result) string
func wrapped(mode int, f string, a []any) (count int, mask uint64)
func nilPointer(v any) bool
func writeOut(s string)

func sprint(mode int, f string, a []any) string {
	s, n := format(mode, f, a)
	if n == 0 {
		return s
	}
	return withMethods(mode, f, a, n, false)
}

func withMethods(mode int, f string, a []any, n int, panicking bool) string {
	calls := make([]call, n)
	collect(mode, f, a, calls)
	results := make([]result, n)
	for i := range calls {
		ask(&calls[i], &results[i], panicking)
		if results[i].lost {
			for j := i + 1; j < n && calls[j].directive == calls[i].directive; j++ {
				calls[j].wid, calls[j].prec = min(calls[j].wid, 0), min(calls[j].prec, 0)
			}
		}
	}
	return render(mode, f, a, results)
}

func ask(c *call, r *result, panicking bool) {
	defer caught(c, r, panicking)
	switch c.method {
	case 0:
		r.text = c.arg.(error).Error()
	case 1:
		r.text = c.arg.(Stringer).String()
	case 2:
		r.text = c.arg.(GoStringer).GoString()
	case 3:
		r.raw = true
		c.arg.(Formatter).Format(&state{c, r}, rune(c.verb))
	}
}

// caught turns a panic of such a method into text.
func caught(c *call, r *result, panicking bool) {
	err := recover()
	if err == nil {
		return
	}
	r.raw = true
	if nilPointer(c.arg) {
		r.text += "<nil>"
		return
	}
	if panicking {
		panic(err)
	}
	r.lost = true
	name := "Error"
	switch c.method {
	case 1:
		name = "String"
	case 2:
		name = "GoString"
	case 3:
		name = "Format"
	}
	a := []any{err}
	text, n := format(modePrint, "", a)
	if n > 0 {
		text = withMethods(modePrint, "", a, n, true)
	}
	r.text += "%!" + string(rune(c.verb)) + "(PANIC=" + name + " method: " + text + ")"
}

type state struct {
	c *call
	r *result
}

func (s *state) Write(b []byte) (int, error) {
	s.r.text += string(b)
	return len(b), nil
}

func (s *state) WriteString(t string) (int, error) {
	s.r.text += t
	return len(t), nil
}

func (s *state) Width() (int, bool) {
	if s.c.wid < 0 {
		return 0, false
	}
	return s.c.wid, true
}

func (s *state) Precision() (int, bool) {
	if s.c.prec < 0 {
		return 0, false
	}
	return s.c.prec, true
}

func (s *state) Flag(c int) bool {
	switch c {
	case '-':
		return s.c.flags&1 != 0
	case '+':
		return s.c.flags&(2|32) != 0
	case '#':
		return s.c.flags&(4|64) != 0
	case ' ':
		return s.c.flags&8 != 0
	case '0':
		return s.c.flags&16 != 0
	}
	return false
}

// FormatString gives the directive that a State stands for.
func FormatString(state State, verb rune) string {
	s := "%"
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			s += string(c)
		}
	}
	if w, ok := state.Width(); ok {
		s += Sprint(w)
	}
	if p, ok := state.Precision(); ok {
		s += "." + Sprint(p)
	}
	return s + string(verb)
}

func toOutput(mode int, f string, a []any) (n int, err error) {
	if redirect.Write != nil {
		if _, err, redirected := redirect.Write(""); redirected {
			if err == nil {
				n, err, _ = redirect.Write(sprint(mode, f, a))
			}
			return n, err
		}
	}
	n, calls := output(mode, f, a)
	if calls > 0 {
		s := withMethods(mode, f, a, calls, false)
		writeOut(s)
		n = len(s)
	}
	return n, nil
}

func Print(a ...any) (n int, err error) {
	return toOutput(modePrint, "", a)
}

func Println(a ...any) (n int, err error) {
	return toOutput(modePrintln, "", a)
}

func Printf(format string, a ...any) (n int, err error) {
	return toOutput(modePrintf, format, a)
}

func Sprint(a ...any) string {
	return sprint(modePrint, "", a)
}

func Sprintln(a ...any) string {
	return sprint(modePrintln, "", a)
}

func Sprintf(format string, a ...any) string {
	return sprint(modePrintf, format, a)
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	return w.Write([]byte(sprint(modePrint, "", a)))
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return w.Write([]byte(sprint(modePrintln, "", a)))
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return w.Write([]byte(sprint(modePrintf, format, a)))
}

func Append(b []byte, a ...any) []byte {
	return append(b, sprint(modePrint, "", a)...)
}

func Appendln(b []byte, a ...any) []byte {
	return append(b, sprint(modePrintln, "", a)...)
}

func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, sprint(modePrintf, format, a)...)
}
