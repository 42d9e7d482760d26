package main

import (
	"fmt"
	"math"
)

const (
	A = iota
	B
	_
	D
	E, F = iota, iota * 10
	G, H
)
const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

type Flags uint8

const (
	F1 Flags = 1 << iota
	F2
	F3
	mask = F1 | F3
)

const big = 1 << 100
const huge = big * big
const third = 1.0 / 3
const c = 'a' + 1.0
const s = "const" + "ant"
const l = len(s)
const cplx = 1 + 2i
const (
	maxU = ^uint32(0)
	minI = -1 << 63
	x    = 5 / 2
	y    = 5 / 2.0
	z    = 7 % 3
	b    = 1 < 2 && "a" < "b"
)
const typed int8 = -128
const f32 float32 = 0.1

func main() {
	fmt.Println(A, B, D, E, F, G, H)
	fmt.Println(KB, MB, GB)
	fmt.Println(Sunday, Monday, Tuesday, Weekday(2))
	fmt.Printf("%d %v %s %+v %x\n", Monday, Monday, Monday, Monday, Monday)
	fmt.Println(F1, F2, F3, mask)
	fmt.Println(big>>98, huge/big>>90, float64(huge))
	fmt.Println(third, c, s, l, cplx, maxU, minI, x, y, z, b, typed, f32)
	fmt.Printf("%T %T %T %T %T %T\n", c, third, cplx, x, y, f32)
	const local = iota + 3
	fmt.Println(local, real(cplx), imag(cplx*cplx))
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxInt8, math.Pi)
	fmt.Println(math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32)
	var u8 uint8 = 255
	u8++
	var i8 int8 = 127
	i8++
	var i16 int16 = math.MinInt16
	i16--
	var u uint = 0
	u--
	fmt.Println(u8, i8, i16, u, -i8, ^u8, ^i8)
	var sh uint = 70
	fmt.Println(1<<sh == 0, int64(-8)>>1, uint8(200)>>sh, -5>>1, int8(-128)>>7, 1<<sh>>sh)
	var w int64 = 1.0 << 3
	var shift = 3
	var q = 1 << shift
	var fl float64 = float64(int(1) << shift)
	fmt.Println(w, q, fl, uint8(1)<<shift<<6)
	fmt.Println(7/-2, -7/2, 7%-2, -7%2, -7/-2)
	fmt.Println(math.MinInt64/-1 == math.MinInt64, int8(-128)/int8(minus1()))
	fmt.Println(0b1010, 0o17, 017, 0x1F, 1_000_000, 0x1p-2, 1e3, .5, 'x', '\n', '\u00e9', "\xff\u00e9\U0001F600")
	fmt.Println(len("héllo"), len([]rune("héllo")), "a\tb", `raw\n`, "\"")
	var r rune = 'é'
	var by byte = 'A'
	fmt.Println(r, by, string(r), string(rune(by)), r > 'a')
	fmt.Println(5.0 == 5, 1/3.0, 10/4, 10/4.0, 10%4)
	var d time = 3
	fmt.Println(d*2, d/2)
	fmt.Println(uint32(1<<32-1), int64(^uint32(0)), ^0, -(-128), 6&^3, 6^3, 6|1, 6&3)
}

type time float32

func minus1() int8 { return -1 }
