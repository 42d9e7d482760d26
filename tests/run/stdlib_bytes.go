package main

import (
	"bytes"
	"fmt"
	"unicode"
)

func main() {
	p := fmt.Println
	b := []byte("Hello, Wörld")
	p(bytes.Index(b, []byte("W")), bytes.IndexByte(b, 'l'), bytes.LastIndex(b, []byte("l")), bytes.IndexRune(b, 'ö'), bytes.IndexAny(b, "xyzW"), bytes.HasPrefix(b, []byte("He")), bytes.HasSuffix(b, []byte("x")))
	p(string(bytes.ToUpper(b)), string(bytes.ToLower(b)), bytes.EqualFold(b, []byte("hELLO, WÖRLD")), bytes.Compare([]byte("a"), []byte("b")))
	fmt.Printf("%q %q %q\n", bytes.SplitN([]byte("a,b,c"), []byte(","), 2), bytes.SplitAfter([]byte("a,b"), []byte(",")), bytes.Split([]byte("abc"), nil))
	fmt.Printf("%s|%s|%s|%s\n", bytes.Trim([]byte("xxaxx"), "x"), bytes.TrimLeft([]byte("xxa"), "x"), bytes.TrimRight([]byte("axx"), "x"), bytes.TrimFunc([]byte("1a1"), unicode.IsDigit))
	fmt.Printf("%s %s %v\n", bytes.TrimPrefix([]byte("abc"), []byte("a")), bytes.TrimSuffix([]byte("abc"), []byte("c")), bytes.Runes([]byte("hé")))
	x, y, ok := bytes.Cut([]byte("k=v"), []byte("="))
	p(string(x), string(y), ok)
	p(string(bytes.Map(func(r rune) rune { return r + 1 }, []byte("HAL"))), string(bytes.Replace([]byte("aaa"), []byte("a"), []byte("b"), 2)))
	var buf bytes.Buffer
	buf.WriteString("abc")
	buf.WriteRune('é')
	fmt.Fprintf(&buf, " %d", 5)
	p(buf.String(), buf.Len())
	r, n, err := buf.ReadRune()
	p(r, n, err, buf.UnreadRune(), buf.String())
	p(string(buf.Next(2)), buf.String())
	buf.Truncate(1)
	p(buf.String())
	line, err := bytes.NewBufferString("one\ntwo").ReadBytes('\n')
	p(string(line), err)
	p(bytes.Equal(nil, []byte{}), bytes.Contains(b, []byte("lo")), bytes.Count(b, []byte("l")))
	c := bytes.Clone(b)
	c[0] = 'J'
	p(string(b), string(c), bytes.ContainsAny(b, "xyz"), bytes.ContainsRune(b, 'W'))
	rd := bytes.NewReader([]byte("reader"))
	two := make([]byte, 2)
	rd.Read(two)
	p(string(two), rd.Len(), rd.Size())
}
