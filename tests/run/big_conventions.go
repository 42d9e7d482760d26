// Calls around the sizes where parameters and results begin to travel in objects: directly, as values of functions and methods,
// through interfaces, under go and defer, and by reflect. Written by a random generator.
package main

import (
	"fmt"
	"reflect"
)

type S3 struct {
	a int
	b string
	c bool
}
type S10 struct{ A, B, C, D, E, F, G, H, I, J int }
type W [50]int
type E struct{}
type er int

func (e er) Error() string { return fmt.Sprint("er", int(e)) }

func p(n int) *int { return &n }
func show(xs ...any) {
	for _, x := range xs {
		switch x := x.(type) {
		case *int:
			fmt.Print("*", *x, " ")
		case W:
			fmt.Print("W", x[0], x[1], " ")
		default:
			fmt.Printf("%v ", x)
		}
	}
	fmt.Println()
}
func vals(in []reflect.Value) {
	for _, v := range in {
		show(v.Interface())
	}
}

type R1 struct{ k int }
type R2 struct{ k, l int }
type R0 struct{}
type RW [60]int
type RP int

func f0(a0 [5]int32, a1 string, a2 []int, a3 any, a4 map[string]int, a5 string, a6 *int, a7 string, a8 []int, a9 complex128, a10 complex128, a11 []int, a12 S3, a13 []int, a14 complex128, a15 string, a16 any, a17 S3, a18 string, a19 [5]int32, a20 string, a21 S3, a22 string, a23 float64, a24 W, a25 complex128, a26 float64, a27 any, a28 W, a29 bool, a30 any, a31 *int, a32 map[string]int, a33 any, a34 []int, a35 string, a36 *int, a37 E, a38 complex128, a39 error, a40 byte, a41 byte, a42 map[string]int, a43 W, a44 S3, a45 bool, a46 S3, a47 []int, rest ...int) (W, E, error, byte, W, []int, any, complex128, bool, error, float64, E, complex128, string, []int, error, error, map[string]int, E, byte, []int, []int, []int) {
	show(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, rest)
	return W{1, 1}, E{}, er(3), 4, W{5, 1}, []int{6}, any(7), complex(8, 1), 9%2 == 0, er(10), 11.5, E{}, complex(13, 1), "s14", []int{15}, er(16), er(17), map[string]int{"k": 18}, E{}, 20, []int{21}, []int{22}, []int{23}
}
func (r R0) M0(a0 [5]int32, a1 string, a2 []int, a3 any, a4 map[string]int, a5 string, a6 *int, a7 string, a8 []int, a9 complex128, a10 complex128, a11 []int, a12 S3, a13 []int, a14 complex128, a15 string, a16 any, a17 S3, a18 string, a19 [5]int32, a20 string, a21 S3, a22 string, a23 float64, a24 W, a25 complex128, a26 float64, a27 any, a28 W, a29 bool, a30 any, a31 *int, a32 map[string]int, a33 any, a34 []int, a35 string, a36 *int, a37 E, a38 complex128, a39 error, a40 byte, a41 byte, a42 map[string]int, a43 W, a44 S3, a45 bool, a46 S3, a47 []int, rest ...int) (W, E, error, byte, W, []int, any, complex128, bool, error, float64, E, complex128, string, []int, error, error, map[string]int, E, byte, []int, []int, []int) {
	show(r)
	show(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, rest)
	return W{24, 1}, E{}, er(26), 27, W{28, 1}, []int{29}, any(30), complex(31, 1), 32%2 == 0, er(33), 34.5, E{}, complex(36, 1), "s37", []int{38}, er(39), er(40), map[string]int{"k": 41}, E{}, 43, []int{44}, []int{45}, []int{46}
}

type I0 interface {
	M0(a0 [5]int32, a1 string, a2 []int, a3 any, a4 map[string]int, a5 string, a6 *int, a7 string, a8 []int, a9 complex128, a10 complex128, a11 []int, a12 S3, a13 []int, a14 complex128, a15 string, a16 any, a17 S3, a18 string, a19 [5]int32, a20 string, a21 S3, a22 string, a23 float64, a24 W, a25 complex128, a26 float64, a27 any, a28 W, a29 bool, a30 any, a31 *int, a32 map[string]int, a33 any, a34 []int, a35 string, a36 *int, a37 E, a38 complex128, a39 error, a40 byte, a41 byte, a42 map[string]int, a43 W, a44 S3, a45 bool, a46 S3, a47 []int, rest ...int) (W, E, error, byte, W, []int, any, complex128, bool, error, float64, E, complex128, string, []int, error, error, map[string]int, E, byte, []int, []int, []int)
}
type O0 struct {
	x string
	R0
}

