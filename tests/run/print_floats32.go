package main

func main() {
	f := float32(0.1)
	println(f, f*3, float64(f))
	c := complex64(complex(f, f))
	println(c, complex128(c))
}
