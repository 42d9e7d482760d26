package memdb

import (
	"database/sql/driver"
	"slices"
	"strings"
)

type (
	createTable struct {
		t           *table
		missingOnly bool
	}
	createIndex struct {
		name, table           string
		columns               []string
		isUnique, missingOnly bool
	}
	dropTable struct {
		names     []string
		missingOK bool
	}
	insert struct {
		table      string
		columns    []string // nil means all, in their order
		rows       [][]expr // a nil expr is DEFAULT
		onConflict onConflict
		conflict   []string
		set        []assignment
		returning  []output
	}
	update struct {
		table, alias string
		set          []assignment
		where        expr
		returning    []output
	}
	remove struct {
		table, alias string
		where        expr
		returning    []output
	}
	query struct {
		distinct      bool
		outputs       []output
		from          []from
		where         expr
		groups        []expr
		having        expr
		order         []sorting
		limit, offset expr
		locks         bool
	}
)

type assignment struct {
	column string
	value  expr // nil is DEFAULT
}

// An output is a column of an answer; a star stands for all columns of the table with that name, or of all tables.
type output struct {
	star bool
	x    expr
	name string
}

type from struct {
	table, alias string
	on           expr
	left         bool
}

type sorting struct {
	x                expr
	down, nullsFirst bool
}

type onConflict int

const (
	refuse onConflict = iota
	ignore
	replace
)

func (*createTable) writes() bool { return true }
func (*createIndex) writes() bool { return true }
func (*dropTable) writes() bool   { return true }
func (*insert) writes() bool      { return true }
func (*update) writes() bool      { return true }
func (*remove) writes() bool      { return true }
func (q *query) writes() bool     { return q.locks }

func (c *createTable) run(all map[string]*table, _ []driver.Value) (*answer, error) {
	if _, there := all[c.t.name]; there {
		if c.missingOnly {
			return &answer{noLast: true}, nil
		}
		return nil, &Error{Code: DuplicateTable, Table: c.t.name, Message: "relation " + quote(c.t.name) + " already exists"}
	}
	for _, col := range c.t.columns {
		if r := col.references; r != nil && r.table != c.t.name {
			other, ok := all[r.table]
			if !ok {
				return nil, undefined(r.table)
			}
			if other.column(r.column) < 0 {
				return nil, failf(UndefinedColumn, "column %q referenced in foreign key constraint does not exist", r.column)
			}
		}
	}
	all[c.t.name] = c.t.clone()
	return &answer{noLast: true}, nil
}

func (c *createIndex) run(all map[string]*table, _ []driver.Value) (*answer, error) {
	old, ok := all[c.table]
	if !ok {
		return nil, undefined(c.table)
	}
	u := unique{name: c.name}
	for _, name := range c.columns {
		at := old.column(name)
		if at < 0 {
			return nil, failf(UndefinedColumn, "column %q does not exist", name)
		}
		u.columns = append(u.columns, at)
	}
	if !c.isUnique || slices.ContainsFunc(old.uniques, func(o unique) bool { return o.name == c.name }) {
		return &answer{noLast: true}, nil
	}
	t := old.clone()
	t.uniques = append(t.uniques, u)
	for i, row := range t.rows {
		if clash := t.clash(row, i); clash != nil && clash.name == c.name {
			return nil, failf(UniqueViolation, "could not create unique index %q", c.name)
		}
	}
	all[c.table] = t
	return &answer{noLast: true}, nil
}

func (d *dropTable) run(all map[string]*table, _ []driver.Value) (*answer, error) {
	for _, name := range d.names {
		if _, ok := all[name]; !ok && !d.missingOK {
			return nil, failf(UndefinedTable, "table %q does not exist", name)
		}
		for _, other := range all {
			for _, c := range other.columns {
				if c.references != nil && c.references.table == name && other.name != name && !slices.Contains(d.names, other.name) {
					return nil, failf("2BP01", "cannot drop table %s because other objects depend on it", name)
				}
			}
		}
		delete(all, name)
	}
	return &answer{noLast: true}, nil
}

// fallback is what a column has that nobody gives a value; a serial one gets the next number.
func (t *table) fallback(at int, s *scope) (driver.Value, error) {
	c := t.columns[at]
	switch {
	case c.serial:
		t.next++
		return t.next - 1, nil
	case c.fallback != nil:
		return c.fallback.value(s)
	}
	return nil, nil
}

