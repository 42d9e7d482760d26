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

// filter passes on what prime does not divide.
func filter(in <-chan int, prime int) <-chan int {
	out := make(chan int)
	go func() {
		for n := range in {
			if n%prime != 0 {
				out <- n
			}
		}
	}()
	return out
}

func primes(count int) (found []int) {
	in := generate()
	for range count {
		prime := <-in
		found = append(found, prime)
		in = filter(in, prime)
	}
	return found
}

func main() {
	fmt.Println(primes(count))
	fmt.Println(primes(2))
}
