package memdb

import (
	"database/sql/driver"
	"slices"
	"strconv"
	"strings"
)

// A statement is a query that was read: how it runs, and how many arguments it takes.
type statement struct {
	args int
	kind action
}

// An action is a statement's kind with its parts.
type action interface {
	run(all map[string]*table, args []driver.Value) (*answer, error)
	writes() bool
}

func (s *statement) writes() bool { return s.kind.writes() }

func (s *statement) run(all map[string]*table, args []driver.Value) (*answer, error) {
	return s.kind.run(all, args)
}

type parser struct {
	tokens []token
	at     int
	args   int
}

// A stop ends parsing: panics of the parser carry it.
type stop struct{ err error }

// parse reads one statement; a semicolon may follow it.
func parse(query string) (s *statement, err error) {
	tokens, err := lex(query)
	if err != nil {
		return nil, err
	}
	p := &parser{tokens: tokens}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			s, err = nil, r.err
		default:
			panic(r)
		}
	}()
	a := p.statement()
	p.symbol(";")
	if p.peek().kind != end {
		p.unexpected()
	}
	return &statement{p.args, a}, nil
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) next() token {
	t := p.tokens[p.at]
	if t.kind != end {
		p.at++
	}
	return t
}

func (p *parser) unexpected() {
	if t := p.peek(); t.kind != end {
		p.fail(SyntaxError, "syntax error at or near %v", t)
	}
	p.fail(SyntaxError, "syntax error at end of input")
}

func (p *parser) fail(code, format string, args ...any) {
	panic(stop{failf(code, format, args...)})
}

// word takes words that follow each other, if they are all there.
func (p *parser) word(words ...string) bool {
	for i, w := range words {
		if t := p.tokens[min(p.at+i, len(p.tokens)-1)]; t.kind != word || t.text != w {
			return false
		}
	}
	p.at += len(words)
	return true
}

func (p *parser) need(words ...string) {
	for _, w := range words {
		if !p.word(w) {
			p.unexpected()
		}
	}
}

func (p *parser) symbol(s string) bool {
	if t := p.peek(); t.kind == symbol && t.text == s {
		p.at++
		return true
	}
	return false
}

func (p *parser) needSymbol(s string) {
	if !p.symbol(s) {
		p.unexpected()
	}
}

// reserved are words that name nothing unless they are quoted.
var reserved = strings.Fields("all and as asc between by case check create cross default delete desc distinct drop else end exists false for from full group " +
	"having in inner insert into is join left like ilike limit not null offset on or order primary references returning right select set " +
	"table then true union unique update using values when where with")

func (p *parser) name() string {
	t := p.peek()
	if t.kind != quoted && (t.kind != word || slices.Contains(reserved, t.text)) {
		p.unexpected()
	}
	p.at++
	return t.text
}

// list reads one or more of something between commas.
func list[T any](p *parser, one func() T) []T {
	out := []T{one()}
	for p.symbol(",") {
		out = append(out, one())
	}
	return out
}

func (p *parser) names() []string {
	p.needSymbol("(")
	out := list(p, p.name)
	p.needSymbol(")")
	return out
}

func (p *parser) statement() action {
	switch {
	case p.word("select"):
		return p.query()
	case p.word("insert", "into"):
		return p.insert()
	case p.word("update"):
		return p.update()
	case p.word("delete", "from"):
		return p.remove()
	case p.word("create", "table"):
		return p.create()
	case p.word("create", "unique", "index"):
		return p.index(true)
	case p.word("create", "index"):
		return p.index(false)
	case p.word("drop", "table"):
		d := &dropTable{missingOK: p.word("if", "exists")}
		d.names = list(p, p.name)
		return d
	}
	for _, w := range []string{"alter", "begin", "commit", "rollback", "with", "truncate", "grant", "explain"} {
		if t := p.peek(); t.kind == word && t.text == w {
			p.fail(NotSupported, "memdb does not know %s", strings.ToUpper(w))
		}
	}
	p.unexpected()
	return nil
}

