// Package os: arguments, environment, standard streams, and files: those of a disk in memory, under which lies the host's, if there is one.
package os

import (
	"errors"
	"internal/oserror"
	"internal/poll"
	"io/fs"
	"syscall"
	"time"
)

// Args are the command's arguments, the program's name first.
var Args []string = args()

func Exit(code int)
func args() []string
func write(fd int, b []byte)
func writeText(fd int, s string)
func stdin(b []byte) int
func call(bytes int)
func fixed() bool
func hosted() bool
func workDir() string
func given() []string
func content(i int) []byte
func question(op int, path, to string, b []byte, n int) (id int)
func reply(id int) (errno int, data []byte, names []string, numbers []int)

var (
	ErrInvalid                = fs.ErrInvalid
	ErrPermission             = fs.ErrPermission
	ErrExist                  = fs.ErrExist
	ErrNotExist               = fs.ErrNotExist
	ErrClosed                 = fs.ErrClosed
	ErrNoDeadline             = errors.New("file type does not support deadline")
	ErrDeadlineExceeded       = poll.ErrDeadlineExceeded
	ErrProcessDone            = errors.New("os: process already finished")
	ErrNoHandle               = errors.New("os: process handle unavailable")
)

type (
	PathError = fs.PathError
	FileMode  = fs.FileMode
	FileInfo  = fs.FileInfo
	DirEntry  = fs.DirEntry
)

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

func IsPathSeparator(c uint8) bool { return c == PathSeparator }

type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }
func (e *LinkError) Unwrap() error { return e.Err }

type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

func underlying(err error) error {
	switch err := err.(type) {
	case *PathError:
		return err.Err
	case *LinkError:
		return err.Err
	case *SyscallError:
		return err.Err
	}
	return err
}

func is(err, target error) bool {
	err = underlying(err)
	if err == target {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(target)
}

func IsNotExist(err error) bool   { return is(err, oserror.ErrNotExist) }
func IsExist(err error) bool      { return is(err, oserror.ErrExist) }
func IsPermission(err error) bool { return is(err, oserror.ErrPermission) }

func IsTimeout(err error) bool {
	t, ok := underlying(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func Getenv(key string) string {
	v, _ := syscall.Getenv(key)
	return v
}

func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

func Setenv(key, value string) error { return NewSyscallError("setenv", syscall.Setenv(key, value)) }

func Unsetenv(key string) error { return syscall.Unsetenv(key) }

func Clearenv() { syscall.Clearenv() }

func Environ() []string { return syscall.Environ() }

func ExpandEnv(s string) string { return Expand(s, Getenv) }

func Expand(s string, mapping func(string) string) string {
	out, from := "", 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		out += s[from:i]
		name, n := variable(s[i+1:])
		switch {
		case name != "":
			out += mapping(name)
		case n == 0:
			// Not the name of anything: the sign stays.
			out += "$"
		}
		i += n
		from = i + 1
	}
	return out + s[from:]
}

// The name at the start of s, braces taken off, and how many bytes it takes.
func variable(s string) (string, int) {
	special := func(c byte) bool {
		switch c {
		case '*', '#', '$', '@', '!', '?', '-':
			return true
		}
		return '0' <= c && c <= '9'
	}
	letter := func(c byte) bool {
		return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	if s[0] == '{' {
		if len(s) > 2 && special(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if special(s[0]) {
		return s[:1], 1
	}
	n := 0
	for n < len(s) && letter(s[n]) {
		n++
	}
	return s[:n], n
}

func Hostname() (name string, err error) { return "golanes", nil }

func Executable() (string, error)    { return Args[0], nil }
func UserHomeDir() (string, error)   { return dirOf("HOME", "") }
func UserCacheDir() (string, error)  { return dirOf("XDG_CACHE_HOME", "/.cache") }
func UserConfigDir() (string, error) { return dirOf("XDG_CONFIG_HOME", "/.config") }

func dirOf(key, below string) (string, error) {
	if dir := Getenv(key); dir != "" {
		if below != "" && dir[0] != '/' {
			return "", errors.New("path in $" + key + " is relative")
		}
		return dir, nil
	}
	if home := Getenv("HOME"); home != "" && below != "" {
		return home + below, nil
	}
	if below != "" {
		return "", errors.New("neither $" + key + " nor $HOME are defined")
	}
	return "", errors.New("$HOME is not defined")
}

func Getpid() int               { return syscall.Getpid() }
func Getpagesize() int          { return syscall.Getpagesize() }
func Getppid() int              { return syscall.Getppid() }
func Getuid() int               { return syscall.Getuid() }
func Geteuid() int              { return syscall.Geteuid() }
func Getgid() int               { return syscall.Getgid() }
func Getegid() int              { return syscall.Getegid() }
func Getgroups() ([]int, error) { return syscall.Getgroups() }

// A Signal is something the system tells a program.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Now is asked for by files.
func now() time.Time { return time.Now() }
