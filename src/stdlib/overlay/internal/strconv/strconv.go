// Package strconv: those that the lowest packages may use are ours.
package strconv

import "strconv"

func Itoa(i int) string { return strconv.Itoa(i) }
