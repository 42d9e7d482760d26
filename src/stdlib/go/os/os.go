// Package os: arguments, environment, standard streams, and files that live as long as the program.
package os

import (
	"errors"
	"io"
	"io/fs"
)

// Args are the command's arguments, the program's name first.
var Args []string = args()

func Exit(code int)
func Getpid() int
func args() []string
func lookup(key string) (value string, ok bool)
func change(key, value string, set bool)
func environ() []string
func write(fd int, b []byte)
func writeText(fd int, s string)
func stdin(b []byte) int

var (
	ErrInvalid          = fs.ErrInvalid
	ErrPermission       = fs.ErrPermission
	ErrExist            = fs.ErrExist
	ErrNotExist         = fs.ErrNotExist
	ErrClosed           = fs.ErrClosed
	ErrProcessDone      = errors.New("os: process already finished")
	ErrDeadlineExceeded = errors.New("i/o timeout")
)

type (
	PathError = fs.PathError
	FileMode  = fs.FileMode
	FileInfo  = fs.FileInfo
)

const (
	ModeDir  = fs.ModeDir
	ModePerm = fs.ModePerm
)

func Getenv(key string) string {
	v, _ := lookup(key)
	return v
}

func LookupEnv(key string) (string, bool) { return lookup(key) }

func Setenv(key, value string) error {
	if key == "" {
		return errors.New("setenv: invalid argument")
	}
	change(key, value, true)
	return nil
}

func Unsetenv(key string) error {
	change(key, "", false)
	return nil
}

func Environ() []string { return environ() }

func Hostname() (name string, err error) { return "golanes", nil }


// A Signal is something the system tells a program.
type Signal interface {
	String() string
	Signal()
}

type signal string

func (s signal) String() string { return string(s) }
func (s signal) Signal()        {}

var (
	Interrupt Signal = signal("interrupt")
	Kill      Signal = signal("killed")
)

// A File is a standard stream or a file in memory.
type File struct {
	fd     int
	name   string
	node   *node
	at     int64
	flag   int
	closed bool
}

var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

func (f *File) Name() string { return f.name }

func (f *File) Fd() uintptr { return uintptr(f.fd) }

func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.node != nil {
		return f.store(b)
	}
	write(f.fd, b)
	return len(b), nil
}

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil || f.closed || f.node != nil {
		return f.Write([]byte(s))
	}
	writeText(f.fd, s)
	return len(s), nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	if f.node != nil {
		return f.load(b)
	}
	if n := stdin(b); n > 0 {
		return n, nil
	}
	return 0, io.EOF
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return nil
}

func (f *File) Sync() error { return f.check("sync") }

func IsNotExist(err error) bool   { return errors.Is(err, ErrNotExist) }
func IsExist(err error) bool      { return errors.Is(err, ErrExist) }
func IsPermission(err error) bool { return errors.Is(err, ErrPermission) }
