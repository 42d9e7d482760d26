package main

import "fmt"

func main() {
	counts := map[int]int{}
	x := uint32(1)
	for range 2_000_000 {
		x = x*1664525 + 1013904223
		counts[int(x>>16)%50_000]++
	}
	words := map[string]int{}
	names := make([]string, 1000)
	for i := range names {
		names[i] = fmt.Sprint("word", i)
	}
	for i := range 1_000_000 {
		words[names[i*7919%1000]] += i & 3
	}
	sum := 0
	for k, v := range counts {
		sum += k * v & 1023
	}
	for _, v := range words {
		sum += v
	}
	for k := range counts {
		if k%2 == 0 {
			delete(counts, k)
		}
	}
	fmt.Println(sum, len(counts), len(words))
}
