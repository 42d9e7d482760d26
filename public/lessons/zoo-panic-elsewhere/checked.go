package main

import (
	"fmt"
	"strings"
	"sync"
)

func parse(line string) (int, error) {
	_, value, ok := strings.Cut(line, ": ")
	if !ok {
		return 0, fmt.Errorf("cannot parse %q", line)
	}
	return len(value), nil
}

func main() {
	var wg sync.WaitGroup
	for _, line := range []string{"name: ada", "age"} {
		wg.Go(func() { fmt.Println(parse(line)) })
	}
	wg.Wait()
	fmt.Println("the server goes on")
}
