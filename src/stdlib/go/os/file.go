package os

import (
	"errors"
	"internal/redirect"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"syscall"
)

const (
	O_RDONLY = 0x0
	O_WRONLY = 0x1
	O_RDWR   = 0x2
	O_APPEND = 0x400
	O_CREATE = 0x40
	O_EXCL   = 0x80
	O_SYNC   = 0x101000
	O_TRUNC  = 0x200
)

const (
	SEEK_SET = 0
	SEEK_CUR = 1
	SEEK_END = 2
)

// A File is a standard stream, a file or folder, or an end of a pipe.
type File struct {
	*file
}

type file struct {
	fd     int
	name   string
	node   *node
	at     int64
	flag   int
	closed bool
	pipe   *pipe
	// Entries of a folder that are still to be read.
	todo    []DirEntry
	listing bool
}

var (
	Stdin  = &File{&file{fd: 0, name: "/dev/stdin"}}
	Stdout = &File{&file{fd: 1, name: "/dev/stdout"}}
	Stderr = &File{&file{fd: 2, name: "/dev/stderr"}}
)

var standard = Stdout

func init() {
	redirect.Write = func(s string) (n int, err error, redirected bool) {
		if Stdout == standard {
			return 0, nil, false
		}
		if s != "" {
			n, err = Stdout.WriteString(s)
		}
		return n, err, true
	}
}

var lastFD = 2

func NewFile(fd uintptr, name string) *File {
	switch fd {
	case 0, 1, 2:
		return &File{&file{fd: int(fd), name: name}}
	}
	return nil
}

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
func (f *File) Fd() uintptr  { return uintptr(f.fd) }

func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	f, err := whole.open(name, flag, perm, false)
	return f, failed("open", name, err)
}

// Temporary files are memory only.
func (v view) open(name string, flag int, perm FileMode, temporary bool) (*File, error) {
	lock()
	defer disk.mu.Unlock()
	for i, std := range []string{"/dev/stdin", "/dev/stdout", "/dev/stderr"} {
		if name == std && v.top == nil {
			return &File{&file{fd: i, name: name}}, nil
		}
	}
	dir, last, n, err := v.walk(name, flag&O_EXCL == 0)
	write := flag&(O_WRONLY|O_RDWR) != 0
	switch {
	case err != nil:
	case flag&O_CREATE != 0 && name[len(name)-1] == '/':
		err = syscall.EISDIR
	case n == nil && (flag&O_CREATE == 0 || wantsDir(name)):
		err = syscall.ENOENT
	case n == nil:
		n = &node{mode: perm & (ModePerm | ModeSetuid | ModeSetgid | ModeSticky) &^ umask, time: now()}
		if temporary {
			dir.put(last, n)
		} else {
			_, err = dir.make(askCreate, last, "", permOf(n.mode), n)
		}
	case flag&O_CREATE != 0 && flag&O_EXCL != 0:
		err = syscall.EEXIST
	case n.isDir() && (write || flag&O_CREATE != 0):
		err = syscall.EISDIR
	case !n.isDir() && wantsDir(name):
		err = syscall.ENOTDIR
	case n.isDir() || n.mode&ModeDevice != 0:
	case flag&O_TRUNC != 0 && write:
		if err = n.tell(askOpen, "", nil, 1); err == nil {
			n.data, n.time, n.unread = nil, now(), false
		}
	default:
		if err = n.load(); err == nil && write {
			err = n.tell(askOpen, "", nil, 0)
		}
	}
	if err != nil {
		return nil, err
	}
	lastFD++
	return &File{&file{fd: lastFD, name: name, node: n, flag: flag}}, nil
}

func Open(name string) (*File, error)   { return OpenFile(name, O_RDONLY, 0) }
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	switch {
	case f.pipe != nil && f.flag == O_WRONLY:
		n, err = f.pipe.Write(b)
		return n, failed("write", f.name, err)
	case f.node == nil && f.fd > 0 && f.pipe == nil:
		write(f.fd, b)
		return len(b), nil
	case f.node == nil:
		return 0, failed("write", f.name, syscall.EBADF)
	}
	call(len(b))
	lock()
	defer disk.mu.Unlock()
	if f.flag&O_APPEND != 0 {
		f.at = int64(len(f.node.data))
	}
	n, err = f.put(b, f.at)
	f.at += int64(n)
	return n, err
}

// Writes b at a place of the file; the disk is locked.
func (f *File) put(b []byte, at int64) (int, error) {
	if f.flag&(O_WRONLY|O_RDWR) == 0 {
		return 0, failed("write", f.name, syscall.EBADF)
	}
	n := f.node
	if n.mode&ModeDevice != 0 {
		if base(f.name) == "full" {
			return 0, failed("write", f.name, syscall.ENOSPC)
		}
		return len(b), nil
	}
	if err := n.tell(askWrite, "", b, int(at)); err != nil {
		return 0, failed("write", f.name, err)
	}
	if gap := at - int64(len(n.data)); gap > 0 {
		n.data = append(n.data, make([]byte, gap)...)
	}
	k := copy(n.data[at:], b)
	n.data = append(n.data, b[k:]...)
	n.time = now()
	return len(b), nil
}

