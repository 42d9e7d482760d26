// Package unicode: classes and cases of runes.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
	Version         = "17.0.0"
)

const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

func IsControl(r rune) bool
func IsDigit(r rune) bool
func IsGraphic(r rune) bool
func IsLetter(r rune) bool
func IsLower(r rune) bool
func IsMark(r rune) bool
func IsNumber(r rune) bool
func IsPrint(r rune) bool
func IsPunct(r rune) bool
func IsSpace(r rune) bool
func IsSymbol(r rune) bool
func IsTitle(r rune) bool
func IsUpper(r rune) bool
func SimpleFold(r rune) rune
func ToLower(r rune) rune
func ToTitle(r rune) rune
func ToUpper(r rune) rune

func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}

// Range16 is a range of runes below 1<<16.
type Range16 struct {
	Lo, Hi, Stride uint16
}

// Range32 is a range of other runes.
type Range32 struct {
	Lo, Hi, Stride uint32
}

// RangeTable is a set of runes: ranges, or one of the predefined classes.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
	class       func(rune) bool
}

func Is(rangeTab *RangeTable, r rune) bool {
	if rangeTab.class != nil {
		return rangeTab.class(r)
	}
	for _, x := range rangeTab.R16 {
		if uint32(r) >= uint32(x.Lo) && uint32(r) <= uint32(x.Hi) {
			return x.Stride == 1 || (uint32(r)-uint32(x.Lo))%uint32(x.Stride) == 0
		}
	}
	for _, x := range rangeTab.R32 {
		if uint32(r) >= x.Lo && uint32(r) <= x.Hi {
			return x.Stride == 1 || (uint32(r)-x.Lo)%x.Stride == 0
		}
	}
	return false
}

func In(r rune, ranges ...*RangeTable) bool {
	for _, x := range ranges {
		if Is(x, r) {
			return true
		}
	}
	return false
}

func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }

var (
	Letter      = &RangeTable{class: IsLetter}
	L           = Letter
	Digit       = &RangeTable{class: IsDigit}
	Nd          = Digit
	Number      = &RangeTable{class: IsNumber}
	N           = Number
	Upper       = &RangeTable{class: IsUpper}
	Lu          = Upper
	Lower       = &RangeTable{class: IsLower}
	Ll          = Lower
	Title       = &RangeTable{class: IsTitle}
	Lt          = Title
	Punct       = &RangeTable{class: IsPunct}
	P           = Punct
	Symbol      = &RangeTable{class: IsSymbol}
	S           = Symbol
	Mark        = &RangeTable{class: IsMark}
	M           = Mark
	White_Space = &RangeTable{class: IsSpace}
	Han         = &RangeTable{R16: []Range16{{0x2e80, 0x2e99, 1}, {0x2e9b, 0x2ef3, 1}, {0x2f00, 0x2fd5, 1}, {0x3005, 0x3005, 1}, {0x3007, 0x3007, 1}, {0x3021, 0x3029, 1}, {0x3038, 0x303b, 1}, {0x3400, 0x4dbf, 1}, {0x4e00, 0x9fff, 1}, {0xf900, 0xfa6d, 1}, {0xfa70, 0xfad9, 1}}, R32: []Range32{{0x16fe2, 0x16fe3, 1}, {0x16ff0, 0x16ff6, 1}, {0x20000, 0x2a6df, 1}, {0x2a700, 0x2b81d, 1}, {0x2b820, 0x2cead, 1}, {0x2ceb0, 0x2ebe0, 1}, {0x2ebf0, 0x2ee5d, 1}, {0x2f800, 0x2fa1d, 1}, {0x30000, 0x3134a, 1}, {0x31350, 0x33479, 1}}}
	Latin       = &RangeTable{R16: []Range16{{0x41, 0x5a, 1}, {0x61, 0x7a, 1}, {0xaa, 0xba, 16}, {0xc0, 0xd6, 1}, {0xd8, 0xf6, 1}, {0xf8, 0x2b8, 1}, {0x1e00, 0x1eff, 1}}}
	Greek       = &RangeTable{R16: []Range16{{0x370, 0x373, 1}, {0x375, 0x377, 1}, {0x37a, 0x37d, 1}, {0x37f, 0x37f, 1}, {0x384, 0x384, 1}, {0x386, 0x386, 1}, {0x388, 0x38a, 1}, {0x38c, 0x38c, 1}, {0x38e, 0x3a1, 1}, {0x3a3, 0x3e1, 1}, {0x3f0, 0x3ff, 1}, {0x1f00, 0x1fff, 1}}}
	Cyrillic    = &RangeTable{R16: []Range16{{0x400, 0x484, 1}, {0x487, 0x52f, 1}, {0x1c80, 0x1c8a, 1}}}
)
