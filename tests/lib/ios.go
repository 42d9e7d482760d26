package main

// io and io/fs: every interface, function and error.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing/fstest"
	"time"
)

type everything struct{ strings.Builder }

func (e *everything) Read(p []byte) (int, error)                    { return copy(p, "r"), io.EOF }
func (e *everything) Close() error                                  { return fs.ErrClosed }
func (e *everything) Seek(at int64, from int) (int64, error)        { return at + int64(from), nil }
func (e *everything) ReadFrom(r io.Reader) (int64, error)           { b, err := io.ReadAll(r); e.Write(b); return int64(len(b)), err }
func (e *everything) WriteAt(p []byte, at int64) (int, error)       { return fmt.Fprintf(e, "%d:%s ", at, p) }
func (e *everything) ReadAt(p []byte, at int64) (int, error)        { return copy(p, "0123456789"[at:]), io.EOF }
func (e *everything) WriteTo(w io.Writer) (int64, error)            { return 0, io.ErrShortWrite }
func (e *everything) ReadByte() (byte, error)                       { return 'b', nil }
func (e *everything) ReadRune() (rune, int, error)                  { return 'é', 2, nil }
func (e *everything) UnreadByte() error                             { return io.ErrNoProgress }
func (e *everything) UnreadRune() error                             { return io.ErrShortBuffer }

type slow struct{ n int }

func (s *slow) Read(p []byte) (int, error) { s.n++; return 0, nil }

type halfWriter struct{}

func (halfWriter) Write(p []byte) (int, error) { return len(p) / 2, nil }

type tree struct{ fstest.MapFS }

func (t tree) Open(name string) (fs.File, error)             { fmt.Println("Open", name); return t.MapFS.Open(name) }
func (t tree) Glob(p string) ([]string, error)               { fmt.Println("Glob", p); return t.MapFS.Glob(p) }
func (t tree) ReadDir(name string) ([]fs.DirEntry, error)    { fmt.Println("ReadDir", name); return t.MapFS.ReadDir(name) }
func (t tree) ReadFile(name string) ([]byte, error)          { fmt.Println("ReadFile", name); return t.MapFS.ReadFile(name) }
func (t tree) Stat(name string) (fs.FileInfo, error)         { fmt.Println("Stat", name); return t.MapFS.Stat(name) }
func (t tree) Sub(name string) (fs.FS, error)                { fmt.Println("Sub", name); return t.MapFS.Sub(name) }
func (t tree) ReadLink(name string) (string, error)          { fmt.Println("ReadLink", name); return t.MapFS.ReadLink(name) }
func (t tree) Lstat(name string) (fs.FileInfo, error)        { fmt.Println("Lstat", name); return t.MapFS.Lstat(name) }

