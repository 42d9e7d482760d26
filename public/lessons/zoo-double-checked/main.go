package main

import (
	"fmt"
	"sync"
)

// A Config is read from a file, when it is first needed.
type Config struct{ limit int }

var (
	mu     sync.Mutex
	config *Config
)

// Get avoids the lock when the configuration is there already.
func Get() *Config {
	if config == nil {
		mu.Lock()
		defer mu.Unlock()
		if config == nil {
			config = &Config{limit: 10}
		}
	}
	return config
}

func main() {
	var wg sync.WaitGroup
	limits := make([]int, 3)
	for n := range limits {
		wg.Go(func() { limits[n] = Get().limit })
	}
	wg.Wait()
	fmt.Println(limits)
}
