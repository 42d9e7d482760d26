package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func zero(n int) func(func() bool) {
	return func(yield func() bool) {
		for i := 0; i < n; i++ {
			if !yield() {
				return
			}
		}
	}
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count done", n)
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func pairs(s ...string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, x := range s {
			if !yield(i, x) {
				return
			}
		}
	}
}

func find(n int) (res string, ok bool) {
	defer func() { res += "!" }()
	for x := range count(10) {
		if x == n {
			return fmt.Sprint("found ", x), true
		}
	}
	return "none", false
}

func find2(n int) (int, string) {
	for x := range count(3) {
		for y := range count(3) {
			if x*3+y == n {
				return x, fmt.Sprint(y)
			}
		}
	}
	return -1, ""
}

func labels() {
outer:
	for x := range count(4) {
		for y := range count(4) {
			switch {
			case y == 2:
				continue outer
			case x == 2:
				break outer
			}
			fmt.Println(x, y)
		}
	}
	for i := 0; i < 3; i++ {
		for y := range count(5) {
			if y == 1 {
				continue
			}
			if y == 3 {
				break
			}
			fmt.Println("in", i, y)
		}
	}
loop:
	for i := 0; ; i++ {
		for y := range count(5) {
			if i == 2 {
				break loop
			}
			if y == 1 {
				continue loop
			}
			fmt.Println("loop", i, y)
		}
	}
}

func defers() {
	defer fmt.Println("first defer")
	for x := range count(3) {
		defer fmt.Println("deferred in body", x)
	}
	fmt.Println("end of defers")
}

func gotos() {
	n := 0
again:
	for x := range count(3) {
		n++
		if x == 1 && n < 4 {
			goto again
		}
		if x == 0 {
			goto skip
		}
		fmt.Println("not skipped", x)
	skip:
	}
	fmt.Println("n", n)
}

func panics() {
	defer func() { fmt.Println("recovered:", recover()) }()
	for x := range count(3) {
		if x == 1 {
			panic("in body")
		}
	}
}

func assignOuter() {
	var a, b = 7, "x"
	for a, b = range pairs("p", "q") {
	}
	fmt.Println(a, b)
	sum := 0
	var fs []func() int
	for i, s := range pairs("a", "bb", "ccc") {
		sum += len(s)
		fs = append(fs, func() int { i++; return i + sum })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

type tree[T any] struct {
	l, r *tree[T]
	v    T
}

func (t *tree[T]) all() iter.Seq[T] {
	return func(yield func(T) bool) { t.push(yield) }
}
func (t *tree[T]) push(yield func(T) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}

func gen[S ~func(yield func(int) bool)](s S) (n int) {
	for x := range s {
		n += x
	}
	return
}

func genret[S ~func(yield func(E) bool), E comparable](s S, w E) bool {
	for x := range s {
		if x == w {
			return true
		}
	}
	return false
}

type myseq func(func(int) bool)

func named() (a int, b string, err error) {
	for x := range count(5) {
		a = x
		b += fmt.Sprint(x)
		if x == 2 {
			err = fmt.Errorf("stop at %d", x)
			return
		}
	}
	return 9, "no", nil
}

func main() {
	n := 0
	for range zero(5) {
		n++
	}
	fmt.Println(n)
	for range count(2) {
		fmt.Println("tick")
	}
	for i := range pairs("a", "b") {
		fmt.Println(i)
	}
	for _, s := range pairs("a", "b") {
		fmt.Println(s)
	}
	fmt.Println(find(3))
	fmt.Println(find(30))
	fmt.Println(find2(5))
	labels()
	defers()
	gotos()
	panics()
	assignOuter()
	t := &tree[string]{v: "m", l: &tree[string]{v: "a"}, r: &tree[string]{v: "z"}}
	for v := range t.all() {
		fmt.Print(v, " ")
		if v == "m" {
			break
		}
	}
	fmt.Println()
	fmt.Println(gen(func(y func(int) bool) { _ = y(1) && y(2) }))
	fmt.Println(genret(func(y func(string) bool) { _ = y("a") && y("b") }, "b"), genret(count(4), 9))
	for x := range myseq(func(y func(int) bool) { y(42) }) {
		fmt.Println(x)
	}
	fmt.Println(named())
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	fmt.Println(slices.Collect(strings.SplitSeq("a,b,c", ",")))
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	for i, c := range slices.Backward([]int{1, 2, 3}) {
		fmt.Print(i, c, ";")
	}
	fmt.Println()
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println()
	func() {
		defer func() {
			for x := range count(2) {
				fmt.Println("rec", x, recover())
			}
		}()
		panic("boo")
	}()
}