func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.flag&O_APPEND != 0 {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, failed("writeat", f.name, errors.New("negative offset"))
	}
	if f.node == nil {
		return 0, failed("write", f.name, syscall.ESPIPE)
	}
	lock()
	defer disk.mu.Unlock()
	return f.put(b, off)
}

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil || f.closed || f.node != nil || f.pipe != nil || f.fd == 0 {
		return f.Write([]byte(s))
	}
	writeText(f.fd, s)
	return len(s), nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	switch {
	case len(b) == 0:
		return 0, nil
	case f.pipe != nil && f.flag == O_RDONLY:
		n, err = f.pipe.Read(b)
		if err != io.EOF {
			err = failed("read", f.name, err)
		}
		return n, err
	case f.node == nil && f.fd == 0:
		if n := stdin(b); n > 0 {
			return n, nil
		}
		return 0, io.EOF
	case f.node == nil:
		return 0, failed("read", f.name, syscall.EBADF)
	}
	call(min(len(b), len(f.node.data)))
	lock()
	defer disk.mu.Unlock()
	n, err = f.get(b, f.at)
	f.at += int64(n)
	return n, err
}

// Reads at a place of the file; the disk is locked.
func (f *File) get(b []byte, at int64) (int, error) {
	if f.node.isDir() {
		return 0, failed("read", f.name, syscall.EISDIR)
	}
	if f.flag&O_WRONLY != 0 {
		return 0, failed("read", f.name, syscall.EBADF)
	}
	if f.node.mode&ModeDevice != 0 {
		return device(base(f.name), b)
	}
	if at >= int64(len(f.node.data)) {
		return 0, io.EOF
	}
	return copy(b, f.node.data[at:]), nil
}

func device(name string, b []byte) (int, error) {
	switch name {
	case "zero", "full":
		clear(b)
	case "random", "urandom":
		for i := range b {
			b[i] = byte(rand.Uint32())
		}
	default:
		return 0, io.EOF
	}
	return len(b), nil
}

func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, failed("readat", f.name, errors.New("negative offset"))
	}
	if f.node == nil {
		return 0, failed("read", f.name, syscall.ESPIPE)
	}
	lock()
	defer disk.mu.Unlock()
	n, err = f.get(b, off)
	if err == nil && n < len(b) {
		err = io.EOF
	}
	return n, err
}

// Readers and writers without the methods that io.Copy would call again.
type (
	onlyReader struct{ f *File }
	onlyWriter struct{ f *File }
)

func (r onlyReader) Read(b []byte) (int, error)  { return r.f.Read(b) }
func (w onlyWriter) Write(b []byte) (int, error) { return w.f.Write(b) }

func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if f.node == nil {
		return 0, failed("seek", f.name, syscall.ESPIPE)
	}
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += f.at
	case io.SeekEnd:
		offset += int64(len(f.node.data))
	default:
		return 0, failed("seek", f.name, syscall.EINVAL)
	}
	if offset < 0 {
		return 0, failed("seek", f.name, syscall.EINVAL)
	}
	f.at, f.listing = offset, false
	return offset, nil
}

func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	if f.node == nil {
		return failed("truncate", f.name, syscall.EINVAL)
	}
	lock()
	defer disk.mu.Unlock()
	return failed("truncate", f.name, f.node.resize(size))
}

func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	if f.node == nil {
		mode := FileMode(0620) | ModeDevice | ModeCharDevice
		if f.fd == 0 || f.pipe != nil {
			mode = 0600 | ModeNamedPipe
		}
		return &info{base(f.name), 0, mode, now(), nil}, nil
	}
	lock()
	defer disk.mu.Unlock()
	return f.node.info(base(f.name)), nil
}

func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return failed("chmod", f.name, f.touch(chmod(mode)))
}

func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return failed("chown", f.name, f.touch(chown(uid, gid, 0)))
}

func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return failed("chdir", f.name, f.touch((*node).enter))
}

func (f *File) touch(change func(*node) error) error {
	if f.node == nil {
		return syscall.EINVAL
	}
	lock()
	defer disk.mu.Unlock()
	return change(f.node)
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	if f.pipe != nil {
		f.pipe.close(f.flag)
	}
	return nil
}

func (f *File) Sync() error { return f.check("sync") }

func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	return f.whole()
}

// All bytes of a file just opened, which is closed then.
func (f *File) whole() ([]byte, error) {
	defer f.Close()
	if f.node == nil || f.node.mode&ModeDevice != 0 {
		return io.ReadAll(f)
	}
	if !f.node.isDir() {
		call(len(f.node.data))
	}
	lock()
	defer disk.mu.Unlock()
	if f.node.isDir() {
		return nil, failed("read", f.name, syscall.EISDIR)
	}
	return append(make([]byte, 0, 512), f.node.data...), nil
}

