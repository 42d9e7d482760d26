// A small database in memory, behind database/sql: what PostgreSQL does with the same statements.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"golanes.example/memdb"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func show(db interface {
	Query(string, ...any) (*sql.Rows, error)
}, query string, args ...any) {
	rows, err := db.Query(query, args...)
	if err != nil {
		fmt.Println("error:", err)
		return
	}
	defer rows.Close()
	names := must(rows.Columns())
	fmt.Println(names)
	for rows.Next() {
		vals := make([]any, len(names))
		ptrs := make([]any, len(names))
		for i := range vals {
			ptrs[i] = &vals[i]
		}
		if err := rows.Scan(ptrs...); err != nil {
			fmt.Println("scan:", err)
		}
		fmt.Println(" ", vals)
	}
	if err := rows.Err(); err != nil {
		fmt.Println("error:", err)
	}
}

func try(db *sql.DB, query string, args ...any) {
	r, err := db.Exec(query, args...)
	if err != nil {
		var e *memdb.Error
		if errors.As(err, &e) {
			fmt.Println("error:", err, "|", e.Table, e.Column, e.Constraint)
		} else {
			fmt.Println("error:", err)
		}
		return
	}
	n, _ := r.RowsAffected()
	id, err := r.LastInsertId()
	fmt.Println("changed", n, "last", id, err)
}

func main() {
	db := must(sql.Open("memdb", "shop"))
	defer db.Close()
	try(db, `CREATE TABLE users (
		id SERIAL PRIMARY KEY,
		email VARCHAR(100) NOT NULL UNIQUE,
		name TEXT NOT NULL DEFAULT 'nobody',
		admin BOOLEAN NOT NULL DEFAULT false,
		CHECK (length(email) > 3)
	)`)
	try(db, `CREATE TABLE products (
		id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
		name TEXT NOT NULL,
		price NUMERIC(10,2) NOT NULL CHECK (price >= 0),
		stock INTEGER NOT NULL DEFAULT 0,
		owner INTEGER REFERENCES users(id) ON DELETE CASCADE,
		UNIQUE (name, owner)
	);`)
	try(db, "create table if not exists users (id int)")
	try(db, "create table users (id int)")
	try(db, "INSERT INTO users (email, name) VALUES ($1, $2), ($3, 'Bob')", "ada@example.com", "Ada", "bob@example.com")
	try(db, "INSERT INTO users (email) VALUES (?)", "carol@example.com")
	try(db, "INSERT INTO users (email) VALUES (?)", "ada@example.com")
	try(db, "INSERT INTO users (email) VALUES (?)", nil)
	try(db, "INSERT INTO users (email) VALUES ('a@b')")
	try(db, "INSERT INTO users (email) VALUES ('ada@example.com') ON CONFLICT (email) DO NOTHING")
	try(db, "INSERT INTO users (email, name) VALUES ('ada@example.com', 'Ada L.') ON CONFLICT (email) DO UPDATE SET name = excluded.name, admin = NOT users.admin")
	show(db, "SELECT * FROM users ORDER BY id")
	try(db, "INSERT INTO products (name, price, stock, owner) VALUES ('lamp', 19.9, 3, 1), ('desk', 100, 1, 1), ('pen', '1.5', 100, 2), ('ink', 2, 0, NULL)")
	try(db, "INSERT INTO products (name, price, owner) VALUES ('x', -1, 1)")
	try(db, "INSERT INTO products (name, price, owner) VALUES ('x', 1, 99)")
	try(db, "INSERT INTO products (name, price, owner) VALUES ('lamp', 1, 1)")
	try(db, "INSERT INTO products (name, cost) VALUES ('lamp', 1)")
	try(db, "INSERT INTO products (name, price) VALUES ('lamp', 'dear')")
	try(db, "INSERT INTO nothing VALUES (1)")
	show(db, "SELECT p.name, u.name AS owner FROM products p JOIN users u ON u.id = p.owner WHERE p.price > $1 ORDER BY p.price DESC", 1)
	show(db, "SELECT p.name, u.email FROM products p LEFT JOIN users AS u ON u.id = p.owner ORDER BY 1 LIMIT 2 OFFSET 1")
	show(db, "SELECT owner, count(*), sum(stock) AS total, avg(price), min(name), max(name) FROM products GROUP BY owner HAVING count(*) > 0 ORDER BY owner")
	show(db, "SELECT count(*), sum(price), count(DISTINCT owner) FROM products WHERE name LIKE '%n%'")
	show(db, "SELECT count(*), sum(price) FROM products WHERE false")
	show(db, "SELECT name FROM products WHERE name ILIKE 'L_MP' OR price BETWEEN 2 AND 3 AND NOT stock IN (1, 2)")
	show(db, "SELECT name FROM products WHERE owner IS NULL OR owner <> 1 ORDER BY price * stock, name")
	show(db, "SELECT DISTINCT owner IS NULL AS free FROM products ORDER BY free")
	show(db, "SELECT CASE WHEN stock = 0 THEN 'none' WHEN stock < 5 THEN 'few' ELSE 'many' END AS left_over, upper(name) || '!' FROM products ORDER BY id")
	show(db, "SELECT 1 + 2 * 3, 7 / 2, 7 % 4, 7 / 2.0, -3, 'it''s', NULL, CAST('5' AS INTEGER) + 1, '2026-01-02T03:04:05Z'::timestamp, coalesce(NULL, 'x'), round(2.345, 2), abs(-3)")
	show(db, "SELECT 1 / 0")
	show(db, "SELECT missing FROM users")
	show(db, "SELECT u.missing FROM users u")
	show(db, "SELECT id FROM users, products")
	show(db, "SELEC 1")
	show(db, "SELECT 1 FROM")
	show(db, "SELECT 'open")
	show(db, "SELECT * FROM users WHERE id IN (SELECT 1)")
	show(db, "ALTER TABLE users ADD x INT")
	show(db, "UPDATE products SET stock = stock - 1, price = price * 2 WHERE id = $1 RETURNING id, stock, price", 1)
	try(db, "UPDATE products SET name = 'lamp' WHERE id = 2")
	try(db, "UPDATE products SET owner = 7 WHERE id = 2")
	show(db, "DELETE FROM users WHERE id = 1 RETURNING email")
	show(db, "SELECT id, name FROM products ORDER BY id")
	try(db, "DELETE FROM products")
	try(db, "DROP TABLE users")
	try(db, "DROP TABLE IF EXISTS gone")

	stmt := must(db.Prepare("INSERT INTO users (email) VALUES ($1) RETURNING id"))
	var id int64
	fmt.Println(stmt.QueryRow("dave@example.com").Scan(&id), id > 3)
	fmt.Println(db.QueryRow("SELECT id FROM users WHERE email = 'nobody'").Scan(&id) == sql.ErrNoRows)
	_, err := stmt.Exec()
	fmt.Println(err)

	transactions(db)
	races(db)
}

