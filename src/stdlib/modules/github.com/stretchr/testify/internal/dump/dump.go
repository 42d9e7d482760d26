// Package dump shows values line by line, and how two texts differ.
package dump

import (
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// Value returns a value with its types, a part to a line.
func Value(v any) string {
	var b strings.Builder
	if v == nil {
		b.WriteString("(interface {}) <nil>")
	} else {
		value(&b, reflect.ValueOf(v), 0)
	}
	b.WriteByte('\n')
	return b.String()
}

const deepest = 10

func value(b *strings.Builder, v reflect.Value, depth int) {
	if !v.IsValid() {
		b.WriteString("<invalid>")
		return
	}
	if v.Kind() == reflect.Interface {
		if v.IsNil() {
			fmt.Fprintf(b, "(%s) <nil>", v.Type())
			return
		}
		v = v.Elem()
	}
	if v.Kind() == reflect.Pointer {
		pointer(b, v, depth)
		return
	}
	fmt.Fprintf(b, "(%s) ", v.Type())
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map, reflect.Chan:
		if n := v.Len(); n > 0 {
			fmt.Fprintf(b, "(len=%d) ", n)
		}
	}
	inner(b, v, depth)
}

func pointer(b *strings.Builder, v reflect.Value, depth int) {
	stars, t := "", v.Type()
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		stars, v = stars+"*", v.Elem()
		if v.Kind() == reflect.Interface && !v.IsNil() {
			v = v.Elem()
		}
	}
	if v.Kind() == reflect.Pointer {
		fmt.Fprintf(b, "(%s)(<nil>)", t)
		return
	}
	fmt.Fprintf(b, "(%s%s)(", stars, v.Type())
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map, reflect.Chan:
		if n := v.Len(); n > 0 {
			fmt.Fprintf(b, "(len=%d) ", n)
		}
	}
	inner(b, v, depth)
	b.WriteByte(')')
}

func inner(b *strings.Builder, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		fmt.Fprintf(b, "%q", v.String())
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.IsNil() {
			b.WriteString("<nil>")
			return
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			bytes := make([]byte, v.Len())
			for i := range bytes {
				bytes[i] = byte(v.Index(i).Uint())
			}
			b.WriteString("{\n")
			for _, line := range strings.SplitAfter(hex.Dump(bytes), "\n") {
				if line != "" {
					b.WriteString(strings.Repeat(" ", depth+1) + line)
				}
			}
			b.WriteString(strings.Repeat(" ", depth) + "}")
			return
		}
		parts(b, depth, v.Len(), func(i int) { value(b, v.Index(i), depth+1) })
	case reflect.Map:
		if v.IsNil() {
			b.WriteString("<nil>")
			return
		}
		keys := v.MapKeys()
		slices.SortFunc(keys, compare)
		parts(b, depth, len(keys), func(i int) {
			value(b, keys[i], depth+1)
			b.WriteString(": ")
			value(b, v.MapIndex(keys[i]), depth+1)
		})
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() && v.CanInterface() {
			b.WriteString(v.Interface().(time.Time).String())
			return
		}
		parts(b, depth, v.NumField(), func(i int) {
			b.WriteString(v.Type().Field(i).Name + ": ")
			value(b, v.Field(i), depth+1)
		})
	case reflect.Func, reflect.UnsafePointer, reflect.Chan:
		if v.IsNil() {
			b.WriteString("<nil>")
		} else {
			b.WriteString("{...}")
		}
	case reflect.Complex64, reflect.Complex128:
		b.WriteString(fmt.Sprint(v.Complex()))
	case reflect.Bool:
		fmt.Fprint(b, v.Bool())
	case reflect.Float32, reflect.Float64:
		fmt.Fprint(b, v)
	default:
		if v.CanInt() {
			fmt.Fprint(b, v.Int())
		} else {
			fmt.Fprint(b, v.Uint())
		}
	}
}

func parts(b *strings.Builder, depth, n int, part func(i int)) {
	b.WriteString("{\n")
	if depth+1 > deepest {
		b.WriteString(strings.Repeat(" ", depth+1) + "<max depth reached>\n")
	} else {
		for i := range n {
			b.WriteString(strings.Repeat(" ", depth+1))
			part(i)
			if i < n-1 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
		}
	}
	b.WriteString(strings.Repeat(" ", depth) + "}")
}

func compare(a, b reflect.Value) int {
	switch {
	case a.Kind() != b.Kind():
	case a.CanInt():
		return int(min(1, max(-1, a.Int()-b.Int())))
	case a.Kind() == reflect.String:
		return strings.Compare(a.String(), b.String())
	}
	return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
}

// A run of equal lines.
type block struct{ a, b, n int }

// The longest run of equal lines, the first one of those, and those on both sides of it.
func blocks(a, b []string, at block, out []block) []block {
	var best block
	lengths := map[int]int{}
	for i, line := range a {
		next := map[int]int{}
		for j := range b {
			if b[j] == line {
				n := lengths[j-1] + 1
				next[j] = n
				if n > best.n {
					best = block{i - n + 1, j - n + 1, n}
				}
			}
		}
		lengths = next
	}
	if best.n == 0 {
		return out
	}
	out = blocks(a[:best.a], b[:best.b], at, out)
	out = append(out, block{at.a + best.a, at.b + best.b, best.n})
	return blocks(a[best.a+best.n:], b[best.b+best.n:], block{at.a + best.a + best.n, at.b + best.b + best.n, 0}, out)
}

// Diff returns the lines that differ, each with one line around it, as diff -u does.
func Diff(expected, actual string) string {
	lines := func(s string) []string {
		l := strings.SplitAfter(s, "\n")
		l[len(l)-1] += "\n"
		return l
	}
	a, b := lines(expected), lines(actual)
	same := append(blocks(a, b, block{}, nil), block{len(a), len(b), 0})
	var out, hunk strings.Builder
	// Where the hunk starts, and where it has come to.
	startA, startB, i, j := 0, 0, 0, 0
	flush := func(endA, endB int) {
		if hunk.Len() > 0 {
			if out.Len() == 0 {
				out.WriteString("--- Expected\n+++ Actual\n")
			}
			fmt.Fprintf(&out, "@@ -%s +%s @@\n%s", span(startA, endA), span(startB, endB), hunk.String())
			hunk.Reset()
		}
	}
	for _, s := range same {
		if s.a > i || s.b > j {
			if hunk.Len() == 0 {
				startA, startB = i, j
				if i > 0 && j > 0 {
					startA, startB = i-1, j-1
					hunk.WriteString(" " + a[i-1])
				}
			}
			for ; i < s.a; i++ {
				hunk.WriteString("-" + a[i])
			}
			for ; j < s.b; j++ {
				hunk.WriteString("+" + b[j])
			}
		}
		if s.n == 0 {
			break
		}
		last := s.a+s.n == len(a) && s.b+s.n == len(b)
		if hunk.Len() > 0 && (s.n > 2 || last) {
			hunk.WriteString(" " + a[s.a])
			flush(s.a+1, s.b+1)
		} else if hunk.Len() > 0 {
			for k := range s.n {
				hunk.WriteString(" " + a[s.a+k])
			}
		}
		i, j = s.a+s.n, s.b+s.n
	}
	flush(i, j)
	return out.String()
}

func span(from, to int) string {
	switch n := to - from; n {
	case 1:
		return fmt.Sprint(from + 1)
	case 0:
		return fmt.Sprintf("%d,0", from)
	default:
		return fmt.Sprintf("%d,%d", from+1, n)
	}
}
