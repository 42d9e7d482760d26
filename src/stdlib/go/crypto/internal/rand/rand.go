// Package rand: where randomness for cryptography comes from: the schedule's seed, like all of it here.
package rand

import (
	"crypto/internal/fips140/drbg"
	"io"
)

// An alias, so that the field is not exported.
type defaultReader = drbg.DefaultReader

type reader struct{ defaultReader }

func (reader) Read(b []byte) (n int, err error) {
	drbg.Read(b)
	return len(b), nil
}

var Reader io.Reader = reader{}

func SetTestingReader(r io.Reader) { drbg.SetTestingReader(r) }

func IsDefaultReader(r io.Reader) bool { return drbg.IsDefaultReader(r) }

// CustomReader is what stands for a reader that a program gives: Go does not ask that any more.
func CustomReader(io.Reader) io.Reader { return Reader }
