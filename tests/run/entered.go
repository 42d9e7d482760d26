package main

import "fmt"

// Goroutines are taken off their processors wherever a function is entered: its arguments must be there when they come back. The
// functions before `many` in the text have small frames.

func tiny() {}

func many(a, b, c, d, e, f, g, h, i, j int, s []int, t string, k any) int {
	sum := a + b + c + d + e + f + g + h + i + j
	if cap(s) != 3 || len(t) != 5 || k.(int) != a {
		panic(fmt.Sprint("lost: ", cap(s), len(t), k))
	}
	for _, x := range s[:cap(s)] {
		sum += x
	}
	return sum
}

func less() int { return 1 }

func deep(n int, a [6]int) int {
	if n == 0 {
		return a[5]
	}
	return deep(n-1, a) + a[n%6]
}

func main() {
	const workers = 50
	results := make(chan int)
	for w := 0; w < workers; w++ {
		go func() {
			total := 0
			for n := 0; n < 400; n++ {
				tiny()
				total += many(n, 2, 3, 4, 5, 6, 7, 8, 9, w, []int{n, w, 1}, "hello", n) + less()
				total += deep(n%20, [6]int{1, 2, 3, 4, 5, w})
			}
			results <- total
		}()
	}
	sum := 0
	for w := 0; w < workers; w++ {
		sum += <-results
	}
	fmt.Println(sum)
}
