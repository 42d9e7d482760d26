package os

import (
	"sync"
	"syscall"
	"time"
)

// A file, folder or link. Those of the host's disk are taken into memory when they are first looked at, and what changes them
// is done there first; the others are memory only.
type node struct {
	data  []byte
	names map[string]*node
	link  string
	mode  FileMode
	time  time.Time
	// Names under which it stands in folders.
	places []place
	// It is on the host's disk.
	host bool
	// The bytes, or the whole list of names, have not been asked for.
	unread bool
	// How long an unread file is.
	size int64
}

type place struct {
	dir  *node
	name string
}

func (n *node) isDir() bool { return n.mode&ModeDir != 0 }

var disk struct {
	mu   sync.Mutex
	root *node
	cwd  *node
}

// Questions to the host, by the engine's numbers.
const (
	askStat = iota
	askRead
	askList
	askCreate
	askOpen
	askWrite
	askTruncate
	askMkdir
	askRemove
	askRemoveAll
	askRename
	askSymlink
	askLink
	askChmod
	askChtimes
	askChown
)

type reported struct {
	data    []byte
	names   []string
	numbers []int
}

func ask(op int, path, to string, b []byte, n int) (reported, error) {
	if op > askList && fixed() {
		return reported{}, nil
	}
	errno, data, names, numbers := reply(question(op, path, to, b, n))
	if errno != 0 {
		return reported{}, syscall.Errno(errno)
	}
	return reported{data, names, numbers}, nil
}

// The disk, locked.
func lock() {
	call(0)
	disk.mu.Lock()
	if disk.root == nil {
		setUp()
	}
}

func setUp() {
	disk.root = newDir(0755)
	if hosted() {
		if r, err := ask(askStat, "/", "", nil, 0); err == nil {
			disk.root = r.node(0)
		}
	} else {
		disk.root.put("tmp", newDir(0777|ModeSticky))
		etc := newDir(0755)
		etc.put("passwd", &node{data: []byte("root:x:0:0:root:/root:/bin/sh\n"), mode: 0644, time: now()})
		etc.put("group", &node{data: []byte("root:x:0:\n"), mode: 0644, time: now()})
		disk.root.put("etc", etc)
	}
	dev := newDir(0755)
	for _, name := range []string{"null", "zero", "full", "random", "urandom"} {
		dev.put(name, &node{mode: 0666 | ModeDevice | ModeCharDevice, time: now()})
	}
	disk.root.put("dev", dev)
	disk.cwd = inMemory(workDir())
	for i, name := range given() {
		dir, file := "", name
		for j := len(name) - 1; j >= 0; j-- {
			if name[j] == '/' {
				dir, file = name[:j+1], name[j+1:]
				break
			}
		}
		if file != "" {
			inMemory(dir).put(file, &node{data: content(i), mode: 0644, time: now()})
		}
	}
}

// The folder of this name; what lacks is made in memory.
func inMemory(name string) *node {
	at := disk.cwd
	if at == nil || name != "" && name[0] == '/' {
		at = disk.root
	}
	for _, part := range split(name) {
		if part == ".." {
			at = at.above()
			continue
		}
		next, err := at.get(part)
		if err == nil && next != nil && next.mode&ModeSymlink != 0 {
			next = nil
			if path, ok := at.path(); ok {
				_, _, next, err = whole.walk(path+"/"+part, true)
			}
		}
		if err != nil || next == nil || !next.isDir() {
			next = newDir(0755)
			at.put(part, next)
		}
		at = next
	}
	return at
}

func newDir(perm FileMode) *node {
	return &node{names: map[string]*node{}, mode: perm | ModeDir, time: now()}
}

// Gives n a name in a folder, in memory.
func (dir *node) put(name string, n *node) {
	dir.drop(name)
	dir.names[name] = n
	n.places = append(n.places, place{dir, name})
}

