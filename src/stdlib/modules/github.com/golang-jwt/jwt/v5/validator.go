package jwt

import (
	"slices"
	"time"
)

// ClaimsValidator are claims that have something to check themselves.
type ClaimsValidator interface {
	Claims
	Validate() error
}

// Validator checks claims, not signatures.
type Validator struct {
	leeway      time.Duration
	now         func() time.Time
	needsExpiry bool
	needsStart  bool
	issuedAt    bool
	audience    []string
	all         bool
	issuer      string
	subject     string
}

// NewValidator makes a validator for claims that were read already.
func NewValidator(opts ...ParserOption) *Validator {
	return NewParser(opts...).validator
}

// Validate returns an error for each claim that does not fit, all in one.
func (v *Validator) Validate(claims Claims) error {
	now := time.Now()
	if v.now != nil {
		now = v.now()
	}
	var errs []error
	check := func(err error) {
		if err != nil {
			errs = append(errs, err)
		}
	}
	check(onDate(claims.GetExpirationTime, "exp", v.needsExpiry, ErrTokenExpired, func(exp time.Time) bool {
		return now.Before(exp.Add(v.leeway))
	}))
	reached := func(t time.Time) bool { return !now.Before(t.Add(-v.leeway)) }
	check(onDate(claims.GetNotBefore, "nbf", v.needsStart, ErrTokenNotValidYet, reached))
	if v.issuedAt {
		check(onDate(claims.GetIssuedAt, "iat", false, ErrTokenUsedBeforeIssued, reached))
	}
	if len(v.audience) > 0 {
		check(v.onAudience(claims))
	}
	if v.issuer != "" {
		check(onText(claims.GetIssuer, "iss", v.issuer, ErrTokenInvalidIssuer))
	}
	if v.subject != "" {
		check(onText(claims.GetSubject, "sub", v.subject, ErrTokenInvalidSubject))
	}
	if own, ok := claims.(ClaimsValidator); ok {
		check(own.Validate())
	}
	if len(errs) == 0 {
		return nil
	}
	return &joinedError{errs}
}

func missing(claim string) error {
	return fault(ErrTokenRequiredClaimMissing, claim+" claim is required")
}

func onDate(get func() (*NumericDate, error), claim string, required bool, otherwise error, fits func(time.Time) bool) error {
	date, err := get()
	if err != nil {
		return err
	}
	if date == nil {
		if required {
			return missing(claim)
		}
		return nil
	}
	if !fits(date.Time) {
		return otherwise
	}
	return nil
}

func onText(get func() (string, error), claim, want string, otherwise error) error {
	text, err := get()
	switch {
	case err != nil:
		return err
	case text == "":
		return missing(claim)
	case text != want:
		return otherwise
	}
	return nil
}

func (v *Validator) onAudience(claims Claims) error {
	audience, err := claims.GetAudience()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(audience, func(one string) bool { return one != "" }) {
		return missing("aud")
	}
	count := 0
	for _, want := range v.audience {
		if slices.Contains(audience, want) {
			count++
		}
	}
	if count == 0 || v.all && count < len(v.audience) {
		return ErrTokenInvalidAudience
	}
	return nil
}
