package main

// Calls of fmt's scanning functions with random formats and texts.

import (
	"fmt"
	"io"
	"strings"
)

type word string

func (w *word) Scan(state fmt.ScanState, verb rune) error {
	width, ok := state.Width()
	state.SkipSpace()
	token, err := state.Token(maybe2(verb), func(r rune) bool { return r != ' ' && r != ',' && r != '\n' })
	*w = word(fmt.Sprintf("%c %d %v %s", verb, width, ok, token))
	return err
}

func maybe2(verb rune) bool { return verb == 's' }

type scanned struct {
	i   int
	i8  int8
	u   uint
	u8  uint8
	f   float64
	f32 float32
	s   string
	b   []byte
	t   bool
	c   complex128
	r   rune
	w   word
	n   Number
}

type Number int16

// targets gives pointers to scan into and a function that says what was read.
func targets() (ps []any, names string) {
	v := new(scanned)
	for range rnd.IntN(5) {
		k := rnd.IntN(13)
		ps = append(ps, []any{&v.i, &v.i8, &v.u, &v.u8, &v.f, &v.f32, &v.s, &v.b, &v.t, &v.c, &v.r, &v.w, &v.n}[k])
		names += "iI uUfFsbtcrwn"[k : k+1]
	}
	return ps, names
}

func show(ps []any) {
	for _, p := range ps {
		switch p := p.(type) {
		case *int:
			say(*p)
		case *int8:
			say(int(*p))
		case *uint:
			say(*p)
		case *uint8:
			say(int(*p))
		case *float64:
			say(*p)
		case *float32:
			say(*p)
		case *string:
			say(*p)
		case *[]byte:
			say(*p)
		case *bool:
			say(*p)
		case *complex128:
			say(real(*p), imag(*p))
		case *rune:
			say(int(*p))
		case *word:
			say(string(*p))
		case *Number:
			say(int(*p))
		}
	}
}

func token() string {
	switch rnd.IntN(10) {
	case 0, 1:
		return fmt.Sprint(rnd.IntN(400) - 100)
	case 2:
		return fmt.Sprintf(pick("%#x", "%x", "%b", "%#o", "%O", "0b%b", "%d"), anInt())
	case 3:
		return fmt.Sprintf(pick("%g", "%e", "%.2f", "%x"), aFloat())
	case 4:
		return pick("true", "false", "T", "F", "TRUE", "0", "1", "tru", "nan", "Inf", "+", "-", "_", "1_000", "0x", "'a'", "(1+2i)", "1-2i", "(3i)")
	case 5:
		return fmt.Sprintf(pick("%q", "%#q", "%+q", "%x"), aString())
	case 6:
		return pick("é", "世", "x", ",", ":", "%", "\xff")
	}
	return pick("hello", "a", "abc", "42", "7")
}

func text() string {
	var b strings.Builder
	for range rnd.IntN(6) {
		b.WriteString(token())
		b.WriteString(pick(" ", " ", " ", "\n", "\t", "", ",", "  ", "\r\n", " \n ", ":"))
	}
	return b.String()
}

func one() {
	s := text()
	ps, names := targets()
	var n int
	var err error
	rd := strings.NewReader(s)
	switch rnd.IntN(9) {
	case 0, 1:
		say("Sscan", s, names)
		n, err = fmt.Sscan(s, ps...)
	case 2, 3:
		say("Sscanln", s, names)
		n, err = fmt.Sscanln(s, ps...)
	case 4:
		say("Fscan", s, names)
		n, err = fmt.Fscan(rd, ps...)
	case 5:
		say("Fscanln", s, names)
		n, err = fmt.Fscanln(io.MultiReader(rd), ps...)
	default:
		var b strings.Builder
		for range len(ps) + rnd.IntN(2) {
			b.WriteByte('%')
			if maybe(20) {
				b.WriteString(pick("1", "2", "3", "5", "10"))
			}
			b.WriteString(pick("v", "v", "d", "s", "q", "x", "X", "c", "t", "f", "g", "e", "b", "o", "U", "z", "%"))
			b.WriteString(pick(" ", " ", "", ",", "\n", ":", " \n", "%%", "é"))
		}
		say("Sscanf", s, b.String(), names)
		n, err = fmt.Sscanf(s, b.String(), ps...)
	}
	say(n)
	if err != nil {
		say(err, err == io.EOF, err == io.ErrUnexpectedEOF)
	}
	show(ps)
	rest, _ := io.ReadAll(rd)
	say(len(rest))
}
