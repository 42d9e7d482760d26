package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	d, err := os.MkdirTemp("", "x*y")
	fmt.Println(err, strings.HasPrefix(d, os.TempDir()+"/x"))
	defer os.RemoveAll(d)
	os.Chdir(d)
	fmt.Println(os.MkdirAll("a/b/c", 0755), os.WriteFile("a/f.txt", []byte("hello\nworld\n"), 0644))
	os.WriteFile("a/b/g.txt", nil, 0600)
	_, err = os.Open("nope")
	fmt.Println(err, os.IsNotExist(err), errors.Is(err, fs.ErrNotExist))
	var pe *fs.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path, pe.Err)
	fmt.Println(os.Mkdir("a", 0755), os.Remove("a"))
	es, _ := os.ReadDir("a")
	for _, e := range es {
		i, _ := e.Info()
		fmt.Println(e.Name(), e.IsDir(), i.Mode(), e, e.Type())
	}
	filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error { fmt.Println(p, d.IsDir(), err); return nil })
	m, err := filepath.Glob("a/*.txt")
	fmt.Println(m, err)
	f, _ := os.OpenFile("a/f.txt", os.O_RDWR|os.O_APPEND, 0)
	fmt.Fprintln(f, "more")
	f.Seek(0, 0)
	b, _ := io.ReadAll(f)
	fmt.Printf("%q\n", b)
	st, _ := f.Stat()
	fmt.Println(st.Size(), st.Name(), st.Mode(), f.Close(), f.Close())
	_, err = f.Write(nil)
	fmt.Println(err)
	fmt.Println(os.Rename("a/f.txt", "z.txt"), os.Rename("q", "r"))
	fmt.Println(os.Symlink("z.txt", "l"), os.Symlink("z.txt", "l"))
	fmt.Println(os.Readlink("l"))
	b, err = os.ReadFile("l")
	fmt.Println(len(b), err)
	fmt.Println(os.ExpandEnv("$HOMEX-${Q}-$$-x"), os.Expand("${a}b$c", strings.ToUpper))
	fsys := os.DirFS(".")
	fmt.Println(fs.Glob(fsys, "*"))
	b, err = fs.ReadFile(fsys, "none")
	fmt.Println(b, err)
	fmt.Println(os.Setenv("A=B", "c"), os.Truncate("z.txt", 3))
	b, _ = os.ReadFile("z.txt")
	fmt.Printf("%q\n", b)
	fmt.Println(os.ReadFile("a"))
	r, w, _ := os.Pipe()
	go func() { fmt.Fprint(w, "piped"); w.Close() }()
	b, err = io.ReadAll(r)
	fmt.Println(string(b), err)
	_, err = os.Stat("z.txt/x")
	fmt.Println(err)
	sub, _ := fs.Sub(fsys, "a")
	fs.WalkDir(sub, ".", func(p string, d fs.DirEntry, err error) error { fmt.Println(p); return nil })
}
