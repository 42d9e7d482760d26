package main

import (
	"errors"
	"fmt"
	"strconv"
)

type kind int

const (
	num kind = iota
	op
	lparen
	rparen
)

type token struct {
	kind kind
	text string
	val  float64
}

type lexer struct {
	src string
	pos int
}

func (l *lexer) next() (token, bool) {
	for l.pos < len(l.src) && l.src[l.pos] == ' ' {
		l.pos++
	}
	if l.pos >= len(l.src) {
		return token{}, false
	}
	c := l.src[l.pos]
	switch {
	case c >= '0' && c <= '9' || c == '.':
		start := l.pos
		for l.pos < len(l.src) && (l.src[l.pos] >= '0' && l.src[l.pos] <= '9' || l.src[l.pos] == '.') {
			l.pos++
		}
		v, _ := strconv.ParseFloat(l.src[start:l.pos], 64)
		return token{num, l.src[start:l.pos], v}, true
	case c == '(':
		l.pos++
		return token{kind: lparen, text: "("}, true
	case c == ')':
		l.pos++
		return token{kind: rparen, text: ")"}, true
	}
	l.pos++
	return token{kind: op, text: string(c)}, true
}

type parser struct {
	toks []token
	i    int
}

type node interface{ eval() (float64, error) }
type number float64
type binary struct {
	op   byte
	l, r node
}

func (n number) eval() (float64, error) { return float64(n), nil }
func (b *binary) eval() (float64, error) {
	l, err := b.l.eval()
	if err != nil {
		return 0, err
	}
	r, err := b.r.eval()
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '/':
		if r == 0 {
			return 0, errors.New("division by zero")
		}
		return l / r, nil
	}
	return 0, fmt.Errorf("unknown op %c", b.op)
}

func (p *parser) peek() *token {
	if p.i < len(p.toks) {
		return &p.toks[p.i]
	}
	return nil
}

func (p *parser) expr(prec int) (n node, err error) {
	t := p.peek()
	if t == nil {
		return nil, errors.New("unexpected end")
	}
	p.i++
	switch t.kind {
	case num:
		n = number(t.val)
	case lparen:
		if n, err = p.expr(0); err != nil {
			return nil, err
		}
		if c := p.peek(); c == nil || c.kind != rparen {
			return nil, errors.New("missing )")
		}
		p.i++
	default:
		return nil, fmt.Errorf("unexpected %q", t.text)
	}
	precs := map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}
	for t := p.peek(); t != nil && t.kind == op && precs[t.text] > prec; t = p.peek() {
		p.i++
		r, err := p.expr(precs[t.text])
		if err != nil {
			return nil, err
		}
		n = &binary{t.text[0], n, r}
	}
	return n, nil
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3 - 4/8", "2*(3", "1/0", "*", "7", "10-4-3", ""} {
		l := &lexer{src: s}
		var toks []token
		for t, ok := l.next(); ok; t, ok = l.next() {
			toks = append(toks, t)
		}
		p := &parser{toks: toks}
		n, err := p.expr(0)
		if err == nil {
			var v float64
			if v, err = n.eval(); err == nil {
				fmt.Printf("%-14s = %g\n", s, v)
				continue
			}
		}
		fmt.Printf("%-14s ! %v\n", s, err)
	}
}
