package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errRefused = errors.New("connection refused")

func fetch(page string, takes time.Duration, result error) error {
	time.Sleep(takes)
	if result != nil {
		return fmt.Errorf("%s: %w", page, result)
	}
	return nil
}

func main() {
	var wg sync.WaitGroup
	errs := make([]error, 3)
	wg.Go(func() { errs[0] = fetch("/prices", 5*time.Millisecond, nil) })
	wg.Go(func() { errs[1] = fetch("/stock", 10*time.Millisecond, errRefused) })
	wg.Go(func() { errs[2] = fetch("/reviews", 20*time.Millisecond, errRefused) })
	wg.Wait()

	if err := errors.Join(errs...); err != nil {
		fmt.Println(err)
	}
}
