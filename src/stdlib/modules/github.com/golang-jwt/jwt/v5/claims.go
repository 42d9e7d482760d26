package jwt

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"
)

// Claims are what a token says; the validator asks for those that RFC 7519 registers.
type Claims interface {
	GetExpirationTime() (*NumericDate, error)
	GetIssuedAt() (*NumericDate, error)
	GetNotBefore() (*NumericDate, error)
	GetIssuer() (string, error)
	GetSubject() (string, error)
	GetAudience() (ClaimStrings, error)
}

// RegisteredClaims are the claims that RFC 7519 registers, for embedding in a struct with those of one's own.
type RegisteredClaims struct {
	Issuer    string       `json:"iss,omitempty"`
	Subject   string       `json:"sub,omitempty"`
	Audience  ClaimStrings `json:"aud,omitempty"`
	ExpiresAt *NumericDate `json:"exp,omitempty"`
	NotBefore *NumericDate `json:"nbf,omitempty"`
	IssuedAt  *NumericDate `json:"iat,omitempty"`
	ID        string       `json:"jti,omitempty"`
}

func (c RegisteredClaims) GetExpirationTime() (*NumericDate, error) { return c.ExpiresAt, nil }
func (c RegisteredClaims) GetNotBefore() (*NumericDate, error)      { return c.NotBefore, nil }
func (c RegisteredClaims) GetIssuedAt() (*NumericDate, error)       { return c.IssuedAt, nil }
func (c RegisteredClaims) GetAudience() (ClaimStrings, error)       { return c.Audience, nil }
func (c RegisteredClaims) GetIssuer() (string, error)               { return c.Issuer, nil }
func (c RegisteredClaims) GetSubject() (string, error)              { return c.Subject, nil }

// MapClaims are claims as JSON has them: numbers are float64.
type MapClaims map[string]any

func (m MapClaims) GetExpirationTime() (*NumericDate, error) { return m.date("exp") }
func (m MapClaims) GetNotBefore() (*NumericDate, error)      { return m.date("nbf") }
func (m MapClaims) GetIssuedAt() (*NumericDate, error)       { return m.date("iat") }
func (m MapClaims) GetAudience() (ClaimStrings, error)       { return m.list("aud") }
func (m MapClaims) GetIssuer() (string, error)               { return m.text("iss") }
func (m MapClaims) GetSubject() (string, error)              { return m.text("sub") }

func invalid(key string) error { return fault(ErrInvalidType, key+" is invalid") }

// A date of zero counts as none.
func (m MapClaims) date(key string) (*NumericDate, error) {
	value, ok := m[key]
	if !ok {
		return nil, nil
	}
	switch value := value.(type) {
	case float64:
		if value == 0 {
			return nil, nil
		}
		return dateOf(value), nil
	case json.Number:
		seconds, _ := value.Float64()
		return dateOf(seconds), nil
	}
	return nil, invalid(key)
}

func (m MapClaims) list(key string) (ClaimStrings, error) {
	switch value := m[key].(type) {
	case string:
		return ClaimStrings{value}, nil
	case []string:
		return value, nil
	case []any:
		var list ClaimStrings
		for _, one := range value {
			text, ok := one.(string)
			if !ok {
				return nil, invalid(key)
			}
			list = append(list, text)
		}
		return list, nil
	}
	return nil, nil
}

func (m MapClaims) text(key string) (string, error) {
	value, ok := m[key]
	if !ok {
		return "", nil
	}
	text, ok := value.(string)
	if !ok {
		return "", invalid(key)
	}
	return text, nil
}

// TimePrecision is what dates are cut to.
var TimePrecision = time.Second

// MarshalSingleStringAsArray says whether a single audience is written as a list.
var MarshalSingleStringAsArray = true

// NumericDate is a time that JSON has as seconds since 1970.
type NumericDate struct {
	time.Time
}

// NewNumericDate returns a time, cut to TimePrecision.
func NewNumericDate(t time.Time) *NumericDate {
	return &NumericDate{t.Truncate(TimePrecision)}
}

func dateOf(seconds float64) *NumericDate {
	whole, part := math.Modf(seconds)
	return NewNumericDate(time.Unix(int64(whole), int64(part*1e9)))
}

func (date NumericDate) MarshalJSON() ([]byte, error) {
	digits := 0
	if TimePrecision < time.Second {
		digits = int(math.Log10(float64(time.Second) / float64(TimePrecision)))
	}
	t := date.Truncate(TimePrecision)
	part := strconv.FormatFloat(float64(t.Nanosecond())/1e9, 'f', digits, 64)
	// Without the 0 before the point.
	return append(strconv.AppendInt(nil, t.Unix(), 10), part[1:]...), nil
}

func (date *NumericDate) UnmarshalJSON(b []byte) error {
	var number json.Number
	if err := json.Unmarshal(b, &number); err != nil {
		return fmt.Errorf("could not parse NumericData: %w", err)
	}
	seconds, err := number.Float64()
	if err != nil {
		return fmt.Errorf("could not convert json number value to float: %w", err)
	}
	*date = *dateOf(seconds)
	return nil
}

// ClaimStrings are several strings, which JSON may also have as a single one.
type ClaimStrings []string

func (s *ClaimStrings) UnmarshalJSON(data []byte) error {
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	switch value := value.(type) {
	case nil:
	case string:
		*s = ClaimStrings{value}
	case []any:
		var list ClaimStrings
		for _, one := range value {
			text, ok := one.(string)
			if !ok {
				return ErrInvalidType
			}
			list = append(list, text)
		}
		*s = list
	default:
		return ErrInvalidType
	}
	return nil
}

func (s ClaimStrings) MarshalJSON() ([]byte, error) {
	if len(s) == 1 && !MarshalSingleStringAsArray {
		return json.Marshal(s[0])
	}
	return json.Marshal([]string(s))
}
