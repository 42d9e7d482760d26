package main

import (
	"container/heap"
	"fmt"
	"math"
	"sort"
)

type edge struct{ to, w int }
type item struct{ node, dist int }
type pq []item

func (q pq) Len() int           { return len(q) }
func (q pq) Less(i, j int) bool { return q[i].dist < q[j].dist }
func (q pq) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *pq) Push(x any)        { *q = append(*q, x.(item)) }
func (q *pq) Pop() any          { o := *q; x := o[len(o)-1]; *q = o[:len(o)-1]; return x }

func dijkstra(g map[int][]edge, from, n int) []int {
	dist := make([]int, n)
	for i := range dist {
		dist[i] = math.MaxInt
	}
	dist[from] = 0
	q := &pq{{from, 0}}
	for q.Len() > 0 {
		it := heap.Pop(q).(item)
		if it.dist > dist[it.node] {
			continue
		}
		for _, e := range g[it.node] {
			if d := it.dist + e.w; d < dist[e.to] {
				dist[e.to] = d
				heap.Push(q, item{e.to, d})
			}
		}
	}
	return dist
}

func topo(deps map[string][]string) (order []string, err error) {
	state := map[string]int{}
	var visit func(string) error
	visit = func(n string) error {
		switch state[n] {
		case 1:
			return fmt.Errorf("cycle at %s", n)
		case 2:
			return nil
		}
		state[n] = 1
		for _, d := range deps[n] {
			if err := visit(d); err != nil {
				return err
			}
		}
		state[n] = 2
		order = append(order, n)
		return nil
	}
	names := make([]string, 0)
	for n := range deps {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if err = visit(n); err != nil {
			return nil, err
		}
	}
	return
}

func queens(n int) int {
	var solve func(row int, cols, d1, d2 uint) int
	solve = func(row int, cols, d1, d2 uint) int {
		if row == n {
			return 1
		}
		c := 0
		for free := ^(cols | d1 | d2) & (1<<uint(n) - 1); free != 0; free &= free - 1 {
			b := free & -free
			c += solve(row+1, cols|b, (d1|b)<<1, (d2|b)>>1)
		}
		return c
	}
	return solve(0, 0, 0, 0)
}

func main() {
	g := map[int][]edge{0: {{1, 4}, {2, 1}}, 2: {{1, 2}, {3, 7}}, 1: {{3, 1}}}
	fmt.Println(dijkstra(g, 0, 5)[:4])
	fmt.Println(topo(map[string][]string{"app": {"db", "log"}, "db": {"log"}, "log": nil}))
	fmt.Println(topo(map[string][]string{"a": {"b"}, "b": {"a"}}))
	fmt.Println(queens(6), queens(8))
	perms := [][]int{}
	var permute func(a []int, k int)
	permute = func(a []int, k int) {
		if k == len(a) {
			perms = append(perms, append([]int(nil), a...))
			return
		}
		for i := k; i < len(a); i++ {
			a[k], a[i] = a[i], a[k]
			permute(a, k+1)
			a[k], a[i] = a[i], a[k]
		}
	}
	permute([]int{1, 2, 3}, 0)
	fmt.Println(len(perms), perms)
	memo := map[[2]int]int{}
	var paths func(r, c int) int
	paths = func(r, c int) int {
		if r == 0 || c == 0 {
			return 1
		}
		k := [2]int{r, c}
		if v, ok := memo[k]; ok {
			return v
		}
		memo[k] = paths(r-1, c) + paths(r, c-1)
		return memo[k]
	}
	fmt.Println(paths(10, 10), len(memo))
}
