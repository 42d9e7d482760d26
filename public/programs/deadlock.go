package main

import (
	"fmt"
	"sync"
	"time"
)

// Two people share a fork and a knife. Each takes one and waits for the other.
var fork, knife sync.Mutex

func eat(name string, first, second *sync.Mutex, wg *sync.WaitGroup) {
	defer wg.Done()
	first.Lock()
	defer first.Unlock()
	time.Sleep(time.Millisecond)
	second.Lock()
	defer second.Unlock()
	fmt.Println(name, "eats")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go eat("Ada", &fork, &knife, &wg)
	go eat("Rob", &knife, &fork, &wg)
	fmt.Println("dinner is served")
	wg.Wait()
	fmt.Println("the table is cleared")
}
