package main

// Seeded sources of math/rand and math/rand/v2 give Go's numbers.

import (
	"math/rand"
	v2 "math/rand/v2"
)

func one() {
	seed := anInt()
	n := 1 + int(uint64(anInt())>>uint(rnd.IntN(62)+1))
	if maybe(50) {
		r := rand.New(rand.NewSource(seed))
		for range 1 + rnd.IntN(8) {
			switch k := rnd.IntN(16); k {
			case 0:
				say(r.Int(), r.Int31(), r.Int63(), r.Uint32(), r.Uint64())
			case 1:
				say(n, r.Intn(n), r.Int63n(int64(n)))
			case 2:
				say(r.Int31n(int32(1 + n%1e9)))
			case 3:
				say(r.Float64(), r.Float32())
			case 4, 5:
				say(r.NormFloat64(), r.ExpFloat64())
			case 6:
				say(r.Perm(rnd.IntN(12)))
			case 7:
				s := []byte("abcdefghijkl")
				r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
				say(s)
			case 8:
				b := make([]byte, rnd.IntN(20))
				m, err := r.Read(b)
				say(m, err == nil, b)
			case 9:
				r.Seed(int64(n))
			case 10:
				z := rand.NewZipf(r, 1+rnd.Float64(), 1+rnd.Float64()*5, uint64(n%1000))
				say(z.Uint64(), z.Uint64())
			default:
				h := 0
				for range 50 * k {
					h = h*31 + r.Intn(256)
				}
				say(h)
			}
		}
		return
	}
	var source v2.Source = v2.NewPCG(uint64(seed), uint64(n))
	var key [32]byte
	if maybe(50) {
		for i := range key {
			key[i] = byte(rnd.Uint32())
		}
		source = v2.NewChaCha8(key)
	}
	r := v2.New(source)
	for range 1 + rnd.IntN(8) {
		switch k := rnd.IntN(16); k {
		case 0:
			say(r.Int(), r.Int32(), r.Int64(), r.Uint32(), r.Uint64(), r.Uint())
		case 1:
			say(n, r.IntN(n), r.Int64N(int64(n)), r.Uint64N(uint64(n)), r.UintN(uint(n)))
		case 2:
			say(r.Int32N(int32(1+n%1e9)), r.Uint32N(uint32(1+n%1e9)))
		case 3:
			say(r.Float64(), r.Float32())
		case 4, 5:
			say(r.NormFloat64(), r.ExpFloat64())
		case 6:
			say(r.Perm(rnd.IntN(12)))
		case 7:
			s := []byte("abcdefghijkl")
			r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
			say(s)
		case 8:
			switch s := source.(type) {
			case *v2.ChaCha8:
				b := make([]byte, rnd.IntN(20))
				m, err := s.Read(b)
				say(m, err == nil, b)
				t, err := s.MarshalBinary()
				say(t)
				say(err == nil)
				var again v2.ChaCha8
				say(again.UnmarshalBinary(t) == nil, again.Uint64())
			case *v2.PCG:
				t, err := s.MarshalBinary()
				say(t, err == nil)
				var again v2.PCG
				say(again.UnmarshalBinary(t) == nil, again.Uint64())
			}
		case 9:
			switch s := source.(type) {
			case *v2.ChaCha8:
				s.Seed(key)
			case *v2.PCG:
				s.Seed(1, uint64(n))
			}
		case 10:
			z := v2.NewZipf(r, 1+rnd.Float64(), 1+rnd.Float64()*5, uint64(n%1000))
			say(z.Uint64(), z.Uint64())
		default:
			h := 0
			for range 50 * k {
				h = h*31 + r.IntN(256)
			}
			say(h)
		}
	}
}
