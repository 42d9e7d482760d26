// Package unicode: functions as in internal/unicode, tables as in Go.
package unicode

import "internal/unicode"

const (
	MaxRune         = unicode.MaxRune
	ReplacementChar = unicode.ReplacementChar
	MaxASCII        = unicode.MaxASCII
	MaxLatin1       = unicode.MaxLatin1
	UpperCase       = unicode.UpperCase
	LowerCase       = unicode.LowerCase
	TitleCase       = unicode.TitleCase
	MaxCase         = unicode.MaxCase
	UpperLower      = unicode.UpperLower
)

type (
	Range16     = unicode.Range16
	Range32     = unicode.Range32
	RangeTable  = unicode.RangeTable
	CaseRange   = unicode.CaseRange
	SpecialCase = unicode.SpecialCase
	d           = unicode.D
)

// Sets that make up the graphic and the printable runes.
var (
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
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

func To(_case int, r rune) rune                 { return unicode.To(_case, r) }
func Is(rangeTab *RangeTable, r rune) bool      { return unicode.Is(rangeTab, r) }
func In(r rune, ranges ...*RangeTable) bool     { return unicode.In(r, ranges...) }
func IsOneOf(ranges []*RangeTable, r rune) bool { return unicode.In(r, ranges...) }
