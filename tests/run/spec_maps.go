package main

import (
	"fmt"
	"math"
	"sort"
)

type K struct {
	a int
	s string
}
type I interface{ M() }
type T1 int
type T2 struct{ x float64 }

func (T1) M()  {}
func (*T2) M() {}

func keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

func main() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	v, ok := m["z"]
	fmt.Println(v, ok, m["a"], len(m))
	m["d"]++
	m["a"] += 10
	delete(m, "b")
	delete(m, "nope")
	fmt.Println(m)
	var nm map[string]int
	fmt.Println(nm["x"], len(nm), nm == nil)
	delete(nm, "x")
	for range nm {
		fmt.Println("never")
	}
	nan := math.NaN()
	fm := map[float64]string{nan: "n1", 1: "one", math.Inf(1): "inf", 0: "zero"}
	fm[nan] = "n2"
	fm[math.Copysign(0, -1)] = "negzero"
	fmt.Println(len(fm), fm[nan], fm[0], fm[math.Inf(1)])
	delete(fm, nan)
	fmt.Println(len(fm))
	clear(fm)
	fmt.Println(len(fm))
	im := map[any]string{1: "int", "1": "string", 1.0: "float", K{1, "a"}: "K", [2]int{1, 2}: "arr", T1(1): "T1", nil: "nil", true: "b"}
	fmt.Println(im[1], im["1"], im[1.0], im[K{1, "a"}], im[[2]int{1, 2}], im[T1(1)], im[nil], im[int64(1)] == "", im[true], len(im))
	sm := map[K][]int{}
	sm[K{1, "x"}] = append(sm[K{1, "x"}], 1, 2)
	sm[K{1, "x"}] = append(sm[K{1, "x"}], 3)
	sm[K{2, "y"}] = nil
	fmt.Println(sm, len(sm[K{2, "y"}]))
	t := &T2{1}
	xm := map[I]int{T1(3): 3, t: 4}
	xm[t]++
	xm[&T2{1}] = 7
	fmt.Println(len(xm), xm[t], xm[T1(3)], xm[T1(4)])
	am := map[[2]string]bool{{"a", "b"}: true}
	fmt.Println(am[[2]string{"a", "b"}], am[[2]string{"b", "a"}])
	pm := map[*int]string{}
	x, y := 1, 1
	pm[&x], pm[&y] = "x", "y"
	fmt.Println(pm[&x], pm[&y], len(pm))
	nested := map[string]map[string]int{}
	for _, w := range []string{"ab", "ac", "bc", "ab"} {
		k := w[:1]
		if nested[k] == nil {
			nested[k] = map[string]int{}
		}
		nested[k][w]++
	}
	fmt.Println(nested)
	structs := map[string]struct{ n int }{"a": {1}}
	s := structs["a"]
	s.n++
	structs["a"] = s
	fmt.Println(structs)
	ptrs := map[string]*K{"a": {1, "q"}}
	ptrs["a"].a++
	fmt.Println(*ptrs["a"])
	count := 0
	grow := map[int]int{0: 0, 1: 1, 2: 2}
	for k := range grow {
		delete(grow, k)
		count++
	}
	fmt.Println(count, len(grow))
	for i := range 100 {
		grow[i] = i * i
	}
	sum := 0
	for k, v := range grow {
		sum += k + v
		if k%2 == 0 {
			delete(grow, k)
		}
	}
	fmt.Println(sum, len(grow))
	ks := make([]int, 0)
	for k := range grow {
		ks = append(ks, k)
	}
	sort.Ints(ks)
	fmt.Println(ks[:5], keys(grow))
	fn := map[string]func(int, int) int{
		"add": func(a, b int) int { return a + b },
		"mul": func(a, b int) int { return a * b },
	}
	fmt.Println(fn["add"](2, 3), fn["mul"](2, 3), fn["x"] == nil)
	ch := map[string]chan int{"c": make(chan int, 1)}
	ch["c"] <- 5
	fmt.Println(<-ch["c"])
	type set map[string]struct{}
	st := set{"x": {}, "y": {}}
	if _, ok := st["x"]; ok {
		fmt.Println("in set", len(st))
	}
	b := map[bool]int{true: 1}
	b[1 > 2]--
	fmt.Println(b, map[int8]uint8{-1: 255}, map[complex128]int{1i: 1}[1i])
	var mm map[string]int = m
	mm["shared"] = 1
	fmt.Println(m["shared"], fmt.Sprint(map[K]int{{2, "b"}: 1, {1, "z"}: 2, {1, "a"}: 3}))
}
