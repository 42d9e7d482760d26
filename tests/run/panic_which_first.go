package main

import "fmt"

func try(name string, f func()) {
	defer func() { e := recover(); fmt.Printf("%s: %v\n", name, e) }()
	f()
}

func two(a, b int) (int, int) { return a, b }
func three(a ...int)          {}

type P struct{ x, y int }

var g = []int{1}
var garr [2]int

func main() {
	a := []int{1, 2}
	b := []int{1, 2, 3}
	aa := [][]int{{1}, {2, 3}}
	arr := [2]int{}
	brr := [3]int{}
	m := map[string]int{}
	s := "abc"
	pp := []*P{nil, {1, 2}}
	var np *P
	var ns []int
	i, j, k := 5, 7, 9
	try("1", func() { a[i], b[j] = 1, 2 })
	try("2", func() { arr[i], b[j] = 1, 2 })
	try("3", func() { a[i], brr[j] = 1, 2 })
	try("4", func() { arr[i], brr[j] = 1, 2 })
	try("5", func() { a[i], b[j] = b[k], a[k] })
	try("6", func() { x, y := a[i], b[j]; _, _ = x, y })
	try("7", func() { x, y := arr[i], brr[j]; _, _ = x, y })
	try("8", func() { two(a[i], b[j]) })
	try("9", func() { two(arr[i], brr[j]) })
	try("10", func() { _ = aa[i][j] })
	try("11", func() { _ = aa[0][j] })
	try("12", func() { aa[i][j] = a[k] })
	try("13", func() { aa[0][j] = a[k] })
	try("14", func() { a[i] = b[j] })
	try("15", func() { arr[i] = b[j] })
	try("16", func() { arr[i] = brr[j] })
	try("17", func() { a[i] += b[j] })
	try("18", func() { arr[i] += b[j] })
	try("19", func() { m["x"], a[i] = b[j], 2 })
	try("20", func() { m["x"], a[i] = 1, 2 })
	fmt.Println(m)
	try("21", func() { a[0], a[i] = 10, 20 })
	fmt.Println(a)
	try("22", func() { arr[0], arr[i] = 10, 20 })
	fmt.Println(arr)
	try("23", func() { _ = a[i] + b[j] })
	try("24", func() { _ = b[j] + a[i] })
	try("25", func() { _ = arr[i] + brr[j] })
	try("26", func() { _ = []int{a[i], b[j]} })
	try("27", func() { _ = P{a[i], b[j]} })
	try("28", func() { _ = P{y: a[i], x: b[j]} })
	try("29", func() { _ = [2]int{1: a[i], 0: b[j]} })
	try("31", func() { _ = a[i] == b[j] && true })
	try("32", func() { _ = a[i:j] })
	try("33", func() { _ = a[b[j]] })
	try("34", func() { _ = a[i:b[j]] })
	try("35", func() { _ = a[b[j]:i] })
	try("36", func() { np.x = a[i] })
	try("37", func() { np.x, a[i] = 1, 2 })
	try("38", func() { a[i], np.x = 1, 2 })
	try("39", func() { _ = np.x + a[i] })
	try("40", func() { _ = a[i] + np.x })
	try("41", func() { pp[0].x = a[i] })
	try("42", func() { pp[i].x = b[j] })
	try("43", func() { two(np.x, a[i]) })
	try("44", func() { two(a[i], np.x) })
	try("45", func() { three(a[i], b[j], np.x) })
	try("46", func() { three(np.x, b[j], a[i]) })
	try("47", func() { fmt.Println(a[i], b[j]) })
	try("48", func() { fmt.Println(np.x, b[j]) })
	try("49", func() { _ = append(a, b[j], a[i]) })
	try("50", func() { _ = append(a[i:], b[j]) })
	try("51", func() { copy(a[i:], b[j:]) })
	try("52", func() { ns[i] = b[j] })
	try("53", func() { g[i], garr[j] = 1, 2 })
	try("54", func() { garr[i], g[j] = 1, 2 })
	try("55", func() { _ = s[i] + s[j] })
	try("56", func() { _ = s[i:] + s[j:] })
	try("57", func() { z := 0; a[i] = 1 / z })
	try("58", func() { z := 0; arr[i] = 1 / z })
	try("59", func() { z := 0; _ = a[i] / z })
	try("60", func() { z := 0; _ = a[i] + 1/z })
	try("61", func() { z := 0; _ = 1/z + a[i] })
	try("62", func() { z := 0; two(1/z, a[i]) })
	try("63", func() { z := 0; two(a[i], 1/z) })
	try("65", func() { var e any = "x"; a[i] = e.(int) })
	try("66", func() { var e any = "x"; _ = a[i] + e.(int) })
	try("67", func() { var e any = "x"; two(a[i], e.(int)) })
	try("68", func() { var e any = "x"; two(e.(int), a[i]) })
	try("69", func() { a[i], a[j] = two(1, 2) })
	try("70", func() { a[i], arr[j] = two(b[k], 2) })
	try("71", func() { arr[i], a[j] = two(1, 2) })
	try("72", func() { arr[i], brr[j] = two(1, 2) })
	try("73", func() { a[0], brr[j] = two(77, 2) })
	fmt.Println(a)
	try("74", func() { np.x, a[i] = two(1, 2) })
	try("75", func() { a[i], np.x = two(1, 2) })
	try("76", func() { a[i]++; b[j]++ })
	try("77", func() { a[i], m["q"] = 1, b[j] })
	try("78", func() { aa[i][0], aa[0][j] = 1, 2 })
	try("79", func() { aa[0][j], aa[i][0] = 1, 2 })
	try("80", func() { aa[0][0], aa[0][j] = 5, 2 })
	fmt.Println(aa)
	try("81", func() { _ = func() int { return a[i] }() + b[j] })
	try("82", func() { _ = b[j] + func() int { return a[i] }() })
	try("83", func() { _ = arr[i] * brr[j] / garr[k] })
	try("84", func() {
		if a[i] > b[j] {
		}
	})
	try("85", func() {
		if b[j] > a[i] {
		}
	})
	try("86", func() {
		switch a[i] {
		case b[j]:
		}
	})
	try("87", func() {
		for x := a[i]; x < b[j]; x++ {
		}
	})
	try("88", func() { go two(a[i], b[j]) })
	try("89", func() { defer two(a[i], b[j]) })
	try("90", func() { func() (int, int) { return a[i], b[j] }() })
	try("91", func() { func() (int, int) { return arr[i], brr[j] }() })
	try("92", func() { ch := make(chan int, 1); ch <- a[i] + b[j] })
	try("93", func() { _ = &P{a[i], np.x} })
	try("94", func() { _ = &P{np.x, a[i]} })
	try("95", func() { x := [2][2]int{}; _ = x[i][j] })
	try("96", func() { x := [2][2]int{}; x[i][j] = 1 })
	try("97", func() { x := [2][]int{}; x[i][j] = 1 })
	try("98", func() { x := [][2]int{}; x[i][j] = 1 })
	try("99", func() { x := [][2]int{}; _ = x[i][j] })
	try("101", func() { a[i], _ = b[j], a[k] })
	try("102", func() { _, a[i] = b[j], a[k] })
	try("103", func() { _ = a[k]; a[i] = 1 })
	try("104", func() { _ = max(a[i], b[j]); _ = min(b[j], a[i]) })
	try("105", func() { _ = complex(float64(a[i]), float64(b[j])) })
	try("106", func() { println(a[i], b[j]) })
	try("107", func() { panic(a[i] + b[j]) })
	try("108", func() { m[s[i:j]] = a[k] })
	try("109", func() { m[s[i:j]] += a[k] })
	try("110", func() { var mm map[string]int; mm[s[i:]] = a[k] })
	try("111", func() { var mm map[string]int; mm["a"] = a[k] })
	try("112", func() { var mm map[string]int; mm["a"], a[k] = 1, 2 })
	try("113", func() { var mm map[string]int; a[k], mm["a"] = 1, 2 })
	try("114", func() { var q *[]int; (*q)[i] = b[j] })
	try("115", func() { var q *[3]int; q[i] = b[j] })
	try("116", func() { var q *[3]int; _ = q[i] })
	try("117", func() { var q *[3]int; q[1] = b[j] })
	try("118", func() { var q *[3]int; q[i], a[j] = 1, 2 })
	try("119", func() { a[j], arr[i] = a[i], a[k] })
	try("120", func() { i, a[i] = 1, 2 })
	fmt.Println(i)
}