func f1(a0 [5]int32, a1 map[string]int, a2 int, a3 byte, a4 map[string]int, a5 bool, a6 any, a7 E, a8 string, a9 *int, a10 W, a11 float64, a12 S3, a13 [5]int32, a14 [5]int32, a15 E, a16 []int, a17 bool, a18 byte, a19 [5]int32, a20 S10, a21 float64, a22 complex128, a23 S10, a24 complex128, a25 map[string]int, a26 [5]int32, a27 S3, a28 float64, a29 []int, a30 bool, a31 float64, a32 S3, a33 S3, a34 int, a35 E, a36 bool, a37 S10, a38 W, a39 int, a40 float64, a41 complex128, a42 map[string]int, a43 error, a44 float64, a45 string, a46 byte, a47 [5]int32, a48 [5]int32, a49 [5]int32, a50 int) ([5]int32, string, *int, []int, *int, byte, bool, any, error, string, any, int, float64, any, map[string]int, int, []int, *int, [5]int32, float64, map[string]int, E, int) {
	show(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50)
	return [5]int32{1, 7}, "s2", p(3), []int{4}, p(5), 6, 7%2 == 0, any(8), er(9), "s10", any(11), 12, 13.5, any(14), map[string]int{"k": 15}, 16, []int{17}, p(18), [5]int32{19, 7}, 20.5, map[string]int{"k": 21}, E{}, 23
}
func (r RW) M1(a0 [5]int32, a1 map[string]int, a2 int, a3 byte, a4 map[string]int, a5 bool, a6 any, a7 E, a8 string, a9 *int, a10 W, a11 float64, a12 S3, a13 [5]int32, a14 [5]int32, a15 E, a16 []int, a17 bool, a18 byte, a19 [5]int32, a20 S10, a21 float64, a22 complex128, a23 S10, a24 complex128, a25 map[string]int, a26 [5]int32, a27 S3, a28 float64, a29 []int, a30 bool, a31 float64, a32 S3, a33 S3, a34 int, a35 E, a36 bool, a37 S10, a38 W, a39 int, a40 float64, a41 complex128, a42 map[string]int, a43 error, a44 float64, a45 string, a46 byte, a47 [5]int32, a48 [5]int32, a49 [5]int32, a50 int) ([5]int32, string, *int, []int, *int, byte, bool, any, error, string, any, int, float64, any, map[string]int, int, []int, *int, [5]int32, float64, map[string]int, E, int) {
	show(r)
	show(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50)
	return [5]int32{24, 7}, "s25", p(26), []int{27}, p(28), 29, 30%2 == 0, any(31), er(32), "s33", any(34), 35, 36.5, any(37), map[string]int{"k": 38}, 39, []int{40}, p(41), [5]int32{42, 7}, 43.5, map[string]int{"k": 44}, E{}, 46
}

type I1 interface {
	M1(a0 [5]int32, a1 map[string]int, a2 int, a3 byte, a4 map[string]int, a5 bool, a6 any, a7 E, a8 string, a9 *int, a10 W, a11 float64, a12 S3, a13 [5]int32, a14 [5]int32, a15 E, a16 []int, a17 bool, a18 byte, a19 [5]int32, a20 S10, a21 float64, a22 complex128, a23 S10, a24 complex128, a25 map[string]int, a26 [5]int32, a27 S3, a28 float64, a29 []int, a30 bool, a31 float64, a32 S3, a33 S3, a34 int, a35 E, a36 bool, a37 S10, a38 W, a39 int, a40 float64, a41 complex128, a42 map[string]int, a43 error, a44 float64, a45 string, a46 byte, a47 [5]int32, a48 [5]int32, a49 [5]int32, a50 int) ([5]int32, string, *int, []int, *int, byte, bool, any, error, string, any, int, float64, any, map[string]int, int, []int, *int, [5]int32, float64, map[string]int, E, int)
}
type O1 struct {
	x string
	RW
}

