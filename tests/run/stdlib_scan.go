package main

import (
	"fmt"
	"strings"
)

type V struct{ n int }

func (v *V) Scan(s fmt.ScanState, verb rune) error {
	tok, err := s.Token(true, nil)
	v.n = len(tok)
	return err
}

func main() {
	var a, b int
	var s string
	var u uint8
	var f float64
	p := fmt.Println
	p(fmt.Sscan("", &a))
	p(fmt.Sscan("1", &a, &b))
	p(fmt.Sscan("1\n2", &a, &b))
	p(fmt.Sscanf("", "%d", &a))
	p(fmt.Sscanf("5", "%d %d", &a, &b))
	p(fmt.Sscanf("5,6", "%d,%d", &a, &b))
	p(a, b)
	p(fmt.Sscanf("5;6", "%d,%d", &a, &b))
	p(fmt.Sscanf("5 6 7", "%d %d", &a, &b))
	p(fmt.Sscanf("5", "%d", &a, &b))
	p(fmt.Sscanln("1 2", &a, &b))
	p(fmt.Sscanln("1", &a, &b))
	p(fmt.Sscanln("1 2 3", &a, &b))
	p(fmt.Sscanln("1\n2", &a, &b))
	p(fmt.Sscan("300", &u))
	p(fmt.Sscan("-1", &u))
	p(fmt.Sscan("abc", &f))
	p(fmt.Sscan("1.25e2", &f))
	p(f)
	p(fmt.Sscanf("12345", "%2d%3d", &a, &b))
	p(a, b)
	p(fmt.Sscanf("abc:42", "%3s:%d", &s, &a))
	p(s, a)
	p(fmt.Sscanf("50%", "%d%%", &a))
	var v V
	p(fmt.Sscan("hello", &v))
	p(v)
	var bs []byte
	p(fmt.Sscan("bytes", &bs))
	p(string(bs))
	var x, y bool
	p(fmt.Sscan("true F", &x, &y))
	p(x, y)
	r := strings.NewReader("10 20\n30 40\n")
	for {
		n, err := fmt.Fscanln(r, &a, &b)
		if err != nil {
			p(n, err)
			break
		}
		p(a, b)
	}
	var c1, c2 rune
	p(fmt.Sscanf("xy", "%c%c", &c1, &c2))
	p(string(c1), string(c2))
	p(fmt.Sscanf("ff 0b11 077", "%x %v %o", &a, &b, &u))
	p(a, b, u)
	p(fmt.Sscan("5", a))
	p(fmt.Sscanf("5", "%z", &a))
	var n int
	cnt, _ := fmt.Scan(&n)
	p(cnt)
}
