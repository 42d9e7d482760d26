// Package utf8: runes to bytes and back.
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

func DecodeRune(p []byte) (r rune, size int)
func DecodeRuneInString(s string) (r rune, size int)
func DecodeLastRune(p []byte) (r rune, size int)
func DecodeLastRuneInString(s string) (r rune, size int)
func RuneCount(p []byte) int
func RuneCountInString(s string) int
func Valid(p []byte) bool
func ValidString(s string) bool

func ValidRune(r rune) bool {
	return 0 <= r && r < 0xD800 || 0xDFFF < r && r <= MaxRune
}

func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r <= 0x7F:
		return 1
	case r <= 0x7FF:
		return 2
	case 0xD800 <= r && r <= 0xDFFF:
		return -1
	case r <= 0xFFFF:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

func AppendRune(p []byte, r rune) []byte {
	if uint32(r) <= 0x7F {
		return append(p, byte(r))
	}
	return append(p, string(r)...)
}

func EncodeRune(p []byte, r rune) int {
	s := string(r)
	_ = p[len(s)-1]
	return copy(p, s)
}

func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

func FullRune(p []byte) bool { return FullRuneInString(string(p[:min(len(p), UTFMax)])) }

func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	n := 1
	switch c := s[0]; {
	case c >= 0xF0 && c <= 0xF4:
		n = 4
	case c >= 0xE0 && c < 0xF0:
		n = 3
	case c >= 0xC2 && c < 0xE0:
		n = 2
	}
	if len(s) >= n {
		return true
	}
	// What cannot become a rune any more is full, too: one bad byte.
	for i := 1; i < len(s); i++ {
		lo, hi := byte(0x80), byte(0xBF)
		if i == 1 {
			switch s[0] {
			case 0xE0:
				lo = 0xA0
			case 0xED:
				hi = 0x9F
			case 0xF0:
				lo = 0x90
			case 0xF4:
				hi = 0x8F
			}
		}
		if s[i] < lo || hi < s[i] {
			return true
		}
	}
	return false
}
