// Package weak: pointers that do not keep what they point to.
package weak

import "unsafe"

func weakWord(p unsafe.Pointer) unsafe.Pointer

type Pointer[T any] struct {
	_    [0]*T
	word unsafe.Pointer
}

func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	return Pointer[T]{word: weakWord(unsafe.Pointer(ptr))}
}

func (p Pointer[T]) Value() *T {
	if p.word == nil {
		return nil
	}
	return *(**T)(p.word)
}
