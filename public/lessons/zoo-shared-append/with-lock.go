package main

import (
	"fmt"
	"sync"
	"time"
)

const hosts = 8

// ping stands for a request.
func ping(host int) string {
	time.Sleep(time.Millisecond)
	return fmt.Sprint("host ", host, " is up")
}

func main() {
	var mu sync.Mutex // guards reports
	var reports []string
	var wg sync.WaitGroup
	for host := range hosts {
		wg.Go(func() {
			report := ping(host)
			mu.Lock()
			defer mu.Unlock()
			reports = append(reports, report)
		})
	}
	wg.Wait()
	fmt.Println(len(reports), "reports from", hosts, "hosts")
}
