package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

func main() {
	p := fmt.Println
	p(strings.Contains("seafood", "foo"), strings.ContainsAny("x", "abc"), strings.ContainsRune("aé", 'é'), strings.Count("cheese", "e"), strings.Count("five", ""))
	p(strings.Index("chicken", "ken"), strings.Index("x", "y"), strings.LastIndex("go gopher", "go"), strings.IndexByte("golang", 'l'), strings.IndexRune("chicken", 'k'), strings.IndexAny("golang", "gy"), strings.LastIndexAny("go gopher", "rodent"), strings.LastIndexByte("hello", 'l'))
	fmt.Printf("%q %q %q %q\n", strings.Split("a,b,c", ","), strings.Split("abc", ""), strings.Split("", ","), strings.Split(" xyz ", " "))
	fmt.Printf("%q %q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitN("a,b", ",", 0), strings.SplitAfter("a,b,c", ","), strings.SplitAfterN("a,b,c", ",", 2))
	fmt.Printf("%q %q %v\n", strings.Fields("  foo bar\tbaz  "), strings.Fields(" "), strings.FieldsFunc("a1b2c3", unicode.IsDigit))
	p(strings.Join([]string{"a", "b"}, "-"), strings.Join(nil, "x"), strings.Repeat("ab", 3), strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink oink", "oink", "moo"), strings.Replace("abc", "", "-", -1))
	p(strings.ToUpper("héllo ß"), strings.ToLower("HÉLLO İ"), strings.Title("hello wOrld foo_bar"), strings.ToTitle("abc"))
	fmt.Printf("%q %q %q %q %q\n", strings.TrimSpace("\t a b \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhi", "x"), strings.TrimRight("hixx", "x"), strings.TrimFunc("123abc456", unicode.IsDigit))
	fmt.Printf("%q %q\n", strings.TrimPrefix("prefix-x", "prefix-"), strings.TrimSuffix("a.go", ".go"))
	p(strings.HasPrefix("golang", "go"), strings.HasSuffix("golang", "ng"), strings.EqualFold("Go", "GO"), strings.EqualFold("ß", "ẞ"), strings.EqualFold("K", "K"), strings.Compare("a", "b"))
	b, a, ok := strings.Cut("key=value=x", "=")
	p(b, a, ok)
	b, a, ok = strings.Cut("nokey", "=")
	fmt.Printf("%q %q %v\n", b, a, ok)
	fmt.Println(strings.CutPrefix("abc", "a"))
	fmt.Println(strings.CutSuffix("abc", "x"))
	p(strings.Map(func(r rune) rune {
		if r == 'a' {
			return 'A'
		}
		if r == 'x' {
			return -1
		}
		return r
	}, "banxana"))
	var sb strings.Builder
	for i := range 3 {
		fmt.Fprintf(&sb, "%d-", i)
	}
	sb.WriteString("end")
	sb.WriteByte('!')
	sb.WriteRune('é')
	p(sb.String(), sb.Len())
	s1 := sb.String()
	sb.WriteString("more")
	p(s1, sb.String())
	sb.Reset()
	p(sb.Len(), sb.String() == "")
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	p(r.Replace("<b>hi</b>"))
	p(strings.NewReplacer("a", "1", "aa", "2", "", "X").Replace("aab"))
	p(strings.NewReplacer("hello", "HI", "world", "EARTH").Replace("hello, world!"))
	rd := strings.NewReader("héy")
	for {
		c, n, err := rd.ReadRune()
		if err != nil {
			p(err)
			break
		}
		p(string(c), n)
	}
	for _, part := range slices.Collect(strings.SplitSeq("a-b-c", "-")) {
		fmt.Print(part, ";")
	}
	for _, line := range slices.Collect(strings.Lines("x\ny\nz")) {
		fmt.Printf("%q ", line)
	}
	p(slices.Collect(strings.FieldsSeq(" q  w e ")))
	p(strings.IndexFunc("Hello, 世界", unicode.IsUpper), strings.LastIndexFunc("go123x", unicode.IsDigit))
	p(strings.ToValidUTF8("a\xffb\xc0\xafc", "?"), strings.ContainsFunc("abc", unicode.IsUpper))
	fmt.Printf("%q\n", strings.SplitAfter("", ""))
	p(strings.Index("日本語", "語"), len("日本語"), strings.Clone("x"))
	p(strings.LastIndex("abc", ""), strings.Index("", ""), strings.Contains("", ""))
	defer func() { p(recover()) }()
	strings.Repeat("x", -1)
}
