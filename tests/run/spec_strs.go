package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func main() {
	s := "a\xffb\xc3\x28é世\xf0\x9f\x98"
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s))
	fmt.Println([]byte(s), []rune(s))
	fmt.Printf("%q %+q %x %v\n", s, s, s, []rune(s))
	fmt.Println(string([]rune{0x10FFFF, 0x110000, -1, 0xD800, 'a'}), string([]byte{0xe4, 0xb8, 0x96}))
	b := []byte("hello")
	t := string(b)
	b[0] = 'J'
	fmt.Println(t, string(b), b)
	fmt.Println(s[1], s[2:4], "abc"[1:], "abc"[:0] == "")
	var sb strings.Builder
	for i := 0; i < 3; i++ {
		fmt.Fprintf(&sb, "%d,", i)
	}
	sb.WriteByte('x')
	sb.WriteRune('世')
	sb.WriteString("end")
	fmt.Println(sb.String(), sb.Len())
	fmt.Println("a" < "b", "a" < "B", "" < "a", "abc" < "abd", "Z" > "A", "é" > "z")
	x := "x"
	x += "y"
	x += string('z') + fmt.Sprint(1)
	fmt.Println(x, x+x, x == "xyz1")
	type S string
	var q S = "named"
	fmt.Println(q, len(q), q[1:3], string(q)+"!", S("a")+q, []byte(q)[0])
	for i := range "abc" {
		fmt.Print(i)
	}
	for range "ab" {
		fmt.Print("!")
	}
	fmt.Println()
	m := map[string]int{"a": 1}
	m[string([]byte{'a'})]++
	fmt.Println(m, m["b"], len(m))
	switch {
	case strings.HasPrefix(x, "xy"):
		fmt.Println("prefix")
	}
	multi := `line1
	line2
"quoted"`
	fmt.Println(multi, len(multi))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"), strings.Fields("  a b  c "), strings.Split("a,b,c", ","), strings.Repeat("ab", 3))
	copied := copy(b, "xyz")
	fmt.Println(copied, string(b), string(append([]byte("q"), "rs"...)))
	for i, c := range []byte("é") {
		fmt.Print(i, c, " ")
	}
	fmt.Printf("%c %U %d %s\n", 'é', '世', 'x', string(rune(65)))
	fmt.Println(strings.Compare("a", "b"), strings.Index("chicken", "ken"), strings.Title("hello world"), strings.ToUpper("é"))
	fmt.Println(min("b", "a", "c"), max("b", "a"))
}
