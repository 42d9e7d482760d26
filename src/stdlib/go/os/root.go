package os

import (
	"errors"
	"io/fs"
	"syscall"
	"time"
)

var errEscapes = errors.New("path escapes from parent")

// A Root is a folder that names given to it cannot leave.
type Root struct {
	name   string
	view   view
	closed bool
}

func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

func OpenRoot(name string) (*Root, error) {
	lock()
	defer disk.mu.Unlock()
	n, err := whole.find(name, true)
	if err != nil {
		return nil, failed("open", name, err)
	}
	return newRoot(name, n)
}

func newRoot(name string, n *node) (*Root, error) {
	if !n.isDir() {
		return nil, failed("open", name, errors.New("not a directory"))
	}
	return &Root{name: name, view: view{n}}, nil
}

func joined(dir, name string) string {
	if dir != "" && dir[len(dir)-1] == '/' {
		return dir + name
	}
	return dir + "/" + name
}

func (r *Root) Name() string { return r.name }

func (r *Root) Close() error {
	r.closed = true
	return nil
}

// Whether this may be done with the name at all.
func (r *Root) check(name string) error {
	if r.closed {
		return ErrClosed
	}
	if name == "" {
		return errors.New("empty path")
	}
	return nil
}

// What do says of the name.
func (r *Root) do(op, name string, do func(v view) error) error {
	err := r.check(name)
	if err == nil {
		err = do(r.view)
	}
	return failed(op, name, underlying(err))
}

func (r *Root) link(op, oldname, newname string, do func(v view) error) error {
	err := r.check(oldname)
	if err == nil {
		err = r.check(newname)
	}
	if err == nil {
		err = do(r.view)
	}
	return linkFailed(op, oldname, newname, err)
}

var errMode = errors.New("unsupported file mode")

func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

func (r *Root) OpenFile(name string, flag int, perm FileMode) (f *File, err error) {
	if perm&0o777 != perm {
		return nil, failed("openat", name, errMode)
	}
	err = r.do("openat", name, func(v view) (err error) {
		f, err = v.open(name, flag, perm, false)
		return err
	})
	if err != nil {
		return nil, err
	}
	f.name = joined(r.name, name)
	return f, nil
}

func (r *Root) OpenRoot(name string) (*Root, error) {
	var n *node
	err := r.do("openat", name, func(v view) (err error) {
		lock()
		defer disk.mu.Unlock()
		n, err = v.find(name, true)
		return err
	})
	if err != nil {
		return nil, err
	}
	return newRoot(joined(r.name, name), n)
}

func (r *Root) Mkdir(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return failed("mkdirat", name, errMode)
	}
	return r.do("mkdirat", name, func(v view) error { return v.mkdir(name, perm, false) })
}

func (r *Root) MkdirAll(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return failed("mkdirat", name, errMode)
	}
	if err := r.check(name); err != nil {
		return failed("mkdirat", name, err)
	}
	err := r.view.mkdirAll("mkdirat", name, perm)
	if e, ok := err.(*PathError); ok && e.Err == errEscapes {
		e.Path = name
	} else if ok && e.Err == syscall.ENOTDIR {
		if e.Path != name {
			e.Op = "openat"
		} else if i, _ := r.Lstat(name); i != nil && i.Mode().IsRegular() {
			e.Err = syscall.EEXIST
		}
	}
	return err
}

func (r *Root) Chmod(name string, mode FileMode) error {
	return r.do("chmodat", name, func(v view) error { return v.touch(name, true, chmod(mode)) })
}

func (r *Root) Chown(name string, uid, gid int) error {
	return r.do("chownat", name, func(v view) error { return v.touch(name, true, chown(uid, gid, 0)) })
}

func (r *Root) Lchown(name string, uid, gid int) error {
	return r.do("lchownat", name, func(v view) error { return v.touch(name, false, chown(uid, gid, 1)) })
}

func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.do("chtimesat", name, func(v view) error { return v.touch(name, true, chtimes(atime, mtime)) })
}

func (r *Root) Remove(name string) error {
	return r.do("removeat", name, func(v view) error { return v.remove(name) })
}

func (r *Root) RemoveAll(name string) error {
	for name != "" && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	if base(name) == "." {
		return failed("RemoveAll", name, syscall.EINVAL)
	}
	return r.do("RemoveAll", name, func(v view) error { return v.removeAll(name) })
}

func (r *Root) Stat(name string) (i FileInfo, err error) {
	err = r.do("statat", name, func(v view) (err error) {
		i, err = v.stat("statat", name, true)
		return err
	})
	return i, err
}

func (r *Root) Lstat(name string) (i FileInfo, err error) {
	err = r.do("statat", name, func(v view) (err error) {
		i, err = v.stat("statat", name, false)
		return err
	})
	return i, err
}

func (r *Root) Readlink(name string) (target string, err error) {
	err = r.do("readlinkat", name, func(v view) (err error) {
		target, err = v.readlink(name)
		return err
	})
	return target, err
}

func (r *Root) Rename(oldname, newname string) error {
	return r.link("renameat", oldname, newname, func(v view) error { return v.rename(oldname, newname) })
}

func (r *Root) Link(oldname, newname string) error {
	return r.link("linkat", oldname, newname, func(v view) error { return v.hardLink(oldname, newname) })
}

func (r *Root) Symlink(oldname, newname string) error {
	err := r.check(newname)
	if err == nil {
		err = r.view.symlink(oldname, newname)
	}
	return linkFailed("symlinkat", oldname, newname, err)
}

func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	return f.whole()
}

func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err2 := f.Close(); err == nil {
		err = err2
	}
	return err
}

// A root as a file system.
type rootFS Root

func (r *Root) FS() fs.FS { return (*rootFS)(r) }

// What do does with a file of the root.
func inRoot[T any](r *rootFS, op, name string, do func(*Root, string) (T, error)) (T, error) {
	if !fs.ValidPath(name) {
		var none T
		return none, failed(op, name, ErrInvalid)
	}
	return do((*Root)(r), name)
}

func (r *rootFS) Open(name string) (fs.File, error) {
	f, err := inRoot(r, "open", name, (*Root).Open)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	return inRoot(r, "readdir", name, func(r *Root, name string) ([]DirEntry, error) {
		f, err := r.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return f.ReadDir(-1)
	})
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	return inRoot(r, "readfile", name, (*Root).ReadFile)
}
func (r *rootFS) ReadLink(name string) (string, error) {
	return inRoot(r, "readlink", name, (*Root).Readlink)
}
func (r *rootFS) Stat(name string) (FileInfo, error)  { return inRoot(r, "stat", name, (*Root).Stat) }
func (r *rootFS) Lstat(name string) (FileInfo, error) { return inRoot(r, "lstat", name, (*Root).Lstat) }
