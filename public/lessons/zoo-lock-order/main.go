package main

import (
	"fmt"
	"sync"
	"time"
)

// An Account has a balance.
type Account struct {
	mu      sync.Mutex // guards balance
	balance int
}

func transfer(from, to *Account, amount int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	time.Sleep(time.Millisecond) // looks the customer up
	to.mu.Lock()
	defer to.mu.Unlock()
	from.balance -= amount
	to.balance += amount
}

func main() {
	ada := &Account{balance: 100}
	bob := &Account{balance: 100}
	var wg sync.WaitGroup
	wg.Go(func() { transfer(ada, bob, 10) })
	wg.Go(func() { transfer(bob, ada, 20) })
	wg.Wait()
	fmt.Println(ada.balance, bob.balance)
}
