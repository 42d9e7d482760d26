package jwt

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Parser reads and checks tokens.
type Parser struct {
	methods   []string
	numbers   bool
	unchecked bool
	strict    bool
	padding   bool
	validator *Validator
}

// ParserOption changes what a parser does.
type ParserOption func(*Parser)

// NewParser makes a parser.
func NewParser(options ...ParserOption) *Parser {
	p := &Parser{validator: &Validator{}}
	for _, option := range options {
		option(p)
	}
	return p
}

// Parse reads and checks a token whose claims become MapClaims.
func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return NewParser(options...).Parse(tokenString, keyFunc)
}

// ParseWithClaims reads and checks a token whose claims go into a value of the caller's, a pointer.
func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return NewParser(options...).ParseWithClaims(tokenString, claims, keyFunc)
}

// Parse reads and checks a token whose claims become MapClaims.
func (p *Parser) Parse(tokenString string, keyFunc Keyfunc) (*Token, error) {
	return p.ParseWithClaims(tokenString, MapClaims{}, keyFunc)
}

// ParseWithClaims reads and checks a token whose claims go into a value of the caller's. Claims are checked after the signature.
func (p *Parser) ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc) (*Token, error) {
	token, parts, err := p.ParseUnverified(tokenString, claims)
	if err != nil {
		return token, err
	}
	if alg := token.Method.Alg(); p.methods != nil && !slices.Contains(p.methods, alg) {
		return token, fault(ErrTokenSignatureInvalid, fmt.Sprintf("signing method %v is invalid", alg))
	}
	if token.Signature, err = p.DecodeSegment(parts[2]); err != nil {
		return token, fault(ErrTokenMalformed, "could not base64 decode signature", err)
	}
	if keyFunc == nil {
		return token, fault(ErrTokenUnverifiable, "no keyfunc was provided")
	}
	key, err := keyFunc(token)
	if err != nil {
		return token, fault(ErrTokenUnverifiable, "error while executing keyfunc", err)
	}
	text := parts[0] + "." + parts[1]
	if set, ok := key.(VerificationKeySet); ok {
		if len(set.Keys) == 0 {
			return token, fault(ErrTokenUnverifiable, "keyfunc returned empty verification key set")
		}
		for _, key := range set.Keys {
			if err = token.Method.Verify(text, token.Signature, key); err == nil {
				break
			}
		}
	} else {
		err = token.Method.Verify(text, token.Signature, key)
	}
	if err != nil {
		return token, fault(ErrTokenSignatureInvalid, "", err)
	}
	if !p.unchecked {
		if p.validator == nil {
			p.validator = NewValidator()
		}
		if err := p.validator.Validate(claims); err != nil {
			return token, fault(ErrTokenInvalidClaims, "", err)
		}
	}
	token.Valid = true
	return token, nil
}

// ParseUnverified reads a token and checks nothing: anybody could have written what it says.
func (p *Parser) ParseUnverified(tokenString string, claims Claims) (token *Token, parts []string, err error) {
	if strings.Count(tokenString, ".") != 2 {
		return nil, nil, fault(ErrTokenMalformed, "token contains an invalid number of segments")
	}
	parts = strings.Split(tokenString, ".")
	token = &Token{Raw: tokenString}
	malformed := func(what string, err error) (*Token, []string, error) {
		return token, parts, fault(ErrTokenMalformed, what, err)
	}
	header, err := p.DecodeSegment(parts[0])
	if err != nil {
		return malformed("could not base64 decode header", err)
	}
	if err := json.Unmarshal(header, &token.Header); err != nil {
		return malformed("could not JSON decode header", err)
	}
	token.Claims = claims
	data, err := p.DecodeSegment(parts[1])
	if err != nil {
		return malformed("could not base64 decode claim", err)
	}
	// A map is filled itself, anything else through the interface.
	var into any = &claims
	if m, ok := claims.(MapClaims); ok {
		into = &m
	}
	if p.numbers {
		d := json.NewDecoder(bytes.NewReader(data))
		d.UseNumber()
		err = d.Decode(into)
	} else {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		return malformed("could not JSON decode claim", err)
	}
	alg, ok := token.Header["alg"].(string)
	if !ok {
		return token, parts, fault(ErrTokenUnverifiable, "signing method (alg) is unspecified")
	}
	if token.Method = GetSigningMethod(alg); token.Method == nil {
		return token, parts, fault(ErrTokenUnverifiable, "signing method (alg) is unavailable")
	}
	return token, parts, nil
}

// DecodeSegment reads a part of a token, in base64url.
func (p *Parser) DecodeSegment(seg string) ([]byte, error) {
	encoding := base64.RawURLEncoding
	if p.padding {
		encoding = base64.URLEncoding
		if over := len(seg) % 4; over > 0 {
			seg += strings.Repeat("=", 4-over)
		}
	}
	if p.strict {
		encoding = encoding.Strict()
	}
	return encoding.DecodeString(seg)
}

// WithValidMethods lets only tokens pass whose header names one of these methods. It should always be given.
func WithValidMethods(methods []string) ParserOption {
	return func(p *Parser) { p.methods = methods }
}

// WithJSONNumber makes the numbers of MapClaims json.Number.
func WithJSONNumber() ParserOption {
	return func(p *Parser) { p.numbers = true }
}

// WithoutClaimsValidation lets expired tokens pass, and all others whose claims do not fit.
func WithoutClaimsValidation() ParserOption {
	return func(p *Parser) { p.unchecked = true }
}

// WithLeeway allows for clocks that differ by so much.
func WithLeeway(leeway time.Duration) ParserOption {
	return func(p *Parser) { p.validator.leeway = leeway }
}

// WithTimeFunc replaces time.Now.
func WithTimeFunc(f func() time.Time) ParserOption {
	return func(p *Parser) { p.validator.now = f }
}

// WithIssuedAt refuses tokens that were issued in the future.
func WithIssuedAt() ParserOption {
	return func(p *Parser) { p.validator.issuedAt = true }
}

// WithExpirationRequired refuses tokens that never expire. It should always be given.
func WithExpirationRequired() ParserOption {
	return func(p *Parser) { p.validator.needsExpiry = true }
}

// WithNotBeforeRequired refuses tokens that do not say from when on they are valid.
func WithNotBeforeRequired() ParserOption {
	return func(p *Parser) { p.validator.needsStart = true }
}

// WithAudience lets tokens pass that are for one of these.
func WithAudience(aud ...string) ParserOption {
	return func(p *Parser) { p.validator.audience = aud }
}

// WithAllAudiences lets tokens pass that are for all of these.
func WithAllAudiences(aud ...string) ParserOption {
	return func(p *Parser) { p.validator.audience, p.validator.all = aud, true }
}

// WithIssuer lets tokens of this issuer pass.
func WithIssuer(iss string) ParserOption {
	return func(p *Parser) { p.validator.issuer = iss }
}

// WithSubject lets tokens about this subject pass.
func WithSubject(sub string) ParserOption {
	return func(p *Parser) { p.validator.subject = sub }
}

// WithPaddingAllowed reads base64 with padding, too.
func WithPaddingAllowed() ParserOption {
	return func(p *Parser) { p.padding = true }
}

// WithStrictDecoding refuses base64 whose last bits are not zero.
func WithStrictDecoding() ParserOption {
	return func(p *Parser) { p.strict = true }
}