func (i *insert) run(all map[string]*table, args []driver.Value) (*answer, error) {
	old, ok := all[i.table]
	if !ok {
		return nil, undefined(i.table)
	}
	t := old.clone()
	all[i.table] = t
	var places []int
	if i.columns == nil {
		for at := range t.columns {
			places = append(places, at)
		}
	}
	for _, name := range i.columns {
		at := t.column(name)
		if at < 0 {
			return nil, &Error{Code: UndefinedColumn, Table: i.table, Column: name,
				Message: "column " + quote(name) + " of relation " + quote(i.table) + " does not exist"}
		}
		places = append(places, at)
	}
	s := &scope{args: args}
	a := &answer{}
	var touched [][]driver.Value
	for _, exprs := range i.rows {
		if len(exprs) > len(places) {
			return nil, failf(SyntaxError, "INSERT has more expressions than target columns")
		}
		if i.columns != nil && len(exprs) < len(places) {
			return nil, failf(SyntaxError, "INSERT has more target columns than expressions")
		}
		row := make([]driver.Value, len(t.columns))
		given := make([]bool, len(t.columns))
		for n, x := range exprs {
			if x == nil {
				continue
			}
			v, err := x.value(s)
			if err != nil {
				return nil, err
			}
			row[places[n]], given[places[n]] = v, true
		}
		for at, c := range t.columns {
			if given[at] {
				if n, isInt := row[at].(int64); isInt && c.serial {
					t.next = max(t.next, n+1)
				}
				continue
			}
			v, err := t.fallback(at, s)
			if err != nil {
				return nil, err
			}
			row[at] = v
			if c.serial {
				a.last = v.(int64)
			}
		}
		if err := t.hold(all, row); err != nil {
			return nil, err
		}
		if u := t.clash(row, -1); u != nil {
			kept, err := i.meet(all, t, u, row, args)
			if err != nil {
				return nil, err
			}
			if kept != nil {
				touched = append(touched, kept)
			}
			continue
		}
		t.rows = append(t.rows, row)
		touched = append(touched, row)
	}
	a.changed = int64(len(touched))
	return a, a.give(t, i.table, i.returning, touched, args)
}

// meet is what becomes of a row that may not come into the table because of another one.
func (i *insert) meet(all map[string]*table, t *table, u *unique, row, args []driver.Value) ([]driver.Value, error) {
	names := make([]string, len(u.columns))
	for n, c := range u.columns {
		names[n] = t.columns[c].name
	}
	if i.onConflict == refuse || len(i.conflict) > 0 && !slices.Equal(names, i.conflict) {
		return nil, u.violated(t)
	}
	if i.onConflict == ignore {
		return nil, nil
	}
	mine, _ := u.key(row)
	at := slices.IndexFunc(t.rows, func(r []driver.Value) bool { k, _ := u.key(r); return k == mine })
	s := &scope{args: args, tables: []source{{i.table, t, t.rows[at]}, {"excluded", t, row}}}
	return t.assign(all, at, i.set, s)
}

