package main

import (
	"fmt"
)

func sha(msg []byte) [20]byte {
	h := [5]uint32{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}
	l := uint64(len(msg)) * 8
	msg = append(msg, 0x80)
	for len(msg)%64 != 56 {
		msg = append(msg, 0)
	}
	for i := 7; i >= 0; i-- {
		msg = append(msg, byte(l>>(8*uint(i))))
	}
	for ; len(msg) > 0; msg = msg[64:] {
		var w [80]uint32
		for i := 0; i < 16; i++ {
			w[i] = uint32(msg[4*i])<<24 | uint32(msg[4*i+1])<<16 | uint32(msg[4*i+2])<<8 | uint32(msg[4*i+3])
		}
		for i := 16; i < 80; i++ {
			x := w[i-3] ^ w[i-8] ^ w[i-14] ^ w[i-16]
			w[i] = x<<1 | x>>31
		}
		a, b, c, d, e := h[0], h[1], h[2], h[3], h[4]
		for i, x := range w {
			var f, k uint32
			switch {
			case i < 20:
				f, k = b&c|^b&d, 0x5A827999
			case i < 40:
				f, k = b^c^d, 0x6ED9EBA1
			case i < 60:
				f, k = b&c|b&d|c&d, 0x8F1BBCDC
			default:
				f, k = b^c^d, 0xCA62C1D6
			}
			t := (a<<5 | a>>27) + f + e + k + x
			a, b, c, d, e = t, a, b<<30|b>>2, c, d
		}
		h[0] += a
		h[1] += b
		h[2] += c
		h[3] += d
		h[4] += e
	}
	var out [20]byte
	for i, v := range h {
		for j := 0; j < 4; j++ {
			out[4*i+j] = byte(v >> (24 - 8*uint(j)))
		}
	}
	return out
}

func crc(s string) uint32 {
	c := ^uint32(0)
	for i := 0; i < len(s); i++ {
		c ^= uint32(s[i])
		for k := 0; k < 8; k++ {
			if c&1 != 0 {
				c = c>>1 ^ 0xEDB88320
			} else {
				c >>= 1
			}
		}
	}
	return ^c
}

type rng struct{ s [4]uint64 }

func (r *rng) next() uint64 {
	rot := func(x uint64, k uint) uint64 { return x<<k | x>>(64-k) }
	out := rot(r.s[1]*5, 7) * 9
	t := r.s[1] << 17
	r.s[2] ^= r.s[0]
	r.s[3] ^= r.s[1]
	r.s[1] ^= r.s[2]
	r.s[0] ^= r.s[3]
	r.s[2] ^= t
	r.s[3] = rot(r.s[3], 45)
	return out
}

func main() {
	fmt.Printf("%x\n", sha([]byte("abc")))
	fmt.Printf("%x\n", sha([]byte("The quick brown fox jumps over the lazy dog, again and again and again.")))
	fmt.Printf("%08x\n", crc("123456789"))
	r := rng{[4]uint64{1, 2, 3, 4}}
	for i := 0; i < 3; i++ {
		fmt.Print(r.next(), " ")
	}
	fmt.Println()
	var grid [9][9]int8
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = int8((i*3+i/3+j)%9 + 1)
		}
	}
	ok := true
	for i := 0; i < 9; i++ {
		var row, col uint16
		for j := 0; j < 9; j++ {
			row |= 1 << uint(grid[i][j])
			col |= 1 << uint(grid[j][i])
		}
		ok = ok && row == 0x3FE && col == 0x3FE
	}
	fmt.Println(ok, grid[4])
	digits := []int{1}
	for n := 2; n <= 30; n++ {
		carry := 0
		for i := range digits {
			v := digits[i]*n + carry
			digits[i], carry = v%10, v/10
		}
		for ; carry > 0; carry /= 10 {
			digits = append(digits, carry%10)
		}
	}
	for i := len(digits) - 1; i >= 0; i-- {
		fmt.Print(digits[i])
	}
	fmt.Println()
}
