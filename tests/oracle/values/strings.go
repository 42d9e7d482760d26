package main

// Calls of strings, bytes, unicode, unicode/utf8 and unicode/utf16 over short texts with all kinds of runes and broken UTF-8.

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

var classes = []func(rune) bool{unicode.IsLetter, unicode.IsDigit, unicode.IsSpace, unicode.IsUpper, unicode.IsPunct, unicode.IsLower, unicode.IsControl, func(r rune) bool { return r == utf8.RuneError }, unicode.IsSymbol}

var tables = []*unicode.RangeTable{unicode.Lu, unicode.Han, unicode.Greek, unicode.White_Space, unicode.Nd, unicode.M, unicode.ASCII_Hex_Digit, unicode.Sm, unicode.L, unicode.Cyrillic}

func parts(s string, n int) (a, b string) {
	at := rnd.IntN(len(s) + 1)
	return s[:at], s[min(len(s), at+n):]
}

func inner(s string) string {
	if len(s) == 0 || maybe(20) {
		return aString()
	}
	at := rnd.IntN(len(s))
	return s[at : at+rnd.IntN(len(s)-at+1)]
}

func one() {
	s := aString() + aString()
	t := inner(s)
	r, class, n := aRune(), pick(classes...), rnd.IntN(6)-1
	switch rnd.IntN(30) {
	case 0:
		say(s, t, strings.Index(s, t), strings.LastIndex(s, t), strings.Contains(s, t), strings.Count(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.EqualFold(s, strings.ToUpper(s)), strings.EqualFold(s, t))
		say(bytes.Index([]byte(s), []byte(t)), bytes.LastIndex([]byte(s), []byte(t)), bytes.Count([]byte(s), []byte(t)), bytes.Compare([]byte(s), []byte(t)), bytes.Equal([]byte(s), []byte(t)), bytes.EqualFold([]byte(s), []byte(t)))
	case 1:
		say(s, t, strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.ContainsAny(s, t), int(r), strings.IndexRune(s, r), strings.ContainsRune(s, r), strings.IndexByte(s, byte(r)), strings.LastIndexByte(s, byte(r)), strings.Compare(s, t))
		say(bytes.IndexAny([]byte(s), t), bytes.LastIndexAny([]byte(s), t), bytes.IndexRune([]byte(s), r), bytes.IndexByte([]byte(s), byte(r)), bytes.ContainsRune([]byte(s), r))
	case 2:
		say(s, strings.IndexFunc(s, class), strings.LastIndexFunc(s, class), strings.TrimFunc(s, class), strings.TrimLeftFunc(s, class), strings.TrimRightFunc(s, class), strings.FieldsFunc(s, class), strings.ContainsFunc(s, class))
		say(bytes.IndexFunc([]byte(s), class), bytes.LastIndexFunc([]byte(s), class), bytes.TrimFunc([]byte(s), class), slices.Collect(bytes.FieldsFuncSeq([]byte(s), class)))
	case 3:
		say(s, t, n)
		for _, x := range [][]string{strings.Split(s, t), strings.SplitN(s, t, n), strings.SplitAfter(s, t), strings.SplitAfterN(s, t, n), strings.Fields(s), slices.Collect(strings.SplitSeq(s, t)), slices.Collect(strings.SplitAfterSeq(s, t)), slices.Collect(strings.FieldsSeq(s)), slices.Collect(strings.Lines(s)), slices.Collect(strings.FieldsFuncSeq(s, class))} {
			say(len(x), x == nil, strings.Join(x, "|"))
		}
	case 4:
		say(s, t, n)
		for _, x := range [][][]byte{bytes.Split([]byte(s), []byte(t)), bytes.SplitN([]byte(s), []byte(t), n), bytes.SplitAfter([]byte(s), []byte(t)), bytes.SplitAfterN([]byte(s), []byte(t), n), bytes.Fields([]byte(s)), slices.Collect(bytes.SplitSeq([]byte(s), []byte(t))), slices.Collect(bytes.Lines([]byte(s)))} {
			say(len(x), x == nil, bytes.Join(x, []byte("|")))
		}
	case 5:
		say(s, strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.ToValidUTF8(s, t), strings.TrimSpace(s), strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToLowerSpecial(unicode.AzeriCase, s), strings.ToTitleSpecial(unicode.TurkishCase, s))
		say(bytes.ToUpper([]byte(s)), bytes.ToLower([]byte(s)), bytes.ToTitle([]byte(s)), bytes.Title([]byte(s)), bytes.ToValidUTF8([]byte(s), []byte(t)), bytes.TrimSpace([]byte(s)), bytes.Runes([]byte(s)))
	case 6:
		say(s, t, strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
		say(bytes.Trim([]byte(s), t), bytes.TrimLeft([]byte(s), t), bytes.TrimRight([]byte(s), t), bytes.TrimPrefix([]byte(s), []byte(t)), bytes.TrimSuffix([]byte(s), []byte(t)))
	case 7:
		u := aString()
		say(s, t, u, n, strings.Replace(s, t, u, n), strings.ReplaceAll(s, t, u), bytes.Replace([]byte(s), []byte(t), []byte(u), n), bytes.ReplaceAll([]byte(s), []byte(t), []byte(u)))
	case 8:
		a, b, ok := strings.Cut(s, t)
		say(s, t, a, b, ok)
		a, ok = strings.CutPrefix(s, t)
		b, ok2 := strings.CutSuffix(s, t)
		say(a, ok, b, ok2)
		x, y, ok3 := bytes.Cut([]byte(s), []byte(t))
		say(x, y, ok3)
		a, b, ok = strings.CutLast(s, t)
		say(a, b, ok)
	case 9:
		pairs := make([]string, 2*rnd.IntN(5))
		for i := range pairs {
			pairs[i] = inner(s)
			if i%2 == 0 && maybe(50) && len(pairs[i]) > 0 {
				pairs[i] = pairs[i][:1]
			}
		}
		rep := strings.NewReplacer(pairs...)
		var b strings.Builder
		n, err := rep.WriteString(&b, s)
		say(s, strings.Join(pairs, "|"), rep.Replace(s), n, err == nil, b.String())
	case 10:
		f := func(c rune) rune {
			if c == r {
				return -1
			}
			if unicode.IsLower(c) {
				return c - 32
			}
			return c + rune(n)
		}
		say(s, int(r), strings.Map(f, s), bytes.Map(f, []byte(s)), strings.Repeat(t, n+1), bytes.Repeat([]byte(t), n+1))
	case 11:
		say(int(r), unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsMark(r), unicode.IsControl(r), unicode.IsGraphic(r), unicode.IsPrint(r))
		say(int(unicode.ToUpper(r)), int(unicode.ToLower(r)), int(unicode.ToTitle(r)), int(unicode.SimpleFold(max(r, 0))), int(unicode.To(n, r)), int(unicode.TurkishCase.ToLower(r)))
		for _, t := range tables {
			say(unicode.Is(t, r))
		}
		say(unicode.In(r, unicode.Latin, unicode.Han), unicode.IsOneOf(tables, r))
	case 12:
		a, an := utf8.DecodeRuneInString(s)
		b, bn := utf8.DecodeLastRuneInString(s)
		say(s, a, an, b, bn, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.FullRuneInString(t), utf8.RuneLen(r), utf8.ValidRune(r), utf8.AppendRune([]byte("x"), r))
		c, cn := utf8.DecodeRune([]byte(t))
		d, dn := utf8.DecodeLastRune([]byte(t))
		var buf [4]byte
		say(c, cn, d, dn, utf8.RuneCount([]byte(t)), utf8.Valid([]byte(t)), utf8.FullRune([]byte(t)), utf8.EncodeRune(buf[:], r), buf[:], len(t) > 0 && utf8.RuneStart(t[0]))
	case 13:
		units := utf16.Encode([]rune(s))
		hi, lo := utf16.EncodeRune(r)
		say(s, units, string(utf16.Decode(units)), int(hi), int(lo), utf16.IsSurrogate(r), int(utf16.DecodeRune(hi, lo)), utf16.RuneLen(r), utf16.AppendRune(nil, r), string(utf16.Decode([]uint16{uint16(r), 0xd800, 0xdc00, uint16(n)})))
	case 14: // the language's own conversions
		say(s, []rune(s), string([]rune(s)), string(r), []byte(s))
		for i, c := range s {
			say(i, c)
		}
		say(s < t, s == t, s+t, len(s))
	case 15:
		rd := strings.NewReader(s)
		for range rnd.IntN(10) {
			reader(rd)
		}
	case 16:
		rd := bytes.NewReader([]byte(s))
		for range rnd.IntN(10) {
			reader(rd)
		}
	case 17, 18:
		b := bytes.NewBufferString(s)
		for range rnd.IntN(10) {
			buffer(b)
		}
	case 19:
		var b strings.Builder
		for range rnd.IntN(5) {
			b.WriteString(aString())
			b.WriteByte(byte(r))
			n, err := b.WriteRune(r)
			b.Write([]byte(t))
			b.Grow(n)
			say(n, err == nil, b.Len(), b.String())
		}
		b.Reset()
		say(b.Len(), b.String())
	case 20:
		a, ok := bytes.CutPrefix([]byte(s), []byte(t))
		b, ok2 := bytes.CutSuffix([]byte(s), []byte(t))
		say(a, ok, b, ok2, bytes.Clone([]byte(t)), strings.Clone(t), bytes.ContainsAny([]byte(s), t), bytes.ContainsFunc([]byte(s), class), bytes.HasPrefix([]byte(s), []byte(t)), bytes.HasSuffix([]byte(s), []byte(t)), bytes.Contains([]byte(s), []byte(t)))
	default:
		// Long texts, where searching works otherwise.
		long := strings.Repeat(s, rnd.IntN(20)) + t + strings.Repeat(t, rnd.IntN(5)) + s
		sep := t + pick("", s, "a")
		say(sep, len(long), strings.Index(long, sep), strings.LastIndex(long, sep), strings.Count(long, sep), len(strings.Split(long, sep)), strings.ReplaceAll(long, sep, "<>"), strings.IndexAny(long, "zq世"), strings.LastIndexAny(long, "é\xff"))
	}
}

type seeker interface {
	io.Reader
	io.ReaderAt
	io.ByteScanner
	io.RuneScanner
	io.Seeker
	io.WriterTo
	Len() int
	Size() int64
}

func reader(rd seeker) {
	switch rnd.IntN(9) {
	case 0:
		b := make([]byte, rnd.IntN(5))
		n, err := rd.Read(b)
		say("Read", n, b)
		failed(err)
	case 1:
		b, err := rd.ReadByte()
		say("ReadByte", int(b))
		failed(err)
	case 2:
		failed(rd.UnreadByte())
	case 3:
		r, n, err := rd.ReadRune()
		say("ReadRune", r, n)
		failed(err)
	case 4:
		failed(rd.UnreadRune())
	case 5:
		at, err := rd.Seek(int64(rnd.IntN(20)-8), rnd.IntN(4))
		say("Seek", at)
		failed(err)
	case 6:
		b := make([]byte, rnd.IntN(5))
		n, err := rd.ReadAt(b, int64(rnd.IntN(12)-2))
		say("ReadAt", n, b)
		failed(err)
	case 7:
		var b strings.Builder
		n, err := rd.WriteTo(&b)
		say("WriteTo", n, b.String())
		failed(err)
	}
	say(rd.Len(), rd.Size())
}

func buffer(b *bytes.Buffer) {
	switch rnd.IntN(14) {
	case 0:
		p := make([]byte, rnd.IntN(5))
		n, err := b.Read(p)
		say("Read", n, p)
		failed(err)
	case 1:
		c, err := b.ReadByte()
		say("ReadByte", int(c))
		failed(err)
	case 2:
		failed(b.UnreadByte())
	case 3:
		r, n, err := b.ReadRune()
		say("ReadRune", r, n)
		failed(err)
	case 4:
		failed(b.UnreadRune())
	case 5:
		b.WriteString(aString())
	case 6:
		n, err := b.WriteRune(aRune())
		say(n, err == nil)
	case 7:
		p := b.Next(rnd.IntN(4))
		say("Next", p)
	case 8:
		n := rnd.IntN(9)
		say("Truncate", n)
		b.Truncate(n)
	case 9:
		p, err := b.ReadBytes(pick[byte]('a', ' ', '\n', 'l'))
		say("ReadBytes", p)
		failed(err)
	case 10:
		s, err := b.ReadString(pick[byte]('a', ' ', '\n', 'l'))
		say("ReadString", s)
		failed(err)
	case 11:
		n, err := b.ReadFrom(strings.NewReader(aString()))
		say("ReadFrom", n)
		failed(err)
	case 12:
		var w strings.Builder
		n, err := b.WriteTo(&w)
		say("WriteTo", n, w.String())
		failed(err)
	case 13:
		p, err := b.Peek(rnd.IntN(6))
		say("Peek", p)
		failed(err)
		b.Grow(rnd.IntN(20))
		b.Write(append(b.AvailableBuffer(), 'g'))
	}
	say(b.Len(), b.String())
}

func failed(err error) {
	if err != nil {
		say(err, err == io.EOF)
	}
}
