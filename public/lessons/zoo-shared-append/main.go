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
	var reports []string
	var wg sync.WaitGroup
	for host := range hosts {
		wg.Go(func() {
			reports = append(reports, ping(host))
		})
	}
	wg.Wait()
	fmt.Println(len(reports), "reports from", hosts, "hosts")
}
