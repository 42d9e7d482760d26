package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// What does not depend on the machine of: threads, system calls, the poller, timers.

func wired() {
	runtime.LockOSThread()
	runtime.LockOSThread()
	var wg sync.WaitGroup
	sum := 0
	var mu sync.Mutex
	for i := range 20 {
		wg.Go(func() {
			if i%3 == 0 {
				runtime.LockOSThread()
				if i%2 == 0 {
					defer runtime.UnlockOSThread()
				}
			}
			time.Sleep(time.Duration(i) * time.Microsecond)
			mu.Lock()
			defer mu.Unlock()
			sum += i
		})
	}
	wg.Wait()
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()
	fmt.Println("wired", sum)
}

func files() {
	dir, err := os.MkdirTemp("", "sched")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	var wg sync.WaitGroup
	text := strings.Repeat("0123456789", 50_000)
	for i := range 6 {
		wg.Go(func() {
			name := fmt.Sprint(dir, "/", i)
			if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
				fmt.Println(err)
			}
			b, err := os.ReadFile(name)
			if err != nil || string(b) != text {
				fmt.Println("read", len(b), err)
			}
		})
	}
	wg.Wait()
	fmt.Println("files")
}

func pipes() {
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	var wg sync.WaitGroup
	total := make([]int, 3)
	for i := range total {
		wg.Go(func() {
			n, err := io.Copy(io.Discard, r)
			if err != nil {
				fmt.Println(err)
			}
			total[i] = int(n)
		})
	}
	for range 100 {
		if _, err := w.Write(make([]byte, 5000)); err != nil {
			fmt.Println(err)
		}
		runtime.Gosched()
	}
	w.Close()
	wg.Wait()
	fmt.Println("pipes", total[0]+total[1]+total[2])
}

func procs() {
	before := runtime.GOMAXPROCS(2)
	done := make(chan int)
	for i := range 8 {
		go func() {
			runtime.LockOSThread()
			n := 0
			for j := range 20_000 {
				n += j % (i + 1)
			}
			done <- n
		}()
	}
	runtime.GOMAXPROCS(1)
	sum := 0
	for range 4 {
		sum += <-done
	}
	runtime.GOMAXPROCS(8)
	for range 4 {
		sum += <-done
	}
	runtime.GOMAXPROCS(before)
	fmt.Println("procs", sum)
}

func main() {
	wired()
	files()
	pipes()
	procs()
}
