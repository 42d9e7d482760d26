package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing/fstest"
	"time"
)

func main() {
	dir, err := os.MkdirTemp("", "roots")
	fmt.Println(err)
	defer os.RemoveAll(dir)
	say := func(args ...any) {
		fmt.Print(strings.ReplaceAll(fmt.Sprintln(args...), dir, "DIR"))
	}
	os.Mkdir(dir+"/top", 0o755)
	os.WriteFile(dir+"/outside", []byte("secret"), 0o644)
	_, err = os.OpenRoot(dir + "/none")
	say(err)
	_, err = os.OpenRoot(dir + "/outside")
	say(err)
	var r *os.Root
	r, err = os.OpenRoot(dir + "/top")
	say(r.Name(), err)

	say(r.Mkdir("a", 0o755), r.Mkdir("a", 0o755), r.Mkdir("a", 0o1755), r.Mkdir("", 0o755), r.Mkdir("../x", 0o755))
	say(r.MkdirAll("b/c/d", 0o700), r.MkdirAll("a/../e/f/", 0o755), r.MkdirAll("../q", 0o755))
	say(r.WriteFile("a/f.txt", []byte("text"), 0o600))
	say(r.MkdirAll("a/f.txt/g/h", 0o755), r.MkdirAll("a/f.txt/g", 0o755), r.MkdirAll("a/f.txt", 0o755), r.MkdirAll("a/g/../../../h", 0o755))
	b, err := r.ReadFile("a/f.txt")
	say(string(b), err)
	_, err = r.ReadFile("../outside")
	say(err)
	_, err = r.ReadFile("/etc/passwd")
	say(err)
	_, err = r.ReadFile("a")
	say(err)
	_, err = r.Open("none")
	say(err, errors.Is(err, fs.ErrNotExist))
	_, err = r.Open("")
	say(err)
	f, err := r.Create("a/g.txt")
	say(f.Name(), err)
	f.WriteString("more")
	f.Seek(0, io.SeekStart)
	b, err = io.ReadAll(f)
	say(string(b), err, f.Close())
	_, err = r.OpenFile("a/g.txt", os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	say(err)
	_, err = r.OpenFile("a/g.txt", os.O_RDWR, 0o4600)
	say(err)

	say(r.Symlink("f.txt", "a/link"), r.Symlink("../../outside", "a/out"), r.Symlink("/etc", "etc"), r.Symlink("f.txt", "a/link"))
	say(r.Readlink("a/link"))
	say(r.Readlink("a/f.txt"))
	b, err = r.ReadFile("a/link")
	say(string(b), err)
	_, err = r.ReadFile("a/out")
	say(err)
	_, err = r.Stat("etc/passwd")
	say(err)
	i, err := r.Lstat("etc")
	say(i.Mode(), i.Name(), err)
	i, err = r.Stat("a/link")
	say(i.Mode(), i.Name(), i.Size(), err)
	_, err = r.Lstat("none")
	say(err)
	say(r.Link("a/f.txt", "hard"), r.Link("none", "x"), r.Link("a/f.txt", "../y"))
	say(r.Rename("hard", "soft"), r.Rename("none", "x"), r.Rename("soft", "../soft"), r.Rename("a", "b"))
	say(r.Chmod("soft", 0o640), r.Chmod("none", 0o600), r.Chtimes("soft", time.Unix(1, 0), time.Unix(2, 0)))
	i, err = r.Stat("soft")
	say(i.Mode(), i.ModTime().UTC(), err)
	say(r.Chown("soft", os.Getuid(), os.Getgid()), r.Lchown("etc", -1, -1), r.Chown("none", -1, -1))
	say(r.Remove("b"), r.Remove("b/c/d"), r.Remove("none"), r.Remove("../top"))
	say(r.RemoveAll("b"), r.RemoveAll("none"), r.RemoveAll("."), r.RemoveAll(".."), r.RemoveAll("../outside"))
	sub, err := r.OpenRoot("a")
	say(sub.Name(), err)
	_, err = sub.Open("../soft")
	say(err)
	_, err = r.OpenRoot("soft")
	say(err)
	_, err = r.OpenRoot("none")
	say(err)
	f, err = os.OpenInRoot(dir+"/top", "a/f.txt")
	say(f.Name(), err)
	_, err = os.OpenInRoot(dir+"/top", "../outside")
	say(err)

	fsys := sub.FS()
	list, err := fs.ReadDir(fsys, ".")
	say(list, err)
	b, err = fs.ReadFile(fsys, "f.txt")
	say(string(b), err)
	_, err = fs.Stat(fsys, "../x")
	say(err)
	_, err = fsys.Open("none")
	say(err)
	target, err := fs.ReadLink(fsys, "link")
	say(target, err)
	say(fs.Lstat(fsys, "none"))
	say(sub.Remove("out"), sub.Remove("link"))
	say(fstest.TestFS(fsys, "f.txt", "g.txt"))
	say(r.Close(), r.Close())
	_, err = r.Open("a")
	say(err)
	say(r.Mkdir("z", 0o755), r.Rename("a", "b"))
	pipes()
	processes()
}

func pipes() {
	r, w, err := os.Pipe()
	fmt.Println(r.Name(), w.Name(), err)
	start := time.Now()
	fmt.Println(r.SetReadDeadline(start.Add(20 * time.Millisecond)))
	b := make([]byte, 10)
	n, err := r.Read(b)
	fmt.Println(n, err, errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err), time.Since(start) >= 20*time.Millisecond)
	n, err = r.Read(b)
	fmt.Println(n, err)
	fmt.Println(r.SetDeadline(time.Time{}), w.SetWriteDeadline(time.Now().Add(-time.Second)))
	n, err = w.Write([]byte("x"))
	fmt.Println(n, err)
	fmt.Println(w.SetDeadline(time.Now().Add(20 * time.Millisecond)))
	n, err = w.Write(make([]byte, 100_000))
	fmt.Println(n, err)
	fmt.Println(w.SetDeadline(time.Time{}))
	n, err = r.Read(b)
	fmt.Println(n, err)
	go func() {
		time.Sleep(10 * time.Millisecond)
		io.Copy(io.Discard, r)
	}()
	n, err = w.Write(make([]byte, 100_000))
	fmt.Println(n, err, w.Close())
	n, err = w.Write(b)
	fmt.Println(n, err, w.Close(), w.SetDeadline(time.Time{}))

	r, w, _ = os.Pipe()
	go func() {
		time.Sleep(10 * time.Millisecond)
		r.Close()
	}()
	n, err = r.Read(b)
	fmt.Println(n, err, errors.Is(err, os.ErrClosed))
	n, err = w.Write(b)
	fmt.Println(n, errors.Is(err, syscall.EPIPE))

	f, _ := os.CreateTemp("", "deadline")
	defer os.Remove(f.Name())
	fmt.Println(f.SetDeadline(time.Now()), errors.Is(f.SetReadDeadline(time.Now()), os.ErrNoDeadline))
}

