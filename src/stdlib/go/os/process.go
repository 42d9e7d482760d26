package os

import (
	"errors"
	"internal/signals"
	"syscall"
)

// A Process is a running program. There is only one, this one.
type Process struct {
	Pid int
}

// FindProcess always finds one, as on any Unix.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Signal sends a signal.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	if p.Pid != Getpid() {
		return ErrProcessDone
	}
	signals.Raise(int(s))
	return nil
}

func (p *Process) Kill() error    { return p.Signal(Kill) }
func (p *Process) Release() error { return nil }
