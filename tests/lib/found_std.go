package main

// What Go's own tests (tests/oracle/std.sh) once found to differ here.

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
)

type numbers struct{ n int }

func (x numbers) Up(yield func(int) bool) {
	for i := range x.n {
		if !yield(i) {
			return
		}
	}
}

type truth bool

type hiding interface {
	Shown() string
	hidden()
}

type both struct{}

func (both) Shown() string { return "shown" }
func (both) hidden()       {}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f()
}

func main() {
	for v := range reflect.ValueOf(numbers{3}).Method(0).Seq() {
		fmt.Print(v, " ")
	}
	fmt.Println(reflect.TypeFor[func(func(int) truth)]().CanSeq(), reflect.TypeFor[iter.Seq2[int, string]]().CanSeq2())
	var x any = 1
	fmt.Println(reflect.TypeAssert[int](reflect.ValueOf(&x).Elem()))
	fmt.Println(reflect.Value{}.Comparable(), reflect.ValueOf([2]any{1, []int{}}).Comparable(), reflect.ValueOf([2]any{}).Comparable())
	try(func() { fmt.Println(reflect.ValueOf([1]any{[]int{}}).Equal(reflect.ValueOf([1]any{[]int{}}))) })
	try(func() { fmt.Println(reflect.ValueOf([0]func(){}).Equal(reflect.ValueOf([0]func(){}))) })
	type in []struct{ C int }
	type out struct{ in }
	fmt.Println(reflect.ValueOf(out{in{{}}}).Field(0).Index(0).Field(0).CanSet())
	var h struct{ F hiding }
	h.F = both{}
	m := reflect.ValueOf(&h).Elem().Field(0)
	fmt.Println(m.Method(0).Call(nil)[0])
	try(func() { m.Method(1).Call(nil) })
	try(func() { reflect.ValueOf("x").Recv() })
	try(func() { reflect.ValueOf("x").Send(reflect.ValueOf(1)) })
	it := reflect.ValueOf(map[int]int{1: 2}).MapRange()
	try(func() { reflect.ValueOf(&x).Elem().SetIterKey(it) })
	i8 := reflect.TypeFor[int8]()
	for _, fields := range [][]reflect.StructField{
		{{Name: "1x", Type: i8}}, {{Name: "a b", Type: i8}}, {{Name: "x", Type: i8}}, {{Name: "_", Type: i8}}, {{Name: "A", Type: i8, Anonymous: true, PkgPath: "main"}},
		{{Name: "a", Type: i8, PkgPath: "p"}, {Name: "b", Type: i8, PkgPath: "q"}}, {{Name: "É1", Type: i8}},
	} {
		try(func() { fmt.Println(reflect.StructOf(fields)) })
	}

	var pool *sync.Pool
	pool.Put(nil)
	try(func() { pool.Put(1) })
	try(func() { pool.Get() })
	try(func() { strings.Repeat("--", 1<<61) })
	try(func() { strings.Repeat("--", 1<<62) })

	dir, _ := os.MkdirTemp("", "found")
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	os.Mkdir("a", 0o755)
	os.Mkdir("b", 0o755)
	fmt.Println(os.Rename("a", "b"), os.Rename("a", "a"), os.Rename("none", "b"))
	_, err := os.Stat("a\x00b")
	fmt.Println(err)
	fmt.Println(os.WriteFile("a\x00b", nil, 0o644))
	_, err = os.MkdirTemp("none", "x")
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
	os.Setenv("XDG_CONFIG_HOME", "relative")
	os.Setenv("XDG_CACHE_HOME", "relative")
	fmt.Println(os.UserConfigDir())
	fmt.Println(os.UserCacheDir())

	far := time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)
	odd := time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("odd", 24*3600))
	for _, t := range []time.Time{far, odd} {
		_, err := t.MarshalText()
		_, err2 := t.AppendText(nil)
		_, err3 := t.MarshalJSON()
		fmt.Println(err, err2, err3)
	}
	now := time.Now().Round(time.Second)
	fmt.Println(now == time.Unix(now.Unix(), 0), reflect.DeepEqual(now, time.Unix(now.Unix(), 0)), now == now.AddDate(0, 0, 0))
	fmt.Println(slices.Collect(strings.SplitSeq("a,b", ",")))
}
