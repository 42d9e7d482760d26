package main

import (
	"fmt"
)

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func apply(fs []func(int) int, v int) (out []int) {
	for _, f := range fs {
		out = append(out, f(v))
	}
	return
}

func fact(n int) int {
	var f func(int) int
	f = func(k int) int {
		if k <= 1 {
			return 1
		}
		return k * f(k-1)
	}
	return f(n)
}

func variadic(pre string, xs ...int) string {
	return fmt.Sprint(pre, len(xs), xs)
}

func multi() (int, string, error) { return 1, "two", nil }

func take(a int, b string, c error) string { return fmt.Sprint(a, b, c) }

func main() {
	inc, reset := counter()
	fmt.Println(inc(), inc(), inc())
	reset()
	fmt.Println(inc())
	var fs []func(int) int
	for i := 1; i <= 3; i++ {
		fs = append(fs, func(x int) int { i += x; return i })
	}
	fmt.Println(apply(fs, 10), apply(fs, 10))
	fmt.Println(fact(10))
	fmt.Println(variadic("a"), variadic("b", 1, 2), variadic("c", []int{4, 5, 6}...))
	fmt.Println(take(multi()))
	x, y := 1, 2
	func() { x, y = y, x }()
	fmt.Println(x, y)
	s := []int{0, 1, 2}
	i := 0
	i, s[i] = 2, 9
	fmt.Println(i, s)
	s[0], s[1], s[2] = s[2], s[0], s[1]
	fmt.Println(s)
	type op func(a, b int) int
	ops := map[string]op{"add": func(a, b int) int { return a + b }, "sub": func(a, b int) int { return a - b }}
	fmt.Println(ops["add"](3, 4), ops["sub"](3, 4))
	big := struct{ a, b, c, d, e string }{"1", "2", "3", "4", "5"}
	show := func() string { return big.a + big.e }
	big.e = "changed"
	fmt.Println(show())
	compose := func(f, g func(int) int) func(int) int { return func(x int) int { return g(f(x)) } }
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * x })(4))
}
