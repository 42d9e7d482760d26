package main

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

func sum(n int, at func(i int) uint64) (h uint64) {
	for i := range n {
		h = h*1099511628211 + at(i)
	}
	return h
}

func numbers(n int) []int {
	s, x := make([]int, n), uint64(88172645463325252)
	for i := range s {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		s[i] = int(x) >> 20
	}
	return s
}

func main() {
	// Hashes of more than one piece, and of pieces that do not fit.
	for _, n := range []int{0, 63, 64 << 10, 64<<10 + 1, 1 << 20, 1<<20 + 777} {
		b := bytes.Repeat([]byte("golanes"), n/7+1)[:n]
		fmt.Printf("%d %x %x %x\n", n, sha1.Sum(b), sha256.Sum256(b), sha512.Sum512(b))
		h := sha256.New()
		h.Write(b[:n/3])
		h.Write(b[n/3:])
		fmt.Printf("%x\n", h.Sum(nil))
	}

	// Sorts of one piece and of several.
	for _, n := range []int{0, 1, 2, 1 << 14, 1<<14 + 1, 3<<14 - 5, 100_003} {
		s := numbers(n)
		slices.Sort(s)
		fmt.Println(n, slices.IsSorted(s), sum(n, func(i int) uint64 { return uint64(s[i]) }))
		f := make([]float64, n)
		for i, v := range numbers(n) {
			f[i] = float64(v) / 1024
			if v%1000 == 0 {
				f[i] = math.NaN()
			}
			if v%1000 == 1 {
				f[i] = 0
			}
		}
		slices.Sort(f)
		fmt.Println(slices.IsSorted(f), sum(n, func(i int) uint64 {
			if f[i] != f[i] {
				return 1
			}
			return math.Float64bits(f[i])
		}))
		t := make([]string, n)
		for i, v := range numbers(n) {
			t[i] = fmt.Sprint(v % 100_000)
		}
		sort.Strings(t)
		fmt.Println(slices.IsSorted(t), sum(n, func(i int) uint64 { return uint64(len(t[i]))<<8 | uint64(t[i][len(t[i])-1]) }))
	}
	// Zeros of both signs.
	z := make([]float64, 40_000)
	for i := range z {
		z[i] = math.Copysign(float64(i%3), float64(i%2)-0.5)
	}
	slices.Sort(z)
	fmt.Println(slices.IsSorted(z))

	// Searches that start well again and again.
	a := strings.Repeat("a", 1<<20)
	sub := strings.Repeat("a", 1<<17) + "b" + strings.Repeat("a", 1<<17)
	fmt.Println(strings.Index(a, sub), strings.LastIndex(a, sub), strings.Count(a, sub), strings.Contains(a+sub, sub))
	fmt.Println(strings.Index(a+sub+a, sub), strings.LastIndex(a+sub+a, sub), strings.Count(a+sub+a, sub))
	fmt.Println(strings.Count(a, a[:33]), strings.Count(strings.Repeat("ab", 1<<18), strings.Repeat("ab", 20)))
	ba, bs := append([]byte(a), 0xff), append([]byte(sub), 0xff)
	fmt.Println(bytes.Index(ba, bs), bytes.LastIndex(ba, bs), bytes.Index(append(ba, bs...), bs))
	fmt.Println(len(strings.Split(a, a[:40])), len(strings.ReplaceAll(a, a[:50], "x")), len(strings.Fields(strings.Repeat("x ", 1<<18))))

	// Sets of many runes.
	var set strings.Builder
	for r := rune(0x400); r < 0x2400; r++ {
		set.WriteRune(r)
	}
	cut := set.String()
	fmt.Println(strings.IndexAny(a+"Ω€", cut), strings.LastIndexAny("жЯ"+a, cut), strings.IndexAny(a, cut+"b"), strings.LastIndexAny("\xffa\xff", "\ufffd"))
	fmt.Println(strings.Trim("ЖЖx€Ы", cut), bytes.TrimRight([]byte("x€Ы"), cut), strings.TrimLeft("\xffa", "\ufffd"), strings.Trim("xyx", "x"))

	// One that replaces, of many.
	var pairs []string
	for i := range 500 {
		pairs = append(pairs, fmt.Sprintf("<%d>", i), fmt.Sprintf("[%d]", 499-i))
	}
	r := strings.NewReplacer(pairs...)
	out := r.Replace(strings.Repeat("<499> and <7>, <x>", 20_000))
	fmt.Println(len(out), out[:40])
	fmt.Println(strings.NewReplacer("", "-", "a", "A", "ab", "X").Replace("abcab"))
	fmt.Println(len(bytes.Repeat([]byte("xyz"), 1_000_003)), string(bytes.Repeat([]byte("ab"), 3)))
}
