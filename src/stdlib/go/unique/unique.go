// Package unique: one pointer for all equal values.
package unique

import "sync"

var (
	mu    sync.Mutex
	known = map[any]any{}
)

type Handle[T comparable] struct{ value *T }

func Make[T comparable](value T) Handle[T] {
	mu.Lock()
	defer mu.Unlock()
	if p, ok := known[value].(*T); ok {
		return Handle[T]{p}
	}
	p := new(T)
	*p = value
	known[value] = p
	return Handle[T]{p}
}

func (h Handle[T]) Value() T { return *h.value }
