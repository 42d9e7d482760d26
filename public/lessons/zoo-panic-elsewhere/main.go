package main

import (
	"fmt"
	"sync"
)

func parse(line string) int {
	return len(line[5:])
}

// parseAll must never bring the program down, whatever the lines are.
func parseAll(lines []string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot parse: %v", r)
		}
	}()
	var wg sync.WaitGroup
	for _, line := range lines {
		wg.Go(func() {
			fmt.Println(line, "has", parse(line))
		})
	}
	wg.Wait()
	return nil
}

func main() {
	fmt.Println(parseAll([]string{"name: ada", "age"}))
	fmt.Println("the server goes on")
}
