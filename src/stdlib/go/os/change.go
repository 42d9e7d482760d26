package os

import (
	"strconv"
	"syscall"
	"time"
)

// What is done with names, in the whole disk or in a view of it.

func Stat(name string) (FileInfo, error)  { return whole.stat("stat", name, true) }
func Lstat(name string) (FileInfo, error) { return whole.stat("lstat", name, false) }

func (v view) stat(op, name string, follow bool) (FileInfo, error) {
	lock()
	defer disk.mu.Unlock()
	n, err := v.find(name, follow)
	if err != nil {
		return nil, failed(op, name, err)
	}
	return n.info(base(name)), nil
}

const umask = 0022

func Mkdir(name string, perm FileMode) error {
	return failed("mkdir", name, whole.mkdir(name, perm, false))
}

func (v view) mkdir(name string, perm FileMode, temporary bool) error {
	lock()
	defer disk.mu.Unlock()
	name, _ = trimmed(name)
	dir, last, n, err := v.walk(name, false)
	switch {
	case err != nil:
	case n != nil:
		err = syscall.EEXIST
	case wantsDir(name):
		err = syscall.ENOENT
	}
	if err != nil {
		return err
	}
	n = newDir(perm & (ModePerm | ModeSticky) &^ umask)
	if temporary {
		dir.put(last, n)
		return nil
	}
	_, err = dir.make(askMkdir, last, "", permOf(n.mode), n)
	return err
}

func MkdirAll(path string, perm FileMode) error { return whole.mkdirAll("mkdir", path, perm) }

func (v view) mkdirAll(op, path string, perm FileMode) error {
	if i, err := v.stat("stat", path, true); err == nil {
		if i.IsDir() {
			return nil
		}
		return failed(op, path, syscall.ENOTDIR)
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := v.mkdirAll(op, path[:end-1], perm); err != nil {
			return err
		}
	}
	err := failed(op, path, v.mkdir(path, perm, false))
	if err != nil {
		if i, err := v.stat("lstat", path, false); err == nil && i.IsDir() {
			return nil
		}
	}
	return err
}

func Remove(name string) error { return failed("remove", name, whole.remove(name)) }

func (v view) remove(name string) error {
	lock()
	defer disk.mu.Unlock()
	name, slash := trimmed(name)
	dir, last, n, err := v.walk(name, false)
	if err == nil && n == nil {
		err = syscall.ENOENT
	}
	if err == nil && n.isDir() {
		if last == "" || wantsDir(name) {
			return syscall.EINVAL
		}
		if err = n.load(); err == nil && len(n.names) > 0 {
			err = syscall.ENOTEMPTY
		}
	}
	if err == nil && !n.isDir() && (slash || wantsDir(name)) {
		err = syscall.ENOTDIR
	}
	if err == nil {
		err = dir.tellOf(askRemove, last, n)
	}
	if err == nil {
		dir.drop(last)
		dir.time = now()
	}
	return err
}

// Has the host do something with what a folder has under a name, which is n, if n is on its disk.
func (dir *node) tellOf(op int, name string, n *node) error {
	path, ok := dir.hostPath()
	if !ok || !n.host {
		return nil
	}
	if err := n.keep(dir); err != nil {
		return err
	}
	_, err := ask(op, path+"/"+name, "", nil, 0)
	return err
}

func RemoveAll(path string) error {
	if b := base(path); path != "" && (b == "." || b == "..") {
		return failed("RemoveAll", path, syscall.EINVAL)
	}
	return failed("unlinkat", path, whole.removeAll(path))
}

func (v view) removeAll(path string) error {
	lock()
	defer disk.mu.Unlock()
	path, _ = trimmed(path)
	dir, last, n, err := v.walk(path, false)
	if err == errEscapes {
		return err
	}
	if err != nil || n == nil {
		return nil
	}
	if last == "" {
		return syscall.EINVAL
	}
	err = dir.tellOf(askRemoveAll, last, n)
	if err != nil && n.isDir() {
		// What is left of it is seen when it is next looked at.
		n.names, n.unread = map[string]*node{}, true
		return err
	}
	dir.drop(last)
	dir.time = now()
	return nil
}

