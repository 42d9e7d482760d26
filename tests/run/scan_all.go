package main

import (
	"fmt"
	"io"
	"strings"
)

type (
	num   int8
	word  string
	bytes []byte
	yes   bool
	real  float32
	cmpl  complex64
)

type pair struct{ a, b int }

func (p *pair) Scan(state fmt.ScanState, verb rune) error {
	tok, err := state.Token(true, func(r rune) bool { return r != ';' })
	if err != nil {
		return err
	}
	state.ReadRune()
	_, err = fmt.Sscanf(string(tok), "%d:%d", &p.a, &p.b)
	return err
}

func main() {
	var i int
	var u8 uint8
	var n num
	var w word
	var b bytes
	var y yes
	var r real
	var c cmpl
	var c2 complex128
	var f float64
	var s string
	var ch rune
	show := func(n int, err error) {
		fmt.Println(n, err, i, u8, n, w, string(b), y, r, c, c2, f, s, ch)
	}
	show(fmt.Sscan("1_000 0x1f -12 abc def true 2.5 (1+2i) 3-4i 0x1p-2 end", &i, &u8, &n, &w, &b, &y, &r, &c, &c2, &f, &s))
	show(fmt.Sscan("300", &u8))
	show(fmt.Sscan("200", &n))
	show(fmt.Sscan("1e400", &f))
	show(fmt.Sscan("x", &i))
	show(fmt.Sscan("", &i))
	show(fmt.Sscan("12 ", &i, &s))
	show(fmt.Sscan("1", i))
	show(fmt.Sscan("1", &struct{}{}))
	show(fmt.Sscanln("1\n2", &i, &f))
	show(fmt.Sscanln("1 2 3", &i, &f))
	show(fmt.Sscanf("7-abc-x", "%d-%3s-%c", &i, &s, &ch))
	show(fmt.Sscanf("ff 0b101 0o17 U+1F600", "%x %v %v %U", &i, &u8, &n, &ch))
	show(fmt.Sscanf("68656c6c6f \"q\\tx\"", "%x %q", &s, &w))
	show(fmt.Sscanf("12345", "%2d%3d", &i, &u8))
	show(fmt.Sscanf("42%", "%d%%", &i))
	show(fmt.Sscanf("42", "%d%", &i))
	show(fmt.Sscanf("5 x", "%d y", &i))
	show(fmt.Sscanf("5", "%d %d", &i, &f))
	show(fmt.Sscanf("5 6", "%d", &i, &f))
	show(fmt.Sscanf("5", "%s", &i))
	show(fmt.Sscanf("5", "%z", &i))
	show(fmt.Sscanf("Ā", "%c", &u8))
	var p pair
	k, err := fmt.Sscan("1:2; 3", &p, &i)
	fmt.Println(k, err, p, i)
	k, err = fmt.Sscan("", &p)
	fmt.Println(k, err)
	in := strings.NewReader("1 2\n3 4\n\n5")
	for {
		var a, b int
		k, err := fmt.Fscanln(in, &a, &b)
		fmt.Println(k, err, a, b)
		if err == io.EOF {
			break
		}
	}
	in = strings.NewReader("é1é2")
	k, err = fmt.Fscanf(in, "é%dé%d", &i, &f)
	fmt.Println(k, err, i, f)
	k, err = fmt.Fscan(in, &s)
	fmt.Println(k, err)
}
