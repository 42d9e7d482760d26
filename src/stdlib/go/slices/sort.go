package slices

import (
	"cmp"
	"internal/pdq"
)

func sortInts(s []int)
func sortFloats(s []float64) bool
func sortStrings(s []string)

// Sort sorts; equal elements cannot be told apart, so any way will do.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	switch s := any([]E(x)).(type) {
	case []int:
		sortInts(s)
	case []float64:
		if !sortFloats(s) {
			quick(s)
		}
	case []string:
		sortStrings(s)
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
