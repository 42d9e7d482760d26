package main

import "fmt"

const limit = 30

func primes(limit int) (found []int) {
	crossed := make([]bool, limit)
	for n := 2; n < limit; n++ {
		if crossed[n] {
			continue
		}
		found = append(found, n)
		for multiple := n * n; multiple < limit; multiple += n {
			crossed[multiple] = true
		}
	}
	return found
}

func main() {
	fmt.Println(primes(limit))
}
