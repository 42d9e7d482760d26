package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	p := fmt.Println
	for _, s := range []string{"12", "-7", "+5", "", "x", "99999999999999999999", "0x10", "1_000", " 1", "-9223372036854775808", "9223372036854775808"} {
		p(strconv.Atoi(s))
	}
	for _, s := range []string{"0x1F", "0b101", "0o17", "017", "1_000", "1__0", "_1", "0x_1", "-0x10"} {
		p(strconv.ParseInt(s, 0, 64))
	}
	p(strconv.ParseInt("ff", 16, 64))
	p(strconv.ParseInt("200", 10, 8))
	p(strconv.ParseInt("-200", 10, 8))
	p(strconv.ParseInt("12", 1, 64))
	p(strconv.ParseInt("12", 10, 65))
	p(strconv.ParseUint("300", 10, 8))
	p(strconv.ParseUint("-1", 10, 64))
	p(strconv.ParseUint("zz", 36, 64))
	for _, s := range []string{"3.14", "1e10", "-0", "inf", "-Infinity", "NaN", "1e400", "1e-400", ".5", "5.", ".", "", "1e", "0x1p-2", "0x1.8p1", "1_0.5", "1.7976931348623159e308", "4.9e-324", "abc", "1.5x", "+1.5", "1e+5", "0.1e1_0", "123456789012345678901234567890"} {
		f, err := strconv.ParseFloat(s, 64)
		p(f, err)
	}
	f32, err := strconv.ParseFloat("0.1", 32)
	p(f32, err)
	p(strconv.ParseFloat("3.5e38", 32))
	p(strconv.ParseBool("true"))
	p(strconv.ParseBool("T"))
	p(strconv.ParseBool("yes"))
	p(strconv.Itoa(-45), strconv.FormatInt(255, 2), strconv.FormatInt(-255, 16), strconv.FormatUint(math.MaxUint64, 36))
	for _, f := range []float64{0, 1, -1, 0.1, 1.0 / 3, 1e21, 1e20, 123456789, 1e-7, 5e-324, math.MaxFloat64, math.Pi, 100, 1e6, 2.5, 0.000001, 123456.7, 9007199254740993, 8.5e-5, 4.35, 0.3} {
		p(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'e', -1, 64), strconv.FormatFloat(f, 'f', -1, 64), strconv.FormatFloat(f, 'f', 3, 64), strconv.FormatFloat(f, 'e', 5, 64), strconv.FormatFloat(f, 'g', 4, 64), strconv.FormatFloat(f, 'G', 10, 64), strconv.FormatFloat(f, 'b', -1, 64), strconv.FormatFloat(f, 'x', -1, 64), strconv.FormatFloat(f, 'x', 3, 64), strconv.FormatFloat(f, 'g', -1, 32))
	}
	p(strconv.Quote("hi\n\t\"\\\x00é\u2028😀\xff"), strconv.QuoteToASCII("é😀"), strconv.QuoteRune('☺'), strconv.QuoteRuneToASCII('☺'), strconv.QuoteRune('\''), strconv.QuoteToGraphic("\u00a0"))
	for _, s := range []string{`"a\nb"`, "`raw\\n`", `'x'`, `"bad`, `x`, `"\x41\u00e9\U0001F600\101"`, `'ab'`, `""`, `"\q"`} {
		p(strconv.Unquote(s))
	}
	p(strconv.CanBackquote("a`b"), strconv.CanBackquote("ab"), strconv.IsPrint('a'), strconv.IsPrint('\u200b'))
	p(string(strconv.AppendInt([]byte("n="), 42, 10)), string(strconv.AppendQuote(nil, "q")), string(strconv.AppendBool(nil, true)), string(strconv.AppendFloat(nil, 1.5, 'f', 2, 64)))
	v, mb, tail, err := strconv.UnquoteChar(`\nabc`, '"')
	p(v, mb, tail, err)
	p(strconv.QuotedPrefix(`"abc" def`))
	p(strconv.FormatComplex(1+2i, 'g', -1, 128))
	p(strconv.ParseComplex("1+2i", 128))
	p(strconv.ParseComplex("i", 128))
}
