package fmt

import (
	"errors"
	"io"
)

func stdin(b []byte) int
func kindOf(p any) int
func setWord(p any, v uint64)
func setText(p any, s string)
func typeName(v any) string
func scanInt(s string, base, bits int) (n int64, code int)
func scanUint(s string, base, bits int) (n uint64, code int)
func scanFloat(s string, bits int) (bits64 uint64, code int)
func unquote(s string) (text string, ok bool)

type console struct{}

func (console) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	n := stdin(b)
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

type stringReader struct {
	s string
	i int
}

func (r *stringReader) Read(b []byte) (int, error) {
	if r.i >= len(r.s) {
		return 0, io.EOF
	}
	n := copy(b, r.s[r.i:])
	r.i += n
	return n, nil
}

// ScanState is what a Scanner scans from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner scans itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

const eof = -1

// scanner reads runes with one step back.
type scanner struct {
	r      io.Reader
	rs     io.RuneScanner
	last   rune
	back   bool
	atEOF  bool
	nlEnds bool // a newline ends the input (Scanln, Scanf)
	nlIs   bool // a newline is space (Scan)
	width  int  // runes left of a field; -1 for no limit
	buf    [1]byte
}

func newScanner(r io.Reader) *scanner {
	s := &scanner{r: r, width: -1}
	s.rs, _ = r.(io.RuneScanner)
	return s
}

func (s *scanner) raw() rune {
	if s.atEOF {
		return eof
	}
	if s.rs != nil {
		r, _, err := s.rs.ReadRune()
		if err != nil {
			if err != io.EOF {
				panic(scanError{err})
			}
			s.atEOF = true
			return eof
		}
		return r
	}
	var full [4]byte
	n, need := 0, 1
	for n < need {
		k, err := s.r.Read(s.buf[:])
		if k == 0 {
			if err != nil && err != io.EOF {
				panic(scanError{err})
			}
			if n == 0 {
				s.atEOF = true
				return eof
			}
			break
		}
		full[n] = s.buf[0]
		if n == 0 {
			switch c := full[0]; {
			case c >= 0xF0:
				need = 4
			case c >= 0xE0:
				need = 3
			case c >= 0xC0:
				need = 2
			}
		}
		n++
	}
	for _, r := range string(full[:n]) {
		return r
	}
	return eof
}

func (s *scanner) get() rune {
	if s.width == 0 {
		return eof
	}
	r := s.last
	if s.back {
		s.back = false
	} else {
		r = s.raw()
		s.last = r
	}
	if r != eof && s.width > 0 {
		s.width--
	}
	return r
}

func (s *scanner) unget() {
	if s.last == eof {
		return
	}
	s.back = true
	if s.width >= 0 {
		s.width++
	}
}

// done gives a rune that was read too much back to the reader.
func (s *scanner) done() {
	if s.back && s.rs != nil {
		s.rs.UnreadRune()
	}
}

func (s *scanner) ReadRune() (r rune, size int, err error) {
	r = s.get()
	if r == eof {
		return 0, 0, io.EOF
	}
	return r, len(string(r)), nil
}

func (s *scanner) UnreadRune() error {
	s.unget()
	return nil
}

func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) Width() (wid int, ok bool) {
	if s.width < 0 {
		return 0, false
	}
	return s.width, true
}

func (s *scanner) SkipSpace() { s.skipSpace() }

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer caughtScan(&err)
	if skipSpace {
		s.skipSpace()
	}
	if f == nil {
		f = notSpace
	}
	return []byte(s.take(f)), nil
}

type scanError struct {
	err error
}

func caughtScan(err *error) {
	if e := recover(); e != nil {
		if se, ok := e.(scanError); ok {
			*err = se.err
		} else {
			panic(e)
		}
	}
}

func fail(text string) {
	panic(scanError{errors.New(text)})
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0xA0 || r == 0x3000
}

func notSpace(r rune) bool { return !isBlank(r) && r != '\n' }

func (s *scanner) skipSpace() {
	for {
		r := s.get()
		if r == eof {
			return
		}
		if r == '\r' {
			if n := s.get(); n == '\n' {
				r = n
			} else {
				s.unget()
				continue
			}
		}
		if r == '\n' {
			if s.nlIs {
				continue
			}
			fail("unexpected newline")
		}
		if !isBlank(r) {
			s.unget()
			return
		}
	}
}

func (s *scanner) take(f func(rune) bool) string {
	text := ""
	for {
		r := s.get()
		if r == eof {
			return text
		}
		if !f(r) {
			s.unget()
			return text
		}
		text += string(r)
	}
}