func f2(a0 float64, a1 any, a2 error, a3 S10, a4 E, a5 bool, a6 int, a7 *int, a8 map[string]int, a9 float64, a10 int, a11 W, a12 []int, a13 S10, a14 map[string]int, a15 bool, a16 map[string]int, a17 S3, a18 error, a19 S3, a20 *int, a21 S3, a22 [5]int32, a23 S3, a24 *int, a25 E, a26 map[string]int, a27 int, a28 int, a29 S10, a30 E, a31 S10, a32 *int, a33 map[string]int, a34 byte, a35 map[string]int, a36 map[string]int, a37 []int, a38 S3, a39 any) (S3, E, *int) {
	show(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39)
	return S3{1, "t", true}, E{}, p(3)
}
func (r RW) M2(a0 float64, a1 any, a2 error, a3 S10, a4 E, a5 bool, a6 int, a7 *int, a8 map[string]int, a9 float64, a10 int, a11 W, a12 []int, a13 S10, a14 map[string]int, a15 bool, a16 map[string]int, a17 S3, a18 error, a19 S3, a20 *int, a21 S3, a22 [5]int32, a23 S3, a24 *int, a25 E, a26 map[string]int, a27 int, a28 int, a29 S10, a30 E, a31 S10, a32 *int, a33 map[string]int, a34 byte, a35 map[string]int, a36 map[string]int, a37 []int, a38 S3, a39 any) (S3, E, *int) {
	show(r)
	show(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39)
	return S3{4, "t", true}, E{}, p(6)
}

type I2 interface {
	M2(a0 float64, a1 any, a2 error, a3 S10, a4 E, a5 bool, a6 int, a7 *int, a8 map[string]int, a9 float64, a10 int, a11 W, a12 []int, a13 S10, a14 map[string]int, a15 bool, a16 map[string]int, a17 S3, a18 error, a19 S3, a20 *int, a21 S3, a22 [5]int32, a23 S3, a24 *int, a25 E, a26 map[string]int, a27 int, a28 int, a29 S10, a30 E, a31 S10, a32 *int, a33 map[string]int, a34 byte, a35 map[string]int, a36 map[string]int, a37 []int, a38 S3, a39 any) (S3, E, *int)
}
type O2 struct {
	x string
	RW
}

func f3(a0 map[string]int, a1 any) ([5]int32, *int, E, bool, complex128, error, []int, [5]int32, byte, [5]int32, []int, bool, bool, float64, int, float64, byte, float64, E, map[string]int, float64, float64, int, int, any, float64) {
	show(a0, a1)
	return [5]int32{1, 7}, p(2), E{}, 4%2 == 0, complex(5, 1), er(6), []int{7}, [5]int32{8, 7}, 9, [5]int32{10, 7}, []int{11}, 12%2 == 0, 13%2 == 0, 14.5, 15, 16.5, 17, 18.5, E{}, map[string]int{"k": 20}, 21.5, 22.5, 23, 24, any(25), 26.5
}
func (r R2) M3(a0 map[string]int, a1 any) ([5]int32, *int, E, bool, complex128, error, []int, [5]int32, byte, [5]int32, []int, bool, bool, float64, int, float64, byte, float64, E, map[string]int, float64, float64, int, int, any, float64) {
	show(r)
	show(a0, a1)
	return [5]int32{27, 7}, p(28), E{}, 30%2 == 0, complex(31, 1), er(32), []int{33}, [5]int32{34, 7}, 35, [5]int32{36, 7}, []int{37}, 38%2 == 0, 39%2 == 0, 40.5, 41, 42.5, 43, 44.5, E{}, map[string]int{"k": 46}, 47.5, 48.5, 49, 50, any(51), 52.5
}

type I3 interface {
	M3(a0 map[string]int, a1 any) ([5]int32, *int, E, bool, complex128, error, []int, [5]int32, byte, [5]int32, []int, bool, bool, float64, int, float64, byte, float64, E, map[string]int, float64, float64, int, int, any, float64)
}
type O3 struct {
	x string
	R2
}

func ptr[T any](x T) *T { return &x }

