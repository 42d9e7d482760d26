// Package rand: where randomness for cryptography comes from: the schedule's seed, like all of it here.
package rand

import "io"

func CustomReader(r io.Reader) io.Reader { return r }