// assign puts a changed row in the place of an old one.
func (t *table) assign(all map[string]*table, at int, set []assignment, s *scope) ([]driver.Value, error) {
	old := t.rows[at]
	row := slices.Clone(old)
	for _, a := range set {
		n := t.column(a.column)
		if n < 0 {
			return nil, &Error{Code: UndefinedColumn, Table: t.name, Column: a.column,
				Message: "column " + quote(a.column) + " of relation " + quote(t.name) + " does not exist"}
		}
		var err error
		if a.value == nil {
			row[n], err = t.fallback(n, s)
		} else {
			row[n], err = a.value.value(s)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := t.hold(all, row); err != nil {
		return nil, err
	}
	if u := t.clash(row, at); u != nil {
		return nil, u.violated(t)
	}
	for i := range t.columns {
		if key(old[i]) != key(row[i]) {
			if err := t.leave(all, i, old, false); err != nil {
				return nil, err
			}
		}
	}
	t.rows[at] = row
	return row, nil
}

// leave sees to rows of other tables that refer to what a row had in a column.
func (t *table) leave(all map[string]*table, at int, row []driver.Value, deleted bool) error {
	if row[at] == nil {
		return nil
	}
	for _, name := range sorted(all) {
		other := all[name]
		for _, c := range other.columns {
			r := c.references
			if r == nil || r.table != t.name || r.column != t.columns[at].name || !other.has(c.name, row[at]) {
				continue
			}
			if !r.cascade || !deleted {
				return &Error{Code: ForeignKeyViolation, Table: name, Constraint: name + "_" + c.name + "_fkey",
					Message: "update or delete on table " + quote(t.name) + " violates foreign key constraint " + quote(name+"_"+c.name+"_fkey") + " on table " + quote(name)}
			}
			match := &binary{"=", column{"", c.name}, literal{row[at]}}
			if _, err := (&remove{table: name, alias: name, where: match}).run(all, nil); err != nil {
				return err
			}
			other = all[name]
		}
	}
	return nil
}

func sorted(all map[string]*table) []string {
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// holds tells whether a condition holds in a scope; no condition does.
func holds(where expr, s *scope) (bool, error) {
	if where == nil {
		return true, nil
	}
	v, err := where.value(s)
	if err != nil {
		return false, err
	}
	return truth(v)
}

func (u *update) run(all map[string]*table, args []driver.Value) (*answer, error) {
	old, ok := all[u.table]
	if !ok {
		return nil, undefined(u.table)
	}
	t := old.clone()
	all[u.table] = t
	var touched [][]driver.Value
	for at, row := range old.rows {
		s := &scope{args: args, tables: []source{{u.alias, t, row}}}
		yes, err := holds(u.where, s)
		if err != nil {
			return nil, err
		}
		if !yes {
			continue
		}
		changed, err := t.assign(all, at, u.set, s)
		if err != nil {
			return nil, err
		}
		touched = append(touched, changed)
	}
	a := &answer{changed: int64(len(touched)), noLast: true}
	return a, a.give(t, u.alias, u.returning, touched, args)
}

func (r *remove) run(all map[string]*table, args []driver.Value) (*answer, error) {
	old, ok := all[r.table]
	if !ok {
		return nil, undefined(r.table)
	}
	var kept, gone [][]driver.Value
	for _, row := range old.rows {
		yes, err := holds(r.where, &scope{args: args, tables: []source{{r.alias, old, row}}})
		if err != nil {
			return nil, err
		}
		if yes {
			gone = append(gone, row)
		} else {
			kept = append(kept, row)
		}
	}
	t := old.clone()
	t.rows = kept
	all[r.table] = t
	for _, row := range gone {
		for at := range t.columns {
			if err := t.leave(all, at, row, true); err != nil {
				return nil, err
			}
		}
	}
	a := &answer{changed: int64(len(gone)), noLast: true}
	return a, a.give(t, r.alias, r.returning, gone, args)
}

// give makes the answer of RETURNING.
func (a *answer) give(t *table, name string, returning []output, rows [][]driver.Value, args []driver.Value) error {
	if returning == nil {
		return nil
	}
	tables := []source{{name, t, nil}}
	outputs, err := a.head(returning, tables)
	if err != nil {
		return err
	}
	for _, row := range rows {
		s := &scope{args: args, tables: []source{{name, t, row}}}
		out, err := values(outputs, s)
		if err != nil {
			return err
		}
		a.rows = append(a.rows, out)
	}
	return nil
}

// head names the columns of an answer and says what stands in them.
func (a *answer) head(outputs []output, tables []source) ([]expr, error) {
	var out []expr
	for _, o := range outputs {
		if !o.star {
			out = append(out, o.x)
			a.columns = append(a.columns, o.name)
			a.kinds = append(a.kinds, kindIn(o.x, tables))
			continue
		}
		found := false
		for _, src := range tables {
			if o.name != "" && o.name != src.name {
				continue
			}
			found = true
			for _, c := range src.t.columns {
				out = append(out, column{src.name, c.name})
				a.columns = append(a.columns, c.name)
				a.kinds = append(a.kinds, c.kind)
			}
		}
		if !found {
			return nil, failf(UndefinedTable, "missing FROM-clause entry for %q", strings.TrimSpace(o.name+" *"))
		}
	}
	return out, nil
}

func kindIn(x expr, tables []source) kind {
	switch x := x.(type) {
	case literal:
		return kindOf(x.v)
	case cast:
		return x.k
	case column:
		if src, at, err := x.find(&scope{tables: tables}); err == nil {
			return src.t.columns[at].kind
		}
	case call:
		if x.name == "count" || strings.HasSuffix(x.name, "length") {
			return integer
		}
		if x.name == "now" {
			return timestamp
		}
	}
	return anything
}

func values(xs []expr, s *scope) ([]driver.Value, error) {
	row := make([]driver.Value, len(xs))
	for i, x := range xs {
		v, err := x.value(s)
		if err != nil {
			return nil, err
		}
		row[i] = v
	}
	return row, nil
}

func (q *query) run(all map[string]*table, args []driver.Value) (*answer, error) {
	a := &answer{noLast: true}
	tables := make([]source, len(q.from))
	for i, f := range q.from {
		t, ok := all[f.table]
		if !ok {
			return nil, undefined(f.table)
		}
		tables[i] = source{f.alias, t, nil}
	}
	outputs, err := a.head(q.outputs, tables)
	if err != nil {
		return nil, err
	}
	rows, err := q.join(tables, args)
	if err != nil {
		return nil, err
	}
	if rows, err = q.group(rows, outputs, tables, args); err != nil {
		return nil, err
	}
	type result struct{ row, by []driver.Value }
	results := make([]result, 0, len(rows))
	seen := map[string]bool{}
	for _, s := range rows {
		row, err := values(outputs, s)
		if err != nil {
			return nil, err
		}
		if q.distinct {
			var b strings.Builder
			for _, v := range row {
				b.WriteString(key(v))
			}
			if seen[b.String()] {
				continue
			}
			seen[b.String()] = true
		}
		by, err := q.orderOf(s, row, a.columns)
		if err != nil {
			return nil, err
		}
		results = append(results, result{row, by})
	}
	slices.SortStableFunc(results, func(x, y result) int {
		for i, o := range q.order {
			c, failed := o.compare(x.by[i], y.by[i])
			if failed != nil && err == nil {
				err = failed
			}
			if c != 0 {
				return c
			}
		}
		return 0
	})
	if err != nil {
		return nil, err
	}
	from, to, err := q.window(len(results), args)
	if err != nil {
		return nil, err
	}
	for _, r := range results[from:to] {
		a.rows = append(a.rows, r.row)
	}
	return a, nil
}

// join makes the rows that the conditions of joins and WHERE let through.
func (q *query) join(tables []source, args []driver.Value) ([]*scope, error) {
	rows := []*scope{{args: args}}
	for i, f := range q.from {
		var next []*scope
		for _, s := range rows {
			met := false
			for _, row := range tables[i].t.rows {
				both := &scope{args: args, tables: append(slices.Clone(s.tables), source{f.alias, tables[i].t, row})}
				yes, err := holds(f.on, both)
				if err != nil {
					return nil, err
				}
				if yes {
					met = true
					next = append(next, both)
				}
			}
			if f.left && !met {
				next = append(next, &scope{args: args, tables: append(slices.Clone(s.tables), tables[i])})
			}
		}
		rows = next
	}
	kept := rows[:0]
	for _, s := range rows {
		yes, err := holds(q.where, s)
		if err != nil {
			return nil, err
		}
		if yes {
			kept = append(kept, s)
		}
	}
	return kept, nil
}

// group puts rows together that GROUP BY makes one, where the query has groups.
func (q *query) group(rows []*scope, outputs []expr, tables []source, args []driver.Value) ([]*scope, error) {
	grouped := len(q.groups) > 0 || q.having != nil || slices.ContainsFunc(outputs, aggregated)
	if !grouped {
		return rows, nil
	}
	var order []string
	groups := map[string][]*scope{}
	for _, s := range rows {
		by, err := values(q.groups, s)
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		for _, v := range by {
			b.WriteString(key(v))
		}
		k := b.String()
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], s)
	}
	if len(order) == 0 && len(q.groups) == 0 {
		order = []string{""}
		groups[""] = []*scope{}
	}
	var out []*scope
	for _, k := range order {
		one := &scope{args: args, tables: tables, group: groups[k]}
		if len(groups[k]) > 0 {
			one.tables = groups[k][0].tables
		}
		yes, err := holds(q.having, one)
		if err != nil {
			return nil, err
		}
		if yes {
			out = append(out, one)
		}
	}
	return out, nil
}

// orderOf are the values by which a row is sorted: of expressions, of columns of the answer by name or number.
func (q *query) orderOf(s *scope, row []driver.Value, names []string) ([]driver.Value, error) {
	by := make([]driver.Value, len(q.order))
	for i, o := range q.order {
		switch x := o.x.(type) {
		case literal:
			if n, ok := x.v.(int64); ok {
				if n < 1 || int(n) > len(row) {
					return nil, failf("42P10", "ORDER BY position %d is not in select list", n)
				}
				by[i] = row[n-1]
				continue
			}
		case column:
			if at := slices.Index(names, x.name); at >= 0 && x.table == "" {
				by[i] = row[at]
				continue
			}
		}
		v, err := o.x.value(s)
		if err != nil {
			return nil, err
		}
		by[i] = v
	}
	return by, nil
}

func (o sorting) compare(x, y driver.Value) (int, error) {
	if x == nil || y == nil {
		c := order(number01(x == nil), number01(y == nil))
		if o.nullsFirst {
			c = -c
		}
		return c, nil
	}
	c, err := compare(x, y)
	if o.down {
		c = -c
	}
	return c, err
}

// window is what LIMIT and OFFSET leave of n rows.
func (q *query) window(n int, args []driver.Value) (from, to int, err error) {
	read := func(x expr, name string, otherwise int) int {
		if x == nil || err != nil {
			return otherwise
		}
		v, failed := x.value(&scope{args: args})
		if failed == nil {
			v, failed = convert(v, integer)
		}
		if failed != nil {
			err = failed
			return 0
		}
		if v == nil {
			return otherwise
		}
		if v.(int64) < 0 {
			err = failf("2201W", "%s must not be negative", name)
			return 0
		}
		return int(min(v.(int64), int64(n)))
	}
	from = min(read(q.offset, "OFFSET", 0), n)
	to = min(from+read(q.limit, "LIMIT", n), n)
	return from, to, err
}