// Takes a name out of a folder, in memory.
func (dir *node) drop(name string) {
	n := dir.names[name]
	if n == nil {
		return
	}
	delete(dir.names, name)
	for i, p := range n.places {
		if p.dir == dir && p.name == name {
			n.places = append(n.places[:i:i], n.places[i+1:]...)
			break
		}
	}
}

// Where it stands, unless it has been removed.
func (n *node) path() (string, bool) {
	if n == disk.root {
		return "", true
	}
	if len(n.places) == 0 {
		return "", false
	}
	above, ok := n.places[0].dir.path()
	return above + "/" + n.places[0].name, ok
}

func (n *node) above() *node {
	if len(n.places) == 0 {
		return n
	}
	return n.places[0].dir
}

// Where it stands on the host's disk, if it is there.
func (n *node) hostPath() (string, bool) {
	if !n.host {
		return "", false
	}
	path, ok := n.path()
	if path == "" {
		path = "/"
	}
	return path, ok
}

// Has the host do something with n, if n is on its disk.
func (n *node) tell(op int, to string, b []byte, number int) error {
	path, ok := n.hostPath()
	if !ok {
		return nil
	}
	_, err := ask(op, path, to, b, number)
	return err
}

// Has the host do something at a new name in a folder of its disk; what is there then, or in memory n.
func (dir *node) make(op int, name, to string, number int, n *node) (*node, error) {
	path, ok := dir.hostPath()
	if ok {
		r, err := ask(op, path+"/"+name, to, nil, number)
		if err != nil {
			return nil, err
		}
		n.host = true
		if len(r.numbers) > 0 {
			n.mode = modeOf(r.numbers[0])
		}
	}
	dir.put(name, n)
	dir.time = now()
	return n, nil
}

// The entry with this number as a node of the host's disk.
func (r reported) node(i int) *node {
	n := &node{
		mode:   modeOf(r.numbers[3*i]),
		size:   int64(r.numbers[3*i+1]),
		time:   time.Unix(0, int64(r.numbers[3*i+2])),
		link:   r.names[2*i+1],
		host:   true,
		unread: true,
	}
	if n.isDir() {
		n.names = map[string]*node{}
	}
	return n
}

// What Linux calls the mode of a file.
func modeOf(st int) FileMode {
	mode := FileMode(st & 0777)
	switch st & 0xf000 {
	case 0x4000:
		mode |= ModeDir
	case 0xa000:
		mode |= ModeSymlink
	case 0x2000:
		mode |= ModeDevice | ModeCharDevice
	case 0x6000:
		mode |= ModeDevice
	case 0x1000:
		mode |= ModeNamedPipe
	case 0xc000:
		mode |= ModeSocket
	}
	if st&0x800 != 0 {
		mode |= ModeSetuid
	}
	if st&0x400 != 0 {
		mode |= ModeSetgid
	}
	if st&0x200 != 0 {
		mode |= ModeSticky
	}
	return mode
}

// The permissions as Linux has them.
func permOf(mode FileMode) int {
	n := int(mode.Perm())
	if mode&ModeSetuid != 0 {
		n |= 0x800
	}
	if mode&ModeSetgid != 0 {
		n |= 0x400
	}
	if mode&ModeSticky != 0 {
		n |= 0x200
	}
	return n
}

