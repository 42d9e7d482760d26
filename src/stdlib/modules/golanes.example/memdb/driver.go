package memdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"io"
	"reflect"
	"time"
)

type connector struct{}

func (connector) Open(name string) (driver.Conn, error) { return &conn{db: open(name)}, nil }

// A conn is one connection: it has one transaction at a time.
type conn struct {
	db     *database
	tx     *transaction
	closed bool
}

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	if c.closed {
		return nil, errDone
	}
	s, err := parse(query)
	if err != nil {
		return nil, err
	}
	return &prepared{c, s}, nil
}

func (c *conn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return c.Prepare(query)
}

func (c *conn) Close() error {
	c.closed = true
	if c.tx != nil {
		c.tx.rollback()
		c.tx = nil
	}
	return nil
}

func (c *conn) Begin() (driver.Tx, error) {
	return c.BeginTx(context.Background(), driver.TxOptions{})
}

func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	if c.closed {
		return nil, errDone
	}
	tx, err := begin(ctx, c.db, sql.IsolationLevel(opts.Isolation), opts.ReadOnly)
	if err != nil {
		return nil, err
	}
	c.tx = tx
	return c, nil
}

// Commit ends the connection's transaction.
func (c *conn) Commit() error {
	tx := c.tx
	c.tx = nil
	tx.commit()
	return nil
}

// Rollback ends the connection's transaction as if it had not been.
func (c *conn) Rollback() error {
	tx := c.tx
	c.tx = nil
	tx.rollback()
	return nil
}

func (c *conn) Ping(ctx context.Context) error {
	if c.closed {
		return driver.ErrBadConn
	}
	return c.db.wait(ctx)
}

func (c *conn) IsValid() bool { return !c.closed }

func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	s, err := parse(query)
	if err != nil {
		return nil, err
	}
	return c.do(ctx, s, args)
}

func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s, err := parse(query)
	if err != nil {
		return nil, err
	}
	return c.do(ctx, s, args)
}

// do runs a statement in the connection's transaction, or in one of its own.
func (c *conn) do(ctx context.Context, s *statement, named []driver.NamedValue) (*answer, error) {
	if c.closed {
		return nil, errDone
	}
	if len(named) != s.args {
		return nil, failf(SyntaxError, "expected %d arguments, got %d", s.args, len(named))
	}
	args := make([]driver.Value, len(named))
	for i, n := range named {
		args[i] = n.Value
	}
	if c.tx != nil {
		return c.tx.attempt(ctx, s, args)
	}
	tx, err := begin(ctx, c.db, sql.LevelDefault, false)
	if err != nil {
		return nil, err
	}
	a, err := tx.attempt(ctx, s, args)
	if err != nil {
		tx.rollback()
		return nil, err
	}
	tx.commit()
	return a, nil
}

type prepared struct {
	c *conn
	s *statement
}

func (p *prepared) Close() error  { return nil }
func (p *prepared) NumInput() int { return p.s.args }

func (p *prepared) Exec(args []driver.Value) (driver.Result, error) {
	return p.c.do(context.Background(), p.s, numbered(args))
}

func (p *prepared) Query(args []driver.Value) (driver.Rows, error) {
	return p.c.do(context.Background(), p.s, numbered(args))
}

func (p *prepared) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return p.c.do(ctx, p.s, args)
}

func (p *prepared) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return p.c.do(ctx, p.s, args)
}

func numbered(args []driver.Value) []driver.NamedValue {
	out := make([]driver.NamedValue, len(args))
	for i, v := range args {
		out[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	return out
}

// An answer is what a statement gives: rows, and what it changed.
type answer struct {
	columns []string
	kinds   []kind
	rows    [][]driver.Value
	changed int64
	last    int64
	noLast  bool
}

func (a *answer) LastInsertId() (int64, error) {
	if a.noLast {
		return 0, failf(NotSupported, "the statement has given no row a number")
	}
	return a.last, nil
}

func (a *answer) RowsAffected() (int64, error) { return a.changed, nil }

func (a *answer) Columns() []string { return a.columns }
func (a *answer) Close() error      { return nil }

func (a *answer) Next(dest []driver.Value) error {
	if len(a.rows) == 0 {
		return io.EOF
	}
	copy(dest, a.rows[0])
	a.rows = a.rows[1:]
	return nil
}

// ColumnTypeDatabaseName is the type as CREATE TABLE names it.
func (a *answer) ColumnTypeDatabaseName(i int) string { return a.kinds[i].String() }

// ColumnTypeScanType is the type of Go that its values have.
func (a *answer) ColumnTypeScanType(i int) reflect.Type {
	switch a.kinds[i] {
	case integer:
		return reflect.TypeFor[int64]()
	case real:
		return reflect.TypeFor[float64]()
	case boolean:
		return reflect.TypeFor[bool]()
	case timestamp:
		return reflect.TypeFor[time.Time]()
	case bytea:
		return reflect.TypeFor[[]byte]()
	case text:
		return reflect.TypeFor[string]()
	}
	return reflect.TypeFor[any]()
}