func linkFailed(op, oldname, newname string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{op, oldname, newname, err}
}

func Rename(oldpath, newpath string) error {
	return linkFailed("rename", oldpath, newpath, whole.rename(oldpath, newpath))
}

func (v view) rename(oldpath, newpath string) error {
	lock()
	defer disk.mu.Unlock()
	// os.Rename looks itself whether a folder is there, before the system is asked, which follows no link at the end of a path. A
	// Root goes through links that end with a slash itself.
	if v.top == nil {
		if there, err := v.find(newpath, false); err == nil && there.isDir() {
			n, err := v.find(oldpath, false)
			if err == nil && (n != there || oldpath == newpath) {
				err = syscall.EEXIST
			}
			if err != nil {
				return err
			}
		}
	}
	from, slash := trimmed(oldpath)
	path, newSlash := trimmed(newpath)
	busy := wantsDir(from) || wantsDir(path)
	if v.top != nil {
		from, path = oldpath, newpath
	}
	dir, last, n, err := v.walk(from, false)
	if err == nil && n == nil {
		err = syscall.ENOENT
	}
	if err != nil {
		return err
	}
	to, name, there, err := v.walk(path, false)
	switch {
	case err != nil:
		return err
	case busy:
		return syscall.EBUSY
	case !n.isDir() && (slash || newSlash):
		return syscall.ENOTDIR
	case last == "" || name == "":
		return syscall.EBUSY
	case there != nil && there.isDir() && (there != n || oldpath == newpath):
		return syscall.EEXIST
	case there == n:
		return nil
	case there != nil && n.isDir():
		return syscall.ENOTDIR
	}
	for at := to; at != disk.root && len(at.places) > 0; at = at.above() {
		if at == n {
			return syscall.EINVAL
		}
	}
	old, ok := dir.hostPath()
	path, hosted := to.hostPath()
	switch {
	case ok && hosted && n.host:
		if err := n.keep(dir); err != nil {
			return err
		}
		if _, err := ask(askRename, old+"/"+last, path+"/"+name, nil, 0); err != nil {
			return err
		}
	case hosted && n.mode&ModeType == 0 && !n.host:
		if there != nil {
			if err := there.tell(askRemove, "", nil, 0); err != nil {
				return err
			}
		}
		if _, err := ask(askCreate, path+"/"+name, "", nil, permOf(n.mode)); err != nil {
			return err
		}
		if _, err := ask(askWrite, path+"/"+name, "", n.data, 0); err != nil {
			return err
		}
		n.host = true
	case hosted || n.host:
		return syscall.EXDEV
	}
	dir.drop(last)
	to.put(name, n)
	return nil
}

func Symlink(oldname, newname string) error {
	return linkFailed("symlink", oldname, newname, whole.symlink(oldname, newname))
}

func (v view) symlink(oldname, newname string) error {
	lock()
	defer disk.mu.Unlock()
	dir, last, there, err := v.walk(newname, false)
	switch {
	case err != nil:
	case there != nil:
		err = syscall.EEXIST
	case wantsDir(newname):
		err = syscall.ENOENT
	case oldname == "":
		err = syscall.ENOENT
	default:
		n := &node{link: oldname, mode: 0777 | ModeSymlink, time: now()}
		_, err = dir.make(askSymlink, last, oldname, 0, n)
	}
	return err
}

func Link(oldname, newname string) error {
	return linkFailed("link", oldname, newname, whole.hardLink(oldname, newname))
}

