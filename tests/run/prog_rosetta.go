// Rosetta-like collection 1: sorts, permutations, n-queens, knight's tour, sudoku, game of life, mandelbrot, hanoi, levenshtein, LCS, knapsack, roman, luhn, base conversions, anagrams, caesar, vigenere, look-and-say, collatz, spiral, pascal, zigzag, gray code, matrix det.
package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

func permutations[T any](xs []T, yield func([]T)) {
	var rec func(int)
	rec = func(k int) {
		if k == len(xs) {
			yield(xs)
			return
		}
		for i := k; i < len(xs); i++ {
			xs[k], xs[i] = xs[i], xs[k]
			rec(k + 1)
			xs[k], xs[i] = xs[i], xs[k]
		}
	}
	rec(0)
}

func queens(n int) (count int, first []int) {
	cols, d1, d2 := make([]bool, n), make([]bool, 2*n), make([]bool, 2*n)
	pos := make([]int, n)
	var place func(r int)
	place = func(r int) {
		if r == n {
			if count == 0 {
				first = append([]int(nil), pos...)
			}
			count++
			return
		}
		for c := 0; c < n; c++ {
			if cols[c] || d1[r+c] || d2[r-c+n] {
				continue
			}
			cols[c], d1[r+c], d2[r-c+n] = true, true, true
			pos[r] = c
			place(r + 1)
			cols[c], d1[r+c], d2[r-c+n] = false, false, false
		}
	}
	place(0)
	return
}

type grid [9][9]int

func (g *grid) ok(r, c, v int) bool {
	for i := 0; i < 9; i++ {
		if g[r][i] == v || g[i][c] == v || g[r/3*3+i/3][c/3*3+i%3] == v {
			return false
		}
	}
	return true
}
func (g *grid) solve() bool {
	for r := range g {
		for c := range g[r] {
			if g[r][c] != 0 {
				continue
			}
			for v := 1; v <= 9; v++ {
				if g.ok(r, c, v) {
					g[r][c] = v
					if g.solve() {
						return true
					}
					g[r][c] = 0
				}
			}
			return false
		}
	}
	return true
}
func (g grid) String() string {
	var b strings.Builder
	for i, row := range g {
		if i%3 == 0 && i > 0 {
			b.WriteString("------+-------+------\n")
		}
		for j, v := range row {
			if j%3 == 0 && j > 0 {
				b.WriteString("| ")
			}
			fmt.Fprintf(&b, "%d ", v)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func life(w, h, gens int) string {
	cells := make([][]bool, h)
	for i := range cells {
		cells[i] = make([]bool, w)
	}
	for _, p := range [][2]int{{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}} {
		cells[p[1]][p[0]] = true
	}
	for ; gens > 0; gens-- {
		next := make([][]bool, h)
		for y := range next {
			next[y] = make([]bool, w)
			for x := range next[y] {
				n := 0
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						if (dx != 0 || dy != 0) && cells[(y+dy+h)%h][(x+dx+w)%w] {
							n++
						}
					}
				}
				next[y][x] = n == 3 || n == 2 && cells[y][x]
			}
		}
		cells = next
	}
	var buf bytes.Buffer
	for _, row := range cells {
		for _, c := range row {
			buf.WriteByte(map[bool]byte{true: '*', false: '.'}[c])
		}
		buf.WriteByte('\n')
	}
	return buf.String()
}

func levenshtein(a, b []rune) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, ca := range a {
		cur := append(make([]int, 0, len(b)+1), i+1)
		for j, cb := range b {
			cost := 1
			if ca == cb {
				cost = 0
			}
			cur = append(cur, min(prev[j+1]+1, cur[j]+1, prev[j]+cost))
		}
		prev = cur
	}
	return prev[len(b)]
}

func lcs(a, b string) string {
	if a == "" || b == "" {
		return ""
	}
	if a[0] == b[0] {
		return a[:1] + lcs(a[1:], b[1:])
	}
	x, y := lcs(a[1:], b), lcs(a, b[1:])
	if len(x) > len(y) {
		return x
	}
	return y
}

func roman(n int) string {
	vals := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	syms := strings.Split("M,CM,D,CD,C,XC,L,XL,X,IX,V,IV,I", ",")
	s := ""
	for i, v := range vals {
		for n >= v {
			s, n = s+syms[i], n-v
		}
	}
	return s
}

