package main

import (
	"fmt"
	"math/rand"
	r2 "math/rand/v2"
)

func main() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(100), r.Intn(100), r.Int63(), r.Float64(), r.Perm(8), r.Int31n(7), r.Uint32(), r.Uint64(), r.Float32(), r.Int())
	s := []string{"a", "b", "c", "d", "e"}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	for range 6 {
		fmt.Print(r.NormFloat64(), " ", r.ExpFloat64(), " ")
	}
	sum := 0.0
	for range 3000 {
		sum += r.NormFloat64() + r.ExpFloat64()
	}
	fmt.Println(sum)
	b := make([]byte, 10)
	r.Read(b)
	fmt.Println(b)
	r.Seed(1)
	fmt.Println(r.Intn(1000), r.Intn(1<<40))
	z := rand.New(rand.NewSource(0))
	for range 1300 {
		z.Int63()
	}
	fmt.Println(z.Int63())
	p := r2.New(r2.NewPCG(1, 2))
	fmt.Println(p.Uint64(), p.IntN(100), p.Float64(), p.Perm(5), p.Int32N(10), p.NormFloat64(), p.ExpFloat64(), p.Uint32(), p.Int(), p.Int64N(1e12), p.Float32())
	c := r2.NewChaCha8([32]byte([]byte("chacha8: 32-byte seed for golang")))
	var x uint64
	for range 1000 {
		x = x*31 + c.Uint64()
	}
	fmt.Println(x, c.Uint64())
	c.Read(b)
	fmt.Println(b)
	n := rand.Intn(10)
	fmt.Println(n >= 0 && n < 10, r2.N(5) < 5, r2.IntN(3) < 3)
	defer func() { fmt.Println(recover()) }()
	rand.Intn(0)
}
