// Package unicode: classes and cases of runes, without the tables: those of package unicode are large, and few programs use them.
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

// RangeTable is a set of runes: ranges in ascending order.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
}

// CaseRange says how far the cases of a range of runes are.
type CaseRange struct {
	Lo, Hi uint32
	Delta  D
}

// D holds the distances to upper, lower and title case.
type D [MaxCase]rune

// UpperLower as a distance: upper and lower case take turns.
const UpperLower = MaxRune + 1

// SpecialCase are rules that differ from the usual ones.
type SpecialCase []CaseRange

func (special SpecialCase) to(_case int, r rune) (rune, bool) {
	for _, c := range special {
		if uint32(r) < c.Lo || uint32(r) > c.Hi {
			continue
		}
		if delta := c.Delta[_case]; delta <= MaxRune {
			return r + delta, true
		}
		return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(_case&1)), true
	}
	return r, false
}

func (special SpecialCase) ToUpper(r rune) rune {
	if x, ok := special.to(UpperCase, r); ok {
		return x
	}
	return ToUpper(r)
}

func (special SpecialCase) ToTitle(r rune) rune {
	if x, ok := special.to(TitleCase, r); ok {
		return x
	}
	return ToTitle(r)
}

func (special SpecialCase) ToLower(r rune) rune {
	if x, ok := special.to(LowerCase, r); ok {
		return x
	}
	return ToLower(r)
}

func Is(rangeTab *RangeTable, r rune) bool {
	u := uint32(r)
	if r16 := rangeTab.R16; len(r16) > 0 && u <= uint32(r16[len(r16)-1].Hi) {
		lo, hi := 0, len(r16)
		for lo < hi {
			m := int(uint(lo+hi) >> 1)
			if x := &r16[m]; u < uint32(x.Lo) {
				hi = m
			} else if u > uint32(x.Hi) {
				lo = m + 1
			} else {
				return (u-uint32(x.Lo))%uint32(x.Stride) == 0
			}
		}
		return false
	}
	lo, hi := 0, len(rangeTab.R32)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if x := &rangeTab.R32[m]; u < x.Lo {
			hi = m
		} else if u > x.Hi {
			lo = m + 1
		} else {
			return (u-x.Lo)%x.Stride == 0
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