// What a folder has under a name, nil if nothing.
func (dir *node) get(name string) (*node, error) {
	if n := dir.names[name]; n != nil || !dir.unread {
		return n, nil
	}
	path, ok := dir.path()
	if !ok {
		return nil, nil
	}
	r, err := ask(askStat, path+"/"+name, "", nil, 0)
	if err == syscall.ENOENT {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	n := r.node(0)
	dir.put(name, n)
	return n, nil
}

// Takes the bytes of a file, or the list of a folder, into memory.
func (n *node) load() error {
	path, ok := n.hostPath()
	if !n.unread || !ok {
		n.unread = false
		return nil
	}
	switch {
	case n.isDir():
		r, err := ask(askList, path, "", nil, 0)
		if err != nil {
			return err
		}
		for i := range len(r.numbers) / 3 {
			if name := r.names[2*i]; n.names[name] == nil {
				n.put(name, r.node(i))
			}
		}
	case n.mode&ModeType == 0:
		r, err := ask(askRead, path, "", nil, 0)
		if err != nil {
			return err
		}
		n.data = r.data
	default:
		return syscall.ENXIO
	}
	n.unread = false
	return nil
}

// Takes n and all below into memory, and the list of the folder it is in, if the host's disk is only looked at and does not
// follow what is done with names here.
func (n *node) keep(dir *node) error {
	if !fixed() {
		return nil
	}
	if err := dir.load(); err != nil {
		return err
	}
	return n.loadAll()
}

func (n *node) loadAll() error {
	if n.mode&ModeType&^ModeDir != 0 {
		return nil
	}
	err := n.load()
	for _, below := range n.names {
		if err == nil {
			err = below.loadAll()
		}
	}
	return err
}

// The parts of a path.
func split(name string) (list []string) {
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

// Whether a path ends with a slash, or with one and a dot: then it names a folder, and a link at its end is followed.
func wantsDir(name string) bool {
	n := len(name)
	return n > 0 && name[n-1] == '/' || n > 1 && name[n-2:] == "/."
}

// A path without slashes at its end, and whether there were any.
func trimmed(name string) (string, bool) {
	n := len(name)
	for n > 1 && name[n-1] == '/' {
		n--
	}
	return name[:n], n < len(name)
}

// A view is the disk as seen from a folder that cannot be left, or the whole of it.
type view struct {
	top *node
}

var whole view

// The folder that name is in, its last part, and what it names (nil if nothing); links are followed, the last one if asked for.
func (v view) walk(name string, follow bool) (dir *node, last string, n *node, err error) {
	if name == "" {
		return nil, "", nil, syscall.ENOENT
	}
	for i := range len(name) {
		if name[i] == 0 {
			return nil, "", nil, syscall.EINVAL
		}
	}
	follow = follow || wantsDir(name)
	at, most := disk.cwd, 40
	if v.top != nil {
		at, most = v.top, 8
	}
	if name[0] == '/' {
		if v.top != nil {
			return nil, "", nil, errEscapes
		}
		at = disk.root
	}
	todo := split(name)
	dir, n, last = at.above(), at, ""
	for links := 0; len(todo) > 0; {
		part := todo[0]
		todo = todo[1:]
		if !at.isDir() {
			return nil, "", nil, syscall.ENOTDIR
		}
		if part == ".." {
			if at == v.top {
				return nil, "", nil, errEscapes
			}
			at = at.above()
			dir, n, last = at.above(), at, ""
			continue
		}
		dir, last = at, part
		if n, err = at.get(part); err != nil {
			return nil, "", nil, err
		}
		if n == nil {
			if len(todo) > 0 {
				return nil, "", nil, syscall.ENOENT
			}
			return dir, last, nil, nil
		}
		if n.mode&ModeSymlink != 0 && (follow || len(todo) > 0) {
			if links++; links > most {
				return nil, "", nil, syscall.ELOOP
			}
			if n.link[0] == '/' {
				if v.top != nil {
					return nil, "", nil, errEscapes
				}
				at = disk.root
			}
			todo = append(split(n.link), todo...)
			n = at
			continue
		}
		at = n
	}
	return dir, last, n, nil
}

// What name names; an error if nothing.
func (v view) find(name string, follow bool) (*node, error) {
	_, _, n, err := v.walk(name, follow)
	switch {
	case err != nil:
	case n == nil:
		err = syscall.ENOENT
	case !n.isDir() && wantsDir(name):
		return nil, syscall.ENOTDIR
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
	switch {
	case n.unread:
		size = n.size
	case n.isDir():
		size = max(4096, n.size)
	case n.mode&ModeSymlink != 0:
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

func SameFile(fi1, fi2 FileInfo) bool {
	a, ok := fi1.(*info)
	b, ok2 := fi2.(*info)
	return ok && ok2 && a.node != nil && a.node == b.node
}

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
