// Package pdq sorts by comparing and swapping places. It makes the same comparisons and swaps as Go's pattern-defeating quicksort,
// so that equal elements end up in the same order.
package pdq

// Data is something with numbered places.
type Data struct {
	Less func(i, j int) bool
	Swap func(i, j int)
}

const (
	unknown = iota
	increasing
	decreasing
)

func width(n int) int {
	w := 0
	for ; n > 0; n >>= 1 {
		w++
	}
	return w
}

// Sort sorts n places.
func (d *Data) Sort(n int) { d.quick(0, n, width(n)) }

func (d *Data) insertion(a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && d.Less(j, j-1); j-- {
			d.Swap(j, j-1)
		}
	}
}

func (d *Data) sift(lo, hi, first int) {
	for root := lo; ; {
		child := 2*root + 1
		if child >= hi {
			return
		}
		if child+1 < hi && d.Less(first+child, first+child+1) {
			child++
		}
		if !d.Less(first+root, first+child) {
			return
		}
		d.Swap(first+root, first+child)
		root = child
	}
}

func (d *Data) heap(a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		d.sift(i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		d.Swap(a, a+i)
		d.sift(0, i, a)
	}
}

func (d *Data) quick(a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			d.insertion(a, b)
			return
		}
		if limit == 0 {
			d.heap(a, b)
			return
		}
		if !balanced {
			d.scatter(a, b)
			limit--
		}
		pivot, hint := d.choose(a, b)
		if hint == decreasing {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				d.Swap(i, j)
			}
			pivot = b - 1 - (pivot - a)
			hint = increasing
		}
		if balanced && partitioned && hint == increasing && d.nearly(a, b) {
			return
		}
		if a > 0 && !d.Less(a-1, pivot) {
			// Nothing is below the pivot: put what equals it aside.
			a = d.partitionEqual(a, b, pivot)
			continue
		}
		var mid int
		mid, partitioned = d.partition(a, b, pivot)
		left, right := mid-a, b-mid
		if left < right {
			balanced = left >= n/8
			d.quick(a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			d.quick(mid+1, b, limit)
			b = mid
		}
	}
}

func (d *Data) partition(a, b, pivot int) (mid int, already bool) {
	d.Swap(a, pivot)
	i, j := a+1, b-1
	for already = true; ; already = false {
		for i <= j && d.Less(i, a) {
			i++
		}
		for i <= j && !d.Less(j, a) {
			j--
		}
		if i > j {
			d.Swap(j, a)
			return j, already
		}
		d.Swap(i, j)
		i++
		j--
	}
}

func (d *Data) partitionEqual(a, b, pivot int) int {
	d.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !d.Less(a, i) {
			i++
		}
		for i <= j && d.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		d.Swap(i, j)
		i++
		j--
	}
}

// nearly tries to finish what is almost in order.
func (d *Data) nearly(a, b int) bool {
	i := a + 1
	for range 5 {
		for i < b && !d.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		d.Swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && d.Less(j, j-1); j-- {
				d.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && d.Less(j, j-1); j++ {
				d.Swap(j, j-1)
			}
		}
	}
	return false
}

func (d *Data) scatter(a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint64(1)<<width(n) - 1
	middle := a + n/4*2
	for i := middle - 1; i <= middle+1; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(random & mask)
		if other >= n {
			other -= n
		}
		d.Swap(i, a+other)
	}
}

func (d *Data) choose(a, b int) (pivot, hint int) {
	n := b - a
	swaps := 0
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= 50 {
			i = d.median(i-1, i, i+1, &swaps)
			j = d.median(j-1, j, j+1, &swaps)
			k = d.median(k-1, k, k+1, &swaps)
		}
		j = d.median(i, j, k, &swaps)
	}
	switch swaps {
	case 0:
		return j, increasing
	case 12:
		return j, decreasing
	}
	return j, unknown
}

func (d *Data) median(a, b, c int, swaps *int) int {
	if d.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	if d.Less(c, b) {
		*swaps++
		b, c = c, b
	}
	if d.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	return b
}

// Stable sorts n places and keeps the order of equal ones.
func (d *Data) Stable(n int) {
	size := 20
	a, b := 0, size
	for b <= n {
		d.insertion(a, b)
		a, b = b, b+size
	}
	d.insertion(a, n)
	for ; size < n; size *= 2 {
		a, b = 0, 2*size
		for b <= n {
			d.merge(a, a+size, b)
			a, b = b, b+2*size
		}
		if m := a + size; m < n {
			d.merge(a, m, n)
		}
	}
}

// merge merges a:m and m:b in place (SymMerge of Kim and Kutzner).
func (d *Data) merge(a, m, b int) {
	if m-a == 1 {
		i, j := m, b
		for i < j {
			if h := (i + j) / 2; d.Less(h, a) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := a; k < i-1; k++ {
			d.Swap(k, k+1)
		}
		return
	}
	if b-m == 1 {
		i, j := a, m
		for i < j {
			if h := (i + j) / 2; !d.Less(m, h) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := m; k > i; k-- {
			d.Swap(k, k-1)
		}
		return
	}
	mid := (a + b) / 2
	n := mid + m
	start, r := a, m
	if m > mid {
		start, r = n-b, mid
	}
	for p := n - 1; start < r; {
		c := (start + r) / 2
		if !d.Less(p-c, c) {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	if start < m && m < end {
		d.rotate(start, m, end)
	}
	if a < start && start < mid {
		d.merge(a, start, mid)
	}
	if mid < end && end < b {
		d.merge(mid, end, b)
	}
}

func (d *Data) swapRange(a, b, n int) {
	for i := range n {
		d.Swap(a+i, b+i)
	}
}

func (d *Data) rotate(a, m, b int) {
	i, j := m-a, b-m
	for i != j {
		if i > j {
			d.swapRange(m-i, m, j)
			i -= j
		} else {
			d.swapRange(m-i, m+j-i, i)
			j -= i
		}
	}
	d.swapRange(m-i, m, i)
}
