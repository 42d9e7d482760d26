package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

func send(mail int) error {
	time.Sleep(time.Duration(mail) * time.Millisecond)
	if mail == 1 {
		return errors.New("no such address")
	}
	return nil
}

func main() {
	var wg sync.WaitGroup
	for mail := 1; mail <= 3; mail++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := send(mail); err != nil {
				fmt.Printf("mail %d: %v\n", mail, err)
				return
			}
			fmt.Printf("mail %d is sent\n", mail)
		}()
	}
	wg.Wait()
	time.Sleep(10 * time.Millisecond) // writes the log
	fmt.Println("all mails are sent or refused")
}
