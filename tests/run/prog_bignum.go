// big numbers: factorials, fibonacci, pi digits (spigot), RSA toy, rationals, e to 50 digits, primes, gcd, modinv, perfect numbers.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"math/cmplx"
	"os"
	"strings"
)

func fact(n int64) *big.Int { return new(big.Int).MulRange(1, n) }

func fib(n int) *big.Int {
	a, b := big.NewInt(0), big.NewInt(1)
	for range n {
		a.Add(a, b)
		a, b = b, a
	}
	return a
}

func piDigits(n int) string {
	var sb strings.Builder
	q, r, t, k, m, x := big.NewInt(1), big.NewInt(0), big.NewInt(1), big.NewInt(1), big.NewInt(3), big.NewInt(3)
	tmp1, tmp2 := new(big.Int), new(big.Int)
	for sb.Len() < n {
		tmp1.Mul(q, big.NewInt(4))
		tmp1.Add(tmp1, r)
		tmp1.Sub(tmp1, t)
		tmp2.Mul(m, t)
		if tmp1.Cmp(tmp2) < 0 {
			sb.WriteString(m.String())
			nr := new(big.Int).Sub(r, tmp2)
			nr.Mul(nr, big.NewInt(10))
			a := new(big.Int).Mul(q, big.NewInt(3))
			a.Add(a, r).Mul(a, big.NewInt(10)).Quo(a, t)
			a.Sub(a, new(big.Int).Mul(m, big.NewInt(10)))
			q.Mul(q, big.NewInt(10))
			r, m = nr, a
		} else {
			nr := new(big.Int).Mul(q, big.NewInt(2))
			nr.Add(nr, r).Mul(nr, x)
			nm := new(big.Int).Mul(q, new(big.Int).Add(new(big.Int).Mul(k, big.NewInt(7)), big.NewInt(2)))
			nm.Add(nm, new(big.Int).Mul(r, x))
			t.Mul(t, x)
			nm.Quo(nm, t)
			q.Mul(q, k)
			k.Add(k, big.NewInt(1))
			x.Add(x, big.NewInt(2))
			m, r = nm, nr
		}
	}
	return sb.String()
}