func transactions(db *sql.DB) {
	ctx := context.Background()
	count := func(q interface {
		QueryRow(string, ...any) *sql.Row
	}) (n int) {
		if err := q.QueryRow("SELECT count(*) FROM users").Scan(&n); err != nil {
			fmt.Println(err)
		}
		return n
	}
	before := count(db)
	tx := must(db.BeginTx(ctx, nil))
	must(tx.Exec("INSERT INTO users (email) VALUES ('in@tx')"))
	fmt.Println("inside", count(tx)-before, "outside", count(db)-before)
	_, err := tx.Exec("INSERT INTO users (email) VALUES ('in@tx')")
	fmt.Println(err, count(tx)-before)
	fmt.Println(tx.Rollback(), count(db)-before)
	tx = must(db.BeginTx(ctx, nil))
	must(tx.Exec("INSERT INTO users (email) VALUES ('in@tx')"))
	short, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	_, err = db.ExecContext(short, "DELETE FROM users")
	cancel()
	fmt.Println("another one that writes:", err)
	fmt.Println(tx.Commit(), count(db)-before)
	reader := must(db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead}))
	committed := must(db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}))
	_, err = committed.Exec("DELETE FROM users")
	fmt.Println(err)
	must(db.Exec("INSERT INTO users (email) VALUES ('later@tx')"))
	fmt.Println("repeatable", count(reader)-before, "committed", count(committed)-before)
	_, err = reader.Exec("DELETE FROM users")
	fmt.Println(err)
	fmt.Println(reader.Rollback(), committed.Rollback())

	memdb.Slow("shop", 50*time.Millisecond)
	short, cancel = context.WithTimeout(ctx, 10*time.Millisecond)
	fmt.Println(db.PingContext(short))
	cancel()
	memdb.Slow("shop", 0)
	memdb.Fail("shop", errors.New("the disk is on fire"))
	fmt.Println(db.Ping())
	memdb.Fail("shop", nil)
	fmt.Println(db.Ping())
}

func races(db *sql.DB) {
	must(db.Exec("CREATE TABLE counter (n INTEGER NOT NULL)"))
	must(db.Exec("INSERT INTO counter VALUES (0)"))
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			tx := must(db.BeginTx(context.Background(), &sql.TxOptions{Isolation: sql.LevelSerializable}))
			var n int
			if err := tx.QueryRow("SELECT n FROM counter").Scan(&n); err != nil {
				fmt.Println(err)
			}
			must(tx.Exec("UPDATE counter SET n = $1", n+1))
			if err := tx.Commit(); err != nil {
				fmt.Println(err)
			}
			must(db.Exec("UPDATE counter SET n = n + 1"))
		})
	}
	wg.Wait()
	show(db, "SELECT n FROM counter")
}
