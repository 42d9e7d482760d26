package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	depositors = 4
	thinking   = 1 * time.Millisecond
)

// An Account may be used by several goroutines at once.
type Account struct {
	mu      sync.Mutex // guards balance
	balance int
}

// Deposit reads the balance, thinks, and writes it: steps that belong together.
func (a *Account) Deposit(amount int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	old := a.balance
	time.Sleep(thinking)
	a.balance = old + amount
}

// Balance tells how much there is.
func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

func main() {
	var account Account
	var wg sync.WaitGroup
	for range depositors {
		wg.Go(func() { account.Deposit(10) })
	}
	wg.Wait()
	fmt.Println(depositors, "deposits of 10 make", account.Balance())
}
