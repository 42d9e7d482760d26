package main

// What the programs of this folder share: each makes one random call after the other from a seed and prints every call with
// its result, so that two outputs can be compared line by line.

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
)

var (
	rnd *rand.Rand
	out *bufio.Writer
)

func main() {
	seed, _ := strconv.ParseUint(os.Args[1], 10, 64)
	n, _ := strconv.Atoi(os.Args[2])
	out = bufio.NewWriterSize(os.Stdout, 1<<16)
	defer out.Flush()
	for i := range n {
		// Every line has numbers of its own: a difference in one is none in the next.
		rnd = rand.New(rand.NewPCG(seed, uint64(i)))
		out.WriteString(strconv.Itoa(i))
		out.WriteByte(' ')
		try(one)
		out.WriteByte('\n')
	}
}

// try calls f; when it panics, that is part of the output.
func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			say("PANIC", fmt.Sprint(r))
		}
	}()
	f()
}

func say(parts ...any) {
	for _, part := range parts {
		out.WriteByte(' ')
		switch x := part.(type) {
		case string:
			if len(x) > 2000 {
				h := fnv.New64()
				h.Write([]byte(x))
				fmt.Fprintf(out, "%d bytes %x", len(x), h.Sum64())
				continue
			}
			out.WriteString(strconv.QuoteToASCII(x))
		case []byte:
			out.WriteString(strconv.QuoteToASCII(string(x)))
			if x == nil {
				out.WriteString("nil")
			}
		case rune:
			out.WriteString(strconv.QuoteRuneToASCII(x))
		case int:
			out.WriteString(strconv.Itoa(x))
		case bool:
			out.WriteString(strconv.FormatBool(x))
		case float64:
			out.WriteString(bits(x))
		case float32:
			out.WriteString(bits(float64(x)))
		case error:
			fmt.Fprintf(out, "%T:%q", x, x.Error())
		default:
			s := fmt.Sprint(x)
			if strings.ContainsAny(s, "\n") {
				s = strconv.Quote(s)
			}
			out.WriteString(s)
		}
	}
}

func bits(x float64) string {
	if x != x {
		return "NaN"
	}
	return strconv.FormatUint(math.Float64bits(x), 16)
}

func pick[T any](xs ...T) T { return xs[rnd.IntN(len(xs))] }

func maybe(percent int) bool { return rnd.IntN(100) < percent }

var ints = []int64{0, 1, -1, 2, 7, 8, 9, 10, 15, 16, 31, 32, 63, 64, 99, 100, 127, 128, 255, 256, -128, -129, 1000, 32767, 32768, 65535, 65536,
	0x10ffff, 0x110000, 0xd800, 0xfffd, 0x1f600, 1e6, 1e9, math.MaxInt32, math.MinInt32, math.MaxUint32, 1 << 53, 1<<53 + 1, math.MaxInt64, math.MinInt64}

func anInt() int64 {
	switch rnd.IntN(4) {
	case 0:
		return pick(ints...)
	case 1:
		return int64(rnd.IntN(2001) - 1000)
	case 2:
		return int64(rnd.Uint64() >> rnd.IntN(64))
	}
	return -int64(rnd.Uint64() >> rnd.IntN(64))
}

var floats = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 1.5, 2, 2.5, 3, 10, 100, 0.1, 0.3, 1.0 / 3, math.Pi, -math.E, 1e20, 1e21, 1e22, 1e23, 1e-4, 1e-5, 1e-6, 1e-7,
	123456, 1234567, 999999.5, 9999995, 0.000001, 1e100, 1e308, 4.9e-324, 2.2250738585072014e-308, 2.225073858507201e-308, math.MaxFloat64, -math.MaxFloat64,
	math.MaxFloat32, math.SmallestNonzeroFloat32, math.Inf(1), math.Inf(-1), math.NaN(), 1 << 53, 1<<53 + 2, 1 << 63, 1 << 64, 5e-324, 8.41e21, 2.3e-308,
	math.Pi / 2, math.Pi / 4, 710, -745.2, 709.78, 1e-300, 0.9999999999999999, 1.0000000000000002, 255, 170.5, 171.7, -170.5, 4503599627370496.5, 0.49999999999999994}

func aFloat() float64 {
	switch rnd.IntN(9) {
	case 0, 1:
		return pick(floats...)
	case 2:
		return float64(anInt())
	case 3:
		return rnd.NormFloat64()
	case 4:
		return math.Float64frombits(rnd.Uint64())
	case 5:
		return (rnd.Float64() - 0.5) * math.Pow(10, float64(rnd.IntN(40)-20))
	case 6:
		return float64(float32(rnd.NormFloat64()))
	case 7: // few decimal digits
		return float64(rnd.IntN(200000)-100000) / math.Pow10(rnd.IntN(6))
	}
	return (rnd.Float64() - 0.5) * 40
}

var pieces = []string{"", "a", "b", "ab", "Hello", "world", " ", "  ", "\t", "\n", "\r\n", "\x00", "\x7f", "\\", "\"", "'", "`", "é", "ß", "世界", "日本", "\u00a0", "\u2028", "\ufeff", "\ufffd", "\xff",
	"\xc3", "\xe4\xb8", "\xed\xa0\x80", "😀", "𝄞", "e\u0301", "İ", "ı", "ſ", "K", "Σ", "ς", "ǅ", "ﬀ", "0", "1", "42", "-7", "3.14", ",", ".", ";", ":", "/", "=", "%", "{}", "<&>", "\u200b", "\u00ad", "\U000e0001", "\U0010ffff", "_", "x", "X"}

func aString() string {
	switch rnd.IntN(6) {
	case 0:
		return pick(pieces...)
	case 1: // letters
		var b strings.Builder
		for range rnd.IntN(12) {
			b.WriteByte(byte('a' + rnd.IntN(4)))
		}
		return b.String()
	case 2: // bytes
		b := make([]byte, rnd.IntN(8))
		for i := range b {
			b[i] = byte(rnd.Uint32())
		}
		return string(b)
	case 3: // runes
		var b strings.Builder
		for range rnd.IntN(5) {
			b.WriteRune(aRune())
		}
		return b.String()
	}
	var b strings.Builder
	for range rnd.IntN(6) {
		b.WriteString(pick(pieces...))
	}
	return b.String()
}

func aRune() rune {
	switch rnd.IntN(5) {
	case 0:
		return rune(rnd.IntN(128))
	case 1:
		return rune(rnd.IntN(0x300))
	case 2:
		return rune(rnd.IntN(0x3000))
	case 3:
		return rune(rnd.IntN(0x20000))
	}
	return pick[rune]('a', 'Z', '0', ' ', '\n', 'é', 'ß', 'İ', 'ı', 'ſ', 'K', 'Σ', 'ς', 'ǅ', '世', '😀', 0xfffd, 0x10ffff, 0x110000, -1, 0xd800, 0xdfff, 0xfeff, 0xe000, 0xad)
}