func (p *parser) create() action {
	c := &createTable{missingOnly: p.word("if", "not", "exists")}
	t := &table{name: p.name(), next: 1}
	c.t = t
	p.needSymbol("(")
	list(p, func() struct{} { p.columnOrConstraint(t); return struct{}{} })
	p.needSymbol(")")
	return c
}

func (p *parser) columnOrConstraint(t *table) {
	name := ""
	if p.word("constraint") {
		name = p.name()
	}
	switch {
	case p.word("primary", "key"):
		p.unique(t, name, p.names(), true)
		return
	case p.word("unique"):
		p.unique(t, name, p.names(), false)
		return
	case p.word("foreign", "key"):
		columns := p.names()
		p.need("references")
		r := p.reference()
		if at := t.column(columns[0]); len(columns) == 1 && at >= 0 {
			t.columns[at].references = r
			return
		}
		p.fail(NotSupported, "memdb knows foreign keys of one column that is named before")
	case p.word("check"):
		p.needSymbol("(")
		e := p.expr()
		p.needSymbol(")")
		if len(t.columns) == 0 {
			p.fail(NotSupported, "memdb knows CHECK behind a column")
		}
		c := &t.columns[len(t.columns)-1]
		if c.check != nil {
			e = binary{"and", c.check, e}
		}
		c.check, c.checkName = e, t.name+"_check"
		return
	}
	p.column(t)
}

func (p *parser) kind() (kind, string) {
	t := p.next()
	k, ok := kinds[t.text]
	if t.kind != word || !ok {
		p.fail("42704", "type %v does not exist", t)
	}
	p.word("precision")
	p.word("varying")
	if p.symbol("(") {
		list(p, p.next)
		p.needSymbol(")")
	}
	if p.word("with", "time", "zone") || p.word("without", "time", "zone") {
		return k, t.text
	}
	return k, t.text
}

func (p *parser) column(t *table) {
	c := columnInfo{name: p.name()}
	var typeName string
	c.kind, typeName = p.kind()
	c.serial = strings.HasSuffix(typeName, "serial")
	if t.column(c.name) >= 0 {
		p.fail("42701", "column %q specified more than once", c.name)
	}
	t.columns = append(t.columns, c)
	own := &t.columns[len(t.columns)-1]
	for {
		name := ""
		if p.word("constraint") {
			name = p.name()
		}
		switch {
		case p.word("primary", "key"):
			p.unique(t, name, []string{c.name}, true)
			own.serial = own.serial || typeName == "integer" && p.word("autoincrement")
		case p.word("autoincrement"):
			own.serial = true
		case p.word("generated", "always", "as", "identity"), p.word("generated", "by", "default", "as", "identity"):
			own.serial, own.notNull = true, true
		case p.word("unique"):
			p.unique(t, name, []string{c.name}, false)
		case p.word("not", "null"):
			own.notNull = true
		case p.word("null"):
		case p.word("default"):
			own.fallback = p.primary()
		case p.word("check"):
			p.needSymbol("(")
			own.check = p.expr()
			p.needSymbol(")")
			own.checkName = name
			if name == "" {
				own.checkName = t.name + "_" + c.name + "_check"
			}
		case p.word("references"):
			own.references = p.reference()
		default:
			return
		}
	}
}

func (p *parser) reference() *reference {
	r := &reference{table: p.name(), column: "id"}
	if p.symbol("(") {
		r.column = p.name()
		p.needSymbol(")")
	}
	for p.word("on") {
		switch {
		case p.word("delete", "cascade"):
			r.cascade = true
		case p.word("delete", "restrict"), p.word("delete", "no", "action"), p.word("update", "cascade"), p.word("update", "restrict"):
		default:
			p.fail(NotSupported, "memdb knows ON DELETE CASCADE and RESTRICT")
		}
	}
	return r
}

