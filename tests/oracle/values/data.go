package main

// Calls of sort, slices, maps, text/tabwriter, encoding/json, encoding/base64 and its like, encoding/binary, regexp, bufio,
// path, hash and crypto with random data.

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"io"
	"maps"
	"math"
	"net/url"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"
	"text/tabwriter"
)

type pair struct{ key, was int }

type pairs []pair

func (p pairs) Len() int           { return len(p) }
func (p pairs) Less(i, j int) bool { return p[i].key < p[j].key }
func (p pairs) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

func somePairs() pairs {
	p := make(pairs, rnd.IntN(pick(8, 20, 60, 200)))
	for i := range p {
		p[i] = pair{rnd.IntN(1 + rnd.IntN(20)), i}
	}
	return p
}

func someInts() []int {
	s := make([]int, rnd.IntN(10))
	for i := range s {
		s[i] = rnd.IntN(6)
	}
	return s
}

type Rec struct {
	Name  string          `json:"name"`
	Count int8            `json:"count,omitempty"`
	Ratio float64         `json:",omitzero"`
	Tags  []string        `json:"tags"`
	Raw   json.RawMessage `json:"raw,omitempty"`
	Any   any             `json:"any"`
	Map   map[string]int  `json:"map,omitempty"`
	Next  *Rec            `json:"next,omitempty"`
	Bytes []byte          `json:"bytes"`
	Str   int64           `json:"str,string"`
	Byint map[int]bool    `json:"byint"`
	F32   float32
	hide  int
	Skip  int `json:"-"`
	Emb
}

type Emb struct{ E1, E2 string }

func aRec(depth int) *Rec {
	r := &Rec{Name: aString(), Count: int8(anInt()), Tags: strings.Fields(aString()), Any: aJSON(2), Bytes: []byte(aString()), Str: anInt(), F32: float32(aFloat()), Emb: Emb{aString(), aString()}}
	if maybe(50) {
		r.Ratio = aFloat()
	}
	if depth > 0 && maybe(50) {
		r.Next = aRec(depth - 1)
	}
	if maybe(30) {
		r.Map = map[string]int{aString(): 1, aString(): 2}
		r.Byint = map[int]bool{rnd.IntN(100): true, -rnd.IntN(100): false}
		r.Raw = json.RawMessage(pick(`[1, 2]`, `{"a":  1}`, `x`, `"\u2028<"`, ``))
	}
	return r
}

func aJSON(depth int) any {
	switch n := rnd.IntN(8); {
	case n == 0 && depth > 0:
		a := make([]any, rnd.IntN(4))
		for i := range a {
			a[i] = aJSON(depth - 1)
		}
		return a
	case n == 1 && depth > 0:
		m := map[string]any{}
		for range rnd.IntN(4) {
			m[aString()] = aJSON(depth - 1)
		}
		return m
	case n < 4:
		return aString()
	case n < 6:
		return pick[any](aFloat(), anInt(), float32(aFloat()))
	case n == 6:
		return maybe(50)
	}
	return nil
}

func spoil(s string) string {
	if !maybe(50) || len(s) == 0 {
		return s
	}
	at := rnd.IntN(len(s))
	return s[:at] + pick("", "\"", "{", "]", ",", ":", "1", "e", "-", "\\u12", "\\q", "null", " ", "\x00", "x", "tru") + s[at+rnd.IntN(2):]
}

func failed(err error) {
	if err == nil {
		return
	}
	say(err)
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	if errors.As(err, &syntax) {
		say(syntax.Offset)
	}
	if errors.As(err, &typ) {
		say(typ.Value, typ.Offset, typ.Field, typ.Struct, typ.Type.String())
	}
}

func aPattern(depth int) string {
	var b strings.Builder
	for range 1 + rnd.IntN(4) {
		switch n := rnd.IntN(14); {
		case n < 4:
			b.WriteString(pick("a", "b", "c", "ab", "é", "世", " ", "0"))
		case n == 4:
			b.WriteString(pick(".", `\d`, `\w`, `\s`, `\D`, `\W`, `\pL`, `\PL`, `\p{Greek}`, `[[:alpha:]]`, `[^a-c]`, `[a-b0-9]`, `\x{4e16}`, `\.`, `[^\d]`, `\Q.a\E`))
		case n == 5:
			b.WriteString(pick("^", "$", `\b`, `\B`, `\A`, `\z`, "(?i)", "(?s)", "(?m)", "(?U)"))
		case n < 10 && depth > 0:
			b.WriteString(pick("(", "(", "(?:", "(?P<n>", "(?i:", "(?<m>"))
			b.WriteString(aPattern(depth - 1))
			if maybe(40) {
				b.WriteString("|" + aPattern(depth-1))
			}
			b.WriteString(")")
		default:
			b.WriteString(pick("a", "b", "[ab]", "."))
		}
		if maybe(40) {
			b.WriteString(pick("*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}", "{0,2}?", "**", "{1001}", "{3,1}"))
		}
	}
	return b.String()
}