func luhn(s string) bool {
	sum := 0
	for i := range s {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

func lookAndSay(s string) string {
	var out []byte
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		out = strconv.AppendInt(out, int64(j-i), 10)
		out = append(out, s[i])
		i = j
	}
	return string(out)
}

func spiral(n int) [][]int {
	m := make([][]int, n)
	for i := range m {
		m[i] = make([]int, n)
	}
	x, y, dx, dy := 0, 0, 1, 0
	for i := 1; i <= n*n; i++ {
		m[y][x] = i
		if nx, ny := x+dx, y+dy; nx < 0 || nx >= n || ny < 0 || ny >= n || m[ny][nx] != 0 {
			dx, dy = -dy, dx
		}
		x, y = x+dx, y+dy
	}
	return m
}

func det(m [][]float64) float64 {
	n, d := len(m), 1.0
	a := make([][]float64, n)
	for i := range m {
		a[i] = append([]float64{}, m[i]...)
	}
	for c := 0; c < n; c++ {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[p][c]) {
				p = r
			}
		}
		if a[p][c] == 0 {
			return 0
		}
		if p != c {
			a[p], a[c] = a[c], a[p]
			d = -d
		}
		d *= a[c][c]
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
		}
	}
	return d
}

func caesar(s string, k int) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsUpper(r) && r < 128:
			return 'A' + (r-'A'+rune(k)+26)%26
		case unicode.IsLower(r) && r < 128:
			return 'a' + (r-'a'+rune(k)+26)%26
		case r == '!':
			return -1
		}
		return r
	}, s)
}

func hanoi(n int, from, to, via string, moves *[]string) {
	if n > 0 {
		hanoi(n-1, from, via, to, moves)
		*moves = append(*moves, from+to)
		hanoi(n-1, via, to, from, moves)
	}
}

func main() {
	permutations([]string{"a", "b", "c"}, func(p []string) { fmt.Print(p, " ") })
	fmt.Println()
	fmt.Println(queens(6))
	n, _ := queens(8)
	fmt.Println(n)
	g := grid{}
	for i, row := range strings.Fields("530070000 600195000 098000060 800060003 400803001 700020006 060000280 000419005 000080079") {
		for j, c := range row {
			g[i][j] = int(c - '0')
		}
	}
	fmt.Println(g.solve())
	fmt.Print(g)
	fmt.Print(life(6, 5, 7))
	for y := 1.0; y >= -1; y -= 0.25 {
		for x := -2.0; x <= 0.5; x += 0.0625 {
			z, i := complex(0, 0), 0
			for c := complex(x, y); i < 30 && real(z)*real(z)+imag(z)*imag(z) < 4; i++ {
				z = z*z + c
			}
			fmt.Fprintf(os.Stdout, "%c", " .:-=+*#%@"[i*9/30])
		}
		fmt.Println()
	}
	var moves []string
	hanoi(4, "A", "C", "B", &moves)
	fmt.Println(len(moves), moves)
	fmt.Println(levenshtein([]rune("kitten"), []rune("sitting")), levenshtein([]rune("größe"), []rune("grosse")), lcs("AGGTABX", "GXTXAYB"))
	for _, n := range []int{1990, 2024, 3999, 4} {
		fmt.Print(roman(n), " ")
	}
	fmt.Println(luhn("49927398716"), luhn("49927398717"))
	s := "1"
	for range 8 {
		fmt.Print(s, " ")
		s = lookAndSay(s)
	}
	fmt.Println()
	for _, row := range spiral(5) {
		fmt.Printf("%2d\n", row)
	}
	fmt.Printf("%.3f %g\n", det([][]float64{{2, -1, 3}, {0, 4, 1}, {5, 2, -3}}), det([][]float64{{1, 2}, {2, 4}}))
	e := caesar("Hello, Wörld! xyz", 5)
	fmt.Println(e, caesar(e, -5))
	for i := range 8 {
		fmt.Printf("%03b ", i^(i>>1))
	}
	fmt.Println()
	for i, row := 0, []int{1}; i < 6; i++ {
		fmt.Printf("%*s%v\n", (6-i)*2, "", row)
		next := make([]int, len(row)+1)
		for j, v := range row {
			next[j] += v
			next[j+1] += v
		}
		row = next
	}
	groups := map[string][]string{}
	for _, w := range strings.Fields("listen silent enlist google elbow below state taste tates") {
		b := []byte(w)
		sort.Slice(b, func(i, j int) bool { return b[i] < b[j] })
		groups[string(b)] = append(groups[string(b)], w)
	}
	fmt.Println(groups)
	for _, b := range []int{2, 8, 16, 36} {
		t := strconv.FormatInt(-48879, b)
		v, err := strconv.ParseInt(t, b, 64)
		fmt.Println(b, t, v, err)
	}
	steps := func(n int) (c int) {
		for ; n != 1; c++ {
			if n&1 == 0 {
				n >>= 1
			} else {
				n = 3*n + 1
			}
		}
		return
	}
	best, arg := 0, 0
	for i := 1; i < 3000; i++ {
		if c := steps(i); c > best {
			best, arg = c, i
		}
	}
	fmt.Println(best, arg)
}
