package main

// What is left of sort, slices, maps, strings, bytes, math, strconv, unicode/utf8, fmt and both math/rand.

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"math/rand"
	randv2 "math/rand/v2"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type temp float64

func (t temp) GoString() string               { return fmt.Sprintf("temp(%g)", float64(t)) }
func (t temp) Format(s fmt.State, verb rune)   { fmt.Fprintf(s, "<%s %c>", fmt.FormatString(s, verb), verb) }

type pairScan struct{ a, b string }

func (p *pairScan) Scan(s fmt.ScanState, verb rune) error {
	one := make([]byte, 1)
	_, err := s.Read(one)
	r, n, err2 := s.ReadRune()
	err3 := s.UnreadRune()
	token, err4 := s.Token(false, nil)
	p.a, p.b = fmt.Sprint(err, r, n, err2, err3, err4), string(token)
	return nil
}

func main() {
	f := sort.Float64Slice{3, math.NaN(), -1, 2}
	var i sort.Interface = f
	fmt.Println(i.Len(), i.Less(0, 2), i.Less(1, 0), f.Len(), f.Less(2, 0))
	f.Swap(0, 1)
	i.Swap(0, 1)
	f.Sort()
	fmt.Println(f, f.Search(2.5))
	n := sort.IntSlice{3, 1, 2}
	fmt.Println(n.Len(), n.Less(1, 0))
	n.Swap(0, 1)
	n.Sort()
	fmt.Println(n, n.Search(3), sort.IntsAreSorted(n), sort.SliceIsSorted(n, func(i, j int) bool { return n[i] > n[j] }))
	s := sort.StringSlice{"b", "c", "a"}
	fmt.Println(s.Len(), s.Less(0, 1))
	s.Swap(0, 1)
	s.Sort()
	fmt.Println(s, s.Search("b"), sort.StringsAreSorted(s), sort.SearchStrings(s, "z"))
	words := byLen{"ccc", "a", "bb", "d"}
	sort.Sort(sort.Reverse(words))
	fmt.Println(words)

	a, b := []int{1, 2, 3}, []int{1, 2, 4}
	by := func(x, y int) int { return cmp.Compare(x, y) }
	fmt.Println(slices.AppendSeq(a, slices.Values(b)), slices.CompareFunc(a, b, by), slices.ContainsFunc(a, func(x int) bool { return x > 2 }), slices.EqualFunc(a, b, func(x, y int) bool { return x/2 == y/2 }), slices.IsSortedFunc(a, by))
	m := map[string]int{"a": 1, "b": 2}
	maps.Copy(m, map[string]int{"b": 3, "c": 4})
	maps.Insert(m, maps.All(map[string]int{"d": 5}))
	fmt.Println(m, maps.EqualFunc(m, map[string]string{"a": "1", "b": "3", "c": "4", "d": "5"}, func(x int, y string) bool { return strconv.Itoa(x) == y }))

	fmt.Println(math.Ln10, math.Ln2, math.Log10E, math.Log2E, uint(math.MaxUint), math.MaxUint16, math.MaxUint8, math.MinInt, math.MinInt8, math.Phi, math.Sqrt2, math.SqrtE, math.SqrtPhi, math.SqrtPi, bits.UintSize)
	fmt.Println(bits.Add(math.MaxUint, 2, 1))
	fmt.Println(bits.Sub(0, 2, 1))
	fmt.Println(bits.Mul(math.MaxUint, 3))
	var e *strconv.NumError
	_, err := strconv.Atoi("x\n")
	fmt.Println(errors.As(err, &e), e.Error(), e.Unwrap() == strconv.ErrSyntax, strconv.IntSize, utf8.MaxRune, utf8.RuneSelf, utf8.UTFMax)

	r := strings.NewReader("héllo")
	readers(r)
	r.Reset("new")
	fmt.Println(r.Len(), r.Size())
	var br *bytes.Reader = bytes.NewReader([]byte("héllo"))
	readers(br)
	br.Reset([]byte("new"))
	fmt.Println(br.Len(), br.Size())
	var buf *bytes.Buffer = bytes.NewBuffer([]byte("abc"))
	fmt.Println(string(buf.Bytes()), bytes.MinRead, bytes.ErrTooLarge)
	var sb strings.Builder
	sb.Grow(100)
	fmt.Println(sb.Cap() >= 100)
	var rep *strings.Replacer = strings.NewReplacer("a", "1", "b", "2")
	fmt.Println(rep.Replace("abc"))
	upper := func(r rune) bool { return unicode.IsUpper(r) }
	x := []byte("ABcDE fG")
	fmt.Printf("%s %s %q %q\n", bytes.TrimLeftFunc(x, upper), bytes.TrimRightFunc(x, upper), bytes.FieldsFunc(x, upper), slices.Collect(bytes.FieldsSeq(x)))
	fmt.Printf("%q %d\n", slices.Collect(bytes.SplitAfterSeq(x, []byte("c"))), bytes.LastIndexByte(x, 'D'))
	before, after, found := bytes.CutLast([]byte("a.b.c"), []byte("."))
	fmt.Printf("%s %s %v %s %s %s\n", before, after, found, bytes.ToUpperSpecial(unicode.TurkishCase, []byte("iı")), bytes.ToLowerSpecial(unicode.TurkishCase, []byte("Iİ")), bytes.ToTitleSpecial(unicode.TurkishCase, []byte("iı")))

	var formatter fmt.Formatter = temp(1)
	var gostringer fmt.GoStringer = temp(2)
	fmt.Printf("%+08.3v %#v %s %d\n", formatter, gostringer, temp(3), []temp{4})
	fmt.Println(gostringer.GoString())
	var scanner fmt.Scanner = new(pairScan)
	fmt.Println(fmt.Sscan("xyz w", scanner))
	fmt.Println(scanner)
	var k int
	fmt.Println(fmt.Scanf("%d", &k))
	fmt.Fprint(os.Stdout, "a", 1, 2, "b\n")

	var src rand.Source = rand.NewSource(5)
	fmt.Println(src.Int63())
	src.Seed(6)
	src64 := src.(rand.Source64)
	fmt.Println(src64.Uint64())
	var g *rand.Rand = rand.New(src)
	var z *rand.Zipf = rand.NewZipf(g, 1.5, 2, 100)
	fmt.Println(z.Uint64(), rand.NewZipf(g, 1, 1, 1) == nil)
	rand.Seed(7)
	fmt.Println(rand.Int() >= 0, rand.Int31() >= 0, rand.Int31n(10) < 10, rand.Int63() >= 0, rand.Int63n(100) < 100, rand.Uint32() != rand.Uint32(), rand.Uint64() != rand.Uint64(), rand.Intn(9) < 9)
	fmt.Println(rand.Float32() < 1, rand.Float64() < 1, rand.NormFloat64() != rand.NormFloat64(), rand.ExpFloat64() >= 0, len(rand.Perm(5)))
	p := make([]byte, 7)
	fmt.Println(rand.Read(p))
	rand.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })

	in := func(ok bool) { fmt.Print(ok, " ") }
	in(randv2.Int() >= 0)
	in(randv2.Int32() >= 0)
	in(randv2.Int32N(5) < 5)
	in(randv2.Int64() >= 0)
	in(randv2.Int64N(5) < 5)
	in(randv2.IntN(5) < 5)
	in(randv2.Uint() != randv2.Uint())
	in(randv2.Uint32N(5) < 5)
	in(randv2.Uint64() != randv2.Uint64())
	in(randv2.Uint64N(5) < 5)
	in(randv2.UintN(5) < 5)
	in(randv2.Uint32() >= 0)
	in(randv2.Float32() < 1)
	in(randv2.Float64() < 1)
	in(randv2.NormFloat64() != randv2.NormFloat64())
	in(randv2.ExpFloat64() >= 0)
	in(randv2.N(3) < 3)
	in(len(randv2.Perm(4)) == 4)
	randv2.Shuffle(3, func(i, j int) { in(i > j || i == j) })
	fmt.Println()
	var source randv2.Source = randv2.NewPCG(1, 2)
	fmt.Println(source.Uint64())
	st, err := randv2.NewPCG(1, 2).AppendBinary([]byte("x"))
	fmt.Printf("%q %v\n", st, err)
	st, err = randv2.NewChaCha8([32]byte{1}).AppendBinary([]byte("x"))
	fmt.Printf("%q %v\n", st, err)
	var z2 *randv2.Zipf = randv2.NewZipf(randv2.New(source), 1.5, 2, 100)
	fmt.Println(z2.Uint64())
	for _, f := range []func(){func() { rand.Intn(0) }, func() { rand.Int31n(-1) }, func() { rand.Int63n(0) }, func() { randv2.IntN(0) }, func() { randv2.N(0) }, func() { randv2.Shuffle(-1, nil) }, func() { rand.Shuffle(-1, nil) }, func() { slices.Grow(a, -1) }, func() { slices.Max([]int{}) }, func() { strings.Repeat("x", -1) }, func() { slices.Chunk(a, 0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

type reads interface {
	Read([]byte) (int, error)
	ReadAt([]byte, int64) (int, error)
	ReadByte() (byte, error)
	ReadRune() (rune, int, error)
	UnreadByte() error
	UnreadRune() error
	Seek(int64, int) (int64, error)
}

func readers(r reads) {
	two := make([]byte, 2)
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	fmt.Println(r.ReadByte())
	fmt.Println(r.UnreadByte())
	fmt.Println(r.Read(two))
	fmt.Println(r.Seek(1, 0))
	fmt.Println(r.ReadRune())
	fmt.Println(r.UnreadRune(), r.UnreadRune())
	fmt.Println(r.ReadAt(two, 5))
	fmt.Println(r.ReadAt(two, -1))
	fmt.Println(r.Seek(-1, 0))
	fmt.Println(r.Seek(0, 9))
	switch r := r.(type) {
	case *strings.Reader:
		fmt.Println(r.Len(), r.Size())
		r.UnreadByte()
		r.ReadByte()
		r.Read(two)
		r.ReadAt(two, 0)
		r.Seek(0, 0)
		r.ReadRune()
		r.UnreadRune()
		fmt.Println(r.WriteTo(os.Stdout))
	case *bytes.Reader:
		r.UnreadByte()
		r.ReadByte()
		r.Read(two)
		r.ReadAt(two, 0)
		r.Seek(0, 0)
		r.ReadRune()
		r.UnreadRune()
		fmt.Println(r.WriteTo(os.Stdout))
	}
}
