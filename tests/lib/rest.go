package main

// Methods by their interfaces, and what nothing else uses.

import (
	"fmt"
	"hash"
	"hash/maphash"
	"io/fs"
	"os"
	"reflect"
	"runtime"
	"testing"
	"testing/fstest"
	"time"
)

type shown int

func (s shown) Format(f fmt.State, verb rune)             { fmt.Fprintf(f, "%d%c", int(s), verb) }
func (s *shown) Scan(state fmt.ScanState, verb rune) error { *s = shown(verb); return nil }

type forward struct {
	fmt.Formatter
	fmt.Scanner
}

func (f forward) Format(s fmt.State, verb rune)              { fmt.Fprint(s, "forward "); f.Formatter.Format(s, verb) }
func (f forward) Scan(state fmt.ScanState, verb rune) error { return f.Scanner.Scan(state, verb) }

func main() {
	s := shown(4)
	f := forward{s, &s}
	fmt.Printf("%v %x\n", f, f)
	fmt.Println(fmt.Sscanf("7", "%d", f))
	fmt.Println(int(s))
	var seed maphash.Seed
	fmt.Println(seed == maphash.MakeSeed())
	_, _ = hash.XOF.BlockSize, hash.XOF.Reset

	base := fstest.MapFS{"d/a": {Data: []byte("x")}, "l": {Data: []byte("d/a"), Mode: fs.ModeSymlink}}
	fmt.Println(fs.GlobFS(base).Glob("d/*"))
	list, err := fs.ReadDirFS(base).ReadDir("d")
	fmt.Println(len(list), err)
	fmt.Println(fs.ReadFileFS(base).ReadFile("d/a"))
	fmt.Println(fs.ReadLinkFS(base).ReadLink("l"))
	i, err := fs.ReadLinkFS(base).Lstat("l")
	fmt.Println(i.Mode(), err)
	i, err = fs.StatFS(base).Stat("l")
	fmt.Println(i.Mode(), err)
	sub, err := fs.SubFS(base).Sub("d")
	fmt.Println(sub != nil, err)

	n, _ := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	fmt.Println(n.SetReadDeadline(time.Time{}), n.SetWriteDeadline(time.Time{}))
	_, err = os.Getgroups()
	fmt.Println(err)
	fmt.Println(reflect.SendDir.String())
	_ = runtime.GOROOT()

	r := testing.Benchmark(func(b *testing.B) {
		b.StopTimer()
		b.ResetTimer()
		b.StartTimer()
		b.SetParallelism(2)
		fmt.Sprint(b.Elapsed() >= 0)
		for b.Loop() {
		}
	})
	fmt.Println(r.String() != "", r.N > 0)
}
