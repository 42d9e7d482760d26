package main

import (
	"errors"
	"fmt"
	"sync"
)

func parse(line string) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot parse %q: %v", line, r)
		}
	}()
	return len(line[5:]), nil
}

// parseAll must never bring the program down, whatever the lines are.
func parseAll(lines []string) error {
	errs := make([]error, len(lines))
	var wg sync.WaitGroup
	for i, line := range lines {
		wg.Go(func() {
			var n int
			if n, errs[i] = parse(line); errs[i] == nil {
				fmt.Println(line, "has", n)
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

func main() {
	fmt.Println(parseAll([]string{"name: ada", "age"}))
	fmt.Println("the server goes on")
}