func (p *parser) unique(t *table, name string, columns []string, primary bool) {
	u := unique{name: name, primary: primary}
	for _, c := range columns {
		at := t.column(c)
		if at < 0 {
			p.fail(UndefinedColumn, "column %q named in key does not exist", c)
		}
		u.columns = append(u.columns, at)
		if primary {
			t.columns[at].notNull = true
		}
	}
	if name == "" {
		u.name = t.name + "_" + strings.Join(columns, "_") + "_key"
		if primary {
			u.name = t.name + "_pkey"
		}
	}
	t.uniques = append(t.uniques, u)
}

func (p *parser) index(isUnique bool) action {
	i := &createIndex{isUnique: isUnique, missingOnly: p.word("if", "not", "exists")}
	i.name = p.name()
	p.need("on")
	i.table = p.name()
	i.columns = p.names()
	return i
}

func (p *parser) insert() action {
	i := &insert{table: p.name()}
	if p.symbol("(") {
		i.columns = list(p, p.name)
		p.needSymbol(")")
	}
	if p.word("default", "values") {
		i.rows = [][]expr{{}}
		i.columns = []string{}
	} else {
		p.need("values")
		i.rows = list(p, func() []expr {
			p.needSymbol("(")
			row := list(p, func() expr {
				if p.word("default") {
					return nil
				}
				return p.expr()
			})
			p.needSymbol(")")
			return row
		})
	}
	if p.word("on", "conflict") {
		if p.symbol("(") {
			i.conflict = list(p, p.name)
			p.needSymbol(")")
		}
		p.need("do")
		switch {
		case p.word("nothing"):
			i.onConflict = ignore
		case p.word("update", "set"):
			i.onConflict = replace
			i.set = p.assignments()
		default:
			p.unexpected()
		}
	}
	i.returning = p.returning()
	return i
}

func (p *parser) assignments() []assignment {
	return list(p, func() assignment {
		a := assignment{column: p.name()}
		p.needSymbol("=")
		if !p.word("default") {
			a.value = p.expr()
		}
		return a
	})
}

func (p *parser) update() action {
	u := &update{table: p.name()}
	u.alias = p.alias(u.table)
	p.need("set")
	u.set = p.assignments()
	u.where = p.where()
	u.returning = p.returning()
	return u
}

func (p *parser) remove() action {
	r := &remove{table: p.name()}
	r.alias = p.alias(r.table)
	r.where = p.where()
	r.returning = p.returning()
	return r
}

func (p *parser) where() expr {
	if p.word("where") {
		return p.expr()
	}
	return nil
}

func (p *parser) alias(name string) string {
	if p.word("as") {
		return p.name()
	}
	if t := p.peek(); t.kind == quoted || t.kind == word && !slices.Contains(reserved, t.text) {
		return p.name()
	}
	return name
}

func (p *parser) returning() []output {
	if p.word("returning") {
		return p.outputs()
	}
	return nil
}

func (p *parser) outputs() []output {
	return list(p, func() output {
		if p.symbol("*") {
			return output{star: true}
		}
		if t := p.peek(); (t.kind == word || t.kind == quoted) && p.tokens[p.at+1].text == "." && p.tokens[min(p.at+2, len(p.tokens)-1)].text == "*" {
			p.at += 3
			return output{star: true, name: t.text}
		}
		o := output{x: p.expr()}
		switch x := o.x.(type) {
		case column:
			o.name = x.name
		case call:
			o.name = x.name
		case choice:
			o.name = "case"
		default:
			o.name = "?column?"
		}
		o.name = p.alias(o.name)
		return o
	})
}

