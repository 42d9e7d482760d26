package main

import (
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

type person struct {
	name string
	age  int
}
type byAge []person

func (a byAge) Len() int           { return len(a) }
func (a byAge) Less(i, j int) bool { return a[i].age < a[j].age }
func (a byAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	old := *h
	n := len(old)
	x := old[n-1]
	*h = old[:n-1]
	return x
}

func main() {
	p := fmt.Println
	people := []person{{"A", 30}, {"B", 25}, {"C", 30}, {"D", 20}, {"E", 25}}
	s1 := slices.Clone(people)
	sort.Slice(s1, func(i, j int) bool { return s1[i].age < s1[j].age })
	p(s1)
	s2 := slices.Clone(people)
	sort.SliceStable(s2, func(i, j int) bool { return s2[i].age > s2[j].age })
	p(s2)
	s3 := slices.Clone(people)
	sort.Sort(byAge(s3))
	p(s3, sort.IsSorted(byAge(s3)))
	sort.Sort(sort.Reverse(byAge(s3)))
	p(s3)
	var big []person
	x := uint32(12345)
	for range 300 {
		x = x*1664525 + 1013904223
		big = append(big, person{fmt.Sprint(x % 1000), int(x>>16) % 10})
	}
	b1 := slices.Clone(big)
	sort.Slice(b1, func(i, j int) bool { return b1[i].age < b1[j].age })
	p(b1)
	b2 := slices.Clone(big)
	slices.SortFunc(b2, func(a, b person) int { return cmp.Compare(a.age, b.age) })
	p(slices.Equal(b1, b2))
	b3 := slices.Clone(big)
	slices.SortStableFunc(b3, func(a, b person) int { return cmp.Compare(a.age, b.age) })
	p(b3[:50])
	ints := []int{5, 2, 8, -1, 0}
	sort.Ints(ints)
	strs := []string{"pear", "apple", "fig"}
	sort.Strings(strs)
	fl := []float64{2.5, -1, 3}
	sort.Float64s(fl)
	p(ints, strs, fl, sort.SearchInts(ints, 5), sort.SearchStrings(strs, "b"), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	p(sort.Find(3, func(i int) int { return strings.Compare("fig", strs[i]) }))
	p(slices.Max(ints), slices.Min(ints), slices.Contains(strs, "fig"), slices.Index(strs, "zzz"), len(slices.Repeat([]int{1}, 3)))
	u8 := []uint8{3, 1, 2}
	slices.Sort(u8)
	p(u8, slices.IsSorted(u8))
	p(slices.BinarySearch(ints, 2))
	p(slices.BinarySearchFunc(people, 99, func(a person, t int) int { return cmp.Compare(a.age, t) }))
	p(slices.Insert([]int{1, 2, 3}, 1, 9, 8), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Replace([]int{1, 2, 3}, 0, 2, 7, 7, 7), slices.Compact([]int{1, 1, 2, 2, 2, 3, 1}))
	p(slices.Compare([]int{1, 2}, []int{1, 3}), slices.Concat([]int{1}, []int{2, 3}), slices.DeleteFunc([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	for _, c := range slices.Collect(slices.Chunk([]int{1, 2, 3, 4, 5}, 2)) {
		fmt.Print(c, " ")
	}
	for i, v := range strs {
		fmt.Print(i, v, " ")
	}
	m := map[string]int{"x": 1, "y": 2, "z": 3}
	p(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)), maps.Equal(m, maps.Clone(m)))
	maps.DeleteFunc(m, func(k string, v int) bool { return v > 1 })
	p(m, maps.Collect(slices.All([]string{"a", "b"})))
	p(cmp.Compare("a", "b"), cmp.Or(0, 3, 5), cmp.Less(1, 2), min(3, 1, 2), max(2.5, 1))
	h := &IntHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	p()
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	l.MoveToFront(e4)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	p(l.Len(), l.Remove(e1), l.Back().Value)
	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(x any) { fmt.Print(x, " ") })
	p()
}