func t0() {
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 := f0([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	g := f0
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = g([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	r := R0{}
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = r.M0([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	mv := r.M0
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = mv([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	me := R0.M0
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = me(r, [5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	var it I0 = r
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = it.M0([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	it = O0{"o", r}
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = it.M0([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	oe := O0.M0
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = oe(O0{"o", r}, [5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	ie := I0.M0
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = ie(it, [5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	func() {
		defer it.M0([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
		defer f0([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
		defer me(r, [5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
		defer I0.M0(it, [5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	}()
	in := []reflect.Value{reflect.ValueOf(&[][5]int32{[5]int32{95, 7}}[0]).Elem(), reflect.ValueOf(&[]string{"s96"}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{97}}[0]).Elem(), reflect.ValueOf(&[]any{any(98)}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 99}}[0]).Elem(), reflect.ValueOf(&[]string{"s100"}[0]).Elem(), reflect.ValueOf(&[]*int{p(101)}[0]).Elem(), reflect.ValueOf(&[]string{"s102"}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{103}}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(104, 1)}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(105, 1)}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{106}}[0]).Elem(), reflect.ValueOf(&[]S3{S3{107, "t", true}}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{108}}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(109, 1)}[0]).Elem(), reflect.ValueOf(&[]string{"s110"}[0]).Elem(), reflect.ValueOf(&[]any{any(111)}[0]).Elem(), reflect.ValueOf(&[]S3{S3{112, "t", true}}[0]).Elem(), reflect.ValueOf(&[]string{"s113"}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{114, 7}}[0]).Elem(), reflect.ValueOf(&[]string{"s115"}[0]).Elem(), reflect.ValueOf(&[]S3{S3{116, "t", true}}[0]).Elem(), reflect.ValueOf(&[]string{"s117"}[0]).Elem(), reflect.ValueOf(&[]float64{118.5}[0]).Elem(), reflect.ValueOf(&[]W{W{119, 1}}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(120, 1)}[0]).Elem(), reflect.ValueOf(&[]float64{121.5}[0]).Elem(), reflect.ValueOf(&[]any{any(122)}[0]).Elem(), reflect.ValueOf(&[]W{W{123, 1}}[0]).Elem(), reflect.ValueOf(&[]bool{124%2 == 0}[0]).Elem(), reflect.ValueOf(&[]any{any(125)}[0]).Elem(), reflect.ValueOf(&[]*int{p(126)}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 127}}[0]).Elem(), reflect.ValueOf(&[]any{any(128)}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{129}}[0]).Elem(), reflect.ValueOf(&[]string{"s130"}[0]).Elem(), reflect.ValueOf(&[]*int{p(131)}[0]).Elem(), reflect.ValueOf(&[]E{E{}}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(133, 1)}[0]).Elem(), reflect.ValueOf(&[]error{er(134)}[0]).Elem(), reflect.ValueOf(&[]byte{135}[0]).Elem(), reflect.ValueOf(&[]byte{136}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 137}}[0]).Elem(), reflect.ValueOf(&[]W{W{138, 1}}[0]).Elem(), reflect.ValueOf(&[]S3{S3{139, "t", true}}[0]).Elem(), reflect.ValueOf(&[]bool{140%2 == 0}[0]).Elem(), reflect.ValueOf(&[]S3{S3{141, "t", true}}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{142}}[0]).Elem()}
	in2 := append(in[:len(in):len(in)], reflect.ValueOf([]int{8, 9}))
	in = append(in, reflect.ValueOf(7))
	vals(reflect.ValueOf(f0).Call(in))
	vals(reflect.ValueOf(f0).CallSlice(in2))
	vals(reflect.ValueOf(r).MethodByName("M0").Call(in))
	vals(reflect.ValueOf(it).MethodByName("M0").Call(in))
	func() {
		defer func() { fmt.Println(recover()) }()
		m, _ := reflect.TypeOf(r).MethodByName("M0")
		vals(m.Func.Call(append([]reflect.Value{reflect.ValueOf(r)}, in...)))
	}()
	made := reflect.MakeFunc(reflect.TypeOf(f0), func(in []reflect.Value) []reflect.Value {
		vals(in)
		return reflect.ValueOf(f0).CallSlice(in)
	})
	g = made.Interface().(func(a0 [5]int32, a1 string, a2 []int, a3 any, a4 map[string]int, a5 string, a6 *int, a7 string, a8 []int, a9 complex128, a10 complex128, a11 []int, a12 S3, a13 []int, a14 complex128, a15 string, a16 any, a17 S3, a18 string, a19 [5]int32, a20 string, a21 S3, a22 string, a23 float64, a24 W, a25 complex128, a26 float64, a27 any, a28 W, a29 bool, a30 any, a31 *int, a32 map[string]int, a33 any, a34 []int, a35 string, a36 *int, a37 E, a38 complex128, a39 error, a40 byte, a41 byte, a42 map[string]int, a43 W, a44 S3, a45 bool, a46 S3, a47 []int, rest ...int) (W, E, error, byte, W, []int, any, complex128, bool, error, float64, E, complex128, string, []int, error, error, map[string]int, E, byte, []int, []int, []int))
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = g([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	vals(made.Call(in))
	bm := reflect.ValueOf(it).MethodByName("M0").Interface().(func(a0 [5]int32, a1 string, a2 []int, a3 any, a4 map[string]int, a5 string, a6 *int, a7 string, a8 []int, a9 complex128, a10 complex128, a11 []int, a12 S3, a13 []int, a14 complex128, a15 string, a16 any, a17 S3, a18 string, a19 [5]int32, a20 string, a21 S3, a22 string, a23 float64, a24 W, a25 complex128, a26 float64, a27 any, a28 W, a29 bool, a30 any, a31 *int, a32 map[string]int, a33 any, a34 []int, a35 string, a36 *int, a37 E, a38 complex128, a39 error, a40 byte, a41 byte, a42 map[string]int, a43 W, a44 S3, a45 bool, a46 S3, a47 []int, rest ...int) (W, E, error, byte, W, []int, any, complex128, bool, error, float64, E, complex128, string, []int, error, error, map[string]int, E, byte, []int, []int, []int))
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = bm([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	done := make(chan bool)
	go func() {
		defer close(done)
		g([5]int32{47, 7}, "s48", []int{49}, any(50), map[string]int{"k": 51}, "s52", p(53), "s54", []int{55}, complex(56, 1), complex(57, 1), []int{58}, S3{59, "t", true}, []int{60}, complex(61, 1), "s62", any(63), S3{64, "t", true}, "s65", [5]int32{66, 7}, "s67", S3{68, "t", true}, "s69", 70.5, W{71, 1}, complex(72, 1), 73.5, any(74), W{75, 1}, 76%2 == 0, any(77), p(78), map[string]int{"k": 79}, any(80), []int{81}, "s82", p(83), E{}, complex(85, 1), er(86), 87, 88, map[string]int{"k": 89}, W{90, 1}, S3{91, "t", true}, 92%2 == 0, S3{93, "t", true}, []int{94}, 1, 2)
	}()
	<-done
}
func t1() {
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 := f1([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	g := f1
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = g([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	r := RW{1}
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = r.M1([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	mv := r.M1
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = mv([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	me := RW.M1
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = me(r, [5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	var it I1 = r
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = it.M1([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	it = O1{"o", r}
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = it.M1([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	oe := O1.M1
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = oe(O1{"o", r}, [5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	ie := I1.M1
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = ie(it, [5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	func() {
		defer it.M1([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
		defer f1([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
		defer me(r, [5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
		defer I1.M1(it, [5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	}()
	in := []reflect.Value{reflect.ValueOf(&[][5]int32{[5]int32{98, 7}}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 99}}[0]).Elem(), reflect.ValueOf(&[]int{100}[0]).Elem(), reflect.ValueOf(&[]byte{101}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 102}}[0]).Elem(), reflect.ValueOf(&[]bool{103%2 == 0}[0]).Elem(), reflect.ValueOf(&[]any{any(104)}[0]).Elem(), reflect.ValueOf(&[]E{E{}}[0]).Elem(), reflect.ValueOf(&[]string{"s106"}[0]).Elem(), reflect.ValueOf(&[]*int{p(107)}[0]).Elem(), reflect.ValueOf(&[]W{W{108, 1}}[0]).Elem(), reflect.ValueOf(&[]float64{109.5}[0]).Elem(), reflect.ValueOf(&[]S3{S3{110, "t", true}}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{111, 7}}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{112, 7}}[0]).Elem(), reflect.ValueOf(&[]E{E{}}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{114}}[0]).Elem(), reflect.ValueOf(&[]bool{115%2 == 0}[0]).Elem(), reflect.ValueOf(&[]byte{116}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{117, 7}}[0]).Elem(), reflect.ValueOf(&[]S10{S10{A: 118}}[0]).Elem(), reflect.ValueOf(&[]float64{119.5}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(120, 1)}[0]).Elem(), reflect.ValueOf(&[]S10{S10{A: 121}}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(122, 1)}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 123}}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{124, 7}}[0]).Elem(), reflect.ValueOf(&[]S3{S3{125, "t", true}}[0]).Elem(), reflect.ValueOf(&[]float64{126.5}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{127}}[0]).Elem(), reflect.ValueOf(&[]bool{128%2 == 0}[0]).Elem(), reflect.ValueOf(&[]float64{129.5}[0]).Elem(), reflect.ValueOf(&[]S3{S3{130, "t", true}}[0]).Elem(), reflect.ValueOf(&[]S3{S3{131, "t", true}}[0]).Elem(), reflect.ValueOf(&[]int{132}[0]).Elem(), reflect.ValueOf(&[]E{E{}}[0]).Elem(), reflect.ValueOf(&[]bool{134%2 == 0}[0]).Elem(), reflect.ValueOf(&[]S10{S10{A: 135}}[0]).Elem(), reflect.ValueOf(&[]W{W{136, 1}}[0]).Elem(), reflect.ValueOf(&[]int{137}[0]).Elem(), reflect.ValueOf(&[]float64{138.5}[0]).Elem(), reflect.ValueOf(&[]complex128{complex(139, 1)}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 140}}[0]).Elem(), reflect.ValueOf(&[]error{er(141)}[0]).Elem(), reflect.ValueOf(&[]float64{142.5}[0]).Elem(), reflect.ValueOf(&[]string{"s143"}[0]).Elem(), reflect.ValueOf(&[]byte{144}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{145, 7}}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{146, 7}}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{147, 7}}[0]).Elem(), reflect.ValueOf(&[]int{148}[0]).Elem()}
	vals(reflect.ValueOf(f1).Call(in))
	vals(reflect.ValueOf(r).MethodByName("M1").Call(in))
	vals(reflect.ValueOf(it).MethodByName("M1").Call(in))
	func() {
		defer func() { fmt.Println(recover()) }()
		m, _ := reflect.TypeOf(r).MethodByName("M1")
		vals(m.Func.Call(append([]reflect.Value{reflect.ValueOf(r)}, in...)))
	}()
	made := reflect.MakeFunc(reflect.TypeOf(f1), func(in []reflect.Value) []reflect.Value {
		vals(in)
		return reflect.ValueOf(f1).Call(in)
	})
	g = made.Interface().(func(a0 [5]int32, a1 map[string]int, a2 int, a3 byte, a4 map[string]int, a5 bool, a6 any, a7 E, a8 string, a9 *int, a10 W, a11 float64, a12 S3, a13 [5]int32, a14 [5]int32, a15 E, a16 []int, a17 bool, a18 byte, a19 [5]int32, a20 S10, a21 float64, a22 complex128, a23 S10, a24 complex128, a25 map[string]int, a26 [5]int32, a27 S3, a28 float64, a29 []int, a30 bool, a31 float64, a32 S3, a33 S3, a34 int, a35 E, a36 bool, a37 S10, a38 W, a39 int, a40 float64, a41 complex128, a42 map[string]int, a43 error, a44 float64, a45 string, a46 byte, a47 [5]int32, a48 [5]int32, a49 [5]int32, a50 int) ([5]int32, string, *int, []int, *int, byte, bool, any, error, string, any, int, float64, any, map[string]int, int, []int, *int, [5]int32, float64, map[string]int, E, int))
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = g([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	vals(made.Call(in))
	bm := reflect.ValueOf(it).MethodByName("M1").Interface().(func(a0 [5]int32, a1 map[string]int, a2 int, a3 byte, a4 map[string]int, a5 bool, a6 any, a7 E, a8 string, a9 *int, a10 W, a11 float64, a12 S3, a13 [5]int32, a14 [5]int32, a15 E, a16 []int, a17 bool, a18 byte, a19 [5]int32, a20 S10, a21 float64, a22 complex128, a23 S10, a24 complex128, a25 map[string]int, a26 [5]int32, a27 S3, a28 float64, a29 []int, a30 bool, a31 float64, a32 S3, a33 S3, a34 int, a35 E, a36 bool, a37 S10, a38 W, a39 int, a40 float64, a41 complex128, a42 map[string]int, a43 error, a44 float64, a45 string, a46 byte, a47 [5]int32, a48 [5]int32, a49 [5]int32, a50 int) ([5]int32, string, *int, []int, *int, byte, bool, any, error, string, any, int, float64, any, map[string]int, int, []int, *int, [5]int32, float64, map[string]int, E, int))
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22 = bm([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22)
	done := make(chan bool)
	go func() {
		defer close(done)
		g([5]int32{47, 7}, map[string]int{"k": 48}, 49, 50, map[string]int{"k": 51}, 52%2 == 0, any(53), E{}, "s55", p(56), W{57, 1}, 58.5, S3{59, "t", true}, [5]int32{60, 7}, [5]int32{61, 7}, E{}, []int{63}, 64%2 == 0, 65, [5]int32{66, 7}, S10{A: 67}, 68.5, complex(69, 1), S10{A: 70}, complex(71, 1), map[string]int{"k": 72}, [5]int32{73, 7}, S3{74, "t", true}, 75.5, []int{76}, 77%2 == 0, 78.5, S3{79, "t", true}, S3{80, "t", true}, 81, E{}, 83%2 == 0, S10{A: 84}, W{85, 1}, 86, 87.5, complex(88, 1), map[string]int{"k": 89}, er(90), 91.5, "s92", 93, [5]int32{94, 7}, [5]int32{95, 7}, [5]int32{96, 7}, 97)
	}()
	<-done
}
func t2() {
	x0, x1, x2 := f2(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	g := f2
	x0, x1, x2 = g(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	r := RW{2}
	x0, x1, x2 = r.M2(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	mv := r.M2
	x0, x1, x2 = mv(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	me := RW.M2
	x0, x1, x2 = me(r, 7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	var it I2 = r
	x0, x1, x2 = it.M2(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	it = O2{"o", r}
	x0, x1, x2 = it.M2(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	oe := O2.M2
	x0, x1, x2 = oe(O2{"o", r}, 7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	ie := I2.M2
	x0, x1, x2 = ie(it, 7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	func() {
		defer it.M2(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
		defer f2(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
		defer me(r, 7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
		defer I2.M2(it, 7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	}()
	in := []reflect.Value{reflect.ValueOf(&[]float64{47.5}[0]).Elem(), reflect.ValueOf(&[]any{any(48)}[0]).Elem(), reflect.ValueOf(&[]error{er(49)}[0]).Elem(), reflect.ValueOf(&[]S10{S10{A: 50}}[0]).Elem(), reflect.ValueOf(&[]E{E{}}[0]).Elem(), reflect.ValueOf(&[]bool{52%2 == 0}[0]).Elem(), reflect.ValueOf(&[]int{53}[0]).Elem(), reflect.ValueOf(&[]*int{p(54)}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 55}}[0]).Elem(), reflect.ValueOf(&[]float64{56.5}[0]).Elem(), reflect.ValueOf(&[]int{57}[0]).Elem(), reflect.ValueOf(&[]W{W{58, 1}}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{59}}[0]).Elem(), reflect.ValueOf(&[]S10{S10{A: 60}}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 61}}[0]).Elem(), reflect.ValueOf(&[]bool{62%2 == 0}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 63}}[0]).Elem(), reflect.ValueOf(&[]S3{S3{64, "t", true}}[0]).Elem(), reflect.ValueOf(&[]error{er(65)}[0]).Elem(), reflect.ValueOf(&[]S3{S3{66, "t", true}}[0]).Elem(), reflect.ValueOf(&[]*int{p(67)}[0]).Elem(), reflect.ValueOf(&[]S3{S3{68, "t", true}}[0]).Elem(), reflect.ValueOf(&[][5]int32{[5]int32{69, 7}}[0]).Elem(), reflect.ValueOf(&[]S3{S3{70, "t", true}}[0]).Elem(), reflect.ValueOf(&[]*int{p(71)}[0]).Elem(), reflect.ValueOf(&[]E{E{}}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 73}}[0]).Elem(), reflect.ValueOf(&[]int{74}[0]).Elem(), reflect.ValueOf(&[]int{75}[0]).Elem(), reflect.ValueOf(&[]S10{S10{A: 76}}[0]).Elem(), reflect.ValueOf(&[]E{E{}}[0]).Elem(), reflect.ValueOf(&[]S10{S10{A: 78}}[0]).Elem(), reflect.ValueOf(&[]*int{p(79)}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 80}}[0]).Elem(), reflect.ValueOf(&[]byte{81}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 82}}[0]).Elem(), reflect.ValueOf(&[]map[string]int{map[string]int{"k": 83}}[0]).Elem(), reflect.ValueOf(&[][]int{[]int{84}}[0]).Elem(), reflect.ValueOf(&[]S3{S3{85, "t", true}}[0]).Elem(), reflect.ValueOf(&[]any{any(86)}[0]).Elem()}
	vals(reflect.ValueOf(f2).Call(in))
	vals(reflect.ValueOf(r).MethodByName("M2").Call(in))
	vals(reflect.ValueOf(it).MethodByName("M2").Call(in))
	func() {
		defer func() { fmt.Println(recover()) }()
		m, _ := reflect.TypeOf(r).MethodByName("M2")
		vals(m.Func.Call(append([]reflect.Value{reflect.ValueOf(r)}, in...)))
	}()
	made := reflect.MakeFunc(reflect.TypeOf(f2), func(in []reflect.Value) []reflect.Value {
		vals(in)
		return reflect.ValueOf(f2).Call(in)
	})
	g = made.Interface().(func(a0 float64, a1 any, a2 error, a3 S10, a4 E, a5 bool, a6 int, a7 *int, a8 map[string]int, a9 float64, a10 int, a11 W, a12 []int, a13 S10, a14 map[string]int, a15 bool, a16 map[string]int, a17 S3, a18 error, a19 S3, a20 *int, a21 S3, a22 [5]int32, a23 S3, a24 *int, a25 E, a26 map[string]int, a27 int, a28 int, a29 S10, a30 E, a31 S10, a32 *int, a33 map[string]int, a34 byte, a35 map[string]int, a36 map[string]int, a37 []int, a38 S3, a39 any) (S3, E, *int))
	x0, x1, x2 = g(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	vals(made.Call(in))
	bm := reflect.ValueOf(it).MethodByName("M2").Interface().(func(a0 float64, a1 any, a2 error, a3 S10, a4 E, a5 bool, a6 int, a7 *int, a8 map[string]int, a9 float64, a10 int, a11 W, a12 []int, a13 S10, a14 map[string]int, a15 bool, a16 map[string]int, a17 S3, a18 error, a19 S3, a20 *int, a21 S3, a22 [5]int32, a23 S3, a24 *int, a25 E, a26 map[string]int, a27 int, a28 int, a29 S10, a30 E, a31 S10, a32 *int, a33 map[string]int, a34 byte, a35 map[string]int, a36 map[string]int, a37 []int, a38 S3, a39 any) (S3, E, *int))
	x0, x1, x2 = bm(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	show(x0, x1, x2)
	done := make(chan bool)
	go func() {
		defer close(done)
		g(7.5, any(8), er(9), S10{A: 10}, E{}, 12%2 == 0, 13, p(14), map[string]int{"k": 15}, 16.5, 17, W{18, 1}, []int{19}, S10{A: 20}, map[string]int{"k": 21}, 22%2 == 0, map[string]int{"k": 23}, S3{24, "t", true}, er(25), S3{26, "t", true}, p(27), S3{28, "t", true}, [5]int32{29, 7}, S3{30, "t", true}, p(31), E{}, map[string]int{"k": 33}, 34, 35, S10{A: 36}, E{}, S10{A: 38}, p(39), map[string]int{"k": 40}, 41, map[string]int{"k": 42}, map[string]int{"k": 43}, []int{44}, S3{45, "t", true}, any(46))
	}()
	<-done
}
func t3() {
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 := f3(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	g := f3
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = g(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	r := R2{3, 2}
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = r.M3(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	mv := r.M3
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = mv(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	me := R2.M3
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = me(r, map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	var it I3 = r
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = it.M3(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	it = O3{"o", r}
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = it.M3(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	oe := O3.M3
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = oe(O3{"o", r}, map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	ie := I3.M3
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = ie(it, map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	func() {
		defer it.M3(map[string]int{"k": 53}, any(54))
		defer f3(map[string]int{"k": 53}, any(54))
		defer me(r, map[string]int{"k": 53}, any(54))
		defer I3.M3(it, map[string]int{"k": 53}, any(54))
	}()
	in := []reflect.Value{reflect.ValueOf(&[]map[string]int{map[string]int{"k": 55}}[0]).Elem(), reflect.ValueOf(&[]any{any(56)}[0]).Elem()}
	vals(reflect.ValueOf(f3).Call(in))
	vals(reflect.ValueOf(r).MethodByName("M3").Call(in))
	vals(reflect.ValueOf(it).MethodByName("M3").Call(in))
	func() {
		defer func() { fmt.Println(recover()) }()
		m, _ := reflect.TypeOf(r).MethodByName("M3")
		vals(m.Func.Call(append([]reflect.Value{reflect.ValueOf(r)}, in...)))
	}()
	made := reflect.MakeFunc(reflect.TypeOf(f3), func(in []reflect.Value) []reflect.Value {
		vals(in)
		return reflect.ValueOf(f3).Call(in)
	})
	g = made.Interface().(func(a0 map[string]int, a1 any) ([5]int32, *int, E, bool, complex128, error, []int, [5]int32, byte, [5]int32, []int, bool, bool, float64, int, float64, byte, float64, E, map[string]int, float64, float64, int, int, any, float64))
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = g(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	vals(made.Call(in))
	bm := reflect.ValueOf(it).MethodByName("M3").Interface().(func(a0 map[string]int, a1 any) ([5]int32, *int, E, bool, complex128, error, []int, [5]int32, byte, [5]int32, []int, bool, bool, float64, int, float64, byte, float64, E, map[string]int, float64, float64, int, int, any, float64))
	x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25 = bm(map[string]int{"k": 53}, any(54))
	show(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, x20, x21, x22, x23, x24, x25)
	done := make(chan bool)
	go func() { defer close(done); g(map[string]int{"k": 53}, any(54)) }()
	<-done
}
func main() {
	t0()
	t1()
	t2()
	t3()
}
