package main

import (
	"fmt"
	"sync"
	"time"
)

// ask stands for a question to a source that takes so long to answer.
func ask(source string, takes time.Duration) string {
	time.Sleep(takes)
	return source
}

func main() {
	answers := make([]string, 3)
	start := time.Now()

	var wg sync.WaitGroup
	wg.Go(func() { answers[0] = ask("database", 30*time.Millisecond) })
	wg.Go(func() { answers[1] = ask("cache", 2*time.Millisecond) })
	wg.Go(func() { answers[2] = ask("service", 50*time.Millisecond) })
	wg.Wait()

	for _, answer := range answers {
		fmt.Println(answer, "after", time.Since(start).Round(time.Millisecond))
	}
}
