package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// A Config is read from a file, when it is first needed.
type Config struct{ limit int }

var (
	mu     sync.Mutex
	config atomic.Pointer[Config]
)

// Get avoids the lock when the configuration is there already.
func Get() *Config {
	if c := config.Load(); c != nil {
		return c
	}
	mu.Lock()
	defer mu.Unlock()
	if config.Load() == nil {
		config.Store(&Config{limit: 10})
	}
	return config.Load()
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
