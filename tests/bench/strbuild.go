package main

import (
	"fmt"
	"strings"
)

func main() {
	total := 0
	for round := range 20 {
		var b strings.Builder
		for i := range 50_000 {
			b.WriteByte(byte('a' + (i+round)%26))
			b.WriteString("xyz")
		}
		s := b.String()
		for _, c := range s {
			if c == 'x' {
				total++
			}
		}
		t := ""
		for i := range 1000 {
			t += s[i : i+5]
		}
		total += len(strings.Split(t, "x")) + strings.Count(s, "ax")
	}
	fmt.Println(total)
}
