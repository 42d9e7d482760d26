// Package memdb is a small SQL database in memory, behind [database/sql]:
//
//	import _ "golanes.example/memdb"
//
//	db, err := sql.Open("memdb", "shop")
//
// All that open the same name share one database. It knows enough SQL for tables, rows and transactions: CREATE TABLE and INDEX, DROP TABLE,
// INSERT, SELECT with joins and groups, UPDATE, DELETE, RETURNING, and placeholders $1 or ?.
//
// What is committed never changes: whoever writes makes new rows and puts new tables in the place of the old ones when the transaction
// ends. So readers wait for nobody. Of those who write, one writes at a time; the others wait, as long as their context lets them.
// Each statement sees what is committed when it begins (READ COMMITTED). Repeatable reads see what was committed when the
// transaction began, and are refused when they write over somebody else's changes. A serializable transaction is the only one that writes from
// its beginning on.
package memdb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync"
	"time"
)

func init() { sql.Register("memdb", connector{}) }

// An Error is what the database refuses, with PostgreSQL's code and words.
type Error struct {
	Code       string // SQLSTATE, such as 23505
	Message    string
	Table      string // if it is about one
	Column     string // if it is about one
	Constraint string // if one is violated
}

func (e *Error) Error() string { return fmt.Sprintf("%s (SQLSTATE %s)", e.Message, e.Code) }

// Codes of errors: a name of PostgreSQL's documentation each.
const (
	UniqueViolation      = "23505"
	NotNullViolation     = "23502"
	ForeignKeyViolation  = "23503"
	CheckViolation       = "23514"
	SyntaxError          = "42601"
	UndefinedTable       = "42P01"
	UndefinedColumn      = "42703"
	DuplicateTable       = "42P07"
	DatatypeMismatch     = "42804"
	InvalidText          = "22P02"
	DivisionByZero       = "22012"
	SerializationFailure = "40001"
	ReadOnly             = "25006"
	NotSupported         = "0A000"
)

// A database is what connections of one name share.
type database struct {
	// writer has room for one: who has put something in may write.
	writer chan struct{}

	mu        sync.Mutex
	committed state         // what is committed
	latency   time.Duration // how long each statement takes
	failure   error         // what statements fail with
}

// A state is the tables of one moment. States and tables do not change once they are committed.
type state struct {
	version int
	tables  map[string]*table
}

var (
	mu        sync.Mutex
	databases = map[string]*database{}
)

func open(name string) *database {
	mu.Lock()
	defer mu.Unlock()
	db, ok := databases[name]
	if !ok {
		db = &database{writer: make(chan struct{}, 1)}
		databases[name] = db
	}
	return db
}

// Drop forgets the database of that name. Connections that are open keep it.
func Drop(name string) {
	mu.Lock()
	defer mu.Unlock()
	delete(databases, name)
}

// Slow makes every statement of the database take d from now on.
func Slow(name string, d time.Duration) {
	db := open(name)
	db.mu.Lock()
	defer db.mu.Unlock()
	db.latency = d
}

// Fail makes every statement of the database fail with err from now on, until it is nil.
func Fail(name string, err error) {
	db := open(name)
	db.mu.Lock()
	defer db.mu.Unlock()
	db.failure = err
}

func (db *database) now() state {
	db.mu.Lock()
	defer db.mu.Unlock()
	return db.committed
}

// wait is what a statement has to bear before it begins.
func (db *database) wait(ctx context.Context) error {
	db.mu.Lock()
	latency, failure := db.latency, db.failure
	db.mu.Unlock()
	if latency > 0 {
		timer := time.NewTimer(latency)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if failure != nil {
		return failure
	}
	return ctx.Err()
}

// A transaction is a row of statements that are seen together or not at all.
type transaction struct {
	db       *database
	level    sql.IsolationLevel
	readOnly bool
	base     state             // what a repeatable read sees
	own      map[string]*table // all tables as this transaction has made them, once it writes
}

func begin(ctx context.Context, db *database, level sql.IsolationLevel, readOnly bool) (*transaction, error) {
	tx := &transaction{db: db, level: level, readOnly: readOnly}
	switch level {
	case sql.LevelDefault, sql.LevelReadUncommitted, sql.LevelReadCommitted:
		tx.level = sql.LevelReadCommitted
	case sql.LevelRepeatableRead, sql.LevelSnapshot:
		tx.level = sql.LevelRepeatableRead
	case sql.LevelSerializable:
		if !readOnly {
			if err := tx.write(ctx); err != nil {
				return nil, err
			}
		}
	default:
		return nil, fmt.Errorf("memdb: isolation level %v is not supported", level)
	}
	tx.base = db.now()
	return tx, nil
}

// tables are those that a statement that begins now sees.
func (tx *transaction) tables() map[string]*table {
	switch {
	case tx.own != nil:
		return tx.own
	case tx.level == sql.LevelReadCommitted:
		return tx.db.now().tables
	}
	return tx.base.tables
}

// write waits until this transaction is the one that writes.
func (tx *transaction) write(ctx context.Context) error {
	if tx.readOnly {
		return &Error{Code: ReadOnly, Message: "cannot write in a read-only transaction"}
	}
	if tx.own != nil {
		return nil
	}
	select {
	case tx.db.writer <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	now := tx.db.now()
	if tx.level == sql.LevelRepeatableRead && now.version != tx.base.version {
		<-tx.db.writer
		return &Error{Code: SerializationFailure, Message: "could not serialize access due to concurrent update"}
	}
	tx.own = make(map[string]*table, len(now.tables))
	for name, t := range now.tables {
		tx.own[name] = t
	}
	return nil
}

func (tx *transaction) commit() {
	if tx.own == nil {
		return
	}
	tx.db.mu.Lock()
	tx.db.committed = state{version: tx.db.committed.version + 1, tables: tx.own}
	tx.db.mu.Unlock()
	tx.rollback()
}

func (tx *transaction) rollback() {
	if tx.own != nil {
		tx.own = nil
		<-tx.db.writer
	}
}

// attempt runs a statement whose changes are all made or none of them.
func (tx *transaction) attempt(ctx context.Context, s *statement, args []driver.Value) (*answer, error) {
	if err := tx.db.wait(ctx); err != nil {
		return nil, err
	}
	if !s.writes() {
		return s.run(tx.tables(), args)
	}
	if err := tx.write(ctx); err != nil {
		return nil, err
	}
	before := make(map[string]*table, len(tx.own))
	for name, t := range tx.own {
		before[name] = t
	}
	a, err := s.run(tx.own, args)
	if err != nil {
		tx.own = before
	}
	return a, err
}

var errDone = errors.New("memdb: the connection is closed")
