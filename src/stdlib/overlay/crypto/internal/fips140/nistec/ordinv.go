package nistec

import "math/bits"

// The order of the group, the lowest word first, and what times its lowest word is -1.
var p256Order = [4]uint64{0xf3b9cac2fc632551, 0xbce6faada7179e84, 0xffffffffffffffff, 0xffffffff00000000}

const p256OrderInverse = 0xccd1c8aaee00bc4f

// p256OrdMul multiplies two numbers in the Montgomery domain, word by word.
func p256OrdMul(out, x, y *p256OrdMontElement) {
	var sum [6]uint64
	addMul := func(by uint64, words *[4]uint64) {
		var carry, c uint64
		for i, word := range words {
			hi, lo := bits.Mul64(by, word)
			lo, c = bits.Add64(lo, carry, 0)
			hi += c
			sum[i], c = bits.Add64(sum[i], lo, 0)
			carry = hi + c
		}
		sum[4], c = bits.Add64(sum[4], carry, 0)
		sum[5] += c
	}
	for _, word := range x {
		addMul(word, (*[4]uint64)(y))
		addMul(sum[0]*p256OrderInverse, &p256Order)
		copy(sum[:], sum[1:])
		sum[5] = 0
	}
	var less [4]uint64
	var borrow uint64
	for i := range less {
		less[i], borrow = bits.Sub64(sum[i], p256Order[i], borrow)
	}
	if borrow <= sum[4] {
		*out = less
	} else {
		*out = p256OrdMontElement(sum[:4])
	}
}

// p256OrdSqr squares a number n times.
func p256OrdSqr(out, x *p256OrdMontElement, n int) {
	p256OrdMul(out, x, x)
	for range n - 1 {
		p256OrdMul(out, out, out)
	}
}

// Two to the 512th, which takes a number to the Montgomery domain.
var p256OrderSquare = p256OrdMontElement{0x83244c95be79eea2, 0x4699799c49bd6fa6, 0x2845b2392b6bec59, 0x66e12d94f3d95620}

func p256OrdToMontgomery(out *p256OrdMontElement, x *p256OrdElement) {
	p256OrdMul(out, (*p256OrdMontElement)(x), &p256OrderSquare)
}

func p256OrdFromMontgomery(out *p256OrdElement, x *p256OrdMontElement) {
	p256OrdMul((*p256OrdMontElement)(out), x, &p256OrdMontElement{1})
}
