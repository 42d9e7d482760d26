// Package auth makes and checks tokens and passwords.
package auth

import (
	"crypto/rand"
	"errors"
	"strconv"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"

	"example.com/shop/internal/models"
)

// What a token is for: one that fetches new tokens is no good for requests, and the other way round.
const (
	ForRequests = "shop-api"
	ForRefresh  = "shop-refresh"
)

const issuer = "shop"

// Claims are what a token says of its bearer. They are signed, not encrypted: whoever has the token reads them.
type Claims struct {
	Email string `json:"email"`
	Role  string `json:"role"`
	jwt.RegisteredClaims
}

// UserID is the bearer's number.
func (c *Claims) UserID() int64 {
	id, err := strconv.ParseInt(c.Subject, 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// Tokens signs and checks with one secret, and knows who has logged out.
type Tokens struct {
	secret []byte
	now    func() time.Time

	mu      sync.Mutex
	revoked map[string]time.Time // ids of tokens that are refused, until they expire anyhow
}

// NewTokens makes one that takes the time from now.
func NewTokens(secret string, now func() time.Time) *Tokens {
	return &Tokens{secret: []byte(secret), now: now, revoked: map[string]time.Time{}}
}

// Sign makes a token for a user.
func (t *Tokens) Sign(u models.User, audience string, life time.Duration) (string, error) {
	now := t.now()
	claims := &Claims{
		Email: u.Email,
		Role:  u.Role,
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    issuer,
			Subject:   strconv.FormatInt(u.ID, 10),
			Audience:  jwt.ClaimStrings{audience},
			ExpiresAt: jwt.NewNumericDate(now.Add(life)),
			NotBefore: jwt.NewNumericDate(now),
			IssuedAt:  jwt.NewNumericDate(now),
			ID:        rand.Text(),
		},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.secret)
}

// ErrRevoked is the error of a token that was good until its bearer logged out.
var ErrRevoked = errors.New("token is revoked")

// Check reads a token. The algorithm is ours to say, not the token's.
func (t *Tokens) Check(token, audience string) (*Claims, error) {
	var claims Claims
	_, err := jwt.ParseWithClaims(token, &claims,
		func(*jwt.Token) (any, error) { return t.secret, nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
		jwt.WithIssuer(issuer),
		jwt.WithAudience(audience),
		jwt.WithExpirationRequired(),
		jwt.WithTimeFunc(t.now),
	)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, out := t.revoked[claims.ID]; out {
		return nil, ErrRevoked
	}
	return &claims, nil
}

// Revoke refuses a token from now on. What has expired is forgotten.
func (t *Tokens) Revoke(c *Claims) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	for id, until := range t.revoked {
		if until.Before(now) {
			delete(t.revoked, id)
		}
	}
	t.revoked[c.ID] = c.ExpiresAt.Time
}

// MaxPassword is how many bytes of a password bcrypt takes.
const MaxPassword = 72

// Hash makes of a password what may be kept.
func Hash(password string, cost int) ([]byte, error) {
	return bcrypt.GenerateFromPassword([]byte(password), cost)
}

// Matches tells whether a password is the one of a hash. It takes as long for a wrong one.
func Matches(hash []byte, password string) bool {
	return bcrypt.CompareHashAndPassword(hash, []byte(password)) == nil
}
