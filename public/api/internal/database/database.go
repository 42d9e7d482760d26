// Package database keeps users and products. It returns models, and errors of its own where somebody asks for them.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"golanes.example/memdb"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/models"
)

// Errors that callers tell apart.
var (
	ErrNotFound = errors.New("not found")
	ErrConflict = errors.New("already exists")
)

// A Store is the database as the rest of the server sees it.
type Store struct {
	db *sql.DB
}

// New makes a store over a pool of connections, which its caller closes.
func New(db *sql.DB) *Store { return &Store{db} }

const schema = `
	CREATE TABLE IF NOT EXISTS users (
		id       BIGSERIAL PRIMARY KEY,
		email    TEXT NOT NULL UNIQUE,
		name     TEXT NOT NULL,
		role     TEXT NOT NULL DEFAULT 'customer' CHECK (role IN ('customer', 'admin')),
		password BYTEA NOT NULL,
		created  TIMESTAMP NOT NULL
	);
	CREATE TABLE IF NOT EXISTS products (
		id      BIGSERIAL PRIMARY KEY,
		name    TEXT NOT NULL UNIQUE,
		cents   BIGINT NOT NULL CHECK (cents >= 0),
		stock   BIGINT NOT NULL CHECK (stock >= 0),
		owner   BIGINT NOT NULL REFERENCES users(id),
		created TIMESTAMP NOT NULL,
		updated TIMESTAMP NOT NULL
	);`

// Migrate makes the tables that are missing.
func (s *Store) Migrate(ctx context.Context) error {
	for statement := range strings.SplitSeq(schema, ";") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if _, err := s.db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
	}
	return nil
}

// Seed puts an admin and a few products into an empty database, all of them or nothing.
func (s *Store) Seed(ctx context.Context, cost int) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
	if err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	defer tx.Rollback()
	var users int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM users").Scan(&users); err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	if users > 0 {
		return nil
	}
	hash, err := auth.Hash("correct horse", cost)
	if err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	now := time.Now().UTC()
	var admin int64
	row := tx.QueryRowContext(ctx, "INSERT INTO users (email, name, role, password, created) VALUES ($1, $2, $3, $4, $5) RETURNING id",
		"admin@example.com", "Ada", models.Admin, hash, now)
	if err := row.Scan(&admin); err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	for _, p := range []models.Product{{Name: "Lamp", Cents: 1990, Stock: 4}, {Name: "Desk", Cents: 24900, Stock: 2}, {Name: "Pencil", Cents: 120, Stock: 500}} {
		_, err := tx.ExecContext(ctx, "INSERT INTO products (name, cents, stock, owner, created, updated) VALUES ($1, $2, $3, $4, $5, $5)",
			p.Name, p.Cents, p.Stock, admin, now)
		if err != nil {
			return fmt.Errorf("seed: %w", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	return nil
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.db.PingContext(ctx) }

// known turns what the database says into errors of this package.
func known(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	if e, ok := errors.AsType[*memdb.Error](err); ok && e.Code == memdb.UniqueViolation {
		return fmt.Errorf("%w: %s", ErrConflict, e.Constraint)
	}
	return err
}

const userColumns = "id, email, name, role, password, created"

func scanUser(row *sql.Row) (u models.User, err error) {
	err = row.Scan(&u.ID, &u.Email, &u.Name, &u.Role, &u.Password, &u.Created)
	return u, known(err)
}

// CreateUser adds a user, whose email nobody else may have.
func (s *Store) CreateUser(ctx context.Context, u models.User) (models.User, error) {
	return scanUser(s.db.QueryRowContext(ctx,
		"INSERT INTO users (email, name, role, password, created) VALUES ($1, $2, $3, $4, $5) RETURNING "+userColumns,
		strings.ToLower(u.Email), u.Name, u.Role, u.Password, u.Created))
}

// UserByEmail finds who logs in.
func (s *Store) UserByEmail(ctx context.Context, email string) (models.User, error) {
	return scanUser(s.db.QueryRowContext(ctx, "SELECT "+userColumns+" FROM users WHERE email = $1", strings.ToLower(email)))
}

// User finds a user by number.
func (s *Store) User(ctx context.Context, id int64) (models.User, error) {
	return scanUser(s.db.QueryRowContext(ctx, "SELECT "+userColumns+" FROM users WHERE id = $1", id))
}

// Users are all there are, by number.
func (s *Store) Users(ctx context.Context) ([]models.User, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT "+userColumns+" FROM users ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	users := []models.User{}
	for rows.Next() {
		var u models.User
		if err := rows.Scan(&u.ID, &u.Email, &u.Name, &u.Role, &u.Password, &u.Created); err != nil {
			return nil, err
		}
		users = append(users, u)
	}
	return users, rows.Err()
}