func (s *scanner) notEOF() {
	if r := s.get(); r == eof {
		panic(scanError{io.EOF})
	}
	s.unget()
}

func isHex(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'f' || 'A' <= r && r <= 'F'
}

// number takes what may belong to a number.
func (s *scanner) number(set string) string {
	return s.take(func(r rune) bool {
		for _, c := range set {
			if c == r {
				return true
			}
		}
		return false
	})
}

// accept takes a rune if it is in set.
func (s *scanner) accept(set string) string {
	r := s.get()
	for _, c := range set {
		if c == r {
			return string(r)
		}
	}
	s.unget()
	return ""
}

// float takes what a floating-point number may consist of.
func (s *scanner) float() string {
	text := s.accept("+-")
	if t := s.accept("nN"); t != "" {
		return text + t + s.accept("aA") + s.accept("nN")
	}
	if t := s.accept("iI"); t != "" {
		return text + t + s.accept("nN") + s.accept("fF")
	}
	digits, exp := "0123456789_", "eEpP"
	if t := s.accept("0"); t != "" {
		text += t
		if t = s.accept("xX"); t != "" {
			text += t
			digits, exp = "0123456789abcdefABCDEF_", "pP"
		}
	}
	text += s.number(digits)
	if t := s.accept("."); t != "" {
		text += t + s.number(digits)
	}
	if t := s.accept(exp); t != "" {
		text += t + s.accept("+-") + s.number("0123456789_")
	}
	return text
}

// Kinds as in package reflect.
const (
	kBool    = 1
	kInt     = 2
	kInt64   = 6
	kUint    = 7
	kUintptr = 12
	kFloat32 = 13
	kFloat64 = 14
	kString  = 24
)

var kindBits = [...]int{kInt: 64, 3: 8, 4: 16, 5: 32, 6: 64, 7: 64, 8: 8, 9: 16, 10: 32, 11: 64, 12: 64}

func (s *scanner) one(verb rune, arg any) {
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(scanError{err})
		}
		return
	}
	if b, ok := arg.(*[]byte); ok {
		*b = []byte(s.text(verb))
		return
	}
	kind := kindOf(arg)
	switch {
	case verb == 'c' && kInt <= kind && kind <= kUintptr:
		r := s.get()
		if r == eof {
			panic(scanError{io.EOF})
		}
		setWord(arg, uint64(r))
	case kind == kBool:
		s.skipSpace()
		s.notEOF()
		switch word := s.take(func(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '0' || r == '1' }); word {
		case "1", "t", "T", "true", "True", "TRUE":
			setWord(arg, 1)
		case "0", "f", "F", "false", "False", "FALSE":
			setWord(arg, 0)
		default:
			fail("syntax error scanning boolean")
		}
	case kInt <= kind && kind <= kUintptr:
		s.integer(verb, arg, kind)
	case kind == kFloat32 || kind == kFloat64:
		s.skipSpace()
		s.notEOF()
		text := s.float()
		bits := 64
		if kind == kFloat32 {
			bits = 32
		}
		v, code := scanFloat(text, bits)
		if code != 0 {
			fail("strconv.ParseFloat: parsing " + Sprintf("%q", text) + ": " + cause(code))
		}
		setWord(arg, v)
	case kind == kString:
		setText(arg, s.text(verb))
	case kind == 0:
		fail("type not a pointer: " + typeName(arg))
	default:
		fail("can't scan type: " + typeName(arg))
	}
}

func cause(code int) string {
	if code == 2 {
		return "value out of range"
	}
	return "invalid syntax"
}

func (s *scanner) integer(verb rune, arg any, kind int) {
	s.skipSpace()
	s.notEOF()
	base := 10
	switch verb {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'x', 'X', 'U':
		base = 16
	case 'd', 'v':
	default:
		fail("bad verb '%" + string(verb) + "' for integer")
	}
	text := ""
	if r := s.get(); r == '+' || r == '-' {
		if r == '-' && kind >= kUint {
			s.unget()
			fail("expected integer")
		}
		text = string(r)
	} else {
		s.unget()
	}
	prefixed := false
	digits := "0123456789_"
	if verb == 'v' {
		if r := s.get(); r == '0' {
			text += "0"
			prefixed = true
			switch r := s.get(); r {
			case 'b', 'B', 'o', 'O', 'x', 'X':
				text += string(r)
				if r == 'x' || r == 'X' {
					digits = "0123456789abcdefABCDEF_"
				}
			default:
				s.unget()
			}
			base = 0
		} else {
			s.unget()
		}
	} else if base == 16 {
		digits = "0123456789abcdefABCDEF"
	}
	more := s.number(digits)
	if more == "" && !prefixed {
		fail("expected integer")
	}
	text += more
	code := 0
	if kind <= kInt64 {
		var v int64
		v, code = scanInt(text, base, kindBits[kind])
		if code == 0 {
			setWord(arg, uint64(v))
		}
	} else {
		var v uint64
		v, code = scanUint(text, base, kindBits[kind])
		if code == 0 {
			setWord(arg, v)
		}
	}
	if code == 2 {
		if kind <= kInt64 {
			fail("integer overflow on token " + text)
		}
		fail("unsigned integer overflow on token " + text)
	}
	if code != 0 {
		fail("expected integer")
	}
}

