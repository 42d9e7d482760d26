package memdb

import (
	"database/sql/driver"
	"math"
	"strings"
	"time"
)

// An expr is an expression that a row gives a value. Nil is SQL's NULL.
type expr interface {
	value(r *scope) (driver.Value, error)
}

// A scope is what names and placeholders in an expression mean.
type scope struct {
	args   []driver.Value
	tables []source
	group  []*scope // the rows of a group, where there is one
}

// A source is a table under the name that it has in a statement, with its row.
type source struct {
	name string
	t    *table
	row  []driver.Value // nil beside a row of a left join that finds nothing
}

type (
	literal struct{ v driver.Value }
	arg     struct{ n int }
	column  struct{ table, name string }
	unary   struct {
		op string
		x  expr
	}
	binary struct {
		op   string
		x, y expr
	}
	isNull struct {
		x   expr
		not bool
	}
	among struct {
		x    expr
		list []expr
		not  bool
	}
	between struct {
		x, low, high expr
		not          bool
	}
	like struct {
		x, pattern expr
		not, fold  bool
	}
	call struct {
		name     string
		star     bool
		distinct bool
		args     []expr
	}
	cast struct {
		x expr
		k kind
	}
	choice struct {
		when, then []expr
		other      expr
	}
)

func (e literal) value(*scope) (driver.Value, error) { return e.v, nil }
func (e arg) value(s *scope) (driver.Value, error)   { return s.args[e.n], nil }

func (e column) find(s *scope) (*source, int, error) {
	var in *source
	at := -1
	for i := range s.tables {
		src := &s.tables[i]
		if e.table != "" && e.table != src.name {
			continue
		}
		if n := src.t.column(e.name); n >= 0 {
			if in != nil {
				return nil, 0, failf("42702", "column reference %q is ambiguous", e.name)
			}
			in, at = src, n
		}
	}
	if in == nil {
		name := e.name
		if e.table != "" {
			name = e.table + "." + name
		}
		return nil, 0, &Error{Code: UndefinedColumn, Message: "column " + quote(name) + " does not exist", Column: e.name}
	}
	return in, at, nil
}

func quote(s string) string { return `"` + s + `"` }

func (e column) value(s *scope) (driver.Value, error) {
	in, at, err := e.find(s)
	if err != nil || in.row == nil {
		return nil, err
	}
	return in.row[at], nil
}

func (e unary) value(s *scope) (driver.Value, error) {
	x, err := e.x.value(s)
	if x == nil || err != nil {
		return nil, err
	}
	switch v := x.(type) {
	case bool:
		if e.op == "not" {
			return !v, nil
		}
	case int64:
		if e.op == "-" {
			return -v, nil
		}
	case float64:
		if e.op == "-" {
			return -v, nil
		}
	}
	return nil, failf(DatatypeMismatch, "operator %s does not take %s", e.op, kindOf(x))
}

func (e binary) value(s *scope) (driver.Value, error) {
	x, err := e.x.value(s)
	if err != nil {
		return nil, err
	}
	if e.op == "and" || e.op == "or" {
		return e.logic(x, s)
	}
	y, err := e.y.value(s)
	if x == nil || y == nil || err != nil {
		return nil, err
	}
	switch e.op {
	case "||":
		return show(x) + show(y), nil
	case "+", "-", "*", "/", "%":
		return arithmetic(e.op, x, y)
	}
	c, err := compare(x, y)
	if err != nil {
		return nil, err
	}
	switch e.op {
	case "=":
		return c == 0, nil
	case "<>", "!=":
		return c != 0, nil
	case "<":
		return c < 0, nil
	case "<=":
		return c <= 0, nil
	case ">":
		return c > 0, nil
	}
	return c >= 0, nil
}

// logic is AND and OR with three values: true, false and unknown.
func (e binary) logic(x driver.Value, s *scope) (driver.Value, error) {
	decides := e.op == "or"
	bx, err := truth(x)
	if err != nil {
		return nil, err
	}
	if x != nil && bx == decides {
		return decides, nil
	}
	y, err := e.y.value(s)
	if err != nil {
		return nil, err
	}
	by, err := truth(y)
	if err != nil {
		return nil, err
	}
	if y != nil && by == decides {
		return decides, nil
	}
	if x == nil || y == nil {
		return nil, nil
	}
	return !decides, nil
}

