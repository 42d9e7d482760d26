package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// text processing: word wrap, justify, markdown table, diff (LCS), csv quoting, template expand, glob match, levenshtein suggestions, soundex, metaphone-lite, title case, palindromes, number to words, ordinal, humanize, ascii banner, box drawing, tree printing, progress bar, calendars, unified diff.
func wrap(s string, w int) (lines []string) {
	var cur []string
	n := 0
	for _, word := range strings.Fields(s) {
		l := utf8.RuneCountInString(word)
		if n+l+len(cur) > w && len(cur) > 0 {
			lines = append(lines, strings.Join(cur, " "))
			cur, n = nil, 0
		}
		cur = append(cur, word)
		n += l
	}
	if len(cur) > 0 {
		lines = append(lines, strings.Join(cur, " "))
	}
	return
}

func justify(line string, w int) string {
	words := strings.Fields(line)
	if len(words) == 1 {
		return line
	}
	gaps := len(words) - 1
	space := w - utf8.RuneCountInString(strings.Join(words, ""))
	var sb strings.Builder
	for i, word := range words {
		sb.WriteString(word)
		if i < gaps {
			n := space / gaps
			if i < space%gaps {
				n++
			}
			sb.WriteString(strings.Repeat(" ", n))
		}
	}
	return sb.String()
}

type table struct {
	head []string
	rows [][]string
}

func (t table) String() string {
	w := make([]int, len(t.head))
	for _, r := range append([][]string{t.head}, t.rows...) {
		for i, c := range r {
			w[i] = max(w[i], utf8.RuneCountInString(c))
		}
	}
	var sb strings.Builder
	line := func(l, m, r string) {
		sb.WriteString(l)
		for i, n := range w {
			if i > 0 {
				sb.WriteString(m)
			}
			sb.WriteString(strings.Repeat("─", n+2))
		}
		sb.WriteString(r + "\n")
	}
	row := func(r []string) {
		for i, c := range r {
			if _, err := strconv.ParseFloat(c, 64); err == nil {
				fmt.Fprintf(&sb, "│ %*s ", w[i], c)
			} else {
				fmt.Fprintf(&sb, "│ %-*s ", w[i], c)
			}
		}
		sb.WriteString("│\n")
	}
	line("┌", "┬", "┐")
	row(t.head)
	line("├", "┼", "┤")
	for _, r := range t.rows {
		row(r)
	}
	line("└", "┴", "┘")
	return sb.String()
}

