// Package subtle: comparisons whose number of steps does not depend on what is compared.
package subtle

func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	var v byte
	for i := range x {
		v |= x[i] ^ y[i]
	}
	return ConstantTimeByteEq(v, 0)
}

func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	xmask, ymask := byte(v-1), byte(^(v - 1))
	for i := range x {
		x[i] = x[i]&xmask | y[i]&ymask
	}
}

func ConstantTimeLessOrEq(x, y int) int {
	x32, y32 := int32(x), int32(y)
	return int(((x32 - y32 - 1) >> 31) & 1)
}

func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n == 0 {
		return 0
	}
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	for i := range n {
		dst[i] = x[i] ^ y[i]
	}
	return n
}

func WithDataIndependentTiming(f func()) { f() }
