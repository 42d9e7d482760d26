package main

import (
	"errors"
	"fmt"
	"sync"
)

var errUnknown = errors.New("no such account")

// A Bank keeps balances.
type Bank struct {
	mu       sync.Mutex // guards balances
	balances map[string]int
}

func (b *Bank) Withdraw(name string, amount int) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	balance, ok := b.balances[name]
	if !ok {
		return errUnknown
	}
	b.balances[name] = balance - amount
	return nil
}

func main() {
	bank := &Bank{balances: map[string]int{"ada": 100, "bob": 100}}
	var wg sync.WaitGroup
	for _, name := range []string{"ada", "bob", "eve"} {
		wg.Go(func() {
			if err := bank.Withdraw(name, 10); err != nil {
				fmt.Println(name+":", err)
			}
		})
	}
	wg.Wait()
	fmt.Println("closing time")
}
