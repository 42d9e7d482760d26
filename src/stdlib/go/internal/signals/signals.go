// Package signals carries what a program sends to itself, by package os or syscall, to package os/signal; and what the host sends.
package signals

import "internal/poll"

// Deliver is os/signal's: whether somebody takes the signal.
var Deliver func(n int) bool

func exit(code int)

// Raise does what the system does with a signal that the program sends to itself.
func Raise(n int) {
	const kill, urg, chld, cont, winch = 9, 23, 17, 18, 28
	if n == 0 || n != kill && Deliver != nil && Deliver(n) {
		return
	}
	if n != urg && n != chld && n != cont && n != winch {
		exit(128 + n)
	}
}

// What the host wakes when it has sent a signal.
var sent poll.Desc

// Receive hands on what the host sends, for ever.
func Receive() {
	sent.Outside()
	for {
		sent.Wait()
		for n := next(); n > 0; n = next() {
			Raise(n)
		}
	}
}

// The next signal that the host has sent, or 0.
func next() int
