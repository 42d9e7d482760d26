package main

import (
	"fmt"
	"sync"
	"time"
)

// An Account has a number of its own, and a balance.
type Account struct {
	number  int
	mu      sync.Mutex // guards balance
	balance int
}

func transfer(from, to *Account, amount int) {
	first, second := from, to
	if second.number < first.number {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	time.Sleep(time.Millisecond) // looks the customer up
	second.mu.Lock()
	defer second.mu.Unlock()
	from.balance -= amount
	to.balance += amount
}

func main() {
	ada := &Account{number: 1, balance: 100}
	bob := &Account{number: 2, balance: 100}
	var wg sync.WaitGroup
	wg.Go(func() { transfer(ada, bob, 10) })
	wg.Go(func() { transfer(bob, ada, 20) })
	wg.Wait()
	fmt.Println(ada.balance, bob.balance)
}
