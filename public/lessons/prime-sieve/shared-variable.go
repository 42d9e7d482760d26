package main

import "fmt"

const count = 10

// generate sends 2, 3, 4, ...
func generate() <-chan int {
	out := make(chan int)
	go func() {
		for n := 2; ; n++ {
			out <- n
		}
	}()
	return out
}

func primes(count int) (found []int) {
	in := generate()
	for range count {
		prime := <-in
		found = append(found, prime)
		out := make(chan int)
		go func() {
			for n := range in { // in is the variable of the loop around it
				if n%prime != 0 {
					out <- n
				}
			}
		}()
		in = out
	}
	return found
}

func main() {
	fmt.Println(primes(count))
	fmt.Println(primes(2))
}
