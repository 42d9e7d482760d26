// Package signals carries what a program sends to itself, by package os or syscall, to package os/signal. Nobody else sends signals.
package signals

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
