package os

import (
	"errors"
	"io"
	"sync"
	"time"
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

// noEntry and its like are errors as the system words them.
type sysError struct {
	text string
	is   error
}

func (e *sysError) Error() string        { return e.text }
func (e *sysError) Is(target error) bool { return e.is == target }

var (
	noEntry  = &sysError{"no such file or directory", ErrNotExist}
	exists   = &sysError{"file exists", ErrExist}
	isDir    = errors.New("is a directory")
	notEmpty = errors.New("directory not empty")
	badFile  = errors.New("bad file descriptor")
)

type node struct {
	data []byte
	dir  bool
	mode FileMode
	time time.Time
}

var disk struct {
	mu    sync.Mutex
	nodes map[string]*node
	dir   string // the current one, "" for the root
	temps int
}

// clean makes a name absolute and plain; the disk must be locked.
func clean(name string) string {
	if len(name) == 0 || name[0] != '/' {
		name = disk.dir + "/" + name
	}
	var parts []string
	part := ""
	for _, c := range name + "/" {
		if c != '/' {
			part += string(c)
			continue
		}
		switch part {
		case "", ".":
		case "..":
			parts = parts[:max(0, len(parts)-1)]
		default:
			parts = append(parts, part)
		}
		part = ""
	}
	path := ""
	for _, p := range parts {
		path += "/" + p
	}
	if path == "" {
		return "/"
	}
	return path
}

func parent(path string) string {
	for i := len(path) - 1; i > 0; i-- {
		if path[i] == '/' {
			return path[:i]
		}
	}
	return "/"
}

// find gives the node of a clean path; the disk must be locked.
func find(path string) *node {
	if disk.nodes == nil {
		disk.nodes = map[string]*node{"/": {dir: true, mode: 0755}, "/tmp": {dir: true, mode: 0777}}
	}
	return disk.nodes[path]
}

func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	fail := func(err error) (*File, error) { return nil, &PathError{Op: "open", Path: name, Err: err} }
	path := clean(name)
	n := find(path)
	switch {
	case n == nil && flag&O_CREATE == 0:
		return fail(noEntry)
	case n == nil:
		if p := find(parent(path)); p == nil || !p.dir {
			return fail(noEntry)
		}
		n = &node{mode: perm, time: time.Now()}
		disk.nodes[path] = n
	case flag&O_CREATE != 0 && flag&O_EXCL != 0:
		return fail(exists)
	case n.dir && flag&(O_WRONLY|O_RDWR) != 0:
		return fail(isDir)
	}
	if flag&O_TRUNC != 0 {
		n.data = nil
	}
	return &File{fd: 3, name: name, node: n, flag: flag}, nil
}

func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

func (f *File) store(b []byte) (int, error) {
	if f.flag&(O_WRONLY|O_RDWR) == 0 {
		return 0, &PathError{Op: "write", Path: f.name, Err: badFile}
	}
	disk.mu.Lock()
	defer disk.mu.Unlock()
	n := f.node
	if f.flag&O_APPEND != 0 {
		f.at = int64(len(n.data))
	}
	for int64(len(n.data)) < f.at {
		n.data = append(n.data, 0)
	}
	k := copy(n.data[f.at:], b)
	n.data = append(n.data, b[k:]...)
	n.time = time.Now()
	f.at += int64(len(b))
	return len(b), nil
}

func (f *File) load(b []byte) (int, error) {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	if f.node.dir {
		return 0, &PathError{Op: "read", Path: f.name, Err: isDir}
	}
	if f.at >= int64(len(f.node.data)) {
		return 0, io.EOF
	}
	k := copy(b, f.node.data[f.at:])
	f.at += int64(k)
	return k, nil
}

func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if f.node == nil {
		return 0, &PathError{Op: "seek", Path: f.name, Err: errors.New("illegal seek")}
	}
	switch whence {
	case io.SeekCurrent:
		offset += f.at
	case io.SeekEnd:
		offset += int64(len(f.node.data))
	}
	if offset < 0 {
		return 0, &PathError{Op: "seek", Path: f.name, Err: ErrInvalid}
	}
	f.at = offset
	return offset, nil
}

