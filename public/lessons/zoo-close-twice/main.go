package main

import (
	"fmt"
	"sync"
	"time"
)

// A Service runs until it is stopped.
type Service struct {
	done chan struct{}
}

func (s *Service) Run() {
	<-s.done
	fmt.Println("service: stopped")
}

func (s *Service) Stop() { close(s.done) }

func main() {
	service := &Service{done: make(chan struct{})}
	var wg sync.WaitGroup
	wg.Go(service.Run)
	wg.Go(func() {
		time.Sleep(10 * time.Millisecond)
		fmt.Println("user: stop")
		service.Stop()
	})
	wg.Go(func() {
		time.Sleep(12 * time.Millisecond)
		fmt.Println("watchdog: stop")
		service.Stop()
	})
	wg.Wait()
}
