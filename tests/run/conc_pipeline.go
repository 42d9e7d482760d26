package main

import (
	"context"
	"fmt"
	"sort"
	"sync"
	"time"
)

func gen(ctx context.Context, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func mapc(in <-chan int, f func(int) int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func merge(cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan int) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	total := 0
	for v := range mapc(mapc(gen(ctx, 10), func(x int) int { return x * x }), func(x int) int { return x + 1 }) {
		total += v
	}
	fmt.Println(total)
	var all []int
	for v := range merge(gen(ctx, 5), gen(ctx, 3), mapc(gen(ctx, 2), func(x int) int { return -x })) {
		all = append(all, v)
	}
	sort.Ints(all)
	fmt.Println(all)
	src := gen(ctx, 1000)
	fmt.Println(<-src, <-src)
	cancel()
	fmt.Println(ctx.Err())
	ctx2, cancel2 := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel2()
	select {
	case <-ctx2.Done():
		fmt.Println(ctx2.Err())
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	ctx3 := context.WithValue(ctx2, "k", 42)
	fmt.Println(ctx3.Value("k"), ctx3.Value("none"))
	prime := func(n int) []int {
		ch := make(chan int)
		go func() {
			for i := 2; ; i++ {
				ch <- i
			}
		}()
		var out []int
		for i := 0; i < n; i++ {
			p := <-ch
			out = append(out, p)
			next := make(chan int)
			go func(in <-chan int, to chan<- int) {
				for {
					if v := <-in; v%p != 0 {
						to <- v
					}
				}
			}(ch, next)
			ch = next
		}
		return out
	}
	fmt.Println(prime(15))
}