func (v view) hardLink(oldname, newname string) error {
	lock()
	defer disk.mu.Unlock()
	n, err := v.find(oldname, false)
	if err != nil {
		return err
	}
	path, slash := trimmed(newname)
	if v.top != nil {
		path = newname
	}
	dir, last, there, err := v.walk(path, false)
	switch {
	case err != nil:
		return err
	case there != nil && v.top != nil && slash && !there.isDir():
		return syscall.ENOTDIR
	case there != nil:
		return syscall.EEXIST
	case slash || wantsDir(path):
		return syscall.ENOENT
	case n.isDir():
		return syscall.EPERM
	}
	path, hosted := dir.hostPath()
	old, ok := n.hostPath()
	if hosted != ok {
		return syscall.EXDEV
	}
	if ok {
		if err := n.keep(dir); err != nil {
			return err
		}
		if _, err := ask(askLink, old, path+"/"+last, nil, 0); err != nil {
			return err
		}
	}
	dir.put(last, n)
	return nil
}

func Readlink(name string) (string, error) {
	target, err := whole.readlink(name)
	return target, failed("readlink", name, err)
}

func (v view) readlink(name string) (string, error) {
	lock()
	defer disk.mu.Unlock()
	n, err := v.find(name, false)
	if err == nil && n.mode&ModeSymlink == 0 {
		err = syscall.EINVAL
	}
	if err != nil {
		return "", err
	}
	return n.link, nil
}

func Chmod(name string, mode FileMode) error {
	return failed("chmod", name, whole.touch(name, true, chmod(mode)))
}

func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return failed("chtimes", name, whole.touch(name, true, chtimes(atime, mtime)))
}

func Chown(name string, uid, gid int) error {
	return failed("chown", name, whole.touch(name, true, chown(uid, gid, 0)))
}

func Lchown(name string, uid, gid int) error {
	return failed("lchown", name, whole.touch(name, false, chown(uid, gid, 1)))
}

func (v view) touch(name string, follow bool, change func(*node) error) error {
	lock()
	defer disk.mu.Unlock()
	n, err := v.find(name, follow)
	if err == nil {
		err = change(n)
	}
	return err
}

func chmod(mode FileMode) func(*node) error {
	mode &= ModePerm | ModeSetuid | ModeSetgid | ModeSticky
	return func(n *node) error {
		err := n.tell(askChmod, "", nil, permOf(mode))
		if err == nil {
			n.mode = n.mode&ModeType | mode
		}
		return err
	}
}

func chtimes(atime, mtime time.Time) func(*node) error {
	return func(n *node) error {
		access, modified := "", n.time
		if !atime.IsZero() {
			access = strconv.FormatInt(atime.UnixNano(), 10)
		}
		if !mtime.IsZero() {
			modified = mtime
		}
		err := n.tell(askChtimes, access, nil, int(modified.UnixNano()))
		if err == nil {
			n.time = modified
		}
		return err
	}
}

// How is 1 for a link's own owner.
func chown(uid, gid, how int) func(*node) error {
	return func(n *node) error {
		return n.tell(askChown, strconv.Itoa(uid)+" "+strconv.Itoa(gid), nil, how)
	}
}

func Truncate(name string, size int64) error {
	return failed("truncate", name, whole.touch(name, true, func(n *node) error { return n.resize(size) }))
}

func (n *node) resize(size int64) error {
	if n.isDir() {
		return syscall.EISDIR
	}
	if size < 0 {
		return syscall.EINVAL
	}
	if err := n.load(); err != nil {
		return err
	}
	if err := n.tell(askTruncate, "", nil, int(size)); err != nil {
		return err
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
	return failed("chdir", dir, whole.touch(dir, true, (*node).enter))
}

func (n *node) enter() error {
	if !n.isDir() {
		return syscall.ENOTDIR
	}
	disk.cwd = n
	return nil
}

func Getwd() (dir string, err error) {
	lock()
	defer disk.mu.Unlock()
	dir, ok := disk.cwd.path()
	if !ok {
		return "", NewSyscallError("getwd", syscall.ENOENT)
	}
	if dir == "" {
		dir = "/"
	}
	return dir, nil
}

func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}
