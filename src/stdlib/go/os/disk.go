package os

import (
	"sync"
	"syscall"
	"time"
)

// A file, folder or link on the disk, which is memory.
type node struct {
	data  []byte
	names map[string]*node
	link  string
	mode  FileMode
	time  time.Time
}

func (n *node) isDir() bool { return n.mode&ModeDir != 0 }

var disk struct {
	mu   sync.Mutex
	root *node
	cwd  string
}

// The disk, locked.
func lock() {
	call(0)
	disk.mu.Lock()
	if disk.root == nil {
		disk.root = newDir(0755)
		disk.root.names["tmp"] = newDir(0777 | ModeSticky)
		disk.root.names["dev"] = newDir(0755)
		disk.root.names["dev"].names["null"] = &node{mode: 0666 | ModeDevice | ModeCharDevice, time: now()}
		disk.root.names["etc"] = newDir(0755)
		etc := disk.root.names["etc"].names
		etc["passwd"] = &node{data: []byte("root:x:0:0:root:/root:/bin/sh\n"), mode: 0644, time: now()}
		etc["group"] = &node{data: []byte("root:x:0:\n"), mode: 0644, time: now()}
		disk.cwd = "/"
	}
}

func newDir(perm FileMode) *node {
	return &node{names: map[string]*node{}, mode: perm | ModeDir, time: now()}
}

// The parts of a path, from the root.
func parts(name string) (list []string) {
	if name == "" || name[0] != '/' {
		name = disk.cwd + "/" + name
	}
	from := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if part := name[from:i]; part != "" && part != "." {
			list = append(list, part)
		}
		from = i + 1
	}
	return list
}

// The folder that name is in, its last part, and what it names (nil if nothing); links are followed, the last one if asked for.
func walk(name string, follow bool) (dir *node, last string, n *node, err error) {
	if name == "" {
		return nil, "", nil, syscall.ENOENT
	}
	for i := range len(name) {
		if name[i] == 0 {
			return nil, "", nil, syscall.EINVAL
		}
	}
	todo := parts(name)
	trail := []*node{disk.root}
	dir, n, last = disk.root, disk.root, "/"
	for links := 0; len(todo) > 0; {
		part := todo[0]
		todo = todo[1:]
		dir = trail[len(trail)-1]
		if !dir.isDir() {
			return nil, "", nil, syscall.ENOTDIR
		}
		if part == ".." {
			trail = trail[:max(1, len(trail)-1)]
			n = trail[len(trail)-1]
			continue
		}
		last, n = part, dir.names[part]
		if n == nil {
			if len(todo) > 0 {
				return nil, "", nil, syscall.ENOENT
			}
			return dir, last, nil, nil
		}
		if n.mode&ModeSymlink != 0 && (follow || len(todo) > 0) {
			if links++; links > 40 {
				return nil, "", nil, syscall.ELOOP
			}
			if n.link[0] == '/' {
				trail = trail[:1]
			}
			saved := disk.cwd
			disk.cwd = ""
			todo = append(parts(n.link), todo...)
			disk.cwd = saved
			n = trail[len(trail)-1]
			continue
		}
		trail = append(trail, n)
	}
	return dir, last, n, nil
}

// What name names; an error if nothing.
func find(name string, follow bool) (*node, error) {
	_, _, n, err := walk(name, follow)
	if err == nil && n == nil {
		err = syscall.ENOENT
	}
	return n, err
}

type info struct {
	name string
	size int64
	mode FileMode
	time time.Time
	node *node
}

func (n *node) info(name string) *info {
	size := int64(len(n.data))
	if n.isDir() {
		size = 4096
	} else if n.mode&ModeSymlink != 0 {
		size = int64(len(n.link))
	}
	return &info{name, size, n.mode, n.time, n}
}

func (i *info) Name() string       { return i.name }
func (i *info) Size() int64        { return i.size }
func (i *info) Mode() FileMode     { return i.mode }
func (i *info) ModTime() time.Time { return i.time }
func (i *info) IsDir() bool        { return i.mode&ModeDir != 0 }
func (i *info) Sys() any           { return nil }

// The last part of a path.
func base(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 2; i >= 0; i-- {
		if name[i] == '/' {
			return name[i+1:]
		}
	}
	return name
}

func failed(op, name string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: name, Err: err}
}

func Stat(name string) (FileInfo, error)  { return stat("stat", name, true) }
func Lstat(name string) (FileInfo, error) { return stat("lstat", name, false) }

func stat(op, name string, follow bool) (FileInfo, error) {
	lock()
	defer disk.mu.Unlock()
	n, err := find(name, follow)
	if err != nil {
		return nil, failed(op, name, err)
	}
	return n.info(base(name)), nil
}

func SameFile(fi1, fi2 FileInfo) bool {
	a, ok := fi1.(*info)
	b, ok2 := fi2.(*info)
	return ok && ok2 && a.node != nil && a.node == b.node
}

const umask = 0022

func Mkdir(name string, perm FileMode) error {
	lock()
	defer disk.mu.Unlock()
	dir, last, n, err := walk(name, false)
	if err == nil && n != nil {
		err = syscall.EEXIST
	}
	if err == nil {
		dir.names[last] = newDir(perm.Perm() &^ umask)
		dir.time = now()
	}
	return failed("mkdir", name, err)
}

