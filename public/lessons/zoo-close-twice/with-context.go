package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// A Service runs until it is stopped.
type Service struct {
	ctx  context.Context
	stop context.CancelFunc
}

func (s *Service) Run() {
	<-s.ctx.Done()
	fmt.Println("service: stopped")
}

func (s *Service) Stop() { s.stop() }

func main() {
	ctx, stop := context.WithCancel(context.Background())
	service := &Service{ctx: ctx, stop: stop}
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
