package main

type MS string
type MI int8
type MC complex64

func main() {
	println(float32(0.1), 0.1, 1e21, 1e20, 1e-5, 123456789.0, float32(1)/3, 1.0/3)
	println(1, int8(-3), uint8(200), "s", true, 'x', complex(1, 2), complex64(complex(0.1, -2)))
	println(MS("ms"), MI(3), MC(1), uintptr(9), uint64(1<<63))
	println()
	print("a", 1, 2, "b", 3.5, "\n")
	var z float64
	println(1/z, -1/z, z/z, -z, 100.0, 1e6, 1.5e300, 5e-324)
	println(0x1p-1074, float32(1e-45), float32(3.4e38), 16777216.0, float32(16777216))
}
