package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

type TokenKind int

const (
	NUM TokenKind = iota
	OP
	LP
	RP
	END
)

func (k TokenKind) String() string { return [...]string{"NUM", "OP", "LP", "RP", "END"}[k] }

type Token struct {
	Kind TokenKind
	Text string
	Pos  int
}
type Lexer struct {
	src []rune
	pos int
}
type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%d: %s", e.Pos, e.Msg) }

func (l *Lexer) Next() (Token, error) {
	for l.pos < len(l.src) && unicode.IsSpace(l.src[l.pos]) {
		l.pos++
	}
	if l.pos >= len(l.src) {
		return Token{END, "", l.pos}, nil
	}
	start := l.pos
	switch c := l.src[l.pos]; {
	case unicode.IsDigit(c) || c == '.':
		for l.pos < len(l.src) && (unicode.IsDigit(l.src[l.pos]) || l.src[l.pos] == '.') {
			l.pos++
		}
		return Token{NUM, string(l.src[start:l.pos]), start}, nil
	case strings.ContainsRune("+-*/^", c):
		l.pos++
		return Token{OP, string(c), start}, nil
	case c == '(':
		l.pos++
		return Token{LP, "(", start}, nil
	case c == ')':
		l.pos++
		return Token{RP, ")", start}, nil
	default:
		return Token{}, &SyntaxError{start, "unexpected " + strconv.QuoteRune(c)}
	}
}

type Node interface{ Eval() (float64, error) }
type Num float64
type Bin struct {
	Op   byte
	L, R Node
}
type Neg struct{ X Node }

var ErrDiv = errors.New("division by zero")

func (n Num) Eval() (float64, error) { return float64(n), nil }
func (n Neg) Eval() (float64, error) { v, err := n.X.Eval(); return -v, err }
func (b *Bin) Eval() (float64, error) {
	l, err := b.L.Eval()
	if err != nil {
		return 0, err
	}
	r, err := b.R.Eval()
	if err != nil {
		return 0, err
	}
	switch b.Op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '/':
		if r == 0 {
			return 0, fmt.Errorf("eval %v/%v: %w", l, r, ErrDiv)
		}
		return l / r, nil
	}
	panic("bad op " + string(b.Op))
}

type Parser struct {
	lex *Lexer
	cur Token
}

func (p *Parser) next() {
	t, err := p.lex.Next()
	if err != nil {
		panic(err)
	}
	p.cur = t
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}

func (p *Parser) expr(min int) Node {
	l := p.unary()
	for p.cur.Kind == OP && prec[p.cur.Text] >= min {
		op := p.cur.Text
		p.next()
		r := p.expr(prec[op] + 1)
		l = &Bin{op[0], l, r}
	}
	return l
}
func (p *Parser) unary() Node {
	switch t := p.cur; t.Kind {
	case NUM:
		p.next()
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(err)
		}
		return Num(f)
	case OP:
		if t.Text == "-" {
			p.next()
			return Neg{p.unary()}
		}
	case LP:
		p.next()
		n := p.expr(1)
		if p.cur.Kind != RP {
			panic(&SyntaxError{p.cur.Pos, "expected ) but found " + p.cur.Kind.String()})
		}
		p.next()
		return n
	}
	panic(&SyntaxError{p.cur.Pos, fmt.Sprintf("unexpected %v %q", p.cur.Kind, p.cur.Text)})
}
func Eval(s string) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = e
				return
			}
			panic(r)
		}
	}()
	p := &Parser{lex: &Lexer{src: []rune(s)}}
	p.next()
	n := p.expr(1)
	if p.cur.Kind != END {
		return 0, &SyntaxError{p.cur.Pos, "trailing " + p.cur.Text}
	}
	return n.Eval()
}

func main() {
	for _, s := range []string{"1+2*3", "(1+2)*3", "-4/(2-2)", "2*(3", "1 $ 2", "1.2.3", "7/2-1", "", "1 2"} {
		v, err := Eval(s)
		var se *SyntaxError
		var ne *strconv.NumError
		switch {
		case errors.As(err, &se):
			fmt.Printf("%-10q syntax error at %d: %v\n", s, se.Pos, err)
		case errors.As(err, &ne):
			fmt.Printf("%-10q num error %q %v\n", s, ne.Num, ne.Err)
		case errors.Is(err, ErrDiv):
			fmt.Printf("%-10q %v\n", s, err)
		default:
			fmt.Printf("%-10q = %g\n", s, v)
		}
	}
	sc := bufio.NewScanner(strings.NewReader("the cat the dog\nA cat!\n\nend"))
	counts := map[string]int{}
	lines := 0
	for sc.Scan() {
		lines++
		for _, w := range strings.FieldsFunc(strings.ToLower(sc.Text()), func(r rune) bool { return !unicode.IsLetter(r) }) {
			counts[w]++
		}
	}
	type kv struct {
		k string
		v int
	}
	var kvs []kv
	for k, v := range counts {
		kvs = append(kvs, kv{k, v})
	}
	sort.Slice(kvs, func(i, j int) bool {
		if kvs[i].v != kvs[j].v {
			return kvs[i].v > kvs[j].v
		}
		return kvs[i].k < kvs[j].k
	})
	for i, e := range kvs {
		fmt.Printf("%2d. %-5s|%3d|%s\n", i+1, e.k, e.v, strings.Repeat("*", e.v))
	}
	fmt.Println(lines)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "%v %+v %#v %T\n", kvs[0], kvs[0], kvs[0], kvs)
	fmt.Fprintf(w, "%5d|%-5d|%05d|%x|%X|%o|%b|%c|%U|%e|%8.3f|%+d|%t|%p\n", 42, 42, 42, 255, 255, 8, 5, 'A', 'é', 12345.678, 3.14159, 7, true, nil)
	fmt.Fprintf(w, "%s|%10s|%-10s|%.2s|%q|%x|%v|%d\n", "go", "go", "go", "golang", "q", "hi", []string{"a"}, []int{1, 2})
	fmt.Fprintf(w, "%v %v %v %v %%\n", [3]bool{true}, map[string]int{"z": 1, "a": 2}, struct {
		A int
		B *int
	}{1, nil}, &struct{ X, Y int }{1, 2})
	fmt.Fprintf(w, "%d %s %!|%z\n", "str", 5, 3)
	fmt.Fprintln(w, fmt.Sprintf("%[2]d %[1]d %d", 1, 2), fmt.Sprintf("%*d|%-*d|", 5, 1, 4, 2))
}
