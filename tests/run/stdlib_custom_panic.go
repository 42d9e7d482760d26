package main

import (
	"errors"
	"fmt"
)

type E struct{ code int }

func (e E) Error() string { return fmt.Sprintf("failed with %d", e.code) }

func main() {
	defer fmt.Println("deferred")
	defer func() {
		panic(fmt.Errorf("wrapped: %w", errors.Join(E{1}, E{2})))
	}()
	panic(E{7})
}
