package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	callers    = 3
	connecting = 20 * time.Millisecond
)

// A DB stands for something that is costly to get.
type DB struct{ number int }

var connects int

func connect() *DB {
	connects++
	time.Sleep(connecting)
	return &DB{number: connects}
}

// GetDB connects when it is called for the first time.
var GetDB = sync.OnceValue(connect)

func main() {
	var wg sync.WaitGroup
	for range callers {
		wg.Go(func() {
			db := GetDB()
			fmt.Println("got connection", db.number)
		})
	}
	wg.Wait()
	fmt.Println("connected", connects, "time(s)")
}
