// Package subtle: what crypto/subtle has, for the packages below it.
package subtle

import "crypto/subtle"

func XORBytes(dst, x, y []byte) int       { return subtle.XORBytes(dst, x, y) }
func ConstantTimeCompare(x, y []byte) int { return subtle.ConstantTimeCompare(x, y) }
