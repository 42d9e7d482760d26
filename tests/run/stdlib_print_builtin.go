package main

import "fmt"

type S struct{ a, b int }

func main() {
	println("to stderr", 1, true, 1.5, 'x', -7, uint8(3), 1e21, 2+3i)
	print("a", 1, "\n")
	fmt.Println(min(2, 1), max("a", "b"), min(1.5, 2), fmt.Sprint(S{1, 2}, &S{3, 4}))
	var arr [3]int
	copy(arr[:], []int{1, 2, 3, 4})
	s := []int{1, 2, 3}
	fmt.Println(arr, [2]int(s), *(*[2]int)(s))
	clear(s)
	fmt.Println(s)
}
