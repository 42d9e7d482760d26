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
	var errLetters, errPhotos error
	var wg sync.WaitGroup
	wg.Go(func() {
		if errLetters = save("letters", true); errLetters != nil {
			return
		}
		fmt.Println("letters are saved")
	})
	wg.Go(func() {
		if errPhotos = save("photos", false); errPhotos != nil {
			return
		}
		fmt.Println("photos are saved")
	})
	wg.Wait()
	fmt.Println("error:", errors.Join(errLetters, errPhotos))
}