// truth is whether a condition holds; unknown does not.
func truth(v driver.Value) (bool, error) {
	if v == nil {
		return false, nil
	}
	b, err := convert(v, boolean)
	if err != nil {
		return false, failf(DatatypeMismatch, "a condition must be of type boolean, not %s", strings.ToLower(kindOf(v).String()))
	}
	return b.(bool), nil
}

func arithmetic(op string, x, y driver.Value) (driver.Value, error) {
	a, intA := x.(int64)
	b, intB := y.(int64)
	if intA && intB {
		switch op {
		case "+":
			return a + b, nil
		case "-":
			return a - b, nil
		case "*":
			return a * b, nil
		}
		if b == 0 {
			return nil, failf(DivisionByZero, "division by zero")
		}
		if op == "/" {
			return a / b, nil
		}
		return a % b, nil
	}
	fx, err := convert(x, real)
	if err != nil {
		return nil, err
	}
	fy, err := convert(y, real)
	if err != nil {
		return nil, err
	}
	f, g := fx.(float64), fy.(float64)
	switch op {
	case "+":
		return f + g, nil
	case "-":
		return f - g, nil
	case "*":
		return f * g, nil
	}
	if g == 0 {
		return nil, failf(DivisionByZero, "division by zero")
	}
	if op == "/" {
		return f / g, nil
	}
	return math.Mod(f, g), nil
}

func (e isNull) value(s *scope) (driver.Value, error) {
	x, err := e.x.value(s)
	return (x == nil) != e.not, err
}

func (e among) value(s *scope) (driver.Value, error) {
	x, err := e.x.value(s)
	if x == nil || err != nil {
		return nil, err
	}
	unknown := false
	for _, y := range e.list {
		v, err := y.value(s)
		if err != nil {
			return nil, err
		}
		if v == nil {
			unknown = true
			continue
		}
		c, err := compare(x, v)
		if err != nil {
			return nil, err
		}
		if c == 0 {
			return !e.not, nil
		}
	}
	if unknown {
		return nil, nil
	}
	return e.not, nil
}

func (e between) value(s *scope) (driver.Value, error) {
	v, err := binary{"and", binary{">=", e.x, e.low}, binary{"<=", e.x, e.high}}.value(s)
	if b, ok := v.(bool); ok && e.not {
		return !b, err
	}
	return v, err
}

func (e like) value(s *scope) (driver.Value, error) {
	x, err := e.x.value(s)
	if err != nil {
		return nil, err
	}
	p, err := e.pattern.value(s)
	if x == nil || p == nil || err != nil {
		return nil, err
	}
	text, pattern := show(x), show(p)
	if e.fold {
		text, pattern = strings.ToLower(text), strings.ToLower(pattern)
	}
	return matches([]rune(text), []rune(pattern)) != e.not, nil
}

// matches tells whether a pattern with % for any letters and _ for one fits the whole text.
func matches(text, pattern []rune) bool {
	for len(pattern) > 0 {
		switch pattern[0] {
		case '%':
			for i := 0; i <= len(text); i++ {
				if matches(text[i:], pattern[1:]) {
					return true
				}
			}
			return false
		case '\\':
			if len(pattern) > 1 {
				pattern = pattern[1:]
			}
			if len(text) == 0 || text[0] != pattern[0] {
				return false
			}
		default:
			if len(text) == 0 || pattern[0] != '_' && pattern[0] != text[0] {
				return false
			}
		}
		text, pattern = text[1:], pattern[1:]
	}
	return len(text) == 0
}

func (e cast) value(s *scope) (driver.Value, error) {
	x, err := e.x.value(s)
	if err != nil {
		return nil, err
	}
	if f, ok := x.(float64); ok && e.k == integer {
		return int64(math.RoundToEven(f)), nil
	}
	return convert(x, e.k)
}

