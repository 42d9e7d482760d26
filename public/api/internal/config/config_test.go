package config

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func from(env map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		v, ok := env[name]
		return v, ok
	}
}

const secret = "0123456789abcdef0123456789abcdef"

func TestDefaults(t *testing.T) {
	cfg, err := Load(from(map[string]string{"JWT_SECRET": secret}))
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Port != "8080" || cfg.TokenLife != 15*time.Minute || cfg.BcryptCost != 10 {
		t.Errorf("got %+v", cfg)
	}
}

func TestSecretIsRequired(t *testing.T) {
	for _, s := range []string{"", "short"} {
		if _, err := Load(from(map[string]string{"JWT_SECRET": s})); err == nil {
			t.Errorf("a server starts with the secret %q", s)
		}
	}
}

func TestAllMistakesAreNamed(t *testing.T) {
	_, err := Load(from(map[string]string{"PORT": "http", "TOKEN_LIFE": "15", "BCRYPT_COST": "99"}))
	if err == nil {
		t.Fatal("no error")
	}
	for _, name := range []string{"PORT", "TOKEN_LIFE", "BCRYPT_COST", "JWT_SECRET"} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not named in %q", name, err)
		}
	}
}

func TestSecretIsNotPrinted(t *testing.T) {
	cfg, err := Load(from(map[string]string{"JWT_SECRET": secret}))
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(verb, cfg); strings.Contains(s, secret) {
			t.Errorf("%s prints the secret: %s", verb, s)
		}
	}
}