func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err2 := f.Close(); err == nil {
		err = err2
	}
	return err
}

// The entries of a folder by name.
func entries(n *node) ([]DirEntry, error) {
	if err := n.load(); err != nil {
		return nil, err
	}
	names := slices.Sorted(maps.Keys(n.names))
	list := make([]DirEntry, len(names))
	for i, name := range names {
		list[i] = fs.FileInfoToDirEntry(n.names[name].info(name))
	}
	return list, nil
}

func ReadDir(name string) ([]DirEntry, error) {
	lock()
	defer disk.mu.Unlock()
	n, err := whole.find(name, true)
	if err != nil {
		return nil, failed("open", name, err)
	}
	if !n.isDir() {
		return nil, failed("open", name, syscall.ENOTDIR)
	}
	list, err := entries(n)
	return list, failed("open", name, err)
}

func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if f.node == nil || !f.node.isDir() {
		return nil, failed("readdirent", f.name, syscall.ENOTDIR)
	}
	lock()
	defer disk.mu.Unlock()
	if !f.listing {
		list, err := entries(f.node)
		if err != nil {
			return nil, failed("readdirent", f.name, err)
		}
		f.todo, f.listing = list, true
	}
	if n <= 0 {
		list := f.todo
		f.todo = nil
		return list, nil
	}
	if len(f.todo) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.todo))
	list := f.todo[:n]
	f.todo = f.todo[n:]
	return list, nil
}

func (f *File) Readdir(n int) ([]FileInfo, error) {
	list, err := f.ReadDir(n)
	var infos []FileInfo
	for _, e := range list {
		i, _ := e.Info()
		infos = append(infos, i)
	}
	return infos, err
}

func (f *File) Readdirnames(n int) (names []string, err error) {
	list, err := f.ReadDir(n)
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names, err
}

// A name for which make succeeds: pattern with its last star, or its end, made random.
func random(op, dir, pattern string, make func(name string, temporary bool) error) (string, error) {
	temporary := dir == ""
	if temporary {
		dir = TempDir()
	}
	prefix, suffix := pattern, ""
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '/' {
			return "", failed(op, pattern, errors.New("pattern contains path separator"))
		}
	}
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			prefix, suffix = pattern[:i], pattern[i+1:]
			break
		}
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	for try := 0; ; try++ {
		name := dir + prefix + strconv.FormatUint(uint64(rand.Uint32()), 10) + suffix
		err := make(name, temporary)
		if err == nil || !IsExist(err) || try == 10000 {
			return name, err
		}
	}
}

func CreateTemp(dir, pattern string) (f *File, err error) {
	_, err = random("createtemp", dir, pattern, func(name string, temporary bool) (err error) {
		f, err = whole.open(name, O_RDWR|O_CREATE|O_EXCL, 0600, temporary)
		return failed("open", name, err)
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

func MkdirTemp(dir, pattern string) (string, error) {
	name, err := random("mkdirtemp", dir, pattern, func(name string, temporary bool) error {
		return failed("mkdir", name, whole.mkdir(name, 0700, temporary))
	})
	if err != nil {
		if dir != "" && IsNotExist(err) {
			if _, err := Stat(dir); IsNotExist(err) {
				return "", err
			}
		}
		return "", err
	}
	return name, nil
}

// A folder as a file system.
type dirFS string

func DirFS(dir string) fs.FS { return dirFS(dir) }

// What do does with the file's name in the whole disk; errors tell the name as it was given.
func in[T any](dir dirFS, op, name string, do func(string) (T, error)) (T, error) {
	var none T
	if dir == "" {
		return none, failed(op, name, errors.New("os: DirFS with empty root"))
	}
	if !fs.ValidPath(name) {
		return none, failed(op, name, ErrInvalid)
	}
	full := string(dir)
	if name != "." {
		full += "/" + name
	}
	v, err := do(full)
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return v, err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	f, err := in(dir, "open", name, Open)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error)    { return in(dir, "readfile", name, ReadFile) }
func (dir dirFS) ReadDir(name string) ([]DirEntry, error) { return in(dir, "readdir", name, ReadDir) }
func (dir dirFS) Stat(name string) (FileInfo, error)      { return in(dir, "stat", name, Stat) }
func (dir dirFS) Lstat(name string) (FileInfo, error)     { return in(dir, "lstat", name, Lstat) }
func (dir dirFS) ReadLink(name string) (string, error)    { return in(dir, "readlink", name, Readlink) }

func copyFile(to string, fsys fs.FS, path string) error {
	r, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	i, err := r.Stat()
	if err != nil {
		return err
	}
	w, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666|i.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return &PathError{Op: "Copy", Path: to, Err: err}
	}
	return w.Close()
}

func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := dir + "/" + path
		switch d.Type() {
		case ModeDir:
			return MkdirAll(to, 0777)
		case ModeSymlink:
			target, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		case 0:
			return copyFile(to, fsys, path)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}
