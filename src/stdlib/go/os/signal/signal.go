// Package signal: signals come from the program itself (os.Process.Signal, syscall.Kill), and from the host.
package signal

import (
	"context"
	"internal/signals"
	"os"
	"sync"
	"syscall"
)

const most = 65

// What a channel, or nobody (Ignore), wants to be told of.
type handler struct {
	c    chan<- os.Signal
	mask [most]bool
}

var state struct {
	sync.Mutex
	list    []*handler
	ignored [most]bool
	// Whether somebody waits for those of the host.
	looping bool
}

func number(sig os.Signal) int {
	if s, ok := sig.(syscall.Signal); ok && 0 <= s && s < most {
		return int(s)
	}
	return -1
}

func mask(list []os.Signal) (m [most]bool) {
	for n := range m {
		m[n] = len(list) == 0
	}
	for _, s := range list {
		if n := number(s); n >= 0 {
			m[n] = true
		}
	}
	return m
}

func deliver(n int) bool {
	state.Lock()
	defer state.Unlock()
	if n >= most {
		return false
	}
	taken := state.ignored[n]
	for _, h := range state.list {
		if h.mask[n] {
			taken = true
			select {
			case h.c <- syscall.Signal(n):
			default:
			}
		}
	}
	return taken
}

// Waits for what the host sends.
func loop() { signals.Receive() }

func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	state.Lock()
	defer state.Unlock()
	signals.Deliver = deliver
	if !state.looping {
		state.looping = true
		go loop()
	}
	var h *handler
	for _, old := range state.list {
		if old.c == c {
			h = old
		}
	}
	if h == nil {
		h = &handler{c: c}
		state.list = append(state.list, h)
	}
	for n, on := range mask(sig) {
		if on {
			h.mask[n], state.ignored[n] = true, false
		}
	}
}

func Stop(c chan<- os.Signal) {
	state.Lock()
	defer state.Unlock()
	for i, h := range state.list {
		if h.c == c {
			state.list = append(state.list[:i], state.list[i+1:]...)
			return
		}
	}
}

func forget(sig []os.Signal, ignored bool) {
	state.Lock()
	defer state.Unlock()
	signals.Deliver = deliver
	for n, on := range mask(sig) {
		if on {
			state.ignored[n] = ignored
			for _, h := range state.list {
				h.mask[n] = false
			}
		}
	}
}

func Ignore(sig ...os.Signal) { forget(sig, true) }
func Reset(sig ...os.Signal)  { forget(sig, false) }

func Ignored(sig os.Signal) bool {
	state.Lock()
	defer state.Unlock()
	n := number(sig)
	return n >= 0 && state.ignored[n]
}

type received string

func (r received) Error() string { return string(r) }

type notified struct {
	context.Context
	text string
}

func (n *notified) String() string { return n.text }

func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	if inner.Err() == nil {
		go func() {
			select {
			case s := <-c:
				cancel(received(s.String() + " signal received"))
			case <-inner.Done():
			}
		}()
	}
	text := "signal.NotifyContext(" + name(parent)
	for i, s := range signals {
		if i == 0 {
			text += ", ["
		} else {
			text += " "
		}
		text += s.String()
	}
	if len(signals) > 0 {
		text += "]"
	}
	return &notified{inner, text + ")"}, func() {
		cancel(nil)
		Stop(c)
	}
}

func name(c context.Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return "context"
}
