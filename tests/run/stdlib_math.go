package main

import (
	"fmt"
	"math"
	"math/bits"
)

func bitsOf(x float64) uint64 {
	if x != x {
		return 1
	}
	return math.Float64bits(x)
}

func main() {
	xs := []float64{0, 1, -1, 0.5, 2, 3.7, -2.3, 10, 100, 1e-10, 1e10, 0.1, 0.7, 1.5, 30, -0.9, 1e300, 5e-324, 700, -700, 1e15, 1e9, 123456.789, math.Pi, math.Inf(1), math.Inf(-1), math.NaN()}
	fs := []struct {
		n string
		f func(float64) float64
	}{{"sin", math.Sin}, {"cos", math.Cos}, {"tan", math.Tan}, {"asin", math.Asin}, {"acos", math.Acos}, {"atan", math.Atan}, {"sinh", math.Sinh}, {"cosh", math.Cosh}, {"tanh", math.Tanh}, {"asinh", math.Asinh}, {"acosh", math.Acosh}, {"atanh", math.Atanh}, {"exp", math.Exp}, {"exp2", math.Exp2}, {"expm1", math.Expm1}, {"log", math.Log}, {"log2", math.Log2}, {"log10", math.Log10}, {"log1p", math.Log1p}, {"sqrt", math.Sqrt}, {"cbrt", math.Cbrt}, {"floor", math.Floor}, {"ceil", math.Ceil}, {"trunc", math.Trunc}, {"round", math.Round}, {"rte", math.RoundToEven}, {"abs", math.Abs}, {"gamma", math.Gamma}, {"erf", math.Erf}, {"erfc", math.Erfc}, {"logb", math.Logb}}
	for _, f := range fs {
		fmt.Print(f.n)
		for _, x := range xs {
			fmt.Printf(" %x", bitsOf(f.f(x)))
		}
		fmt.Println()
	}
	gs := []struct {
		n string
		f func(x, y float64) float64
	}{{"pow", math.Pow}, {"atan2", math.Atan2}, {"mod", math.Mod}, {"rem", math.Remainder}, {"hypot", math.Hypot}, {"max", math.Max}, {"min", math.Min}, {"dim", math.Dim}, {"copysign", math.Copysign}, {"next", math.Nextafter}}
	for _, g := range gs {
		var h uint64 = 14695981039346656037
		for _, x := range xs {
			for _, y := range xs {
				h = (h ^ bitsOf(g.f(x, y))) * 1099511628211
			}
		}
		fmt.Println(g.n, h)
	}
	var h uint64
	x := 0.001
	per := map[string]uint64{}
	for range 3000 {
		x *= 1.013
		for _, f := range fs {
			per[f.n] = (per[f.n] ^ bitsOf(f.f(x)) ^ bitsOf(f.f(-x))) * 1099511628211
		}
		h = (h ^ math.Float64bits(math.Pow(x, 1.7)) ^ math.Float64bits(math.Pow(1.0001, x)) ^ math.Float64bits(math.Hypot(x, 3))) * 1099511628211
		l, s := math.Lgamma(x)
		h = (h ^ math.Float64bits(l) + uint64(s)) * 1099511628211
		l, s = math.Lgamma(-x)
		h = (h ^ math.Float64bits(l) + uint64(s)) * 1099511628211
	}
	fmt.Println(h)
	for _, f := range fs {
		fmt.Println(f.n, per[f.n])
	}
	fmt.Println(math.Frexp(10))
	fmt.Println(math.Modf(-3.25))
	fmt.Println(math.Ldexp(0.75, 10), math.Ilogb(1000), math.FMA(2, 3, 4), math.Pow10(-5), math.Pow10(400), math.Signbit(-0.0), math.IsNaN(math.NaN()), math.IsInf(math.Inf(-1), 0))
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxInt32, math.Pi, math.E)
	fmt.Println(math.Sincos(1))
	fmt.Println(math.Float32bits(1.5), math.Float32frombits(0x3fc00000), math.Nextafter32(1, 2))
	fmt.Println(bits.Len(255), bits.OnesCount(0xF0F0), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Reverse8(1), bits.RotateLeft8(0x81, 1), bits.RotateLeft32(1, -1), bits.ReverseBytes32(0x01020304), bits.LeadingZeros8(3), bits.TrailingZeros16(0), bits.Len32(0))
	fmt.Println(bits.Add64(math.MaxUint64, 1, 0))
	fmt.Println(bits.Sub64(0, 1, 0))
	fmt.Println(bits.Mul64(1<<63, 6))
	fmt.Println(bits.Div64(1, 5, 7))
	defer func() { fmt.Println(recover()) }()
	bits.Div64(7, 0, 7)
}