func (p *parser) query() action {
	q := &query{distinct: p.word("distinct"), outputs: p.outputs()}
	if p.word("from") {
		q.from = append(q.from, p.from(nil, false))
		for {
			switch {
			case p.word("left", "outer", "join"), p.word("left", "join"):
				q.from = append(q.from, p.joined(true))
			case p.word("inner", "join"), p.word("join"):
				q.from = append(q.from, p.joined(false))
			case p.word("cross", "join"), p.symbol(","):
				q.from = append(q.from, p.from(nil, false))
			case p.word("right"), p.word("full"):
				p.fail(NotSupported, "memdb knows inner, left and cross joins")
			default:
				goto joined
			}
		}
	}
joined:
	q.where = p.where()
	if p.word("group", "by") {
		q.groups = list(p, p.expr)
	}
	if p.word("having") {
		q.having = p.expr()
	}
	if p.word("union") {
		p.fail(NotSupported, "memdb does not know UNION")
	}
	if p.word("order", "by") {
		q.order = list(p, func() sorting {
			s := sorting{x: p.expr()}
			if p.word("desc") {
				s.down = true
			} else {
				p.word("asc")
			}
			s.nullsFirst = s.down
			if p.word("nulls", "first") {
				s.nullsFirst = true
			} else if p.word("nulls", "last") {
				s.nullsFirst = false
			}
			return s
		})
	}
	for {
		switch {
		case p.word("limit"):
			if !p.word("all") {
				q.limit = p.expr()
			}
		case p.word("offset"):
			q.offset = p.expr()
		case p.word("for", "update"), p.word("for", "share"):
			q.locks = true
		default:
			return q
		}
	}
}

func (p *parser) joined(left bool) from {
	f := p.from(nil, left)
	p.need("on")
	f.on = p.expr()
	return f
}

func (p *parser) from(on expr, left bool) from {
	if p.symbol("(") {
		p.fail(NotSupported, "memdb does not know queries in FROM")
	}
	f := from{table: p.name(), on: on, left: left}
	f.alias = p.alias(f.table)
	return f
}

// expr reads OR and what binds more.
func (p *parser) expr() expr {
	x := p.and()
	for p.word("or") {
		x = binary{"or", x, p.and()}
	}
	return x
}

func (p *parser) and() expr {
	x := p.not()
	for p.word("and") {
		x = binary{"and", x, p.not()}
	}
	return x
}

func (p *parser) not() expr {
	if p.word("not") {
		return unary{"not", p.not()}
	}
	return p.comparison()
}

func (p *parser) comparison() expr {
	x := p.sum()
	for {
		t := p.peek()
		if t.kind == symbol && slices.Contains([]string{"=", "<>", "!=", "<", "<=", ">", ">="}, t.text) {
			p.at++
			if p.word("any") || p.word("all") {
				p.fail(NotSupported, "memdb does not know ANY and ALL; use IN")
			}
			x = binary{t.text, x, p.sum()}
			continue
		}
		if p.word("is") {
			not := p.word("not")
			switch {
			case p.word("null"):
				x = isNull{x, not}
			case p.word("true"):
				x = call{name: "coalesce", args: []expr{binary{"=", x, literal{true}}, literal{false}}}
				if not {
					x = unary{"not", x}
				}
			case p.word("false"):
				x = call{name: "coalesce", args: []expr{binary{"=", x, literal{false}}, literal{false}}}
				if not {
					x = unary{"not", x}
				}
			default:
				p.unexpected()
			}
			continue
		}
		not := p.word("not")
		switch {
		case p.word("in"):
			p.needSymbol("(")
			if t := p.peek(); t.kind == word && t.text == "select" {
				p.fail(NotSupported, "memdb does not know queries inside of expressions")
			}
			x = among{x, list(p, p.expr), not}
			p.needSymbol(")")
		case p.word("between"):
			low := p.sum()
			p.need("and")
			x = between{x, low, p.sum(), not}
		case p.word("like"):
			x = like{x, p.sum(), not, false}
		case p.word("ilike"):
			x = like{x, p.sum(), not, true}
		default:
			if not {
				p.unexpected()
			}
			return x
		}
	}
}

func (p *parser) sum() expr {
	x := p.product()
	for {
		t := p.peek()
		if t.kind != symbol || t.text != "+" && t.text != "-" && t.text != "||" {
			return x
		}
		p.at++
		x = binary{t.text, x, p.product()}
	}
}

