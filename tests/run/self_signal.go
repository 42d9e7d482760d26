package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	p, err := os.FindProcess(os.Getpid())
	fmt.Println(err, p.Pid == os.Getpid(), p.Signal(os.Interrupt), <-c)
	fmt.Println(syscall.Kill(syscall.Getpid(), syscall.SIGTERM), <-c)
	signal.Ignore(syscall.SIGUSR1)
	fmt.Println(p.Signal(syscall.SIGUSR1), signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGUSR2))
	fmt.Println(p.Signal(syscall.Signal(0)))

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGUSR2)
	fmt.Println(ctx)
	go func() {
		time.Sleep(time.Millisecond)
		p.Signal(syscall.SIGUSR2)
	}()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	stop()

	all := make(chan os.Signal, 3)
	signal.Notify(all)
	p.Signal(syscall.SIGHUP)
	fmt.Println(<-all)
	signal.Stop(all)
	select {
	case s := <-all:
		fmt.Println("late", s)
	default:
		fmt.Println("none")
	}

	g := rand.NewPCG(1, 2)
	g.Uint64()
	state, err := g.MarshalBinary()
	var h rand.PCG
	fmt.Printf("%x %v %v\n", state, err, h.UnmarshalBinary(state))
	fmt.Println(g.Uint64() == h.Uint64(), h.UnmarshalBinary(nil))
	fmt.Println(rand.New(g).N(time.Hour), rand.New(g).N(uint8(200)))
	fmt.Println(runtime.SetMutexProfileFraction(5), runtime.SetMutexProfileFraction(-1))
	var pin runtime.Pinner
	pin.Pin(&h)
	pin.Unpin()
}
