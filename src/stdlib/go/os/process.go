package os

import (
	"errors"
	"internal/signals"
	"strconv"
	"syscall"
	"time"
)

// A Process is a running program. There is only one, this one.
type Process struct {
	Pid      int
	released bool
}

// ProcAttr is what a new process would be given.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

var errReleased = errors.New("os: process already released")

// FindProcess always finds one, as on any Unix.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// StartProcess fails as on a system that has no processes.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr != nil && attr.Sys == nil && attr.Dir != "" {
		if _, err := Stat(attr.Dir); err != nil {
			return nil, failed("chdir", attr.Dir, underlying(err))
		}
	}
	return nil, failed("fork/exec", name, syscall.ENOSYS)
}

// Signal sends a signal.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	switch {
	case p.released:
		return errReleased
	case !ok:
		return errors.New("os: unsupported signal type")
	case p.Pid != Getpid():
		return ErrProcessDone
	}
	signals.Raise(int(s))
	return nil
}

func (p *Process) Kill() error { return p.Signal(Kill) }

func (p *Process) Release() error {
	p.Pid, p.released = -1, true
	return nil
}

// Wait fails: no process is a child of this one.
func (p *Process) Wait() (*ProcessState, error) {
	if p.released || p.Pid == -1 {
		return nil, syscall.EINVAL
	}
	return nil, NewSyscallError("waitid", syscall.ECHILD)
}

func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// A ProcessState tells of a process that has ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	rusage *syscall.Rusage
}

func (p *ProcessState) Pid() int                  { return p.pid }
func (p *ProcessState) Exited() bool              { return p.status.Exited() }
func (p *ProcessState) Success() bool             { return p.status.ExitStatus() == 0 }
func (p *ProcessState) Sys() any                  { return p.status }
func (p *ProcessState) SysUsage() any             { return p.rusage }
func (p *ProcessState) UserTime() time.Duration   { return duration(p.rusage.Utime) }
func (p *ProcessState) SystemTime() time.Duration { return duration(p.rusage.Stime) }

func duration(t syscall.Timeval) time.Duration {
	return time.Duration(t.Sec)*time.Second + time.Duration(t.Usec)*time.Microsecond
}

func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	s, text := p.status, ""
	switch {
	case s.Exited():
		text = "exit status " + strconv.Itoa(s.ExitStatus())
	case s.Signaled():
		text = "signal: " + s.Signal().String()
	case s.Stopped():
		text = "stop signal: " + s.StopSignal().String()
		if s.StopSignal() == syscall.SIGTRAP && s.TrapCause() != 0 {
			text += " (trap " + strconv.Itoa(s.TrapCause()) + ")"
		}
	case s.Continued():
		text = "continued"
	}
	if s.CoreDump() {
		text += " (core dumped)"
	}
	return text
}
