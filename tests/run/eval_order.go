package main

import (
	"fmt"
)

var trace []string

func t(s string, v int) int { trace = append(trace, s); return v }

func pair() (int, int) { trace = append(trace, "pair"); return 1, 2 }

func main() {
	arr := []int{1, 2, 3}
	arr[t("i", 0)] = t("a", 1) + t("b", 2)*t("c", 3)
	m := map[int]int{t("k1", 1): t("v1", 2)}
	_ = m
	x, y := pair()
	arr[t("l", 1)], arr[t("r", 2)] = t("x", x), t("y", y)
	fmt.Println(trace, arr)
	trace = nil
	_ = t("f", 0) == 1 && t("g", 1) == 1 || t("h", 2) == 2
	f := func(a, b, c int) int { return a + b + c }
	f(t("1", 1), t("2", 2), f(t("3", 3), t("4", 4), t("5", 5)))
	fmt.Println(trace)
	trace = nil
	defer func(v int) { fmt.Println("deferred", v, trace) }(t("d", 9))
	t("after", 0)
	i := 1
	i, arr[i] = 2, 50
	fmt.Println(i, arr)
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		s[i] = 0
	}
	fmt.Println(s)
	a3 := [3]int{1, 2, 3}
	for i, v := range a3 {
		a3[2] = 10
		fmt.Print(i, v, " ")
	}
	fmt.Println()
}
