package jwt

import (
	"errors"
	"fmt"
	"strings"
)

var (
	ErrInvalidKey      = errors.New("key is invalid")
	ErrInvalidKeyType  = errors.New("key is of invalid type")
	ErrHashUnavailable = errors.New("the requested hash function is unavailable")

	ErrTokenMalformed            = errors.New("token is malformed")
	ErrTokenUnverifiable         = errors.New("token is unverifiable")
	ErrTokenSignatureInvalid     = errors.New("token signature is invalid")
	ErrTokenRequiredClaimMissing = errors.New("token is missing required claim")
	ErrTokenInvalidAudience      = errors.New("token has invalid audience")
	ErrTokenExpired              = errors.New("token is expired")
	ErrTokenUsedBeforeIssued     = errors.New("token used before issued")
	ErrTokenInvalidIssuer        = errors.New("token has invalid issuer")
	ErrTokenInvalidSubject       = errors.New("token has invalid subject")
	ErrTokenNotValidYet          = errors.New("token is not valid yet")
	ErrTokenInvalidId            = errors.New("token has invalid id")
	ErrTokenInvalidClaims        = errors.New("token has invalid claims")
	ErrInvalidType               = errors.New("invalid type for claim")
)

// An error of a kind, with what is to say about it and what led to it.
func fault(kind error, about string, causes ...error) error {
	format, args := "%w", []any{kind}
	if about != "" {
		format, args = "%w: %s", append(args, about)
	}
	for _, cause := range causes {
		format, args = format+": %w", append(args, cause)
	}
	return fmt.Errorf(format, args...)
}

// Several errors about the claims, in one line.
type joinedError struct {
	errs []error
}

func (e joinedError) Error() string {
	texts := make([]string, len(e.errs))
	for i, err := range e.errs {
		texts[i] = err.Error()
	}
	return strings.Join(texts, ", ")
}

func (e joinedError) Unwrap() []error { return e.errs }