func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	if f.node.dir {
		return nil, &PathError{Op: "read", Path: name, Err: isDir}
	}
	return append([]byte{}, f.node.data...), nil
}

func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

func Mkdir(name string, perm FileMode) error {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	path := clean(name)
	if find(path) != nil {
		return &PathError{Op: "mkdir", Path: name, Err: exists}
	}
	if p := find(parent(path)); p == nil || !p.dir {
		return &PathError{Op: "mkdir", Path: name, Err: noEntry}
	}
	disk.nodes[path] = &node{dir: true, mode: perm, time: time.Now()}
	return nil
}

func MkdirAll(path string, perm FileMode) error {
	disk.mu.Lock()
	clean := clean(path)
	disk.mu.Unlock()
	for i := 1; i <= len(clean); i++ {
		if i == len(clean) || clean[i] == '/' {
			if err := Mkdir(clean[:i], perm); err != nil && !IsExist(err) {
				return err
			}
		}
	}
	return nil
}

func Remove(name string) error {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	path := clean(name)
	n := find(path)
	if n == nil {
		return &PathError{Op: "remove", Path: name, Err: noEntry}
	}
	if n.dir {
		for other := range disk.nodes {
			if other != path && parent(other) == path {
				return &PathError{Op: "remove", Path: name, Err: notEmpty}
			}
		}
	}
	delete(disk.nodes, path)
	return nil
}

func RemoveAll(path string) error {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	path = clean(path)
	find(path)
	for other := range disk.nodes {
		if other == path || len(other) > len(path) && other[:len(path)+1] == path+"/" {
			delete(disk.nodes, other)
		}
	}
	return nil
}

func Rename(oldpath, newpath string) error {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	n := find(clean(oldpath))
	if n == nil {
		return errors.New("rename " + oldpath + " " + newpath + ": no such file or directory")
	}
	delete(disk.nodes, clean(oldpath))
	disk.nodes[clean(newpath)] = n
	return nil
}

func TempDir() string { return "/tmp" }

// MkdirTemp makes a folder with a name of its own: the last * of the pattern, or its end, becomes a number.
func MkdirTemp(dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	before, after := pattern, ""
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '/' {
			return "", &PathError{Op: "mkdirtemp", Path: pattern, Err: errors.New("pattern contains path separator")}
		}
	}
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			before, after = pattern[:i], pattern[i+1:]
			break
		}
	}
	for {
		disk.mu.Lock()
		disk.temps++
		n := disk.temps
		disk.mu.Unlock()
		name := dir + "/" + before + digits(n) + after
		err := Mkdir(name, 0700)
		if err == nil || !IsExist(err) {
			return name, err
		}
	}
}

func digits(n int) string {
	s := ""
	for ; n > 0; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}

func Getwd() (dir string, err error) {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	return clean("."), nil
}

func Chdir(dir string) error {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	path := clean(dir)
	n := find(path)
	if n == nil || !n.dir {
		err := error(noEntry)
		if n != nil {
			err = errors.New("not a directory")
		}
		return &PathError{Op: "chdir", Path: dir, Err: err}
	}
	disk.dir = path
	if path == "/" {
		disk.dir = ""
	}
	return nil
}

type info struct {
	name string
	size int64
	n    node
}

func (i *info) Name() string       { return i.name }
func (i *info) Size() int64        { return i.size }
func (i *info) ModTime() time.Time { return i.n.time }
func (i *info) IsDir() bool        { return i.n.dir }
func (i *info) Sys() any           { return nil }

func (i *info) Mode() FileMode {
	if i.n.dir {
		return i.n.mode | ModeDir
	}
	return i.n.mode
}

func Stat(name string) (FileInfo, error) {
	disk.mu.Lock()
	defer disk.mu.Unlock()
	path := clean(name)
	n := find(path)
	if n == nil {
		return nil, &PathError{Op: "stat", Path: name, Err: noEntry}
	}
	base := path
	if path != "/" {
		base = path[len(parent(path)):]
		for len(base) > 1 && base[0] == '/' {
			base = base[1:]
		}
	}
	return &info{base, int64(len(n.data)), *n}, nil
}

func Lstat(name string) (FileInfo, error) { return Stat(name) }
