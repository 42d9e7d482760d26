package main

import (
	"fmt"
)

type point struct{ x, y int }

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"]++
	m["a"] += 10
	v, ok := m["zz"]
	fmt.Println(m, len(m), v, ok)
	delete(m, "b")
	delete(m, "nope")
	if v, ok := m["a"]; ok {
		fmt.Println("a is", v)
	}
	p := map[point]string{{1, 2}: "p", {3, 4}: "q"}
	fmt.Println(p[point{1, 2}], p[point{9, 9}] == "", p)
	f := map[float64]int{0.5: 1, 1.5: 2}
	fmt.Println(f[0.5], f)
	e := map[any]int{1: 1, "x": 2, 2.5: 3, point{1, 1}: 4}
	fmt.Println(e[1], e["x"], e[2.5], e[point{1, 1}], e[int64(1)])
	nested := map[string]map[string]int{}
	if nested["x"] == nil {
		nested["x"] = make(map[string]int)
	}
	nested["x"]["y"] = 5
	fmt.Println(nested)
	sum := 0
	for k, v := range map[int]int{1: 10, 2: 20, 3: 30} {
		sum += k * v
	}
	fmt.Println(sum)
	big := make(map[int]int)
	for i := 0; i < 1000; i++ {
		big[i*7] = i
	}
	for i := 0; i < 1000; i += 2 {
		delete(big, i*7)
	}
	n := 0
	for k := range big {
		if k%14 == 7 {
			n++
		}
		delete(big, k)
	}
	fmt.Println(n, len(big))
	var nm map[string]int
	fmt.Println(nm["x"], len(nm), nm == nil)
	type s struct{ list []int }
	ms := map[string]*s{"k": {list: []int{1}}}
	ms["k"].list = append(ms["k"].list, 2)
	fmt.Println(ms["k"].list)
	arr := map[[2]string]int{{"a", "b"}: 1}
	arr[[2]string{"a", "b"}]++
	fmt.Println(arr)
	clear(m)
	fmt.Println(len(m))
}
