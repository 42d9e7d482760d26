package memdb

import (
	"database/sql/driver"
	"slices"
	"strings"
)

// A table has columns and rows. Once it is committed it does not change; a transaction that writes has a copy.
type table struct {
	name    string
	columns []columnInfo
	uniques []unique
	rows    [][]driver.Value
	next    int64 // the next number of a serial column
}

// A columnInfo is a column as CREATE TABLE describes it.
type columnInfo struct {
	name       string
	kind       kind
	serial     bool
	notNull    bool
	fallback   expr // DEFAULT
	check      expr
	checkName  string
	references *reference
}

// A reference is a column of another table that must have the value.
type reference struct {
	table, column string
	cascade       bool
}

// A unique is a set of columns whose values no two rows share.
type unique struct {
	name    string
	columns []int
	primary bool
}

func (t *table) column(name string) int {
	return slices.IndexFunc(t.columns, func(c columnInfo) bool { return c.name == name })
}

// clone is a copy that may be changed; rows are shared, for they never change.
func (t *table) clone() *table {
	c := *t
	c.rows = slices.Clone(t.rows)
	c.columns = slices.Clone(t.columns)
	c.uniques = slices.Clone(t.uniques)
	return &c
}

// hold checks a row that is to be in the table: kinds, NOT NULL, CHECK, references. It changes the row to the columns' kinds.
func (t *table) hold(all map[string]*table, row []driver.Value) error {
	for i, c := range t.columns {
		v, err := convert(row[i], c.kind)
		if err != nil {
			if e, ok := err.(*Error); ok {
				e.Table, e.Column = t.name, c.name
			}
			return err
		}
		row[i] = v
		if v == nil && c.notNull {
			return &Error{Code: NotNullViolation, Table: t.name, Column: c.name,
				Message: "null value in column " + quote(c.name) + " of relation " + quote(t.name) + " violates not-null constraint"}
		}
		if r := c.references; r != nil && v != nil {
			other, ok := all[r.table]
			if !ok {
				return undefined(r.table)
			}
			if !other.has(r.column, v) {
				name := t.name + "_" + c.name + "_fkey"
				return &Error{Code: ForeignKeyViolation, Table: t.name, Column: c.name, Constraint: name,
					Message: "insert or update on table " + quote(t.name) + " violates foreign key constraint " + quote(name)}
			}
		}
	}
	s := &scope{tables: []source{{t.name, t, row}}}
	for _, c := range t.columns {
		if c.check == nil {
			continue
		}
		v, err := c.check.value(s)
		if err != nil {
			return err
		}
		if ok, err := truth(v); err != nil || v != nil && !ok {
			if err != nil {
				return err
			}
			return &Error{Code: CheckViolation, Table: t.name, Constraint: c.checkName,
				Message: "new row for relation " + quote(t.name) + " violates check constraint " + quote(c.checkName)}
		}
	}
	return nil
}

func (t *table) has(name string, v driver.Value) bool {
	at := t.column(name)
	return at >= 0 && slices.ContainsFunc(t.rows, func(row []driver.Value) bool { return key(row[at]) == key(v) })
}

// clash finds the unique set that two rows would share if row came to the table in the place of the row with number at (-1 for none).
func (t *table) clash(row []driver.Value, at int) *unique {
	for i := range t.uniques {
		u := &t.uniques[i]
		mine, whole := u.key(row)
		if !whole {
			continue
		}
		for n, other := range t.rows {
			if theirs, _ := u.key(other); n != at && theirs == mine {
				return u
			}
		}
	}
	return nil
}

// key is what must not be twice; rows with a NULL in it are never the same.
func (u *unique) key(row []driver.Value) (string, bool) {
	if len(u.columns) == 1 {
		v := row[u.columns[0]]
		return key(v), v != nil
	}
	var b strings.Builder
	whole := true
	for _, c := range u.columns {
		whole = whole && row[c] != nil
		b.WriteString(key(row[c]))
	}
	return b.String(), whole
}

func (u *unique) violated(t *table) error {
	return &Error{Code: UniqueViolation, Table: t.name, Constraint: u.name,
		Message: "duplicate key value violates unique constraint " + quote(u.name)}
}

func undefined(name string) error {
	return &Error{Code: UndefinedTable, Table: name, Message: "relation " + quote(name) + " does not exist"}
}
