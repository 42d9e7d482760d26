// Package rand: as random as the schedule's seed, so that a run can be repeated. Not for secrets.
package rand

import (
	"crypto/internal/rand"
	"io"
)

var Reader io.Reader = rand.Reader

func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		panic("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}
