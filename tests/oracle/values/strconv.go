package main

// Calls of strconv: every function; formats, precisions, bases and sizes of all kinds, and texts that are almost numbers.

import (
	"errors"
	"strconv"
	"strings"
)

func digits(base int) string {
	var b strings.Builder
	for range 1 + rnd.IntN(pick(3, 10, 25, 70)) {
		b.WriteByte("0123456789abcdefghijklmnopqrstuvwxyz"[rnd.IntN(max(2, base))])
	}
	return b.String()
}

// spoil changes a text a little, sometimes.
func spoil(s string) string {
	if !maybe(25) {
		return s
	}
	at := rnd.IntN(len(s) + 1)
	switch rnd.IntN(4) {
	case 0:
		return s[:at]
	case 1:
		return s[:at] + pick("_", "__", "-", "+", ".", "e", "x", "0x", "0b", "p", " ", "é", "\xff", "'", `\`, "i", "E+", "1", "z") + s[at:]
	case 2:
		return strings.ToUpper(s)
	}
	return s[at:]
}

func intText() string {
	base := pick(2, 3, 7, 8, 10, 10, 10, 16, 16, 36, 5, 20)
	s := pick("", "", "", "-", "+") + pick("", "", "", "0x", "0b", "0o", "0", "0X")
	if maybe(50) {
		s += strconv.FormatInt(anInt(), base)
	} else if maybe(70) {
		s += strconv.FormatUint(uint64(anInt()), base)
	} else {
		s += digits(base)
	}
	if maybe(10) {
		s = strings.ReplaceAll(s, "0", "_0")
	}
	return spoil(s)
}

func floatText() string {
	switch rnd.IntN(8) {
	case 0:
		return spoil(pick("inf", "Inf", "+Inf", "-infinity", "NaN", "nan", "-nan", "infinit", "INF", "1e400", "-1e400", "1e-400", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1.fffffffffffff8p1023", "0x.1p4", "0x1p", "1e", ".", "", ".e1", "1_000.5", "0x_1p4", "1__0",
			"1.7976931348623157e308", "1.7976931348623159e308", "3.4028235e38", "3.4028236e38", "2.2250738585072011e-308", "4.9e-324", "2.4703282292062327208e-324", "2.4703282292062328e-324", "9007199254740993", "9007199254740992.99999999999999999999", "1e23", "8.5e22", "6.67e-11", "179769313486231580793e289"))
	case 1:
		return spoil(pick("", "-", "+") + digits(10) + "." + digits(10) + pick("", "", "e"+strconv.Itoa(rnd.IntN(700)-350)))
	case 2:
		return spoil(pick("", "-") + "0x" + digits(16) + pick("", "."+digits(16)) + "p" + strconv.Itoa(rnd.IntN(2200)-1100))
	case 3:
		return intText()
	case 4: // in the middle between two floats
		f := aFloat()
		return spoil(strconv.FormatFloat(f, 'e', 30, 64))
	case 5:
		return spoil(strconv.FormatFloat(float64(float32(aFloat())), 'g', rnd.IntN(12), 32))
	}
	return spoil(strconv.FormatFloat(aFloat(), pick[byte]('e', 'f', 'g', 'x', 'E', 'G', 'X'), pick(-1, -1, 3, 17, 20), 64))
}

func failed(err error) {
	if err == nil {
		return
	}
	say(err, errors.Is(err, strconv.ErrRange), errors.Is(err, strconv.ErrSyntax))
	if e, ok := err.(*strconv.NumError); ok {
		say(e.Func, e.Num, e.Err)
	}
}

func one() {
	switch rnd.IntN(30) {
	case 0, 1, 2, 3, 4, 5:
		f, verb, prec := aFloat(), pick[byte]('e', 'E', 'f', 'g', 'G', 'x', 'X', 'b', 'g', 'f', 'e', '%'), pick(-1, -1, -1, 0, 1, 2, 3, 5, 6, 10, 15, 16, 17, 18, 19, 20, 25, 40, 100, 330, 800)
		size := pick(64, 64, 32)
		say("FormatFloat", f, string(verb), prec, size, strconv.FormatFloat(f, verb, prec, size))
	case 6:
		f := aFloat()
		say("AppendFloat", f, strconv.AppendFloat([]byte("f="), f, 'g', rnd.IntN(20)-1, pick(32, 64)))
	case 7, 8, 9, 10, 11, 12:
		s, size := floatText(), pick(64, 64, 32, 0, 128)
		f, err := strconv.ParseFloat(s, size)
		say("ParseFloat", s, size, f)
		failed(err)
	case 13, 14, 15:
		s, base, size := intText(), pick(0, 0, 10, 10, 2, 8, 16, 36, 3, 20, 1, 37, -1), pick(64, 0, 32, 16, 8, 1, 7, 63, 65, -1)
		n, err := strconv.ParseInt(s, base, size)
		say("ParseInt", s, base, size, strconv.FormatInt(n, 10))
		failed(err)
	case 16, 17:
		s, base, size := intText(), pick(0, 0, 10, 10, 2, 8, 16, 36, 3, 20, 1, 37), pick(64, 0, 32, 16, 8, 1, 63, 65)
		n, err := strconv.ParseUint(s, base, size)
		say("ParseUint", s, base, size, strconv.FormatUint(n, 10))
		failed(err)
	case 18:
		s := intText()
		n, err := strconv.Atoi(s)
		say("Atoi", s, n)
		failed(err)
	case 19:
		n, base := anInt(), 2+rnd.IntN(35)
		say("Format", n, base, strconv.FormatInt(n, base), strconv.FormatUint(uint64(n), base), strconv.Itoa(int(n)), strconv.AppendInt(nil, n, base), strconv.AppendUint([]byte("u"), uint64(n), base))
	case 20, 21:
		s := aString()
		say("Quote", s, strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s),
			strconv.AppendQuote([]byte("q"), s), strconv.AppendQuoteToASCII(nil, s), strconv.AppendQuoteToGraphic(nil, s))
	case 22:
		r := aRune()
		say("QuoteRune", int(r), strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r),
			strconv.AppendQuoteRune(nil, r), strconv.AppendQuoteRuneToASCII(nil, r), strconv.AppendQuoteRuneToGraphic(nil, r))
	case 23, 24:
		s := spoil(pick(strconv.Quote, strconv.QuoteToASCII, func(s string) string { return "`" + s + "`" }, func(s string) string { return "\"" + s + "\"" }, func(s string) string { return "'" + s + "'" })(aString() + pick("", `\a`, `\x41`, `\u00e9`, `\U0001F600`, `\101`, `\400`, `\ud800`, `\q`, `\'`, `\"`, "\r")))
		t, err := strconv.Unquote(s)
		say("Unquote", s, t)
		failed(err)
		p, err := strconv.QuotedPrefix(s + aString())
		say(p)
		failed(err)
	case 25:
		s, quote := pick(aString(), `\a`, `\x41z`, `\u00e9`, `\U0001F600`, `\101`, `\400`, `\ud800`, `\q`, `\'`, `\"`, `\x4`, `\U00110000`), pick[byte]('\'', '"', 0, '`')
		r, multi, tail, err := strconv.UnquoteChar(s, quote)
		say("UnquoteChar", s, int(quote), r, multi, tail)
		failed(err)
	case 26:
		s := spoil(pick("true", "false", "1", "0", "t", "f", "T", "F", "TRUE", "False", "tRUE", ""))
		b, err := strconv.ParseBool(s)
		say("ParseBool", s, b, strconv.FormatBool(b), strconv.AppendBool(nil, b))
		failed(err)
	case 27, 28:
		s := pick("", "(", "") + floatText() + pick("+", "-", "", "+-") + floatText() + pick("i", "i", "i)", ")", "")
		if maybe(30) {
			s = strconv.FormatComplex(complex(aFloat(), aFloat()), 'g', -1, 128)
		}
		size := pick(128, 64)
		c, err := strconv.ParseComplex(s, size)
		say("ParseComplex", s, size, real(c), imag(c))
		failed(err)
	case 29:
		c := complex(aFloat(), aFloat())
		say("FormatComplex", real(c), imag(c), strconv.FormatComplex(c, pick[byte]('e', 'f', 'g', 'x', 'b'), rnd.IntN(20)-1, pick(64, 128, 64, 128, 64, 128, 32)))
	}
}
