// Package models has the things that the shop is about. It knows neither HTTP nor SQL.
package models

import "time"

// Roles of users.
const (
	Customer = "customer"
	Admin    = "admin"
)

// A User may log in.
type User struct {
	ID       int64     `json:"id"`
	Email    string    `json:"email"`
	Name     string    `json:"name"`
	Role     string    `json:"role"`
	Password []byte    `json:"-"` // as bcrypt hashes it; never sent
	Created  time.Time `json:"created_at"`
}

// A Product is for sale.
type Product struct {
	ID      int64     `json:"id"`
	Name    string    `json:"name"`
	Cents   int64     `json:"cents"`
	Stock   int64     `json:"stock"`
	Owner   int64     `json:"owner_id"`
	Created time.Time `json:"created_at"`
	Updated time.Time `json:"updated_at"`
}