func processes() {
	p, err := os.FindProcess(os.Getpid())
	fmt.Println(p.Pid == os.Getpid(), err)
	fmt.Println(p.Signal(syscall.Signal(0)))
	_, err = p.Wait()
	fmt.Println(err)
	fmt.Println(p.Release(), p.Pid)
	_, err = p.Wait()
	fmt.Println(err)
	fmt.Println(p.Signal(syscall.Signal(0)))
	fmt.Println(p.Kill())
	var handle *os.Process = new(os.Process)
	fmt.Println(errors.Is(handle.WithHandle(func(uintptr) {}), os.ErrNoHandle))
	_, err = os.StartProcess("/nonexistent", nil, &os.ProcAttr{Dir: "/nonexistent"})
	fmt.Println(err)
	_, err = os.StartProcess("/nonexistent", nil, new(os.ProcAttr))
	fmt.Println(err != nil)
	var ended os.ProcessState
	fmt.Println(ended.Exited(), ended.Pid(), ended.String(), ended.Success(), ended.Sys(), ended.SysUsage())
	for _, f := range []func() time.Duration{ended.SystemTime, ended.UserTime} {
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(f())
		}()
	}
	var state *os.ProcessState
	fmt.Println(state, state.ExitCode())
	for _, s := range []syscall.WaitStatus{0, 0x100, 0xff00, 9, 0x8b, 0x137f, 0xffff, 0x5057f} {
		fmt.Println(s.Exited(), s.ExitStatus(), s.Signaled(), s.Signal(), s.Stopped(), s.StopSignal(), s.Continued(), s.CoreDump(), s.TrapCause())
	}
	fmt.Println(os.Getppid() > 0, os.Getpagesize())
}
