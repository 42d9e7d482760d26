package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

const text = `the quick brown fox jumps over the lazy dog
the fox sleeps; The dog barks, and the QUICK cat runs`

func main() {
	counts := make(map[string]int)
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !(r >= 'a' && r <= 'z') })
	for _, w := range words {
		counts[w]++
	}
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if counts[keys[i]] != counts[keys[j]] {
			return counts[keys[i]] > counts[keys[j]]
		}
		return keys[i] < keys[j]
	})
	var sb strings.Builder
	for _, k := range keys[:5] {
		fmt.Fprintf(&sb, "%-6s|%3d|%q\n", k, counts[k], strings.Repeat("*", counts[k]))
	}
	fmt.Print(sb.String())
	fmt.Println(len(words), len(keys), strings.Join(keys[5:8], "+"))
	n, err := strconv.Atoi("12x")
	fmt.Println(n, err)
	f, _ := strconv.ParseFloat("2.50", 64)
	fmt.Println(f, strconv.Itoa(-45)+"!", strconv.Quote("a\tb"), strconv.FormatInt(255, 2))
}