func MkdirAll(path string, perm FileMode) error {
	if i, err := Stat(path); err == nil {
		if i.IsDir() {
			return nil
		}
		return failed("mkdir", path, syscall.ENOTDIR)
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if i, err := Lstat(path); err == nil && i.IsDir() {
			return nil
		}
	}
	return err
}

func Remove(name string) error {
	lock()
	defer disk.mu.Unlock()
	dir, last, n, err := walk(name, false)
	switch {
	case err != nil:
	case n == nil:
		err = syscall.ENOENT
	case n.isDir() && len(n.names) > 0:
		err = syscall.ENOTEMPTY
	default:
		delete(dir.names, last)
		dir.time = now()
	}
	return failed("remove", name, err)
}

func RemoveAll(path string) error {
	if b := base(path); b == "." || b == ".." {
		return failed("RemoveAll", path, syscall.EINVAL)
	}
	lock()
	defer disk.mu.Unlock()
	dir, last, n, err := walk(path, false)
	if err == nil && n != nil {
		delete(dir.names, last)
	}
	return nil
}

func Rename(oldpath, newpath string) error {
	lock()
	defer disk.mu.Unlock()
	dir, last, n, err := walk(oldpath, false)
	if err == nil && n == nil {
		err = syscall.ENOENT
	}
	if err == nil {
		var to, there *node
		var name string
		to, name, there, err = walk(newpath, false)
		switch {
		case err != nil:
		case there != nil && there.isDir():
			err = syscall.EEXIST
		case there != nil && !there.isDir() && n.isDir():
			err = syscall.ENOTDIR
		case there != nil && there != n && len(there.names) > 0:
			err = syscall.ENOTEMPTY
		default:
			delete(dir.names, last)
			to.names[name] = n
		}
	}
	if err != nil {
		return &LinkError{"rename", oldpath, newpath, err}
	}
	return nil
}

func Symlink(oldname, newname string) error { return link("symlink", oldname, newname) }
func Link(oldname, newname string) error    { return link("link", oldname, newname) }

func link(op, oldname, newname string) error {
	lock()
	defer disk.mu.Unlock()
	dir, last, there, err := walk(newname, false)
	if err == nil && (there != nil || oldname == "") {
		err = syscall.EEXIST
	}
	n := &node{link: oldname, mode: 0777 | ModeSymlink, time: now()}
	if err == nil && op == "link" {
		n, err = find(oldname, false)
	}
	if err != nil {
		return &LinkError{op, oldname, newname, err}
	}
	dir.names[last] = n
	return nil
}

func Readlink(name string) (string, error) {
	lock()
	defer disk.mu.Unlock()
	n, err := find(name, false)
	if err == nil && n.mode&ModeSymlink == 0 {
		err = syscall.EINVAL
	}
	if err != nil {
		return "", failed("readlink", name, err)
	}
	return n.link, nil
}

func Chmod(name string, mode FileMode) error {
	return touch("chmod", name, func(n *node) { n.mode = n.mode&ModeType | mode&(ModePerm|ModeSetuid|ModeSetgid|ModeSticky) })
}

func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return touch("chtimes", name, func(n *node) {
		if !mtime.IsZero() {
			n.time = mtime
		}
	})
}

func Chown(name string, uid, gid int) error  { return touch("chown", name, func(*node) {}) }
func Lchown(name string, uid, gid int) error { return touch("lchown", name, func(*node) {}) }

func touch(op, name string, change func(*node)) error {
	lock()
	defer disk.mu.Unlock()
	n, err := find(name, true)
	if err == nil {
		change(n)
	}
	return failed(op, name, err)
}

func Truncate(name string, size int64) error {
	lock()
	defer disk.mu.Unlock()
	n, err := find(name, true)
	if err == nil {
		err = n.resize(size)
	}
	return failed("truncate", name, err)
}

func (n *node) resize(size int64) error {
	if n.isDir() {
		return syscall.EISDIR
	}
	if size < 0 {
		return syscall.EINVAL
	}
	if size <= int64(len(n.data)) {
		n.data = n.data[:size:size]
	} else {
		n.data = append(n.data, make([]byte, size-int64(len(n.data)))...)
	}
	n.time = now()
	return nil
}

func Chdir(dir string) error {
	lock()
	defer disk.mu.Unlock()
	n, err := find(dir, true)
	if err == nil && !n.isDir() {
		err = syscall.ENOTDIR
	}
	if err == nil {
		path := ""
		for _, part := range parts(dir) {
			if part == ".." {
				for len(path) > 0 && path[len(path)-1] != '/' {
					path = path[:len(path)-1]
				}
				path = path[:max(0, len(path)-1)]
				continue
			}
			path += "/" + part
		}
		disk.cwd = path
		if path == "" {
			disk.cwd = "/"
		}
	}
	return failed("chdir", dir, err)
}

func Getwd() (dir string, err error) {
	lock()
	defer disk.mu.Unlock()
	return disk.cwd, nil
}

func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}
