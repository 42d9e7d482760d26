package main

import (
	"fmt"
)

func main() {
	a, b := 17, -5
	fmt.Println(a+b, a-b, a*b, a/b, a%b, -a/b, -a%b, a&b, a|b, a^b, a&^b, ^a)
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = 127
	i8++
	var u16 uint16 = 1
	u16 -= 2
	var i32 int32 = 1 << 30
	i32 *= 4
	var u32 uint32 = 1<<32 - 1
	u32++
	var u64 uint64 = 1<<64 - 1
	u64 += 2
	fmt.Println(u8, i8, u16, i32, u32, u64)
	var i64 int64 = -1 << 63
	fmt.Println(-i64, i64/-1, i64%-1)
	for s := uint(0); s < 70; s += 13 {
		fmt.Print(1<<s, " ", -1>>s, " ", uint32(1)<<s, " ", int8(-128)>>s, ";")
	}
	fmt.Println()
	f := 1.5
	f *= 2
	f /= 4
	f -= 0.25
	fmt.Println(f, float32(0.1), float32(f)/3, 1/3.0)
	var x float32 = 16777216
	fmt.Println(x+1 == x, int(f*2.9), int(-f*2.9))
	n := 300.7
	fmt.Println(uint8(int(n)), int32(n), int64(n*1e9))
	c := complex(1, 2)
	c = c*c + 1
	fmt.Println(c, real(c), imag(c), c == complex(-2, 4), c/complex(0, 1))
	const big = 1 << 100
	fmt.Println(big>>98, 'a'+1, "s"+"t", len("héllo"))
}
