package main

import (
	"fmt"
	"sync"
)

var tries int

func load() int {
	tries++
	panic(fmt.Sprint("no configuration at try ", tries))
}

// attempt calls f and says how that went.
func attempt(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: panic: %v\n", what, r)
		}
	}()
	f()
	fmt.Printf("%s: returned, as if all were well\n", what)
}

func main() {
	var once sync.Once
	attempt("Once, first call", func() { once.Do(func() { load() }) })
	attempt("Once, second call", func() { once.Do(func() { load() }) })

	value := sync.OnceValue(load)
	attempt("OnceValue, first call", func() { value() })
	attempt("OnceValue, second call", func() { value() })
}