func one() {
	switch rnd.IntN(24) {
	case 0, 1:
		p := somePairs()
		say(p)
		q := slices.Clone(p)
		sort.Sort(q)
		say(q)
		q = slices.Clone(p)
		sort.Stable(q)
		say(q)
		q = slices.Clone(p)
		sort.Slice(q, func(i, j int) bool { return q[i].key > q[j].key })
		say(q, sort.IsSorted(q), sort.IsSorted(sort.Reverse(q)))
		q = slices.Clone(p)
		sort.SliceStable(q, func(i, j int) bool { return q[i].key > q[j].key })
		say(q)
		by := func(a, b pair) int { return cmp.Compare(a.key, b.key) }
		q = slices.Clone(p)
		slices.SortFunc(q, by)
		say(q)
		q = slices.Clone(p)
		slices.SortStableFunc(q, by)
		say(q, slices.SortedFunc(slices.Values(p), by), slices.SortedStableFunc(slices.Values(p), by))
		if len(p) > 0 {
			say(slices.MinFunc(p, by), slices.MaxFunc(p, by))
		}
		// An order that is none.
		n := rnd.IntN(100)
		q = slices.Clone(p)
		slices.SortFunc(q, func(a, b pair) int { n = n*7%101 + a.key - b.key; return n%3 - 1 })
		say(q)
	case 2:
		f := make([]float64, rnd.IntN(30))
		for i := range f {
			f[i] = aFloat()
		}
		g := slices.Clone(f)
		slices.Sort(g)
		sort.Float64s(f)
		for i := range f {
			say(f[i], g[i])
		}
		at, ok := slices.BinarySearch(g, aFloat())
		say(at, ok, sort.SearchFloat64s(f, aFloat()), sort.Float64sAreSorted(f), slices.IsSorted(g))
	case 3, 4:
		s, t, i, j := someInts(), someInts(), rnd.IntN(8), rnd.IntN(10)
		say(s, t, i, j, slices.Index(s, 3), slices.Contains(s, 2), slices.Compare(s, t), slices.Equal(s, t), slices.Concat(s, t, s), slices.Compact(slices.Clone(s)))
		try(func() { say(slices.Insert(slices.Clone(s), i, t...)) })
		try(func() { say(slices.Delete(slices.Clone(s), i, j)) })
		try(func() { say(slices.Replace(slices.Clone(s), i, j, t...)) })
		try(func() { say(slices.Max(s), slices.Min(s)) })
		try(func() { say(slices.Collect(slices.Chunk(s, i))) })
		try(func() { say(slices.Repeat(s, i)) })
		r := slices.Clone(s)
		slices.Reverse(r)
		say(r, slices.DeleteFunc(slices.Clone(s), func(x int) bool { return x == i }), slices.IndexFunc(s, func(x int) bool { return x > i }), slices.CompactFunc(slices.Clone(s), func(a, b int) bool { return a/2 == b/2 }))
		c := slices.Grow(slices.Clip(s), i)
		say(len(c), cap(c), cap(slices.Clone(t)), cap(append(s, t...)))
		slices.Sort(s)
		at, ok := slices.BinarySearchFunc(s, j, func(a, b int) int { return a - b })
		k, found := sort.Find(len(s), func(k int) int { return i - s[k] })
		say(s, at, ok, sort.SearchInts(s, i), k, found)
		m := maps.Collect(slices.All(s))
		maps.DeleteFunc(m, func(k, v int) bool { return v == i })
		say(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)), maps.Equal(m, maps.Clone(m)), m)
	case 5, 6:
		var b strings.Builder
		w := tabwriter.NewWriter(&b, rnd.IntN(8), rnd.IntN(9), rnd.IntN(4), pick[byte](' ', '\t', '.', '-'), uint(rnd.IntN(128)))
		text := ""
		for range rnd.IntN(12) {
			text += pick("a", "bb", "世界", "<b>", "&lt;", "long text", "\xff", "é") + pick("\t", "\t", "\n", "\v", "\f", "", "\t\n")
		}
		n, err := io.WriteString(w, text)
		w.Flush()
		say(text, n, err == nil, b.String())
	case 7, 8:
		r := aRec(2)
		b, err := json.Marshal(r)
		say(b)
		failed(err)
		b, err = json.MarshalIndent(r, pick("", ">"), pick("", "  ", "\t"))
		say(b)
		failed(err)
		var again Rec
		s := spoil(string(b))
		err = json.Unmarshal([]byte(s), &again)
		say(s)
		failed(err)
		fmt.Fprintf(out, "%q", fmt.Sprintf("%+v %v", again.Emb, again.Any))
	case 9, 10:
		b, err := json.Marshal(aJSON(4))
		say(b)
		failed(err)
		s := spoil(string(b))
		say(s, json.Valid([]byte(s)))
		var v any
		failed(json.Unmarshal([]byte(s), &v))
		fmt.Fprintf(out, "%q", fmt.Sprint(v))
		var buf bytes.Buffer
		failed(json.Compact(&buf, []byte(s)))
		say(buf.String())
		buf.Reset()
		failed(json.Indent(&buf, []byte(s), "", " "))
		json.HTMLEscape(&buf, []byte(s))
		say(buf.String())
		d := json.NewDecoder(strings.NewReader(s + " " + string(b)))
		if maybe(50) {
			d.UseNumber()
		}
		for range 20 {
			t, err := d.Token()
			if err != nil {
				failed(err)
				break
			}
			fmt.Fprintf(out, " %T %q", t, fmt.Sprint(t))
			say(d.More(), d.InputOffset())
		}
	case 11:
		var to struct {
			A int8
			B []uint
			C map[string]float32
			D *string
			E [2]bool
			F struct{ G string }
			H any
		}
		s := spoil(fmt.Sprintf(`{"A":%s,"b":%s,"C":{"x":%s},"D":%s,"E":[%s,true,false],"F":%s,"H":%s}`, pick("1", "300", `"x"`, "1.5", "null"), pick("[1,2]", "[-1]", "{}", "null"), pick("1e2", "1e50", "true"), pick("null", `"s"`, "3"), pick("true", "1"), pick(`{"g":"y"}`, "[]", `{"G":1}`), pick("1", "[]", `{"a":null}`)))
		d := json.NewDecoder(strings.NewReader(s))
		if maybe(30) {
			d.DisallowUnknownFields()
		}
		failed(d.Decode(&to))
		say(s, to.A, to.B, len(to.C), to.D == nil, to.E, to.F.G, to.H)
	case 12, 13, 14:
		p := aPattern(2)
		s := aString() + pick("ab", "abc", "aab", "cab0") + aString()
		say(p, s)
		re, err := regexp.Compile(p)
		if maybe(20) {
			re, err = regexp.CompilePOSIX(p)
		}
		if err != nil {
			say(err)
			return
		}
		if maybe(20) {
			re.Longest()
		}
		prefix, whole := re.LiteralPrefix()
		say(re.String(), re.NumSubexp(), re.SubexpNames(), re.SubexpIndex("n"), prefix, whole, re.MatchString(s))
		say(re.FindStringSubmatchIndex(s), re.FindAllStringSubmatchIndex(s, rnd.IntN(5)-1), re.FindAllString(s, -1), re.Split(s, rnd.IntN(4)-1))
		say(re.ReplaceAllString(s, pick("x", "$1", "${1}y", "$n", "$$", "$1a", "${")), re.ReplaceAllLiteralString(s, "$1"), re.ReplaceAllStringFunc(s, strings.ToUpper))
	case 15:
		b := []byte(aString() + aString())
		for _, e := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.Strict()} {
			s := spoil(e.EncodeToString(b))
			d, err := e.DecodeString(s)
			say(s, d, e.DecodedLen(len(s)))
			failed(err)
		}
		s := spoil(base32.StdEncoding.EncodeToString(b))
		d, err := base32.StdEncoding.DecodeString(s)
		say(s, d)
		failed(err)
		s = spoil(hex.EncodeToString(b))
		d, err = hex.DecodeString(s)
		say(s, d, hex.Dump(b))
		failed(err)
	case 16:
		b := []byte(strings.Repeat(aString(), rnd.IntN(40)))
		for _, h := range []hash.Hash{md5.New(), sha1.New(), sha256.New(), sha256.New224(), sha512.New(), sha512.New384(), sha512.New512_256(), hmac.New(sha256.New, []byte(aString())), fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a(), fnv.New128(), fnv.New128a(), adler32.New(), crc32.NewIEEE(), crc32.New(crc32.MakeTable(crc32.Castagnoli)), crc64.New(crc64.MakeTable(crc64.ISO)), crc64.New(crc64.MakeTable(crc64.ECMA))} {
			at := rnd.IntN(len(b) + 1)
			h.Write(b[:at])
			first := h.Sum(nil)
			h.Write(b[at:])
			say(h.Size(), h.BlockSize(), hex.EncodeToString(first), hex.EncodeToString(h.Sum(nil)))
		}
	case 17:
		b := binary.AppendVarint(nil, anInt())
		b = binary.AppendUvarint(b, uint64(anInt()))
		b = binary.LittleEndian.AppendUint32(b, uint32(anInt()))
		b = binary.BigEndian.AppendUint64(b, uint64(anInt()))
		// All NaNs are one in golanes.
		f := float32(aFloat())
		if f != f {
			f = float32(math.NaN())
		}
		b, err := binary.Append(b, binary.BigEndian, struct {
			A int16
			B [2]float32
			C bool
			D complex64
		}{int16(anInt()), [2]float32{f, 1}, true, 1})
		say(hex.EncodeToString(b), err == nil)
		v, n := binary.Varint(b)
		u, m := binary.Uvarint(b[n:])
		say(v, n, u, m, binary.LittleEndian.Uint16(b), binary.BigEndian.Uint32(b))
		var x struct{ A, B uint16 }
		say(binary.Read(bytes.NewReader(b), pick[binary.ByteOrder](binary.LittleEndian, binary.BigEndian), &x) == nil, x.A, x.B, binary.Size(x))
	case 18:
		s := pick("a,b\n", `"a""b",c`, "a;b") + pick("\n", ",", "\r\n") + strings.ReplaceAll(aString(), "\x00", "\"")
		rd := csv.NewReader(strings.NewReader(s))
		rd.LazyQuotes, rd.TrimLeadingSpace, rd.FieldsPerRecord = maybe(50), maybe(50), rnd.IntN(3)-1
		all, err := rd.ReadAll()
		say(s, len(all))
		for _, record := range all {
			say(strings.Join(record, "|"))
		}
		failed(err)
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.UseCRLF = maybe(50)
		w.Write([]string{aString(), s, aString()})
		w.Flush()
		say(b.String())
	case 19:
		s := aString() + "\n" + aString() + pick(" ", "\r\n", "") + aString()
		for _, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
			sc := bufio.NewScanner(strings.NewReader(s))
			sc.Split(split)
			sc.Buffer(nil, 5+rnd.IntN(50))
			for sc.Scan() {
				say(sc.Text())
			}
			failed(sc.Err())
		}
		rd := bufio.NewReaderSize(strings.NewReader(s), 16)
		l, err := rd.ReadString('\n')
		p, err2 := rd.Peek(rnd.IntN(20))
		r, n, err3 := rd.ReadRune()
		rest, _ := io.ReadAll(rd)
		say(s, l, err == nil, p, err2 == nil, r, n, err3 == nil, rest)
	case 20:
		p := ""
		for range rnd.IntN(7) {
			p += pick("/", "a", "..", ".", "b.go", "//", "*", "[a-c]", "?", "\\", "")
		}
		q := pick("a", "/a/b", "ab.go", "..")
		ok, err := path.Match(p, q)
		dir, file := path.Split(p)
		say(p, q, path.Clean(p), path.Join(p, q), path.Base(p), path.Dir(p), path.Ext(p), path.IsAbs(p), dir, file, ok)
		failed(err)
	case 21, 22:
		s := pick("http://", "https://u:p@", "//", "mailto:", "/", "") + pick("h", "h:80", "[::1]:8", "a b", "%41", "") + pick("/", "/a/../b", "/%2f", "/x y", "?", "") + pick("?a=1&b=%20&a=2", "?x", "?a;b", "#f", "") + spoil(aString())
		u, err := url.Parse(s)
		say(s)
		failed(err)
		if err == nil {
			say(u.String(), u.Scheme, u.Opaque, u.Host, u.Path, u.RawPath, u.RawQuery, u.Fragment, u.Port(), u.Hostname(), u.EscapedPath(), u.RequestURI(), u.Query().Encode(), u.JoinPath("../c").String(), u.ResolveReference(&url.URL{Path: "../d"}).String(), u.Redacted())
		}
		e := url.QueryEscape(s)
		f, err := url.PathUnescape(spoil(url.PathEscape(s)))
		say(e, f)
		failed(err)
		v, err := url.ParseQuery(spoil("a=b&" + e))
		say(v.Encode())
		failed(err)
	default:
		a, b := aString(), aString()
		say(cmp.Compare(a, b), cmp.Less(a, b), cmp.Compare(aFloat(), aFloat()), cmp.Or(a, b, "x"), strings.Compare(a, b), hmac.Equal([]byte(a), []byte(b)))
	}
}
