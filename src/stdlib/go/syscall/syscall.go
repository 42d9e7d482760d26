// Package syscall: the errors and signals that package os tells of. There are no system calls here.
package syscall

import (
	"errors"
	"internal/oserror"
	"internal/signals"
)

func Getpid() int
func Getenv(key string) (value string, found bool)
func Environ() []string
func Exit(code int)
func change(key, value string, set bool)

// The descriptors of the standard streams.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

func Getpagesize() int { return 4096 }
func Getppid() int     { return 1 }
func Getuid() int      { return 0 }
func Geteuid() int     { return 0 }
func Getgid() int      { return 0 }
func Getegid() int     { return 0 }

func Getgroups() ([]int, error) { return []int{0}, nil }

func Setenv(key, value string) error {
	bad := key == ""
	for i := 0; i < len(key); i++ {
		bad = bad || key[i] == '=' || key[i] == 0
	}
	for i := 0; i < len(value); i++ {
		bad = bad || value[i] == 0
	}
	if bad {
		return EINVAL
	}
	change(key, value, true)
	return nil
}

func Unsetenv(key string) error {
	change(key, "", false)
	return nil
}

func Clearenv() {
	for _, kv := range Environ() {
		for i := 0; i < len(kv); i++ {
			if kv[i] == '=' {
				change(kv[:i], "", false)
				break
			}
		}
	}
}

// An Errno is a number that Linux gives an error.
type Errno uintptr

func (e Errno) Error() string {
	if text, ok := textOf(errorTexts, int(e)); ok {
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
	case errors.ErrUnsupported:
		return e == ENOSYS || e == ENOTSUP || e == EOPNOTSUPP
	}
	return false
}

func (e Errno) Temporary() bool { return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout() }
func (e Errno) Timeout() bool   { return e == EAGAIN || e == ETIMEDOUT }

type Signal int

func (s Signal) Signal() {}

func (s Signal) String() string {
	if name, ok := textOf(signalTexts, int(s)); ok {
		return name
	}
	return "signal " + itoa(int(s))
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
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
