package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	fs := []func(rune) bool{unicode.IsLetter, unicode.IsDigit, unicode.IsNumber, unicode.IsSpace, unicode.IsUpper, unicode.IsLower, unicode.IsTitle, unicode.IsPunct, unicode.IsControl, unicode.IsSymbol, unicode.IsMark}
	for r := rune(0); r < 0x3000; r++ {
		var h uint32
		for i, f := range fs {
			if f(r) {
				h |= 1 << i
			}
		}
		if r < 0x180 || r%97 == 0 {
			fmt.Print(h, " ")
		}
	}
	fmt.Println()
	var up, low, tit uint64
	for r := rune(0); r < 0x10000; r++ {
		if u := unicode.ToUpper(r); u != r {
			up = up*31 + uint64(r)*65536 + uint64(u)
		}
		if u := unicode.ToLower(r); u != r {
			low = low*31 + uint64(r)*65536 + uint64(u)
		}
		if u := unicode.ToTitle(r); u != r {
			tit = tit*31 + uint64(r)*65536 + uint64(u)
		}
	}
	fmt.Println(up, low, tit)
	s := "a é 日 😀 \xff"
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		fmt.Print(r, n, " ")
		s = s[n:]
	}
	fmt.Println(utf8.RuneCountInString("日本語"), utf8.ValidString("a\xff"), utf8.RuneLen('é'), utf8.ValidRune(0xD800))
	b := utf8.AppendRune(nil, '世')
	fmt.Println(b, utf8.FullRune(b[:2]), utf8.FullRune(b))
	buf := make([]byte, 4)
	fmt.Println(utf8.EncodeRune(buf, '😀'), buf)
	fmt.Println(utf8.DecodeLastRuneInString("xé"))
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.In('x', unicode.Letter, unicode.Digit), unicode.SimpleFold('A'), unicode.SimpleFold('k'))
}
