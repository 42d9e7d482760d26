// Package jwt makes and checks JSON web tokens: a subset of github.com/golang-jwt/jwt/v5.
package jwt

import (
	"crypto"
	"encoding/base64"
	"encoding/json"
	"sync"
)

// Keyfunc finds the key for a token whose signature was not looked at yet.
type Keyfunc func(*Token) (any, error)

// VerificationKey is a key that signatures are checked with.
type VerificationKey interface {
	crypto.PublicKey | []uint8
}

// VerificationKeySet is several keys, one of which must fit.
type VerificationKeySet struct {
	Keys []VerificationKey
}

// Token is a JSON web token. Raw, Signature and Valid are set by parsing.
type Token struct {
	Raw       string
	Method    SigningMethod
	Header    map[string]any
	Claims    Claims
	Signature []byte
	Valid     bool
}

// TokenOption is there for options to come.
type TokenOption func(*Token)

// New makes a token without claims.
func New(method SigningMethod, opts ...TokenOption) *Token {
	return NewWithClaims(method, MapClaims{}, opts...)
}

// NewWithClaims makes a token that is not signed yet.
func NewWithClaims(method SigningMethod, claims Claims, opts ...TokenOption) *Token {
	return &Token{
		Method: method,
		Header: map[string]any{"typ": "JWT", "alg": method.Alg()},
		Claims: claims,
	}
}

// SignedString returns the whole token.
func (t *Token) SignedString(key any) (string, error) {
	text, err := t.SigningString()
	if err != nil {
		return "", err
	}
	signature, err := t.Method.Sign(text, key)
	if err != nil {
		return "", err
	}
	t.Signature = signature
	return text + "." + t.EncodeSegment(signature), nil
}

// SigningString returns header and claims, which the signature is over.
func (t *Token) SigningString() (string, error) {
	header, err := json.Marshal(t.Header)
	if err != nil {
		return "", err
	}
	claims, err := json.Marshal(t.Claims)
	if err != nil {
		return "", err
	}
	return t.EncodeSegment(header) + "." + t.EncodeSegment(claims), nil
}

// EncodeSegment writes a part of a token in base64url without padding.
func (*Token) EncodeSegment(seg []byte) string {
	return base64.RawURLEncoding.EncodeToString(seg)
}

// SigningMethod signs, and checks signatures.
type SigningMethod interface {
	// Verify returns nil if it is the signature of the text.
	Verify(signingString string, sig []byte, key any) error
	// Sign returns a signature.
	Sign(signingString string, key any) ([]byte, error)
	// Alg is what a header calls it.
	Alg() string
}

var (
	known   = map[string]func() SigningMethod{}
	knownMu sync.RWMutex
)

// RegisterSigningMethod makes a method known by the name that a header has for it.
func RegisterSigningMethod(alg string, f func() SigningMethod) {
	knownMu.Lock()
	defer knownMu.Unlock()
	known[alg] = f
}

// GetSigningMethod returns the method of that name, or nil.
func GetSigningMethod(alg string) SigningMethod {
	knownMu.RLock()
	defer knownMu.RUnlock()
	if f, ok := known[alg]; ok {
		return f()
	}
	return nil
}

// GetAlgorithms returns the names of all methods, in no order.
func GetAlgorithms() (algs []string) {
	knownMu.RLock()
	defer knownMu.RUnlock()
	for alg := range known {
		algs = append(algs, alg)
	}
	return algs
}

func register[M SigningMethod](methods ...M) {
	for _, m := range methods {
		RegisterSigningMethod(m.Alg(), func() SigningMethod { return m })
	}
}
