package fmt

import "io"

// What Go's scan.go takes from its package's other files, and the parts of it that would load packages os and reflect into every
// program.

func stdin(b []byte) int

// The kind of what p points to; 0: p is no pointer.
func kindOf(p any) int

// p's pointer with the type of like.
func retype(p, like any) any
func typeName(v any) string

const (
	kindSlice = 23
	// A slice of bytes.
	kindBytes = 100
)

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

// Scan scans what stands on standard input, newlines being space.
func Scan(a ...any) (n int, err error) { return Fscan(console{}, a...) }

// Scanln stops at a newline.
func Scanln(a ...any) (n int, err error) { return Fscanln(console{}, a...) }

// Scanf scans as the format says.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(console{}, format, a...) }

type buffer []byte

func (b *buffer) writeByte(c byte)     { *b = append(*b, c) }
func (b *buffer) writeRune(r rune)     { *b = append(*b, string(r)...) }
func (b *buffer) writeString(s string) { *b = append(*b, s...) }

// The number at the start of s[start:end], unless it is too large, and where it ends.
func parsenum(s string, start, end int) (num int, isnum bool, newi int) {
	if start >= end {
		return 0, false, end
	}
	for newi = start; newi < end; newi++ {
		c := s[newi]
		if c < '0' || c > '9' {
			break
		}
		if num > 1e6 || num < -1e6 {
			return 0, false, end
		}
		isnum = true
		num = num*10 + int(c-'0')
	}
	return num, isnum, newi
}

// Pointers to the plain type of each kind.
var plain = [...]any{
	1: (*bool)(nil),
	2: (*int)(nil), 3: (*int8)(nil), 4: (*int16)(nil), 5: (*int32)(nil), 6: (*int64)(nil),
	7: (*uint)(nil), 8: (*uint8)(nil), 9: (*uint16)(nil), 10: (*uint32)(nil), 11: (*uint64)(nil), 12: (*uintptr)(nil),
	13: (*float32)(nil), 14: (*float64)(nil), 15: (*complex64)(nil), 16: (*complex128)(nil),
	24: (*string)(nil),
}

func (s *ss) scanOne(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err == io.EOF {
			s.error(io.ErrUnexpectedEOF)
		} else if err != nil {
			s.error(err)
		}
		return
	}
	s.scanPlain(verb, arg)
}

func (s *ss) scanPlain(verb rune, arg any) {
	switch v := arg.(type) {
	case *int:
		*v = int(s.scanInt(verb, intBits))
	case *string:
		*v = s.convertString(verb)
	case *float64:
		*v = s.scanFloat(verb, "float64", 64, *v)
	case *float32:
		*v = float32(s.scanFloat(verb, "float32", 32, float64(*v)))
	case *bool:
		*v = s.scanBool(verb)
	case *int8:
		*v = int8(s.scanInt(verb, 8))
	case *int16:
		*v = int16(s.scanInt(verb, 16))
	case *int32:
		*v = int32(s.scanInt(verb, 32))
	case *int64:
		*v = s.scanInt(verb, 64)
	case *uint:
		*v = uint(s.scanUint(verb, intBits))
	case *uint8:
		*v = uint8(s.scanUint(verb, 8))
	case *uint16:
		*v = uint16(s.scanUint(verb, 16))
	case *uint32:
		*v = uint32(s.scanUint(verb, 32))
	case *uint64:
		*v = s.scanUint(verb, 64)
	case *uintptr:
		*v = uintptr(s.scanUint(verb, uintptrBits))
	case *complex64:
		*v = complex64(s.scanComplex(verb, 64))
	case *complex128:
		*v = s.scanComplex(verb, 128)
	case *[]byte:
		*v = []byte(s.convertString(verb))
	default:
		s.scanNamed(verb, arg)
	}
}

// A float, or what is there already when the verb is none for floats.
func (s *ss) scanFloat(verb rune, name string, bits int, old float64) float64 {
	if !s.okVerb(verb, floatVerbs, name) {
		return old
	}
	s.SkipSpace()
	s.notEOF()
	return s.convertFloat(s.floatToken(), bits)
}

// A pointer to a type with a name of its own.
func (s *ss) scanNamed(verb rune, arg any) {
	switch kind := kindOf(arg); {
	case kind == 0:
		s.errorString("type not a pointer: " + typeName(arg))
	case kind == 13 || kind == 14:
		// Whatever the verb.
		s.scanPlain('v', retype(arg, plain[kind]))
	case kind < len(plain) && plain[kind] != nil:
		s.scanPlain(verb, retype(arg, plain[kind]))
	case kind == kindBytes:
		s.scanPlain(verb, retype(arg, (*[]byte)(nil)))
	default:
		s.errorString("can't scan type: " + typeName(arg))
	}
}
