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
	reports := make([]string, hosts)
	var wg sync.WaitGroup
	for host := range hosts {
		wg.Go(func() {
			reports[host] = ping(host)
		})
	}
	wg.Wait()
	fmt.Println(len(reports), "reports from", hosts, "hosts")
}
