package main

import (
	"fmt"
	"sync"
)

// A Config is read from a file, when it is first needed.
type Config struct{ limit int }

// Get reads the configuration when it is first called.
var Get = sync.OnceValue(func() *Config {
	return &Config{limit: 10}
})

func main() {
	var wg sync.WaitGroup
	limits := make([]int, 3)
	for n := range limits {
		wg.Go(func() { limits[n] = Get().limit })
	}
	wg.Wait()
	fmt.Println(limits)
}
