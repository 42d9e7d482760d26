package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Signals that a program sends to itself.

func raise(sig syscall.Signal) {
	if err := syscall.Kill(os.Getpid(), sig); err != nil {
		fmt.Println(err)
	}
}

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	raise(syscall.SIGINT)
	s := <-c
	fmt.Println(s, s == os.Interrupt)
	self, err := os.FindProcess(os.Getpid())
	fmt.Println(err, self.Signal(syscall.SIGTERM))
	fmt.Println(<-c)

	// A second one finds the channel full.
	raise(syscall.SIGINT)
	time.Sleep(20 * time.Millisecond)
	raise(syscall.SIGTERM)
	time.Sleep(20 * time.Millisecond)
	fmt.Println(<-c, len(c))

	// All signals, and two channels.
	all := make(chan os.Signal, 8)
	signal.Notify(all)
	signal.Notify(c, syscall.SIGUSR1)
	raise(syscall.SIGUSR1)
	fmt.Println(<-all, <-c)
	raise(syscall.SIGHUP)
	fmt.Println(<-all, len(c))
	signal.Stop(all)
	raise(syscall.SIGUSR1)
	fmt.Println(<-c, len(all))
	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGINT))
	raise(syscall.SIGHUP)
	signal.Reset(syscall.SIGUSR1)
	raise(syscall.SIGINT)
	fmt.Println(<-c)
	signal.Stop(c)

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	fmt.Println(ctx)
	go func() {
		time.Sleep(20 * time.Millisecond)
		raise(syscall.SIGINT)
	}()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	stop()
	ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt)
	stop()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))

	// A server that a signal ends.
	ctx, stop = signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raise(syscall.SIGTERM)
		<-ctx.Done()
		time.Sleep(50 * time.Millisecond)
		io.WriteString(w, "the last answer")
	})}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	answer := make(chan string, 1)
	go func() {
		r, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			answer <- err.Error()
			return
		}
		defer r.Body.Close()
		b, _ := io.ReadAll(r.Body)
		answer <- string(b)
	}()
	<-ctx.Done()
	deadline, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	fmt.Println(server.Shutdown(deadline), errors.Is(<-served, http.ErrServerClosed), <-answer)
}
