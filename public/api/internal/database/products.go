package database

import (
	"context"
	"database/sql"

	"example.com/shop/internal/models"
)

// A Filter says which products are wanted.
type Filter struct {
	Search      string // part of the name, "" for all
	MaxCents    int64  // 0 for all
	Sort        string // one of Sorts
	Limit, Skip int
}

// Sorts are the orders in which products are listed. SQL is never made of what a client writes: a name leads to a text of ours.
var Sorts = map[string]string{
	"id":     "id",
	"name":   "name",
	"cents":  "cents, id",
	"-cents": "cents DESC, id",
	"newest": "created DESC, id DESC",
}

const productColumns = "id, name, cents, stock, owner, created, updated"

func scanProduct(row interface{ Scan(...any) error }) (p models.Product, err error) {
	err = row.Scan(&p.ID, &p.Name, &p.Cents, &p.Stock, &p.Owner, &p.Created, &p.Updated)
	return p, known(err)
}

// Products are those of a filter, and how many there are without limit.
func (s *Store) Products(ctx context.Context, f Filter) ([]models.Product, int, error) {
	const where = " FROM products WHERE ($1 = '' OR name ILIKE '%' || $1 || '%') AND ($2 = 0 OR cents <= $2)"
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return nil, 0, err
	}
	defer tx.Rollback()
	var total int
	if err := tx.QueryRowContext(ctx, "SELECT count(*)"+where, f.Search, f.MaxCents).Scan(&total); err != nil {
		return nil, 0, err
	}
	rows, err := tx.QueryContext(ctx, "SELECT "+productColumns+where+" ORDER BY "+Sorts[f.Sort]+" LIMIT $3 OFFSET $4",
		f.Search, f.MaxCents, f.Limit, f.Skip)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	products := []models.Product{}
	for rows.Next() {
		p, err := scanProduct(rows)
		if err != nil {
			return nil, 0, err
		}
		products = append(products, p)
	}
	return products, total, rows.Err()
}

// Product finds one by number.
func (s *Store) Product(ctx context.Context, id int64) (models.Product, error) {
	return scanProduct(s.db.QueryRowContext(ctx, "SELECT "+productColumns+" FROM products WHERE id = $1", id))
}

// CreateProduct adds one, whose name no other may have.
func (s *Store) CreateProduct(ctx context.Context, p models.Product) (models.Product, error) {
	return scanProduct(s.db.QueryRowContext(ctx,
		"INSERT INTO products (name, cents, stock, owner, created, updated) VALUES ($1, $2, $3, $4, $5, $5) RETURNING "+productColumns,
		p.Name, p.Cents, p.Stock, p.Owner, p.Created))
}

// UpdateProduct changes all of a product but its number, its owner and when it was made.
func (s *Store) UpdateProduct(ctx context.Context, p models.Product) (models.Product, error) {
	return scanProduct(s.db.QueryRowContext(ctx,
		"UPDATE products SET name = $2, cents = $3, stock = $4, updated = $5 WHERE id = $1 RETURNING "+productColumns,
		p.ID, p.Name, p.Cents, p.Stock, p.Updated))
}

// DeleteProduct takes one away.
func (s *Store) DeleteProduct(ctx context.Context, id int64) error {
	result, err := s.db.ExecContext(ctx, "DELETE FROM products WHERE id = $1", id)
	if err != nil {
		return known(err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return ErrNotFound
	}
	return nil
}
