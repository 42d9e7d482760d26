// Package bytealg: searching, for Go's own packages; ours is done by strings and bytes.
package bytealg

import (
	"bytes"
	"strings"
)

const (
	MaxBruteForce = 64
	PrimeRK       = 16777619
)

var MaxLen = 1 << 30

func Cutover(n int) int                              { return (n + 16) / 8 }
func Index(a, b []byte) int                          { return bytes.Index(a, b) }
func IndexByte(b []byte, c byte) int                 { return bytes.IndexByte(b, c) }
func IndexByteString(s string, c byte) int           { return strings.IndexByte(s, c) }
func IndexString(a, b string) int                    { return strings.Index(a, b) }
func LastIndexByte(b []byte, c byte) int             { return bytes.LastIndexByte(b, c) }
func LastIndexByteString(s string, c byte) int       { return strings.LastIndexByte(s, c) }
func Count(b []byte, c byte) int                     { return bytes.Count(b, []byte{c}) }
func CountString(s string, c byte) int               { return strings.Count(s, string(rune(c))) }
func Compare(a, b []byte) int                        { return bytes.Compare(a, b) }
func CompareString(a, b string) int                  { return strings.Compare(a, b) }
func Equal(a, b []byte) bool                         { return bytes.Equal(a, b) }
func MakeNoZero(n int) []byte                        { return make([]byte, n) }
func IndexRabinKarp[T string | []byte](s, sep T) int { return strings.Index(string(s), string(sep)) }
func LastIndexRabinKarp[T string | []byte](s, sep T) int {
	return strings.LastIndex(string(s), string(sep))
}
