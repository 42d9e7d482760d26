// Package poll has what files and connections that can make a goroutine wait are built on: the network poller.
package poll

import "errors"

// ErrNetClosing is that of a connection which the program itself has closed.
var ErrNetClosing = errNetClosing{}

type errNetClosing struct{}

func (errNetClosing) Error() string   { return "use of closed network connection" }
func (errNetClosing) Timeout() bool   { return false }
func (errNetClosing) Temporary() bool { return false }

// ErrNotPollable is that of a file which the poller has nothing to do with.
var ErrNotPollable = errors.New("not pollable")

// ErrDeadlineExceeded is that of a read or write whose time is up.
var ErrDeadlineExceeded error = &DeadlineExceededError{}

// DeadlineExceededError is its type.
type DeadlineExceededError struct{}

func (e *DeadlineExceededError) Error() string   { return "i/o timeout" }
func (e *DeadlineExceededError) Timeout() bool   { return true }
func (e *DeadlineExceededError) Temporary() bool { return true }

// A Desc stands for one direction of a file or connection. The zero value is not ready.
type Desc struct {
	ready uint32
	// The machine reads it: whether somebody who is no part of the program could end the wait.
	outside bool
}

// Outside says that what comes may come from outside of the program.
func (d *Desc) Outside() { d.outside = true }

// Wait blocks until Ready has been called since the last Wait ended.
func (d *Desc) Wait() { wait(&d.ready) }

// Ready lets everybody who waits look again, or else the next one who would wait.
func (d *Desc) Ready() { ready(&d.ready) }

// Call is a system call that moves so many bytes.
func Call(bytes int)

func wait(ready *uint32)
func ready(ready *uint32)
