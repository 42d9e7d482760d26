package main

// os: files, folders, roots, errors, environment; in a folder of its own, so that nothing depends on the machine.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func must[T any](v T, err error) T {
	if err != nil {
		fmt.Println("ERROR", err)
	}
	return v
}

func info(fi os.FileInfo, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	size := fi.Size()
	if fi.IsDir() {
		size = 0
	}
	fmt.Println(fi.Name(), size, fi.Mode(), fi.IsDir())
}

func kinds(err error) {
	var pe *os.PathError
	var le *os.LinkError
	var se *os.SyscallError
	fmt.Println(err, os.IsExist(err), os.IsNotExist(err), os.IsPermission(err), os.IsTimeout(err), errors.As(err, &pe), errors.As(err, &le), errors.As(err, &se))
}

func main() {
	home := must(os.MkdirTemp("", "lib*"))
	defer os.RemoveAll(home)
	must(0, os.Chdir(home))

	f := must(os.Create("a.txt"))
	var file *os.File = f
	fmt.Println(file.Name())
	fmt.Println(f.Write([]byte("hello ")))
	fmt.Println(f.WriteString("world"))
	fmt.Println(f.WriteAt([]byte("W"), 6))
	fmt.Println(f.Seek(0, os.SEEK_SET))
	b := make([]byte, 5)
	fmt.Println(f.Read(b))
	fmt.Println(string(b))
	fmt.Println(f.ReadAt(b, 8))
	fmt.Println(f.ReadAt(b, -1))
	fmt.Println(f.Seek(-2, os.SEEK_END))
	fmt.Println(f.Seek(1, os.SEEK_CUR))
	fmt.Println(io.ReadAll(f))
	fmt.Println(f.Read(b))
	fmt.Println(f.ReadFrom(strings.NewReader("!!")))
	f.Seek(0, io.SeekStart)
	var out bytes.Buffer
	fmt.Println(f.WriteTo(&out))
	fmt.Println(out.String())
	fmt.Println(f.Truncate(4), f.Sync(), f.Chmod(0o600))
	info(f.Stat())
	fmt.Println(f.Fd() > 2)
	fmt.Println(f.Close(), f.Close())
	fmt.Println(f.Read(b))
	fmt.Println(f.Write(b))
	_, err := f.Stat()
	kinds(err)
	fmt.Println(errors.Is(err, os.ErrClosed))
	fmt.Println(f.Seek(0, 0))
	fmt.Println((*os.File)(nil).Close())

	fmt.Println(os.WriteFile("b.txt", []byte("bee"), 0o640))
	fmt.Println(must(os.ReadFile("b.txt")))
	_, err = os.ReadFile("none")
	kinds(err)
	_, err = os.OpenFile("b.txt", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	kinds(err)
	f = must(os.OpenFile("b.txt", os.O_APPEND|os.O_WRONLY|os.O_SYNC, 0))
	f.WriteString("+")
	fmt.Println(f.WriteAt(b, 0))
	fmt.Println(f.Read(b))
	f.Close()
	f = must(os.OpenFile("b.txt", os.O_RDWR|os.O_TRUNC, 0))
	f.WriteString("new")
	f.Close()
	f = must(os.Open("b.txt"))
	fmt.Println(f.Write(b))
	fmt.Println(f.ReadDir(-1))
	f.Close()
	f = must(os.OpenFile("b.txt", os.O_RDONLY, 0))
	fmt.Println(io.ReadAll(f))
	f.Close()

	fmt.Println(os.Mkdir("dir", 0o755), os.MkdirAll("dir/x/y", 0o750), os.MkdirAll("dir/x/y", 0o750))
	kinds(os.Mkdir("dir", 0o755))
	kinds(os.Mkdir("no/dir", 0o755))
	kinds(os.MkdirAll("b.txt/z", 0o755))
	kinds(os.Remove("dir"))
	kinds(os.Remove("none"))
	fmt.Println(os.RemoveAll("none"), os.Rename("a.txt", "dir/c.txt"))
	kinds(os.Rename("none", "x"))
	fmt.Println(os.Symlink("c.txt", "dir/link"), must(os.Readlink("dir/link")), os.Link("dir/c.txt", "dir/hard"))
	kinds(os.Symlink("c.txt", "dir/link"))
	kinds(os.Link("none", "x"))
	_, err = os.Readlink("b.txt")
	kinds(err)
	info(os.Stat("dir/link"))
	info(os.Lstat("dir/link"))
	info(os.Stat("dir"))
	info(os.Stat("dir/none"))
	one, _ := os.Stat("dir/c.txt")
	two, _ := os.Stat("dir/hard")
	three, _ := os.Stat("b.txt")
	fmt.Println(os.SameFile(one, two), os.SameFile(one, three))
	fmt.Println(os.Truncate("b.txt", 1), os.Truncate("b.txt", 5), must(os.ReadFile("b.txt")))
	kinds(os.Truncate("none", 1))
	at := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	fmt.Println(os.Chtimes("b.txt", at, at), os.Chmod("b.txt", 0o400), os.Chown("b.txt", -1, -1), os.Lchown("b.txt", -1, -1))
	fi, _ := os.Stat("b.txt")
	fmt.Println(fi.ModTime().UTC(), fi.Mode())
	kinds(os.Chmod("none", 0))
	for _, d := range must(os.ReadDir("dir")) {
		var de os.DirEntry = d
		fmt.Println(de.Name(), de.IsDir(), de.Type(), de)
	}
	d := must(os.Open("dir"))
	fmt.Println(len(must(d.Readdirnames(1))))
	rest := must(d.Readdir(-1))
	fmt.Println(len(rest))
	fmt.Println(d.Readdirnames(1))
	d.Close()
	d = must(os.Open("."))
	fmt.Println(len(must(d.ReadDir(0))), d.Chdir(), d.Chown(-1, -1))
	d.Close()
	t := must(os.CreateTemp(".", "pre*.suf"))
	fmt.Println(strings.HasPrefix(filepath.Base(t.Name()), "pre"), strings.HasSuffix(t.Name(), ".suf"), t.Close())
	_, err = os.CreateTemp(".", "a/b")
	kinds(err)
	os.Remove(t.Name())
	fmt.Println(os.CopyFS("copy", os.DirFS("dir")))
	fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d.Type(), err)
		return nil
	})
	wd := must(os.Getwd())
	fmt.Println(filepath.Base(wd) == filepath.Base(home))
	kinds(os.Chdir("none"))
	kinds(os.Chdir("b.txt"))

	os.Clearenv()
	fmt.Println(os.Setenv("A", "1"), os.Setenv("B", "two words"), os.Unsetenv("B"), os.Setenv("", "x"), os.Setenv("x=y", ""), os.Environ())
	fmt.Println(os.Getenv("A"), os.Getenv("B"))
	fmt.Println(os.LookupEnv("B"))
	fmt.Println(os.ExpandEnv("$A ${A}b $B $$ ${"), os.Expand("$x-${y z}-$1", strings.ToUpper))
	os.Setenv("HOME", "/h")
	fmt.Println(os.UserHomeDir())
	fmt.Println(os.UserCacheDir())
	fmt.Println(os.UserConfigDir())
	os.Unsetenv("HOME")
	fmt.Println(os.UserHomeDir())
	fmt.Println(os.UserCacheDir())
	os.Setenv("TMPDIR", "/elsewhere")
	fmt.Println(os.TempDir())

	fmt.Println(os.PathSeparator, os.PathListSeparator, os.IsPathSeparator('/'), os.IsPathSeparator('\\'), os.DevNull)
	fmt.Println(os.ErrDeadlineExceeded, os.ErrExist, os.ErrInvalid, os.ErrNoDeadline, os.ErrNotExist, os.ErrPermission, os.ErrProcessDone, os.ErrNoHandle)
	se := os.NewSyscallError("call", syscall.ENOENT)
	var serr *os.SyscallError
	fmt.Println(errors.As(se, &serr), serr.Error(), serr.Timeout(), serr.Unwrap(), os.NewSyscallError("call", nil))
	le := &os.LinkError{Op: "op", Old: "a", New: "b", Err: os.ErrExist}
	fmt.Println(le.Error(), le.Unwrap(), os.IsExist(le))
	for _, m := range []os.FileMode{os.ModeDir, os.ModeAppend, os.ModeExclusive, os.ModeTemporary, os.ModeSymlink, os.ModeDevice, os.ModeNamedPipe, os.ModeSocket, os.ModeSetuid, os.ModeSetgid, os.ModeCharDevice, os.ModeSticky, os.ModeIrregular, os.ModeType, os.ModePerm} {
		fmt.Print(m, " ")
	}
	fmt.Println()
	fmt.Println(os.Getpagesize() > 0, os.Getpid() > 0, os.Getppid() >= 0, os.Getuid() >= 0, os.Geteuid() >= 0, os.Getgid() >= 0, os.Getegid() >= 0)
	_, err = os.Hostname()
	fmt.Println(err)
	exe, err := os.Executable()
	fmt.Println(exe != "", err)
	var sig os.Signal = os.Interrupt
	sig.Signal()
	fmt.Println(sig.String(), os.Kill)
	pr, pw, err := os.Pipe()
	fmt.Println(err)
	go func() { pw.WriteString("through"); pw.Close() }()
	fmt.Println(io.ReadAll(pr))
	pr.Close()
	n := must(os.OpenFile(os.DevNull, os.O_RDWR, 0))
	fmt.Println(n.WriteString("gone"))
	fmt.Println(n.Read(b))
	fmt.Println(n.SetDeadline(time.Now()))
	n.Close()
	fmt.Println(os.Stdin.Name(), os.Stdout.Name(), os.Stderr.Name(), os.NewFile(1, "one").Name())
	fmt.Println(os.RemoveAll("copy"), os.RemoveAll("dir"), len(must(os.ReadDir("."))))
	kinds(os.RemoveAll("."))
}