func main() {
	e := &everything{}
	var _ io.Closer = e
	var _ io.ReadCloser = e
	var _ io.ReadSeekCloser = e
	var _ io.ReadSeeker = e
	var _ io.ReadWriteCloser = e
	var _ io.ReadWriteSeeker = e
	var _ io.ReadWriter = e
	var _ io.WriteCloser = e
	var _ io.WriteSeeker = e
	var _ io.RuneReader = e
	var _ io.ByteScanner = e
	var _ io.RuneScanner = e
	var _ io.ReaderAt = e
	var _ io.WriterTo = e
	var br io.ByteReader = e
	var bw io.ByteWriter = e
	var sw io.StringWriter = e
	var rf io.ReaderFrom = e
	var wa io.WriterAt = e
	fmt.Println(br.ReadByte())
	fmt.Println(bw.WriteByte('x'))
	fmt.Println(sw.WriteString("yz"))
	fmt.Println(rf.ReadFrom(strings.NewReader("from")))
	fmt.Println(wa.WriteAt([]byte("at"), 3))
	fmt.Println(e.String())
	fmt.Println(io.CopyBuffer(halfWriter{}, e, nil))
	fmt.Println(io.CopyBuffer(halfWriter{}, struct{ io.Reader }{strings.NewReader("abcd")}, make([]byte, 3)))
	func() {
		defer func() { fmt.Println(recover()) }()
		io.CopyBuffer(halfWriter{}, struct{ io.Reader }{e}, []byte{})
	}()
	fmt.Println(io.Copy(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{io.LimitReader(strings.NewReader("abcdef"), 4)}))
	fmt.Println(io.CopyN(io.Discard, strings.NewReader("abc"), 5))
	fmt.Println(io.ErrClosedPipe, io.ErrNoProgress, io.ErrShortBuffer, io.ErrShortWrite, io.ErrUnexpectedEOF, io.EOF)
	fmt.Println(io.ReadAtLeast(strings.NewReader("abc"), make([]byte, 2), 3))
	fmt.Println(io.ReadAtLeast(strings.NewReader("abc"), make([]byte, 5), 4))
	fmt.Println(io.ReadFull(strings.NewReader(""), make([]byte, 5)))

	lr := &io.LimitedReader{R: strings.NewReader("limited"), N: 3}
	b := make([]byte, 10)
	fmt.Println(lr.Read(b))
	fmt.Println(lr.Read(b))
	fmt.Println(lr.N)
	ow := io.NewOffsetWriter(e, 100)
	var _ *io.OffsetWriter = ow
	fmt.Println(ow.Write([]byte("one")))
	fmt.Println(ow.Seek(5, io.SeekStart))
	fmt.Println(ow.Seek(1, io.SeekCurrent))
	fmt.Println(ow.Seek(1, io.SeekEnd))
	fmt.Println(ow.WriteAt([]byte("two"), 7))
	fmt.Println(ow.WriteAt([]byte("two"), -7))
	fmt.Println(e.String())
	var sr *io.SectionReader = io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	fmt.Println(sr.Size())
	fmt.Println(sr.Outer())
	fmt.Println(sr.Read(b[:3]))
	fmt.Println(sr.ReadAt(b, 1))
	fmt.Println(sr.Seek(-1, io.SeekEnd))
	fmt.Println(sr.Seek(-9, io.SeekCurrent))
	fmt.Println(sr.Read(b))
	fmt.Println(sr.Read(b))

	var pr *io.PipeReader
	var pw *io.PipeWriter
	pr, pw = io.Pipe()
	go func() {
		fmt.Fprint(pw, "piped")
		pw.CloseWithError(errors.New("over"))
	}()
	fmt.Println(pr.Read(b[:3]))
	fmt.Println(pr.Read(b))
	fmt.Println(pr.Read(b))
	fmt.Println(pr.Close())
	pr, pw = io.Pipe()
	pr.CloseWithError(errors.New("enough"))
	fmt.Println(pw.Write([]byte("x")))
	fmt.Println(pw.Close())
	pr, pw = io.Pipe()
	pr.Close()
	fmt.Println(pw.Write(nil))
	fmt.Println(io.WriteString(io.MultiWriter(e, io.Discard), "multi"))
	fmt.Println(io.ReadAll(io.TeeReader(io.MultiReader(strings.NewReader("a"), strings.NewReader("b")), e)))
	fmt.Println(io.NopCloser(e).Close())

	base := fstest.MapFS{
		"a.txt":       {Data: []byte("text"), Mode: 0o644, ModTime: time.Unix(1e9, 0).UTC()},
		"dir/b.txt":   {Data: []byte("more"), Mode: 0o600 | fs.ModeSetuid},
		"dir/sub/c":   {Data: nil},
		"dir/link":    {Data: []byte("b.txt"), Mode: fs.ModeSymlink | 0o777},
		"skipped/one": {}, "skipped/two": {},
	}
	for _, fsys := range []fs.FS{base, tree{base}, struct{ fs.FS }{base}} {
		f, err := fsys.Open("a.txt")
		fmt.Println(err)
		show(f.Stat())
		fmt.Println(f.Read(b))
		fmt.Println(f.Close())
		_, err = fsys.Open("../x")
		fmt.Println(err, errors.Is(err, fs.ErrInvalid))
		_, err = fs.ReadFile(fsys, "nothing")
		var pe *fs.PathError
		fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, pe.Err, pe.Error(), pe.Timeout(), pe.Unwrap() == fs.ErrNotExist, errors.Is(err, fs.ErrNotExist))
		fmt.Println(fs.ReadFile(fsys, "dir/b.txt"))
		fmt.Println(fs.Glob(fsys, "*/*.txt"))
		fmt.Println(fs.Glob(fsys, "[a"))
		entries, err := fs.ReadDir(fsys, "dir")
		for _, d := range entries {
			fmt.Println(d, d.Name(), d.IsDir(), d.Type(), fs.FormatDirEntry(d))
			show(d.Info())
		}
		fmt.Println(err)
		show(fs.Stat(fsys, "dir/sub"))
		show(fs.Lstat(fsys, "dir/link"))
		fmt.Println(fs.ReadLink(fsys, "dir/link"))
		sub, err := fs.Sub(fsys, "dir")
		fmt.Println(err)
		fmt.Println(fs.ReadFile(sub, "b.txt"))
		_, err = fs.Sub(fsys, "/x")
		fmt.Println(err)
		fmt.Println(fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			fmt.Println(path, d.IsDir(), err)
			switch path {
			case "skipped":
				return fs.SkipDir
			case "dir/sub/c":
				return fs.SkipAll
			}
			return nil
		}))
	}
	var walk fs.WalkDirFunc = func(path string, d fs.DirEntry, err error) error { return err }
	fmt.Println(fs.WalkDir(base, "none", walk))
	var _ fs.GlobFS = base
	var _ fs.ReadDirFS = base
	var _ fs.ReadFileFS = base
	var _ fs.StatFS = base
	var _ fs.SubFS = base
	var _ fs.ReadLinkFS = base
	d, _ := base.Open("dir")
	rd := d.(fs.ReadDirFile)
	for {
		list, err := rd.ReadDir(2)
		fmt.Println(list, err)
		if err != nil {
			break
		}
	}
	fmt.Println(fs.ErrClosed, fs.ErrExist, fs.ErrInvalid, fs.ErrPermission, fs.ErrNotExist)
	for _, p := range []string{".", "", "a/b", "/a", "a/", "a//b", "./a", "a/..", "é", "\xff"} {
		fmt.Print(fs.ValidPath(p), " ")
	}
	fmt.Println()
	for _, m := range []fs.FileMode{0, 0o755, fs.ModeDir | 0o700, fs.ModeAppend, fs.ModeExclusive, fs.ModeTemporary, fs.ModeSymlink, fs.ModeDevice, fs.ModeNamedPipe, fs.ModeSocket, fs.ModeSetuid, fs.ModeSetgid, fs.ModeCharDevice, fs.ModeSticky, fs.ModeIrregular, fs.ModeType, fs.ModePerm} {
		fmt.Println(m.String(), uint32(m), m.IsDir(), m.IsRegular(), m.Perm(), m.Type())
	}
	fmt.Fprintln(os.Stdout, "end")
}

func show(info fs.FileInfo, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	d := fs.FileInfoToDirEntry(info)
	fmt.Println(info.Name(), info.Size(), info.Mode(), info.IsDir(), info.ModTime().UTC(), info.Sys() != nil, fs.FormatFileInfo(info), d.Name(), d.IsDir(), d.Type())
}
