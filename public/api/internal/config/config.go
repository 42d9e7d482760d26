// Package config is what the server is told by its environment. It is read once, when the server starts.
package config

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Config is everything that differs between one machine and another.
type Config struct {
	Port        string
	DatabaseURL string
	JWTSecret   Secret
	TokenLife   time.Duration // of a token for requests
	RefreshLife time.Duration // of a token that fetches new ones
	BcryptCost  int
	Origin      string // whose pages may call the server
	RateLimit   int    // requests of one client in a minute
}

// A Secret does not print itself.
type Secret string

func (Secret) String() string   { return "(secret)" }
func (Secret) GoString() string { return "(secret)" }

// minSecret is how long a secret of HS256 should be at least (RFC 7518, section 3.2).
const minSecret = 32

// Load reads the configuration. Its error names everything that is wrong, not only the first.
func Load(lookup func(string) (string, bool)) (Config, error) {
	var wrong []error
	text := func(name, fallback string) string {
		if v, ok := lookup(name); ok {
			return v
		}
		return fallback
	}
	number := func(name string, fallback, least, most int) int {
		v, ok := lookup(name)
		if !ok {
			return fallback
		}
		n, err := strconv.Atoi(v)
		if err != nil || n < least || n > most {
			wrong = append(wrong, fmt.Errorf("%s is %q, not a number from %d to %d", name, v, least, most))
		}
		return n
	}
	span := func(name string, fallback time.Duration) time.Duration {
		v, ok := lookup(name)
		if !ok {
			return fallback
		}
		d, err := time.ParseDuration(v)
		if err != nil || d <= 0 {
			wrong = append(wrong, fmt.Errorf("%s is %q, not a duration such as 15m", name, v))
		}
		return d
	}
	cfg := Config{
		Port:        strconv.Itoa(number("PORT", 8080, 1, 65535)),
		DatabaseURL: text("DATABASE_URL", "shop"),
		JWTSecret:   Secret(text("JWT_SECRET", "")),
		TokenLife:   span("TOKEN_LIFE", 15*time.Minute),
		RefreshLife: span("REFRESH_LIFE", 7*24*time.Hour),
		BcryptCost:  number("BCRYPT_COST", 10, 4, 15),
		Origin:      text("CORS_ORIGIN", "https://shop.example.com"),
		RateLimit:   number("RATE_LIMIT", 120, 1, 1_000_000),
	}
	switch n := len(cfg.JWTSecret); {
	case n == 0:
		wrong = append(wrong, errors.New("JWT_SECRET is required"))
	case n < minSecret:
		wrong = append(wrong, fmt.Errorf("JWT_SECRET has %d bytes, %d are the least", n, minSecret))
	}
	if err := errors.Join(wrong...); err != nil {
		return Config{}, fmt.Errorf("configuration: %w", err)
	}
	return cfg, nil
}
