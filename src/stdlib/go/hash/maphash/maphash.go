// Package maphash: hashes of bytes, strings and comparable values that differ from run to run by their seed.
package maphash

import (
	"errors"
	"hash"
	"math"
	"math/rand/v2"
	"reflect"
)

// Seed says which of the many hash functions it is. The zero one is none.
type Seed struct {
	s uint64
}

// MakeSeed makes a new seed.
func MakeSeed() Seed {
	for {
		if s := rand.Uint64(); s != 0 {
			return Seed{s}
		}
	}
}

// Hasher hashes and compares values of a type.
type Hasher[T any] interface {
	Hash(hash *Hash, value T)
	Equal(x, y T) bool
}

// ComparableHasher is the Hasher that == goes with.
type ComparableHasher[T comparable] struct {
	_ [0]func(T)
}

func (ComparableHasher[T]) Hash(h *Hash, v T) { WriteComparable(h, v) }
func (ComparableHasher[T]) Equal(x, y T) bool { return x == y }

const (
	prime = 0x9e3779b97f4a7c15
	blend = 0xbf58476d1ce4e5b9
)

func mix(h, v uint64) uint64 {
	h = (h ^ v) * blend
	h ^= h >> 31
	h *= prime
	return h ^ h>>29
}

// Hash takes bytes in and gives their hash. The zero one chooses a seed when it is first used.
type Hash struct {
	_     [0]func()
	seed  Seed
	state uint64
	tail  uint64
	n     uint64
}

var _ hash.Hash64 = (*Hash)(nil)

func (h *Hash) start() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

func (h *Hash) add(c byte) {
	h.tail = h.tail<<8 | uint64(c)
	h.n++
	if h.n%8 == 0 {
		h.state = mix(h.state, h.tail)
		h.tail = 0
	}
}

func (h *Hash) Write(b []byte) (int, error) {
	h.start()
	for _, c := range b {
		h.add(c)
	}
	return len(b), nil
}

func (h *Hash) WriteString(s string) (int, error) {
	h.start()
	for i := 0; i < len(s); i++ {
		h.add(s[i])
	}
	return len(s), nil
}

func (h *Hash) WriteByte(b byte) error {
	h.start()
	h.add(b)
	return nil
}

// Sum64 is the hash of what came so far.
func (h *Hash) Sum64() uint64 {
	h.start()
	return mix(mix(h.state, h.tail), h.n)
}

func (h *Hash) Sum(b []byte) []byte {
	x := h.Sum64()
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>shift))
	}
	return b
}

func (h *Hash) Seed() Seed {
	h.start()
	return h.seed
}

func (h *Hash) SetSeed(seed Seed) {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	h.seed = seed
	h.Reset()
}

func (h *Hash) Reset() {
	h.start()
	h.state, h.tail, h.n = h.seed.s, 0, 0
}

func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return 128 }

// Clone copies the hash with what it took in.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.start()
	r := *h
	return &r, nil
}

// Bytes is the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.Write(b)
	return h.Sum64()
}

// String is the hash of s, that of its bytes.
func String(seed Seed, s string) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.WriteString(s)
	return h.Sum64()
}

// Comparable is the hash of v: equal values have equal ones.
func Comparable[T comparable](seed Seed, v T) uint64 {
	var h Hash
	h.SetSeed(seed)
	WriteComparable(&h, v)
	return h.Sum64()
}

// WriteComparable adds v to what h took in.
func WriteComparable[T comparable](h *Hash, x T) {
	h.start()
	v := reflect.ValueOf(x)
	if !v.IsValid() || reflect.TypeFor[T]().Kind() == reflect.Interface {
		v = reflect.ValueOf(&x).Elem()
	}
	write(h, v)
}

func word(h *Hash, x uint64) {
	for shift := 0; shift < 64; shift += 8 {
		h.add(byte(x >> shift))
	}
}

func float(h *Hash, f float64) {
	switch {
	case f == 0:
		// Both zeros are equal.
		word(h, 0)
	case f != f:
		// No NaN equals any other.
		word(h, rand.Uint64())
	default:
		word(h, math.Float64bits(f))
	}
}

func write(h *Hash, v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			h.add(1)
		} else {
			h.add(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		word(h, uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		word(h, v.Uint())
	case reflect.Float32, reflect.Float64:
		float(h, v.Float())
	case reflect.Complex64, reflect.Complex128:
		float(h, real(v.Complex()))
		float(h, imag(v.Complex()))
	case reflect.String:
		word(h, uint64(v.Len()))
		h.WriteString(v.String())
	case reflect.Array:
		for i := range v.Len() {
			write(h, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			// Fields named _ are not compared.
			if v.Type().Field(i).Name != "_" {
				write(h, v.Field(i))
			}
		}
	case reflect.Interface:
		if v.IsNil() {
			h.add(0)
			return
		}
		h.add(1)
		h.WriteString(v.Elem().Type().String())
		write(h, v.Elem())
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		word(h, uint64(v.Pointer()))
	default:
		panic(errors.New("hash of unhashable type " + v.Type().String()))
	}
}
