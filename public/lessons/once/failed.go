package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

const (
	callers    = 3
	connecting = 20 * time.Millisecond
)

var errRefused = errors.New("connection refused")

// A DB stands for something that is costly to get.
type DB struct{ number int }

var (
	once     sync.Once
	instance *DB
	connects int
)

// connect fails at the first try.
func connect() (*DB, error) {
	connects++
	time.Sleep(connecting)
	if connects == 1 {
		return nil, errRefused
	}
	return &DB{number: connects}, nil
}

// GetDB connects when it is called for the first time.
func GetDB() (*DB, error) {
	var err error
	once.Do(func() { instance, err = connect() })
	return instance, err
}

func main() {
	var wg sync.WaitGroup
	for range callers {
		wg.Go(func() {
			db, err := GetDB()
			if err != nil {
				fmt.Println("failed:", err)
				return
			}
			fmt.Println("got connection", db.number)
		})
	}
	wg.Wait()
	fmt.Println("connected", connects, "time(s)")
}