func (s *scanner) text(verb rune) string {
	switch verb {
	case 'v', 's':
		s.skipSpace()
		s.notEOF()
		return s.take(notSpace)
	case 'q':
		s.skipSpace()
		s.notEOF()
		quote := s.get()
		text := string(quote)
		for {
			r := s.get()
			if r == eof {
				panic(scanError{io.ErrUnexpectedEOF})
			}
			text += string(r)
			if r == '\\' && quote == '"' {
				text += string(s.get())
			} else if r == quote {
				break
			}
		}
		v, ok := unquote(text)
		if !ok {
			fail("invalid syntax")
		}
		return v
	case 'x', 'X':
		s.skipSpace()
		s.notEOF()
		hex := s.take(isHex)
		var out []byte
		for i := 0; i+1 < len(hex); i += 2 {
			v, _ := scanUint(hex[i:i+2], 16, 8)
			out = append(out, byte(v))
		}
		if len(out) == 0 {
			fail("no hex data for %x string")
		}
		return string(out)
	}
	fail("bad verb '%" + string(verb) + "' for string")
	return ""
}

func (s *scanner) scan(a []any) (n int, err error) {
	defer s.done()
	defer caughtScan(&err)
	for _, arg := range a {
		s.one('v', arg)
		n++
	}
	if s.nlEnds {
		for {
			r := s.get()
			if r == '\n' || r == eof {
				break
			}
			if !isBlank(r) {
				fail("expected newline")
			}
		}
	}
	return n, nil
}

func (s *scanner) scanf(format string, a []any) (n int, err error) {
	defer s.done()
	defer caughtScan(&err)
	fs := []rune(format)
	for i := 0; i < len(fs); {
		c := fs[i]
		if c != '%' || i+1 < len(fs) && fs[i+1] == '%' {
			if c == '%' {
				i++
			}
			i++
			if c == '\n' {
				for {
					r := s.get()
					if isBlank(r) {
						continue
					}
					if r != '\n' && r != eof {
						s.unget()
						fail("newline in format does not match input")
					}
					break
				}
				continue
			}
			if isBlank(c) {
				for {
					r := s.get()
					if !isBlank(r) {
						s.unget()
						break
					}
				}
				continue
			}
			if c == '%' {
				s.skipSpace()
			}
			r := s.get()
			if r == eof {
				return n, io.ErrUnexpectedEOF
			}
			if r != c {
				s.unget()
				fail("input does not match format")
			}
			continue
		}
		i++
		width := -1
		for i < len(fs) && '0' <= fs[i] && fs[i] <= '9' {
			width = max(width, 0)*10 + int(fs[i]-'0')
			i++
		}
		if i >= len(fs) {
			fail("too few operands for format '%'")
		}
		verb := fs[i]
		i++
		if verb != 'c' {
			s.skipSpace()
		}
		if n >= len(a) {
			fail("too few operands for format '%" + string(verb) + "'")
		}
		s.width = width
		s.one(verb, a[n])
		s.width = -1
		n++
	}
	if n < len(a) {
		fail("too many operands")
	}
	return n, nil
}

func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.nlIs = true
	return s.scan(a)
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.nlEnds = true
	return s.scan(a)
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScanner(r).scanf(format, a)
}

func Sscan(str string, a ...any) (n int, err error)   { return Fscan(&stringReader{s: str}, a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&stringReader{s: str}, a...) }

func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringReader{s: str}, format, a...)
}

func Scan(a ...any) (n int, err error)   { return Fscan(console{}, a...) }
func Scanln(a ...any) (n int, err error) { return Fscanln(console{}, a...) }

func Scanf(format string, a ...any) (n int, err error) { return Fscanf(console{}, format, a...) }