func (e choice) value(s *scope) (driver.Value, error) {
	for i, when := range e.when {
		v, err := when.value(s)
		if err != nil {
			return nil, err
		}
		yes, err := truth(v)
		if err != nil {
			return nil, err
		}
		if yes {
			return e.then[i].value(s)
		}
	}
	if e.other == nil {
		return nil, nil
	}
	return e.other.value(s)
}

var aggregates = map[string]bool{"count": true, "sum": true, "avg": true, "min": true, "max": true}

func (e call) value(s *scope) (driver.Value, error) {
	if aggregates[e.name] {
		return e.aggregate(s)
	}
	args := make([]driver.Value, len(e.args))
	for i, x := range e.args {
		v, err := x.value(s)
		if err != nil {
			return nil, err
		}
		if e.name == "coalesce" && v != nil {
			return v, nil
		}
		args[i] = v
	}
	if e.name == "coalesce" {
		return nil, nil
	}
	if e.name == "now" && len(args) == 0 {
		return time.Now().UTC().Round(0), nil
	}
	if len(args) == 0 || args[0] == nil {
		return nil, nil
	}
	switch e.name {
	case "lower":
		return strings.ToLower(show(args[0])), nil
	case "upper":
		return strings.ToUpper(show(args[0])), nil
	case "trim":
		return strings.TrimSpace(show(args[0])), nil
	case "length", "char_length":
		return int64(len([]rune(show(args[0])))), nil
	case "abs":
		if n, ok := args[0].(int64); ok {
			return max(n, -n), nil
		}
		f, err := convert(args[0], real)
		if err != nil {
			return nil, err
		}
		return math.Abs(f.(float64)), nil
	case "round":
		f, err := convert(args[0], real)
		if err != nil {
			return nil, err
		}
		scale := 1.0
		if len(args) > 1 {
			n, err := convert(args[1], integer)
			if n == nil || err != nil {
				return nil, err
			}
			scale = math.Pow(10, float64(n.(int64)))
		}
		return math.Round(f.(float64)*scale) / scale, nil
	}
	return nil, failf("42883", "function %s does not exist", e.name)
}

// aggregate makes one value of a group's rows.
func (e call) aggregate(s *scope) (driver.Value, error) {
	if s.group == nil {
		return nil, failf("42803", "aggregate functions are not allowed here: %s", e.name)
	}
	if e.star {
		return int64(len(s.group)), nil
	}
	var best driver.Value
	count, sum, whole := int64(0), 0.0, int64(0)
	integers := true
	seen := map[string]bool{}
	for _, row := range s.group {
		v, err := e.args[0].value(row)
		if err != nil {
			return nil, err
		}
		if v == nil || e.distinct && seen[key(v)] {
			continue
		}
		seen[key(v)] = true
		count++
		switch e.name {
		case "sum", "avg":
			f, err := convert(v, real)
			if err != nil {
				return nil, err
			}
			sum += f.(float64)
			if n, ok := v.(int64); ok {
				whole += n
			} else {
				integers = false
			}
		case "min", "max":
			if best == nil {
				best = v
				continue
			}
			c, err := compare(v, best)
			if err != nil {
				return nil, err
			}
			if c < 0 == (e.name == "min") && c != 0 {
				best = v
			}
		}
	}
	switch {
	case e.name == "count":
		return count, nil
	case count == 0:
		return nil, nil
	case e.name == "avg":
		return sum / float64(count), nil
	case e.name == "sum" && integers:
		return whole, nil
	case e.name == "sum":
		return sum, nil
	}
	return best, nil
}

// aggregated tells whether an expression makes one value of many rows.
func aggregated(e expr) bool {
	switch e := e.(type) {
	case unary:
		return aggregated(e.x)
	case binary:
		return aggregated(e.x) || aggregated(e.y)
	case isNull:
		return aggregated(e.x)
	case cast:
		return aggregated(e.x)
	case among:
		return aggregated(e.x)
	case between:
		return aggregated(e.x)
	case choice:
		for _, x := range append(append([]expr{}, e.when...), e.then...) {
			if aggregated(x) {
				return true
			}
		}
		return e.other != nil && aggregated(e.other)
	case call:
		if aggregates[e.name] {
			return true
		}
		for _, x := range e.args {
			if aggregated(x) {
				return true
			}
		}
	}
	return false
}
