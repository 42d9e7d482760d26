package main

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"time"
)

var kept = make(chan int)

func leak() {
	ch := make(chan int)
	go func() { ch <- 1 }()
}

func pipeline() <-chan int {
	in, out := make(chan int), make(chan int)
	go func() {
		for n := range 10 {
			in <- n
		}
	}()
	go func() {
		for n := range in {
			out <- 2 * n
		}
	}()
	return out
}

func tell() {
	profile := pprof.Lookup("goroutineleak")
	var buf bytes.Buffer
	if err := profile.WriteTo(&buf, 1); err != nil {
		panic(err)
	}
	first, rest, _ := strings.Cut(buf.String(), "\n")
	fmt.Println(first, profile.Count())
	var names []string
	for line := range strings.Lines(rest) {
		if fields := strings.Fields(line); len(fields) > 2 && fields[0] == "#" {
			name, _, _ := strings.Cut(fields[2], "+")
			if strings.HasPrefix(name, "main.") {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Println(" ", name)
	}
}

func main() {
	tell()
	go func() { kept <- 1 }() // somebody could still receive
	wanted := make(chan int)
	go func() { wanted <- 2 }()
	time.Sleep(time.Millisecond)
	tell()
	leak()
	time.Sleep(time.Millisecond)
	tell()
	fmt.Println(<-pipeline())
	time.Sleep(time.Millisecond)
	tell()
	select {
	case <-pipeline():
	case <-time.After(time.Second):
	}
	time.Sleep(time.Millisecond)
	tell()
	stacks := make([]byte, 1<<16)
	stacks = stacks[:runtime.Stack(stacks, true)]
	fmt.Println(strings.Count(string(stacks), "chan send (leaked)"), strings.Count(string(stacks), "[chan send]"))
	fmt.Println(<-wanted, <-kept)
}
