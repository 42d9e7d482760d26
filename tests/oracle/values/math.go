package main

// Calls of math, math/cmplx, math/bits and math/big by their bits, and conversions and arithmetic of the language itself.

import (
	"math"
	"math/big"
	mbits "math/bits"
	"math/cmplx"
	"strconv"
)

var unary = []struct {
	name string
	f    func(float64) float64
}{
	{"Abs", math.Abs}, {"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin}, {"Asinh", math.Asinh}, {"Atan", math.Atan}, {"Atanh", math.Atanh}, {"Cbrt", math.Cbrt}, {"Ceil", math.Ceil},
	{"Cos", math.Cos}, {"Cosh", math.Cosh}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfcinv", math.Erfcinv}, {"Erfinv", math.Erfinv}, {"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor},
	{"Gamma", math.Gamma}, {"J0", math.J0}, {"J1", math.J1}, {"Log", math.Log}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Log2", math.Log2}, {"Logb", math.Logb}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven},
	{"Sin", math.Sin}, {"Sinh", math.Sinh}, {"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh}, {"Trunc", math.Trunc}, {"Y0", math.Y0}, {"Y1", math.Y1},
}

var binary = []struct {
	name string
	f    func(a, b float64) float64
}{
	{"Atan2", math.Atan2}, {"Copysign", math.Copysign}, {"Dim", math.Dim}, {"Hypot", math.Hypot}, {"Max", math.Max}, {"Min", math.Min}, {"Mod", math.Mod}, {"Nextafter", math.Nextafter}, {"Pow", math.Pow}, {"Remainder", math.Remainder},
	{"Pow", math.Pow}, {"Pow", math.Pow},
}

var complexes = []struct {
	name string
	f    func(complex128) complex128
}{
	{"Acos", cmplx.Acos}, {"Acosh", cmplx.Acosh}, {"Asin", cmplx.Asin}, {"Asinh", cmplx.Asinh}, {"Atan", cmplx.Atan}, {"Atanh", cmplx.Atanh}, {"Conj", cmplx.Conj}, {"Cos", cmplx.Cos}, {"Cosh", cmplx.Cosh}, {"Cot", cmplx.Cot},
	{"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10}, {"Sin", cmplx.Sin}, {"Sinh", cmplx.Sinh}, {"Sqrt", cmplx.Sqrt}, {"Tan", cmplx.Tan}, {"Tanh", cmplx.Tanh},
}

func one() {
	x, y := aFloat(), aFloat()
	if maybe(20) {
		y = float64(rnd.IntN(20) - 10)
	}
	switch rnd.IntN(12) {
	case 0, 1, 2, 3:
		u := pick(unary...)
		say(u.name, x, u.f(x))
	case 4, 5:
		b := pick(binary...)
		say(b.name, x, y, b.f(x, y))
	case 6:
		fr, e := math.Frexp(x)
		ip, fp := math.Modf(x)
		lg, sign := math.Lgamma(x)
		s, c := math.Sincos(x)
		n := rnd.IntN(2200) - 1100
		say(x, fr, e, ip, fp, lg, sign, s, c, n, math.Ldexp(x, n), math.Ilogb(x), math.Pow10(n), math.Jn(n%10, x), math.Yn(n%10, x), math.FMA(x, y, aFloat()),
			math.IsInf(x, n), math.IsNaN(x), math.Signbit(x), math.Nextafter32(float32(x), float32(y)))
		if x == x { // a NaN has one form here
			say(int(math.Float32bits(float32(x))), math.Float64bits(x))
		}
	case 7:
		c := pick(complexes...)
		z := complex(x, y)
		w := c.f(z)
		say("cmplx."+c.name, x, y, real(w), imag(w))
	case 8:
		z, w := complex(x, y), complex(aFloat(), aFloat())
		p := cmplx.Pow(z, w)
		r, theta := cmplx.Polar(z)
		q := cmplx.Rect(x, y)
		say("cmplx", x, y, real(w), imag(w), real(p), imag(p), r, theta, real(q), imag(q), cmplx.Abs(z), cmplx.Phase(z), cmplx.IsInf(z), cmplx.IsNaN(z), real(z*w), imag(z*w), real(z/w), imag(z/w), z == w)
	case 9:
		a, b, k := uint64(anInt()), uint64(anInt()), rnd.IntN(130)-65
		hi, lo := mbits.Mul64(a, b)
		s, carry := mbits.Add64(a, b, uint64(k&1))
		d, borrow := mbits.Sub64(a, b, uint64(k&1))
		say(a, b, k, mbits.LeadingZeros64(a), mbits.TrailingZeros64(a), mbits.OnesCount64(a), mbits.RotateLeft64(a, k), mbits.Reverse64(a), mbits.ReverseBytes64(a), mbits.Len64(a), hi, lo, s, carry, d, borrow)
		say(mbits.LeadingZeros32(uint32(a)), mbits.TrailingZeros32(uint32(a)), mbits.OnesCount32(uint32(a)), mbits.RotateLeft32(uint32(a), k), mbits.Reverse32(uint32(a)), mbits.ReverseBytes32(uint32(a)), mbits.Len32(uint32(a)),
			mbits.LeadingZeros16(uint16(a)), mbits.TrailingZeros16(uint16(a)), mbits.OnesCount16(uint16(a)), mbits.RotateLeft16(uint16(a), k), mbits.Reverse16(uint16(a)), mbits.ReverseBytes16(uint16(a)), mbits.Len16(uint16(a)),
			mbits.LeadingZeros8(uint8(a)), mbits.TrailingZeros8(uint8(a)), mbits.OnesCount8(uint8(a)), mbits.RotateLeft8(uint8(a), k), mbits.Reverse8(uint8(a)), mbits.Len8(uint8(a)))
		h32, l32 := mbits.Mul32(uint32(a), uint32(b))
		s32, c32 := mbits.Add32(uint32(a), uint32(b), uint32(k&1))
		d32, b32 := mbits.Sub32(uint32(a), uint32(b), uint32(k&1))
		say(h32, l32, s32, c32, d32, b32, mbits.LeadingZeros(uint(a)), mbits.TrailingZeros(uint(a)), mbits.OnesCount(uint(a)), mbits.RotateLeft(uint(a), k), mbits.Reverse(uint(a)), mbits.ReverseBytes(uint(a)), mbits.Len(uint(a)))
		try(func() {
			q, r := mbits.Div64(hi, lo, b)
			say(q, r, mbits.Rem64(a, lo, b))
		})
		try(func() {
			q, r := mbits.Div32(h32, l32, uint32(b))
			say(q, r, mbits.Rem32(uint32(a), l32, uint32(b)))
		})
		try(func() {
			q, r := mbits.Div(uint(k&3), uint(a), uint(b))
			say(q, r, mbits.Rem(uint(k), uint(a), uint(b)))
		})
	case 10:
		a, b, k := anInt(), anInt(), uint(rnd.IntN(70))
		say(a, b, k, a+b, a-b, a*b, a<<k, a>>k, uint64(a)>>k, int32(a)<<k, int8(a)>>k, a&^b, a^b, ^a, int8(a)*int8(b), uint16(a)*uint16(b), int16(a)-int16(b))
		try(func() { say(a/b, a%b, uint64(a)/uint64(b), uint64(a)%uint64(b)) })
		try(func() { say(int8(a)/int8(b), int8(a)%int8(b), int32(a)/int32(b), uint8(a)%uint8(b)) })
		say(int64(x), int32(int64(x)), float32(x), float64(a), float32(a), float32(uint64(a)), float64(uint64(a)), x+y, x-y, x*y, x/y, float32(x)*float32(y), float32(x)/float32(y), x < y, x == y, x >= y, min(x, y), max(x, y))
	case 11:
		a, b := new(big.Int).Lsh(big.NewInt(anInt()), uint(rnd.IntN(200))), new(big.Int).Add(new(big.Int).Lsh(big.NewInt(anInt()), uint(rnd.IntN(100))), big.NewInt(anInt()))
		var c big.Int
		base := 2 + rnd.IntN(61)
		say(a.String(), b.Text(base), c.Mul(a, b).String(), c.Add(a, b).String(), c.Sub(a, b).String(), c.And(a, b).String(), c.Or(a, b).String(), c.Xor(a, b).String(), c.GCD(nil, nil, c.Abs(a), new(big.Int).Abs(b)).String(), a.Cmp(b), a.BitLen(), b.ProbablyPrime(2))
		try(func() { say(c.Quo(a, b).String(), c.Rem(a, b).String(), c.Div(a, b).String(), c.Mod(a, b).String()) })
		try(func() { say(c.Sqrt(a).String(), c.Exp(b, big.NewInt(int64(rnd.IntN(9))), nil).String()) })
		try(func() { say(big.NewRat(anInt(), anInt()).FloatString(rnd.IntN(20))) })
		if !math.IsNaN(x) {
			f := new(big.Float).SetPrec(uint(1 + rnd.IntN(200))).SetFloat64(x)
			g := big.NewFloat(float64(rnd.IntN(1000)))
			say(f.Text('g', rnd.IntN(40)-1), f.Text('p', 0))
			try(func() { say(new(big.Float).Mul(f, g).String(), new(big.Float).Quo(f, g).Text('e', 30)) })
		}
		_, ok := c.SetString(strconv.Itoa(rnd.IntN(1000))+pick("", "_0", "x", "z"), pick(0, 10, 16, 36))
		say(ok)
	}
}