func main() {
	fmt.Println(fact(30), fact(50).BitLen(), len(fact(1000).String()))
	fmt.Println(fib(100), fib(300))
	fmt.Println(piDigits(60))
	p, q := big.NewInt(1000000007), big.NewInt(998244353)
	n := new(big.Int).Mul(p, q)
	phi := new(big.Int).Mul(new(big.Int).Sub(p, big.NewInt(1)), new(big.Int).Sub(q, big.NewInt(1)))
	e := big.NewInt(65537)
	d := new(big.Int).ModInverse(e, phi)
	msg := new(big.Int).SetBytes([]byte("secret"))
	c := new(big.Int).Exp(msg, e, n)
	back := new(big.Int).Exp(c, d, n)
	fmt.Printf("n=%v d=%x c=%X back=%s\n", n, d, c, back.Bytes())
	fmt.Printf("%d|%+d|%10d|%-10d|%010d|%x|%#x|%o|%b|%s|%v|%e\n", e, e, e, e, e, e, e, e, e, e, e, 1.5)
	x, ok := new(big.Int).SetString("-123456789012345678901234567890", 10)
	y, ok2 := new(big.Int).SetString("zz", 36)
	_, ok3 := new(big.Int).SetString("12x", 10)
	h, _ := new(big.Int).SetString("0xff_ff", 0)
	fmt.Println(x, ok, y, ok2, ok3, h, x.Sign(), x.Cmp(y), new(big.Int).Neg(x), new(big.Int).Abs(x).Text(36))
	for _, pr := range [][2]int64{{7, 3}, {-7, 3}, {7, -3}, {-7, -3}} {
		a, b := big.NewInt(pr[0]), big.NewInt(pr[1])
		dv, m := new(big.Int).DivMod(a, b, new(big.Int))
		qu, r := new(big.Int).QuoRem(a, b, new(big.Int))
		fmt.Print(dv, m, qu, r, "; ")
	}
	fmt.Println()
	g, s, t := new(big.Int), new(big.Int), new(big.Int)
	g.GCD(s, t, big.NewInt(240), big.NewInt(46))
	fmt.Println(g, s, t, new(big.Int).Sqrt(fact(25)), new(big.Int).Binomial(50, 25), new(big.Int).Lsh(e, 100), new(big.Int).Rsh(x, 20))
	fmt.Println(new(big.Int).And(x, h), new(big.Int).Or(x, h), new(big.Int).Xor(x, h), new(big.Int).Not(h), h.Bit(3), h.TrailingZeroBits(), new(big.Int).SetBit(h, 70, 1))
	for i := int64(1); i < 130; i++ {
		mp := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(i)), big.NewInt(1))
		if mp.ProbablyPrime(10) {
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	sum := new(big.Rat)
	for i := int64(1); i <= 20; i++ {
		sum.Add(sum, big.NewRat(1, i))
	}
	f, exact := sum.Float64()
	fmt.Println(sum, sum.FloatString(10), f, exact, sum.Num(), sum.Denom(), new(big.Rat).SetFloat64(0.1))
	r1, _ := new(big.Rat).SetString("3.125e-2")
	r2, _ := new(big.Rat).SetString("22/7")
	fmt.Println(r1, r2, r1.Cmp(r2), new(big.Rat).Quo(r2, r1), r2.RatString(), new(big.Rat).SetInt64(4).RatString(), new(big.Rat).Inv(r1).IsInt())
	bf := new(big.Float).SetPrec(200).SetInt64(2)
	bf.Sqrt(bf)
	fmt.Println(bf.Text('f', 50), bf, bf.Prec(), bf.Mode(), bf.MinPrec())
	fmt.Printf("%.40f %10.3e %g %s\n", bf, bf, bf, bf.String())
	ee := new(big.Float).SetPrec(180).SetInt64(1)
	term := new(big.Float).SetPrec(180).SetInt64(1)
	for i := int64(1); i < 45; i++ {
		term.Quo(term, new(big.Float).SetInt64(i))
		ee.Add(ee, term)
	}
	fmt.Println(ee.Text('g', 50))
	v, acc := new(big.Float).SetFloat64(1e100).Int(nil)
	fmt.Println(v, acc)
	pf, b, err := big.ParseFloat("1.1p3", 10, 53, big.ToNearestEven)
	fmt.Println(pf, b, err)
	_, _, err = big.ParseFloat("abc", 10, 53, big.ToZero)
	fmt.Println(err)
	var bi big.Int
	fmt.Sscan("987654321987654321987654321", &bi)
	js, _ := bi.MarshalJSON()
	fmt.Println(&bi, string(js), bi.IsInt64(), bi.Int64(), bi.Uint64())
	fmt.Println([]*big.Int{e, h}, struct{ N *big.Int }{e}, map[string]*big.Int{"a": e})
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros32(1), bits.TrailingZeros(8), bits.Reverse8(3), bits.RotateLeft8(0x81, 1), bits.Len(1023))
	hi, lo := bits.Mul64(math.MaxUint64, 10)
	sm, cy := bits.Add64(math.MaxUint64, 1, 0)
	qq, rr := bits.Div64(1, 0, 3)
	fmt.Println(hi, lo, sm, cy, qq, rr)
	z := complex(3, -4)
	fmt.Println(cmplx.Abs(z), cmplx.Phase(z), cmplx.Sqrt(-1), cmplx.Exp(1i*math.Pi), cmplx.Pow(z, 2), real(z), imag(z), cmplx.Conj(z), z*z/2i)
	fmt.Printf("%v %.2f %+.1e %8.3f\n", z, z, z, z)
	rr2, th := cmplx.Polar(1i)
	fmt.Println(rr2, th, cmplx.Inf(), cmplx.NaN(), cmplx.IsNaN(cmplx.NaN()), z == 3-4i)
	fmt.Println(math.Gamma(5.5), math.Erf(0.5), math.Cbrt(27), math.Hypot(5, 12), math.Log1p(1e-10), math.Expm1(1e-10), math.Atan2(-1, -1), math.Remainder(5, 3), math.Trunc(-2.7), math.RoundToEven(2.5), math.Round(-2.5), math.J0(1), math.Copysign(3, -0.0))
	fr, ex := math.Frexp(10)
	ip, fp := math.Modf(-3.25)
	fmt.Println(fr, ex, ip, fp, math.Ldexp(0.5, 10), math.Nextafter(1, 2), math.Float64bits(-0.5), math.Float32bits(1.5), math.Inf(1), -math.Inf(1), math.NaN(), math.MaxInt64, uint64(math.MaxUint64), math.Pi)
	defer fmt.Fprintln(os.Stderr, "before the crash")
	new(big.Int).Div(e, new(big.Int))
}
