package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

const memory = 8 // gigabytes

// A Job needs memory for a while.
type Job struct {
	name string
	at   time.Duration
	need int64
}

var jobs = []Job{
	{"thumbnail 1", 0 * time.Millisecond, 2},
	{"thumbnail 2", 1 * time.Millisecond, 2},
	{"film", 2 * time.Millisecond, 6},
	{"thumbnail 3", 3 * time.Millisecond, 2},
}

func main() {
	start := time.Now()
	say := func(job Job, what string) {
		fmt.Printf("%-4v  %-11s  %s\n", time.Since(start).Round(time.Millisecond), job.name, what)
	}
	sem := semaphore.NewWeighted(memory)
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Go(func() {
			time.Sleep(job.at)
			if err := sem.Acquire(context.Background(), job.need); err != nil {
				say(job, err.Error())
				return
			}
			defer sem.Release(job.need)
			say(job, fmt.Sprint("has ", job.need, " GB"))
			time.Sleep(10 * time.Millisecond)
		})
	}
	wg.Wait()
}