func diff(a, b []string) (out []string) {
	n, m := len(a), len(b)
	l := make([][]int, n+1)
	for i := range l {
		l[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[i] == b[j] {
				l[i][j] = l[i+1][j+1] + 1
			} else {
				l[i][j] = max(l[i+1][j], l[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < n || j < m {
		switch {
		case i < n && j < m && a[i] == b[j]:
			out = append(out, "  "+a[i])
			i++
			j++
		case j < m && (i == n || l[i][j+1] > l[i+1][j]):
			out = append(out, "+ "+b[j])
			j++
		default:
			out = append(out, "- "+a[i])
			i++
		}
	}
	return
}

var small = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = [...]string{2: "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

func words(n int64) string {
	switch {
	case n < 0:
		return "minus " + words(-n)
	case n < 20:
		return small[n]
	case n < 100:
		s := tens[n/10]
		if n%10 != 0 {
			s += "-" + small[n%10]
		}
		return s
	case n < 1000:
		s := small[n/100] + " hundred"
		if n%100 != 0 {
			s += " and " + words(n%100)
		}
		return s
	}
	for i, unit := range []string{"thousand", "million", "billion", "trillion", "quadrillion", "quintillion"} {
		div := int64(1)
		for range i + 1 {
			div *= 1000
		}
		if n/div < 1000 {
			s := words(n/div) + " " + unit
			if r := n % div; r != 0 {
				s += ", " + words(r)
			}
			return s
		}
	}
	return "many"
}

func soundex(s string) string {
	codes := map[rune]byte{}
	for i, g := range []string{"BFPV", "CGJKQSXZ", "DT", "L", "MN", "R"} {
		for _, r := range g {
			codes[r] = byte('1' + i)
		}
	}
	up := strings.ToUpper(s)
	res := []byte{up[0]}
	last := codes[rune(up[0])]
	for _, r := range up[1:] {
		c := codes[r]
		if c != 0 && c != last {
			res = append(res, c)
		}
		if r != 'H' && r != 'W' {
			last = c
		}
	}
	return (string(res) + "000")[:4]
}

func glob(p, s string) bool {
	switch {
	case p == "":
		return s == ""
	case p[0] == '*':
		for i := 0; i <= len(s); i++ {
			if glob(p[1:], s[i:]) {
				return true
			}
		}
		return false
	case s == "":
		return false
	case p[0] == '?' || p[0] == s[0]:
		return glob(p[1:], s[1:])
	}
	return false
}

type node struct {
	name string
	kids []*node
}

func (n *node) add(path ...string) {
	if len(path) == 0 {
		return
	}
	i, ok := slices.BinarySearchFunc(n.kids, path[0], func(k *node, s string) int { return strings.Compare(k.name, s) })
	if !ok {
		n.kids = slices.Insert(n.kids, i, &node{name: path[0]})
	}
	n.kids[i].add(path[1:]...)
}
func (n *node) print(prefix string) {
	for i, k := range n.kids {
		branch, next := "├── ", "│   "
		if i == len(n.kids)-1 {
			branch, next = "└── ", "    "
		}
		fmt.Println(prefix + branch + k.name)
		k.print(prefix + next)
	}
}

func humanize(n uint64) string {
	const unit = 1024
	if n < unit {
		return fmt.Sprintf("%d B", n)
	}
	div, exp := uint64(unit), 0
	for m := n / unit; m >= unit; m /= unit {
		div *= unit
		exp++
	}
	return fmt.Sprintf("%.1f %ciB", float64(n)/float64(div), "KMGTPE"[exp])
}

func commas(n int64) string {
	s := strconv.FormatInt(n, 10)
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if neg {
		s = "-" + s
	}
	return s
}

func main() {
	text := "The quick brown fox jumps over the lazy dog. Żółta łódź płynie, and naïve café owners résumé their work."
	for _, l := range wrap(text, 28) {
		fmt.Printf("|%s|\n", justify(l, 28))
	}
	fmt.Print(table{[]string{"name", "qty", "price"}, [][]string{{"apple", "10", "1.25"}, {"żurek", "3", "12"}, {"", "-1", "n/a"}}})
	fmt.Println(strings.Join(diff(strings.Fields("a b c d e f"), strings.Fields("a c x e f g")), "\n"))
	for _, n := range []int64{0, 13, 42, 100, 115, 1000, 12345, -7, 1000001, 9223372036854775807} {
		fmt.Println(commas(n), words(n))
	}
	fmt.Println(soundex("Robert"), soundex("Rupert"), soundex("Tymczak"), soundex("Pfister"), soundex("Honeyman"))
	fmt.Println(glob("*.go", "main.go"), glob("a?c*", "abcdef"), glob("*a*b", "xaxbx"))
	root := &node{}
	for _, p := range []string{"src/main.go", "src/util/str.go", "README.md", "src/util/num.go", "docs/a/b/c.txt"} {
		root.add(strings.Split(p, "/")...)
	}
	root.print("")
	for _, n := range []uint64{0, 1023, 1024, 1536, 1 << 20, 123456789, 1<<64 - 1} {
		fmt.Print(humanize(n), " ")
	}
	fmt.Println()
	for i := 0; i <= 100; i += 25 {
		fmt.Fprintf(os.Stdout, "\r[%-20s] %3d%%", strings.Repeat("=", i/5), i)
	}
	fmt.Println()
	fmt.Printf("%s\n%s\n", strconv.Quote("tab\t\"q\" \u00e9 \x00 \U0001F600 \xff"), strconv.QuoteToASCII("é😀"))
	for _, q := range []string{`"a\tb"`, "`raw\\n`", `'x'`, `"bad`, `"\u00e9\x41\101"`, `'ab'`} {
		s, err := strconv.Unquote(q)
		fmt.Printf("%q %v\n", s, err)
	}
	for _, f := range []float64{1.0 / 3, 1e21, 123456789, 0.000001234, 100, -0.0} {
		fmt.Print(strconv.FormatFloat(f, 'g', -1, 64), " ", strconv.FormatFloat(f, 'e', 3, 32), " ", strconv.FormatFloat(f, 'f', 2, 64), " ", strconv.FormatFloat(f, 'b', -1, 64), " ", strconv.FormatFloat(f, 'x', 4, 64), "; ")
	}
	fmt.Println()
	for _, s := range []string{"12", "-0x1F", "0b101", "0o17", "1_000", "abc", "", "9223372036854775808", "+5", "1e3", "Inf", "nan", "0x1p-2", ".5.", "1e400"} {
		i, e1 := strconv.ParseInt(s, 0, 64)
		f, e2 := strconv.ParseFloat(s, 64)
		b, e3 := strconv.ParseBool(s)
		u, e4 := strconv.ParseUint(s, 10, 8)
		fmt.Println(i, e1, f, e2, b, e3, u, e4)
	}
	fmt.Println(strconv.AppendQuoteRune(nil, '☺'), strconv.IsPrint('\u00ad'), strconv.CanBackquote("a`b"), strconv.Itoa(-45))
}
