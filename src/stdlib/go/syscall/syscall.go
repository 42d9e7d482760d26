// Package syscall: the errors and signals that package os tells of. There are no system calls here.
package syscall

import (
	"internal/oserror"
	"internal/signals"
)

func Getpid() int
func Getenv(key string) (value string, found bool)

// An Errno is a number that Linux gives an error.
type Errno uintptr

const (
	EPERM        Errno = 1
	ENOENT       Errno = 2
	ESRCH        Errno = 3
	EINTR        Errno = 4
	EIO          Errno = 5
	EBADF        Errno = 9
	EAGAIN       Errno = 11
	ENOMEM       Errno = 12
	EACCES       Errno = 13
	EEXIST       Errno = 17
	ENOTDIR      Errno = 20
	EISDIR       Errno = 21
	EINVAL       Errno = 22
	ESPIPE       Errno = 29
	ELOOP        Errno = 40
	EPIPE        Errno = 32
	ENOSYS       Errno = 38
	ENOTEMPTY    Errno = 39
	ETIMEDOUT    Errno = 110
	ECONNREFUSED Errno = 111
	ENOTSUP      Errno = 95
)

var errors = map[Errno]string{
	EPERM:        "operation not permitted",
	ENOENT:       "no such file or directory",
	ESRCH:        "no such process",
	EINTR:        "interrupted system call",
	EIO:          "input/output error",
	EBADF:        "bad file descriptor",
	EAGAIN:       "resource temporarily unavailable",
	ENOMEM:       "cannot allocate memory",
	EACCES:       "permission denied",
	EEXIST:       "file exists",
	ENOTDIR:      "not a directory",
	EISDIR:       "is a directory",
	EINVAL:       "invalid argument",
	ESPIPE:       "illegal seek",
	ELOOP:        "too many levels of symbolic links",
	EPIPE:        "broken pipe",
	ENOSYS:       "function not implemented",
	ENOTEMPTY:    "directory not empty",
	ETIMEDOUT:    "connection timed out",
	ECONNREFUSED: "connection refused",
	ENOTSUP:      "operation not supported",
}

func (e Errno) Error() string {
	if text, ok := errors[e]; ok {
		return text
	}
	return "errno " + itoa(int(e))
}

func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	}
	return false
}

func (e Errno) Temporary() bool { return e == EINTR || e.Timeout() }
func (e Errno) Timeout() bool   { return e == EAGAIN || e == ETIMEDOUT }

type Signal int

const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGABRT Signal = 6
	SIGKILL Signal = 9
	SIGUSR1 Signal = 10
	SIGSEGV Signal = 11
	SIGUSR2 Signal = 12
	SIGPIPE Signal = 13
	SIGALRM Signal = 14
	SIGTERM Signal = 15
	SIGCHLD Signal = 17
	SIGCONT Signal = 18
	SIGSTOP Signal = 19
	SIGTSTP Signal = 20
)

var names = map[Signal]string{
	SIGHUP: "hangup", SIGINT: "interrupt", SIGQUIT: "quit", SIGABRT: "aborted", SIGKILL: "killed",
	SIGUSR1: "user defined signal 1", SIGSEGV: "segmentation fault", SIGUSR2: "user defined signal 2",
	SIGPIPE: "broken pipe", SIGALRM: "alarm clock", SIGTERM: "terminated",
	SIGCHLD: "child exited", SIGCONT: "continued", SIGSTOP: "stopped (signal)", SIGTSTP: "stopped",
}

func (s Signal) Signal() {}

func (s Signal) String() string {
	if name, ok := names[s]; ok {
		return name
	}
	return "signal " + itoa(int(s))
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// Kill sends a signal; only the program itself can be sent one.
func Kill(pid int, sig Signal) error {
	if pid != Getpid() {
		return ESRCH
	}
	signals.Raise(int(sig))
	return nil
}
