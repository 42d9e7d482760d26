// Package strconv: numbers and literals to text and back.
package strconv

import "errors"

// IntSize is the size of an int in bits.
const IntSize = 64

// ErrRange says that a value does not fit.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a value is not written as it should be.
var ErrSyntax = errors.New("invalid syntax")

// NumError is what conversions fail with.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": " + "parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func Itoa(i int) string
func FormatInt(i int64, base int) string
func FormatUint(i uint64, base int) string
func FormatFloat(f float64, fmt byte, prec, bitSize int) string
func CanBackquote(s string) bool
func IsPrint(r rune) bool
func IsGraphic(r rune) bool
func parseInt(s string, base, bits int) (n int64, code int)
func parseUint(s string, base, bits int) (n uint64, code int)
func parseFloat(s string, bits int) (f float64, n, code int)
func quoteWith(s string, keep int) string
func quoteRuneWith(r rune, keep int) string
func unquotePrefix(s string) (value string, n int)
func unquoteChar(s string, quote byte) (value rune, multibyte bool, n int)

func numError(fn, s string, code, base, bits int) error {
	e := &NumError{Func: fn, Num: s}
	switch code {
	case 1:
		e.Err = ErrSyntax
	case 2:
		e.Err = ErrRange
	case 3:
		e.Err = errors.New("invalid base " + Itoa(base))
	default:
		e.Err = errors.New("invalid bit size " + Itoa(bits))
	}
	return e
}

func Atoi(s string) (int, error) {
	n, code := parseInt(s, 10, 0)
	if code != 0 {
		return int(n), numError("Atoi", s, code, 10, 0)
	}
	return int(n), nil
}

func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	n, code := parseInt(s, base, bitSize)
	if code != 0 {
		return n, numError("ParseInt", s, code, base, bitSize)
	}
	return n, nil
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, code := parseUint(s, base, bitSize)
	if code != 0 {
		return n, numError("ParseUint", s, code, base, bitSize)
	}
	return n, nil
}

func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, code := parseFloat(s, bitSize)
	if code == 0 && n != len(s) || code == 1 || n == 0 {
		return 0, numError("ParseFloat", s, 1, 0, 0)
	}
	if n != len(s) {
		return 0, numError("ParseFloat", s, 1, 0, 0)
	}
	if code != 0 {
		return f, numError("ParseFloat", s, code, 0, 0)
	}
	return f, nil
}

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, numError("ParseBool", str, 1, 0, 0)
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func Quote(s string) string            { return quoteWith(s, 0) }
func QuoteToASCII(s string) string     { return quoteWith(s, 1) }
func QuoteToGraphic(s string) string   { return quoteWith(s, 2) }
func QuoteRune(r rune) string          { return quoteRuneWith(r, 0) }
func QuoteRuneToASCII(r rune) string   { return quoteRuneWith(r, 1) }
func QuoteRuneToGraphic(r rune) string { return quoteRuneWith(r, 2) }

func Unquote(s string) (string, error) {
	value, n := unquotePrefix(s)
	if n != len(s) || n == 0 {
		return "", ErrSyntax
	}
	return value, nil
}

func QuotedPrefix(s string) (string, error) {
	_, n := unquotePrefix(s)
	if n <= 0 {
		return "", ErrSyntax
	}
	return s[:n], nil
}

func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	value, multibyte, n := unquoteChar(s, quote)
	if n < 0 {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s[n:], nil
}

func AppendInt(dst []byte, i int64, base int) []byte { return append(dst, FormatInt(i, base)...) }

func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

func AppendQuote(dst []byte, s string) []byte { return append(dst, Quote(s)...) }

func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }

func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }

func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }

func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }

func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	re := FormatFloat(real(c), fmt, prec, bitSize/2)
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + re + im + "i)"
}

func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	orig := s
	if l := len(s); l >= 2 && s[0] == '(' && s[l-1] == ')' {
		s = s[1 : l-1]
	}
	syntax := numError("ParseComplex", orig, 1, 0, 0)
	var pending error
	re, n, code := parseFloat(s, size)
	if code == 1 || n == 0 {
		return 0, syntax
	}
	if code == 2 {
		pending = numError("ParseComplex", orig, 2, 0, 0)
	}
	s = s[n:]
	if len(s) == 0 {
		return complex(re, 0), pending
	}
	switch s[0] {
	case '+':
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	case 'i':
		if len(s) == 1 {
			return complex(0, re), pending
		}
		return 0, syntax
	default:
		return 0, syntax
	}
	im, n, code := parseFloat(s, size)
	if code == 1 || n == 0 || s[n:] != "i" {
		return 0, syntax
	}
	if code == 2 {
		pending = numError("ParseComplex", orig, 2, 0, 0)
	}
	return complex(re, im), pending
}
