package main

import (
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	defer func() { fmt.Println("main recovers nothing:", recover()) }()
	g.Go(func() error { time.Sleep(time.Millisecond); panic("in a group") })
	// The panic ends the program while it waits, however slow the machine is.
	g.Wait()
	time.Sleep(10 * time.Second)
}
