package main

import (
	"fmt"
)

func main() {
	s := "héllo, 世界"
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println(len(s), s[1], s[1:3] == "é", s[7:])
	b := []byte(s)
	b[0] = 'H'
	r := []rune(s)
	r[1] = 'e'
	fmt.Println(string(b), string(r), len(r))
	bad := "a\xffb"
	for i, r := range bad {
		fmt.Print(i, " ", r, " ")
	}
	fmt.Println(len([]rune(bad)), []byte(bad))
	t := ""
	for i := 0; i < 5; i++ {
		t += string(rune('a' + i))
	}
	fmt.Println(t, t < "abd", t > "abc", t == "abcde", t != "x", s[:0] == "")
	raw := `raw\n
line`
	fmt.Println(raw, string(rune(65)), string(rune(-1)))
	var buf []byte
	buf = append(buf, "xyz"...)
	n := copy(buf[1:], "QR")
	fmt.Println(n, string(buf), "a"+"b"+t+"c")
}
