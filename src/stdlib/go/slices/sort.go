package slices

import (
	"cmp"
	"internal/pdq"
)

func sortInts(s []int)
func sortFloats(s []float64) bool
func sortStrings(s []string)

// Whether there is a zero of either sign.
func zeros(s []float64) (positive, negative bool)

// Fill to with the least of two sorted slices; how many of each.
func mergeInts(to, a, b []int) (na, nb int)
func mergeFloats(to, a, b []float64) (na, nb int)
func mergeStrings(to, a, b []string) (na, nb int)

// So many elements are sorted, or merged, at once: a run can be stopped between.
const most = 1 << 14

// Sorts piece by piece, and merges the pieces.
func pieces[E any](s []E, sort func([]E), merge func(to, a, b []E) (na, nb int)) {
	n := len(s)
	for i := 0; i < n; i += most {
		sort(s[i:min(i+most, n)])
	}
	from, to := s, make([]E, n)
	inPlace := true
	for width := most; width < n; width *= 2 {
		for i := 0; i < n; i += 2 * width {
			mid := min(i+width, n)
			a, b, out := from[i:mid], from[mid:min(mid+width, n)], to[i:]
			for len(a)+len(b) > 0 {
				na, nb := merge(out[:min(most, len(a)+len(b))], a, b)
				a, b, out = a[na:], b[nb:], out[na+nb:]
			}
		}
		from, to = to, from
		inPlace = !inPlace
	}
	if !inPlace {
		copy(s, from)
	}
}

// The same of numbers with zeros of one sign only; false, and nothing done, if there are both.
func floatPieces(s []float64) bool {
	var positive, negative bool
	for i := 0; i < len(s); i += most {
		p, n := zeros(s[i:min(i+most, len(s))])
		positive, negative = positive || p, negative || n
	}
	if positive && negative {
		return false
	}
	pieces(s, func(s []float64) { sortFloats(s) }, mergeFloats)
	return true
}

// Sort sorts; equal elements cannot be told apart, so any way will do.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	switch s := any([]E(x)).(type) {
	case []int:
		if len(s) <= most {
			sortInts(s)
		} else {
			pieces(s, sortInts, mergeInts)
		}
	case []float64:
		if len(s) <= most && !sortFloats(s) || len(s) > most && !floatPieces(s) {
			quick(s)
		}
	case []string:
		if len(s) <= most {
			sortStrings(s)
		} else {
			pieces(s, sortStrings, mergeStrings)
		}
	default:
		quick(x)
	}
}

func quick[S ~[]E, E cmp.Ordered](x S) {
	d := pdq.Data{
		Less: func(i, j int) bool { return cmp.Less(x[i], x[j]) },
		Swap: func(i, j int) { x[i], x[j] = x[j], x[i] },
	}
	d.Sort(len(x))
}

func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	d := pdq.Data{
		Less: func(i, j int) bool { return cmp(x[i], x[j]) < 0 },
		Swap: func(i, j int) { x[i], x[j] = x[j], x[i] },
	}
	d.Sort(len(x))
}

func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	d := pdq.Data{
		Less: func(i, j int) bool { return cmp(x[i], x[j]) < 0 },
		Swap: func(i, j int) { x[i], x[j] = x[j], x[i] },
	}
	d.Stable(len(x))
}

func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = min(m, v)
	}
	return m
}

func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) < 0 {
			m = v
		}
	}
	return m
}

func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = max(m, v)
	}
	return m
}

func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) > 0 {
			m = v
		}
	}
	return m
}

func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	i, j := 0, len(x)
	for i < j {
		if h := int(uint(i+j) >> 1); cmp.Less(x[h], target) {
			i = h + 1
		} else {
			j = h
		}
	}
	return i, i < len(x) && (x[i] == target || x[i] != x[i] && target != target)
}

func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	i, j := 0, len(x)
	for i < j {
		if h := int(uint(i+j) >> 1); cmp(x[h], target) < 0 {
			i = h + 1
		} else {
			j = h
		}
	}
	return i, i < len(x) && cmp(x[i], target) == 0
}
