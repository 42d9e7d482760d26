// Package rand: as random as the schedule's seed, so that a run can be repeated. Not for secrets.
package rand

import (
	"io"
	"math/rand/v2"
)

type reader struct{}

func (reader) Read(b []byte) (n int, err error) {
	for i := range b {
		b[i] = byte(rand.Uint32())
	}
	return len(b), nil
}

var Reader io.Reader = reader{}

func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		panic("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}
