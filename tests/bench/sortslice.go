package main

import (
	"fmt"
	"sort"
)

type item struct {
	key  int
	name string
}

func main() {
	x := uint32(7)
	items := make([]item, 300_000)
	for i := range items {
		x = x*1664525 + 1013904223
		items[i] = item{int(x >> 8), "n"}
	}
	sort.Slice(items, func(i, j int) bool { return items[i].key < items[j].key })
	sum := 0
	for i, it := range items {
		sum += it.key ^ i
	}
	fmt.Println(sum, items[0].key, items[len(items)-1].key)
}