func (p *parser) product() expr {
	x := p.sign()
	for {
		t := p.peek()
		if t.kind != symbol || t.text != "*" && t.text != "/" && t.text != "%" {
			return x
		}
		p.at++
		x = binary{t.text, x, p.sign()}
	}
}

func (p *parser) sign() expr {
	if p.symbol("-") {
		return unary{"-", p.sign()}
	}
	p.symbol("+")
	x := p.primary()
	for p.symbol("::") {
		k, _ := p.kind()
		x = cast{x, k}
	}
	return x
}

func (p *parser) primary() expr {
	t := p.next()
	switch t.kind {
	case number:
		if n, err := strconv.ParseInt(t.text, 10, 64); err == nil {
			return literal{n}
		}
		f, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			p.fail(SyntaxError, "%v is no number", t)
		}
		return literal{f}
	case str:
		return literal{t.text}
	case param:
		if t.text == "?" {
			p.args++
			return arg{p.args - 1}
		}
		n, err := strconv.Atoi(t.text[1:])
		if err != nil || n < 1 || n > 1000 {
			p.fail("42P02", "there is no parameter %s", t.text)
		}
		p.args = max(p.args, n)
		return arg{n - 1}
	case symbol:
		if t.text == "(" {
			if next := p.peek(); next.kind == word && next.text == "select" {
				p.fail(NotSupported, "memdb does not know queries inside of expressions")
			}
			x := p.expr()
			p.needSymbol(")")
			return x
		}
	case word, quoted:
		if t.kind == word {
			if x := p.special(t.text); x != nil {
				return x
			}
		}
		if t.kind == quoted || !slices.Contains(reserved, t.text) {
			if t.kind == word && p.symbol("(") {
				return p.call(t.text)
			}
			if p.symbol(".") {
				return column{t.text, p.name()}
			}
			return column{"", t.text}
		}
	}
	p.at = max(p.at-1, 0)
	if t.kind == end {
		p.at = len(p.tokens) - 1
	}
	p.unexpected()
	return nil
}

// special reads what begins with a word and is no name.
func (p *parser) special(w string) expr {
	switch w {
	case "null":
		return literal{nil}
	case "true", "false":
		return literal{w == "true"}
	case "current_timestamp":
		return call{name: "now"}
	case "exists":
		p.fail(NotSupported, "memdb does not know queries inside of expressions")
	case "cast":
		p.needSymbol("(")
		x := p.expr()
		p.need("as")
		k, _ := p.kind()
		p.needSymbol(")")
		return cast{x, k}
	case "case":
		var c choice
		var of expr
		if t := p.peek(); t.kind != word || t.text != "when" {
			of = p.expr()
		}
		for p.word("when") {
			x := p.expr()
			if of != nil {
				x = binary{"=", of, x}
			}
			p.need("then")
			c.when, c.then = append(c.when, x), append(c.then, p.expr())
		}
		if len(c.when) == 0 {
			p.unexpected()
		}
		if p.word("else") {
			c.other = p.expr()
		}
		p.need("end")
		return c
	}
	return nil
}

var functions = strings.Fields("count sum avg min max lower upper trim length char_length coalesce abs round now")

func (p *parser) call(name string) expr {
	if !slices.Contains(functions, name) {
		p.fail("42883", "function %s does not exist", name)
	}
	c := call{name: name}
	if name == "count" && p.symbol("*") {
		c.star = true
		p.needSymbol(")")
		return c
	}
	c.distinct = p.word("distinct")
	if !p.symbol(")") {
		c.args = list(p, p.expr)
		p.needSymbol(")")
	}
	if least := name != "now"; least && len(c.args) == 0 || aggregates[name] && len(c.args) != 1 {
		p.fail("42883", "function %s does not take %d arguments", name, len(c.args))
	}
	return c
}
