package main

import (
	"fmt"
	"time"
)

const (
	senderComes   = 10 * time.Millisecond
	receiverComes = 30 * time.Millisecond
)

func main() {
	start := time.Now()
	at := func() time.Duration { return time.Since(start).Round(time.Millisecond) }
	parcel := make(chan string, 1)
	gone := make(chan struct{})

	go func() {
		defer close(gone)
		time.Sleep(senderComes)
		came := at()
		parcel <- "a parcel"
		fmt.Println("sender came at", came, "and goes at", at())
	}()

	time.Sleep(receiverComes)
	came := at()
	got := <-parcel
	left := at()
	<-gone
	fmt.Println("receiver came at", came, "and goes at", left, "with", got)
}
