package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

func main() {
	p := fmt.Println
	sc := bufio.NewScanner(strings.NewReader("line one\nline two\r\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	p(sc.Err())
	sc = bufio.NewScanner(strings.NewReader("  the quick  brown\nfox "))
	sc.Split(bufio.ScanWords)
	n := 0
	for sc.Scan() {
		n++
		fmt.Print(sc.Text(), "|")
	}
	p(n)
	sc = bufio.NewScanner(strings.NewReader("héy"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Print(sc.Text(), ",")
	}
	p()
	br := bufio.NewReader(strings.NewReader("a,b\nc"))
	fmt.Println(br.ReadString(','))
	fmt.Println(br.ReadRune())
	fmt.Println(br.UnreadRune(), br.Buffered())
	l, pre, err := br.ReadLine()
	p(string(l), pre, err)
	pk, _ := br.Peek(1)
	p(string(pk))
	fmt.Println(br.ReadByte())
	_, err = br.ReadByte()
	p(err == io.EOF, err)
	bw := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(bw, "buffered %d\n", 5)
	p(bw.Buffered(), bw.Available())
	bw.Flush()
	all, err := io.ReadAll(upper{strings.NewReader("shout")})
	p(string(all), err)
	var buf bytes.Buffer
	k, err := io.Copy(&buf, strings.NewReader("copied"))
	p(k, err, buf.String())
	io.CopyN(&buf, strings.NewReader("xyz"), 2)
	buf.WriteByte('!')
	p(buf.String(), buf.Len())
	b3 := make([]byte, 3)
	buf.Read(b3)
	p(string(b3), buf.String())
	s, err := buf.ReadString('!')
	p(s, err)
	lr := io.LimitReader(strings.NewReader("limited"), 3)
	all, _ = io.ReadAll(lr)
	p(string(all))
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	all, _ = io.ReadAll(mr)
	p(string(all))
	var w1, w2 strings.Builder
	io.MultiWriter(&w1, &w2).Write([]byte("both"))
	p(w1.String(), w2.String())
	tr := io.TeeReader(strings.NewReader("tee"), &w1)
	io.ReadAll(tr)
	p(w1.String())
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through ")
		fmt.Fprint(pw, "a pipe")
		pw.CloseWithError(errors.New("done writing"))
	}()
	all, err = io.ReadAll(pr)
	p(string(all), err)
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 4))
	p(err)
	_, err = io.ReadAtLeast(strings.NewReader("abcd"), make([]byte, 4), 2)
	p(err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	all, _ = io.ReadAll(sr)
	p(string(all), sr.Size())
	io.WriteString(os.Stdout, "ws\n")
	rc := io.NopCloser(strings.NewReader("x"))
	p(rc.Close())
	io.Copy(io.Discard, strings.NewReader("gone"))
	p(bytes.Contains([]byte("abc"), []byte("b")), bytes.Equal([]byte("a"), []byte("a")), string(bytes.TrimSpace([]byte(" x "))), bytes.Index([]byte("chicken"), []byte("ken")))
	fmt.Printf("%s %q %s\n", bytes.Split([]byte("a,b,c"), []byte(",")), bytes.Fields([]byte(" a b ")), bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")))
	p(string(bytes.ReplaceAll([]byte("aXa"), []byte("X"), []byte("--"))), string(bytes.Title([]byte("hello world"))), bytes.Count([]byte("cheese"), []byte("e")), string(bytes.Repeat([]byte("ab"), 2)))
	var a, b int
	var name string
	var f float64
	fmt.Println(fmt.Sscanf("10-20 bob 1.5", "%d-%d %s %f", &a, &b, &name, &f))
	p(a, b, name, f)
	fmt.Println(fmt.Sscan("7 8 alice", &a, &b, &name))
	p(a, b, name)
	fmt.Println(fmt.Sscanf("x", "%d", &a))
	fmt.Println(fmt.Sscan("1", &a, &b))
	fmt.Println(fmt.Sscanln("3 4\n5", &a, &b))
	var h int
	var q string
	var t bool
	fmt.Println(fmt.Sscanf(`ff "quo ted" true`, "%x %q %t", &h, &q, &t))
	p(h, q, t)
	var r1 rune
	fmt.Sscanf("Z", "%c", &r1)
	p(string(r1))
	fmt.Println(fmt.Sscan("0x1F 1e3", &a, &f))
	p(a, f)
	rd := strings.NewReader("1 2 3 x")
	for {
		var v int
		_, err := fmt.Fscan(rd, &v)
		if err != nil {
			p(err)
			break
		}
		fmt.Print(v, " ")
	}
	_, err = fmt.Scanln(&a)
	p(err)
}
