package main

import (
	"fmt"
	"math"
)

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)
const (
	a, b = iota, -iota
	c, d
	_, _
	e, f
)

type Day uint8

const (
	Mon Day = iota + 1
	Tue
	Wed
)

func (d Day) String() string { return [...]string{"?", "Mon", "Tue", "Wed"}[d] }

type Bits uint8

const (
	F0 Bits = 1 << iota
	F1
	F2
)

func main() {
	fmt.Println(KB, MB, GB, a, b, c, d, e, f)
	fmt.Printf("%v %d %s %x %T %03d|%5v|%-5v|\n", Tue, Tue, Wed, Mon, Mon, Tue, Tue, Tue)
	x := F0 | F2
	x &^= F0
	fmt.Printf("%08b %v %#x\n", x, x&F2 != 0, F0|F1|F2)
	var i8 int8 = 127
	i8++
	var u8 uint8
	u8--
	var i16 int16 = math.MaxInt16
	i16 += 2
	var u16 uint16 = 65535
	u16 *= u16
	var i32 int32 = math.MinInt32
	i32 = -i32
	var u32 uint32 = 1 << 31
	u32 <<= 1
	var i64 int64 = math.MaxInt64
	i64++
	var u64 uint64
	u64 -= 1
	fmt.Println(i8, u8, i16, u16, i32, u32, i64, u64, i64/-1, -i64)
	n := 70
	m := int8(-128)
	fmt.Println(1<<n == 0, int8(1)<<6, -5>>1, -5/2, -5%3, 5%-3, uint8(200)>>1, int32(-1)>>n, m/-1, m*m, m>>1, uint32(1)<<31>>31)
	fmt.Println(^5, ^uint8(5), 6&^3, 6^3, -7&3, +7)
	fl := 1e100
	fmt.Println(float32(0.1), 0.1+0.2, fl, 1e20, 1e21, 1e-5, 123456789.0, float32(16777217), 100000000.0, 2.5e-8)
	fmt.Println(math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), -0.0, 5.0/3, float32(5.0)/3)
	fmt.Printf("%6.2f|%-8.3f|%+.1e|%g|%G|%08.3f|% .3f|%x|%b\n", 3.14159, 2.5, 12345.678, 1e-7, 1e-10, -3.14159, 2.0, 1.5, 1.0)
	fmt.Printf("%v %.3v %10.4v|%e %t %q %U %#U %c\n", 1.0, 3.14159, 2.71828, 0.0, true, 'x', 0x1F600, 0x1F600, 0x4E16)
	z := complex(3, -4)
	w := 2i
	fmt.Println(z*w, z/w, real(z), imag(z), z == complex(3, -4), -z, z+1, complex64(z))
	fmt.Printf("%v %.1f %8.2f %g %T %T\n", z, z, z, w, z, complex64(z))
	fmt.Println(int(-fl/4e99), int64(fl/3e99), uint8(int(300)&0xff), int8(u16), int32(i64+5), uint16(i32>>3))
	var f32 float32 = 16777216
	fmt.Println(f32+1 == f32, float64(f32)+1, math.MaxUint32, uint64(math.MaxUint64), math.Pi)
	fmt.Printf("%d %b %o %#o %x %X %#x %+d % d %5d|%-5d|%05d\n", 42, 42, 42, 42, 255, 255, 255, 42, 42, 42, 42, -42)
	fmt.Println('a', 'a'+1, string(rune('a'+1)), "s"[0], len("héllo"), 7/2*2.0, 1/2.0, 'x'/2)
	const big = 1 << 100
	fmt.Println(big>>98, big/(1<<90), float64(big))
	var sh uint = 3
	var s1 int64 = 1 << sh
	fmt.Println(s1, uint8(1)<<sh<<sh, 1.0*float64(int(1)<<sh))
	fmt.Println(math.MaxInt8, math.MinInt64, math.SmallestNonzeroFloat64, math.MaxFloat32)
	fmt.Println(min(3, 1, 2), max(2.5, 1), min("b", "a"), max(math.NaN(), 1))
}
