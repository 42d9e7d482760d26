// Package subtle: what crypto/subtle has, for the packages below it.
package subtle

import "crypto/subtle"

func XORBytes(dst, x, y []byte) int       { return subtle.XORBytes(dst, x, y) }
func ConstantTimeCompare(x, y []byte) int { return subtle.ConstantTimeCompare(x, y) }
func ConstantTimeCopy(v int, x, y []byte) { subtle.ConstantTimeCopy(v, x, y) }

// ConstantTimeLessOrEqBytes compares numbers of the same length, the highest byte first: 1 if x is not larger.
func ConstantTimeLessOrEqBytes(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	borrow := 0
	for i := len(x) - 1; i >= 0; i-- {
		borrow = (int(y[i]) - int(x[i]) - borrow) >> 8 & 1
	}
	return 1 - borrow
}
