package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

func save(name string, fails bool) error {
	time.Sleep(time.Millisecond)
	if fails {
		return errors.New(name + ": disk full")
	}
	return nil
}

func main() {
	var err error
	var wg sync.WaitGroup
	wg.Go(func() {
		if err = save("letters", true); err != nil {
			return
		}
		fmt.Println("letters are saved")
	})
	wg.Go(func() {
		if err = save("photos", false); err != nil {
			return
		}
		fmt.Println("photos are saved")
	})
	wg.Wait()
	fmt.Println("error:", err)
}
