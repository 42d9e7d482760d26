package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

type V struct {
	A int
	B string
	C []int
	D map[string]int
	E *int
	F any
	G func()
	H [2]bool
	I struct{ x, y float64 }
	J error
	K chan int
	L []byte
}
type S string
type E2 struct{ code int }

func (e E2) Error() string { return fmt.Sprint("E", e.code) }

type P struct{ x int }

func (p *P) String() string { return "ptr" }

type G struct{ n int }

func (g G) GoString() string { return "G!" }
func (g G) Format(s fmt.State, v rune) {
	w, ok := s.Width()
	fmt.Fprint(s, "fmt:", string(v), w, ok, s.Flag('+'))
}

type bad struct{}

func (bad) String() string { panic("bad") }

func main() {
	s := "a\xffé\xe4\xb8世\x00\U0001F600"
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s), []rune(s), []byte(s))
	fmt.Printf("%q %+q %x % x %s|%10s|%-10s|%.2s|%#q\n", s, s, "hi", "hi", S("st"), "r", "l", "trunc", "bq")
	fmt.Println(string([]rune{65, 0xD800, 0x10FFFF + 1, 'z'}), s[1:3] == "\xff\xc3", strings.ToValidUTF8(s, "?"))
	v := V{A: 1, B: "b", C: []int{1}, D: map[string]int{"z": 1, "a": 2}, F: 3.5, L: []byte("hi")}
	fmt.Printf("%v\n%+v\n", v, v)
	fmt.Printf("%#v\n", V{C: []int{}, F: "x", J: E2{4}}.C)
	fmt.Printf("%#v %#v %#v %#v %#v\n", []string{"a"}, map[string]bool{"k": true}, struct {
		A int
		B any
	}{1, nil}, S("q"), [2]uint8{1, 2})
	fmt.Printf("%#v %#v %#v %#v %#v\n", E2{3}, &E2{3}, 1.0, []any{1, "a", nil}, int64(5))
	fmt.Println(P{1}, &P{2}, []*P{}, E2{7}, &E2{8}, []error{E2{1}}, map[E2]S{{1}: "x"})
	fmt.Printf("%v %+v %5d %s\n", G{1}, G{2}, G{3}, []G{{1}})
	fmt.Printf("%v %s %d\n", bad{}, E2{1}, E2{2})
	fmt.Printf("%d %s %!d %z %d\n", "str", 5, 1, 2)
	fmt.Printf("%[2]d %[1]d %d %*d %.*f|%v\n", 1, 2, 5, 42, 2, 3.14159)
	fmt.Printf("%t %v %p\n", 1, nil, nil)
	fmt.Printf("%6.2f%% %v %v\n", 99.5, [3]string{"a", "b"}, [][]int{{1}, {2, 3}})
	fmt.Printf("%x %X %x %v %s\n", []byte("abc"), "xyz", 3.5, []byte("ab"), []string{"p", "q"})
	fmt.Printf("%08b|%-8b|%+d|%x|%o\n", 5, 5, 5, -255, 8)
	var ip *int
	var e error
	var a any
	fmt.Println(ip, e, a, []int(nil), map[string]int(nil), struct{}{}, [0]int{})
	fmt.Printf("%v %+v %T %T %T %T\n", e, a, e, fmt.Println, v.I, v.G)
	fmt.Print("a", 1, 2, "b", 'c', 3.0, nil, "\n")
	fmt.Println(strings.Fields("  a b  c "), strings.Split("a,b,c", ","), strings.Title("hello world"), strings.Repeat("ab", 3), strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, "aBc"))
	var sb strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&sb, "%d...", i)
	}
	sb.WriteByte('!')
	sb.WriteRune('é')
	fmt.Println(sb.String(), sb.Len())
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>"), strings.EqualFold("Go", "GO"), strings.TrimFunc("123abc456", unicode.IsDigit), strings.LastIndex("go gopher", "go"))
	before, after, ok := strings.Cut("k=v=w", "=")
	fmt.Println(before, after, ok, strings.TrimLeft("xxyx", "x"), strings.TrimPrefix("prefix", "pre"), strings.Count("cheese", "e"), strings.Count("abc", ""))
	var x, y int
	var name string
	n, err := fmt.Sscanf("10-20 bob", "%d-%d %s", &x, &y, &name)
	fmt.Println(n, err, x, y, name)
	n, err = fmt.Sscan("7 8", &x, &y)
	fmt.Println(n, err, x, y)
	b := []byte("hello")
	t := string(b)
	b[0] = 'J'
	fmt.Println(t, string(b), strings.Compare("a", "b"), "a" < "b", "Z" < "a", "abc" < "abd")
}
