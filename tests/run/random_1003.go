package main

import (
	"fmt"
	"strings"
)

type S struct {
	a int
	b string
	c []int
	d [2]int8
}

func (s S) M(x int) int  { cnt++; s.a += x; return s.a }
func (s *S) P(x int) int { s.a += x; return s.a }
func (s S) W(x int) S    { s.a = x; cnt++; return s }

var cnt int

func use(x ...any)                     {}
func join(a string, b []string) string { return a + strings.Join(b, ",") }
func ix(i, n int) int {
	i %= n
	if i < 0 {
		i += n
	}
	return i
}
func arrp(a [3]int) *[3]int { a[1]++; return &a }
func ptr(s S) *S            { return &s }
func anyint(a any) int {
	if n, ok := a.(int); ok {
		return n
	}
	return -1
}
func sum(x ...int) (t int) {
	for _, v := range x {
		t += v
	}
	return
}
func gid[T any](x T) T { cnt++; return x }
func seq(n int) func(func(int) bool) {
	return func(y func(int) bool) {
		for i := range ix(n, 4) {
			if !y(i) {
				return
			}
		}
	}
}
func show(x any) string {
	switch y := x.(type) {
	case *S:
		if y == nil {
			return "nil"
		}
		return fmt.Sprint("&", *y)
	}
	return fmt.Sprint(x)
}

var g0_0 int = k_int_0
var g0_1 int = k_int_1
var g1_0 int8 = k_int8_0
var g1_1 int8 = k_int8_1
var g2_0 uint8 = k_uint8_0
var g2_1 uint8 = k_uint8_0
var g3_0 uint16 = k_uint16_0
var g3_1 uint16 = k_uint16_0
var g4_0 int64 = k_int64_0
var g4_1 int64 = k_int64_1
var g5_0 uint32 = k_uint32_0
var g5_1 uint32 = k_uint32_1
var g6_0 int32 = k_int32_0
var g6_1 int32 = k_int32_0
var g7_0 uint = k_uint_0
var g7_1 uint = k_uint_1
var g8_0 float64 = float64(-2)
var g8_1 float64 = float64(100)
var g9_0 string = ks3
var g9_1 string = ks3
var g10_0 bool = true
var g10_1 bool = true
var g11_0 []int = ksl(0)
var g11_1 []int = ksl(3)
var g12_0 [3]int = [3]int{1, 4}
var g12_1 [3]int = [3]int{2, 4}
var g13_0 S = S{a: 3, b: "s1", c: []int{7}, d: [2]int8{6, 1}}
var g13_1 S = S{a: 6, b: "s5", c: []int{6}, d: [2]int8{9, 1}}
var g14_0 *S = &S{a: 9, b: "s2", c: []int{8}, d: [2]int8{0, 1}}
var g14_1 *S = &S{a: 8, b: "s7", c: []int{0}, d: [2]int8{0, 1}}
var g15_0 map[string]int = map[string]int{"a": 5, "b": 2}
var g15_1 map[string]int = map[string]int{"a": 2, "b": 2}
var g16_0 map[int]S = map[int]S{1: S{a: 3, b: "s6", c: []int{8}, d: [2]int8{6, 1}}}
var g16_1 map[int]S = map[int]S{1: S{a: 7, b: "s8", c: []int{9}, d: [2]int8{0, 1}}}
var g17_0 any = any(ks3)
var g17_1 any = any([3]int{5, 2})
var g18_0 []string = []string{"q", "q", "p"}
var g18_1 []string = []string{"p", "q"}
var g19_0 float32 = float32(100)
var g19_1 float32 = float32(0.1)

//go:noinline
func f_0(x int) int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_0 = k_int8_0
	return x
}

//go:noinline
func f_1(x int8) int8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g3_0 = k_uint16_0
	return x
}

//go:noinline
func f_2(x uint8) uint8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g9_0 = ks3
	return x
}

//go:noinline
func f_3(x uint16) uint16 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g10_1 = false
	return x
}

//go:noinline
func f_4(x int64) int64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_0 = k_int8_2
	return x
}

//go:noinline
func f_5(x uint32) uint32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g19_1 = float32(-2)
	return x
}

//go:noinline
func f_6(x int32) int32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g12_0 = [3]int{5, 3}
	return x
}

//go:noinline
func f_7(x uint) uint {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g9_0 = ks1
	return x
}

//go:noinline
func f_8(x float64) float64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g15_0 = map[string]int{"a": 6, "b": 2}
	return x
}

//go:noinline
func f_9(x string) string {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_1 = k_int8_0
	return x
}

//go:noinline
func f_10(x bool) bool {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_0 = k_int8_2
	return x
}

//go:noinline
func f_11(x []int) []int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g7_0 = k_uint_1
	return x
}

//go:noinline
func f_12(x [3]int) [3]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g2_0 = k_uint8_0
	return x
}

//go:noinline
func f_13(x S) S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g11_1 = ksl(0)
	return x
}

//go:noinline
func f_14(x *S) *S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g6_0 = k_int32_1
	return x
}

//go:noinline
func f_15(x map[string]int) map[string]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_0 = k_int8_1
	return x
}

//go:noinline
func f_16(x map[int]S) map[int]S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g17_0 = any(k_uint8_2)
	return x
}

//go:noinline
func f_17(x any) any {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g5_0 = k_uint32_2
	return x
}

//go:noinline
func f_18(x []string) []string {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_0 = k_int8_7
	return x
}

//go:noinline
func f_19(x float32) float32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g0_0 = k_int_1
	return x
}

func t0(v1 int, v2 string, v3 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	g11_0 = g11_0
	v4 := append([]string{g9_1, g9_1}, ks2[1:])
	use(v4)
	g10_0 = (!(g4_0 < g4_0) && (!true || !true))
	if -g6_1 >= -g6_0 {
		g19_0 = (float32(max(g2_1, g2_1)) * (f_19(g19_1) * (g19_0 / g19_1)))
		fmt.Println(g7_1, g8_0, g6_0)
	} else {
		v5, ok5 := g15_1[fmt.Sprint(g16_1[k_int_9], sum(k_int_2, g0_1))]
		use(v5, ok5)
	}
	fmt.Println(g12_0, g11_1, g12_1)
	g12_0[(g11_0[ix(v1, 3)])] = sum((anyint(g17_1) / (ksl(2))[ix(len(g9_1), 3)]), v1)
	defer func(x *S) { fmt.Println("deferred", show(x)) }(g14_1)
	fmt.Println(g19_1, g5_1, g5_1)
	defer func(x any) { fmt.Println("deferred", show(x)) }(g17_0)
	return v1, (gid(g9_0) + f_9(g9_1) + (g9_1 + g9_1 + g9_1))
}

func t1(v6 int, v7 string, v8 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	switch v9 := g17_0.(type) {
	case int:
		use(v9)
		g18_0 = (append(g18_1, f_9(g9_0)))[:1]
	case string, bool:
		fmt.Println("sb", v9)
	default:
		fmt.Printf("%T\n", v9)
	}
	switch join(fmt.Sprint(float64(1e10), g0_1), g18_1) {
	case g9_1, (f_9(ks2))[1:]:
		g16_1 = g16_0
		v10 := map[int]S{g0_0: S{k_int_1, v7, g11_0, [2]int8{g1_1, g1_1}}}
		use(v10)
	case string([]byte(g9_0)):
		v11, ok11 := g15_0[g9_0]
		use(v11, ok11)
	default:
		v12 := ^(int32(g4_1))
		use(v12)
	}
	v13, ok13 := g15_0[v7]
	use(v13, ok13)
	switch -g2_1 {
	case g2_0, -(g9_1[ix((ksl(2))[0], 2)]):
		g15_0, g19_0 = g15_1, max(float32(g8_0), g19_0)
		defer func(x any) { fmt.Println("deferred", show(x)) }(any(g10_0))
	case (g2_0 - g2_0):
		switch g2_0 {
		case g2_1, g2_1:
			g3_1 = f_3((g3_0 - max(g3_1, g3_1)))
			for v14 := range seq(g15_1[v7]) {
				use(v14)
				g13_0.c = ([]int{min(g0_0, v14), (S{a: 9, b: "s1", c: []int{0}, d: [2]int8{7, 1}}).M(k_int_8)})[1:]
				g8_0 = g8_1
				if g10_1 && g10_1 {
					break
				}
			}
		case ^g2_1:
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(v6, g6_0, g4_1)
				fmt.Println(g4_1, g6_1, g15_1)
				fmt.Println(g5_0, g4_1, g4_1)
			}()
			fallthrough
		default:
			v15 := uint((k_uint_2 * g7_1))
			use(v15)
		}
		fallthrough
	default:
		v16, ok16 := g15_0[((S{a: 0, b: "s1", c: []int{6}, d: [2]int8{2, 1}}).b + (g9_0 + g9_1 + v7) + v8.b)]
		use(v16, ok16)
	}
	defer func(x float64) { fmt.Println("deferred", show(x)) }(float64(k_int8_9))
	switch v13 {
	case v13, (func() int { return v13 }() - v6):
		g18_0[2] = fmt.Sprint(*arrp(f_12([3]int{3, 1})), v6)
		fn16 := func(v18 int) int {
			v19, ok19 := g15_0[g9_1]
			use(v19, ok19)
			if uint16(g7_1) > g3_0 {
				v20 := join(join(ks1, g18_1), []string{v7, g9_1})
				use(v20)
				g7_0--
			} else {
				v21 := ptr(f_13(S{a: 9, b: "s9", c: []int{9}, d: [2]int8{1, 1}}))
				use(v21)
			}
			return g15_1[fmt.Sprint(g17_0, k_int_3)]
		}
		g11_1[0] = fn16(g12_0[1]) + gid(k_int_3)
	case len(g16_1):
		v22 := g15_0
		use(v22)
	default:
		v23 := g16_0[v13]
		use(v23)
	}
	g8_1 = g8_0
	v24 := g8_0
	use(v24)
	v25 := g6_1
	use(v25)
	return min(max(v6, v6), g0_0), f_9((ks3 + g9_0 + g9_0))
}

func t2(v26 int, v27 string, v28 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	fn28 := func(v30 int) int {
		switch v31 := (any(g10_1)).(type) {
		case int:
			use(v31)
			switch v32 := (any((k_uint8_7 != g2_0))).(type) {
			case int:
				use(v32)
				fmt.Println(g8_1, g7_0, g15_1)
			case string, bool:
				fmt.Println("sb", v32)
			default:
				fmt.Printf("%T\n", v32)
			}
		case string, bool:
			fmt.Println("sb", v31)
		default:
			fmt.Printf("%T\n", v31)
		}
		fmt.Println(g1_0, g11_1, g19_0)
		return int(g3_0)
	}
	g15_0[v27[0:]] = fn28(v26) + v26
	v33 := sum(f_0(k_int_3), g12_1[(g15_0[g9_1])])
	use(v33)
	v34 := v28.W(f_0(k_int_5))
	use(v34)
	v28.b = (fmt.Sprint(&S{a: v33, b: ks2}, v26) + string([]byte(g9_1)))
	v35 := min((g6_0 % g6_0), (g6_0 & g6_0))
	use(v35)
	fmt.Println(g13_1, g8_0, g19_1)
	if g10_1 || g10_0 {
		fn35 := func(v37 int) int {
			fmt.Println(g10_1, g8_1, g16_1)
			fmt.Println(v35, g15_1, g5_1)
			return v28.M(g11_0[ix(g12_1[2], 3)])
		}
		g0_0 = fn35(len(g16_1)) + g0_0
		v38 := anyint(any(g9_1))
		use(v38)
	} else {
		fmt.Println(g15_0, g1_0, g7_1)
	}
	fmt.Println(g2_1, g18_1, g18_1)
	for v39 := 0; v39 < 3; v39++ {
		use(v39)
		switch v40 := (any(f_14(g14_0))).(type) {
		case int:
			use(v40)
			defer func(x uint8) { fmt.Println("deferred", show(x)) }((g2_0 | g2_0))
		case string, bool:
			fmt.Println("sb", v40)
		default:
			fmt.Printf("%T\n", v40)
		}
		v41, ok41 := g15_1[f_9(v27)]
		use(v41, ok41)
	}
	return (min(g12_1[1], g14_0.a) &^ len(append(g11_0, k_int_0))), gid((v27 + ks3))
}

func t3(v42 int, v43 string, v44 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	switch g2_1 - -g2_1 {
	case g2_0, min(g9_1[ix((k_int_4*v42), 2)], -k_uint8_5):
		defer func(x any) { fmt.Println("deferred", show(x)) }(g17_1)
		g19_0 = (f_19(float32(float64(1e10))) / f_19(f_19(g19_1)))
	case max(g2_0, k_uint8_11):
		for v45, v46 := range [3]int{f_0(g0_1), g0_0, g0_0} {
			use(v45, v46)
			for v47 := range seq(v42) {
				use(v47)
				g6_0--
				fmt.Println(g8_1, g13_1, v43)
			}
			v48, ok48 := g15_0[g9_1]
			use(v48, ok48)
		}
	default:
		g5_1, g15_0[min(v43, g9_0)] = f_5(g5_0), g0_1
	}
	v44.d[1]--
	if g10_0 && (g8_1 == float64(3)) {
		g4_1, g14_0.a = ^g4_1, int(uint16(g5_1))
		fmt.Println(g19_0, g11_1, g5_0)
	} else {
		v49 := fmt.Sprint(^g2_1, int(k_int64_3))
		use(v49)
	}
	for v50, v51 := range [3]int{g14_1.P(g0_0), g0_0, len(g16_0)} {
		use(v50, v51)
		g4_1 /= ^(max(g4_1, g4_1))
		g15_1 = g15_0
	}
	v52 := g14_1
	use(v52)
	v53 := ptr(g13_0.W(k_int_4))
	use(v53)
	fmt.Println(g2_0, g15_0, g10_0)
	v54 := g10_1
	use(v54)
	for v55, v56 := range *arrp([3]int{g0_0, k_int_1, k_int_10}) {
		use(v55, v56)
		for v57, v58 := range g12_1 {
			use(v57, v58)
			for v59, v60 := range g12_1 {
				use(v59, v60)
				fmt.Println(g3_0, v42, g18_1)
				g12_1[2]++
			}
			for v61 := range seq(g0_1) {
				use(v61)
				fmt.Println(g12_0, g4_1, g18_0)
				fmt.Println(v42, g3_1, g13_0)
				if !v54 {
					continue
				}
			}
		}
		v62 := append(([]string{})[:1], (ks3 + g9_0 + v43))
		use(v62)
	}
	return (S{g14_1.P(g0_1), min(v43, ks2), f_11(g11_0), [2]int8{f_1(g1_1), int8(g2_1)}}).a, join(string([]byte(v43)), g18_1[:1])
}

func t4(v63 int, v64 string, v65 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	g3_0, g14_0 = -g3_1, f_14(ptr(v65))
	v66, ok66 := g15_1[string([]byte(f_9(g9_0)))]
	use(v66, ok66)
	g7_1 = g7_0
	for v67, v68 := range []int{len(g16_0), gid(k_int_6)} {
		use(v67, v68)
		g18_0[ix(v63, 3)] = min((*g14_1).b, g9_0)
		g5_1 = ^(^k_uint32_11 << (g2_1 & 7))
	}
	v69, ok69 := g15_0[join((ks0+v64), ([]string{"q", "p", "q"})[:0])]
	use(v69, ok69)
	g10_1 = g10_0
	g14_1.b = (fmt.Sprint(f_8(g8_0), v66) + g9_0[ix(max(k_int_9, v63), 3):] + (string([]byte(v64)))[ix(cap(g12_1[:1:2]), 3):])
	switch v70 := (any(-g8_0)).(type) {
	case int:
		use(v70)
		for v71 := 0; v71 < 1; v71++ {
			use(v71)
			for v72, v73 := range g11_1[1:] {
				use(v72, v73)
				fmt.Println(g1_0, g2_1, v65)
				fmt.Println(g1_0, g5_1, g6_1)
			}
			v74 := g16_0
			use(v74)
		}
	case string, bool:
		fmt.Println("sb", v70)
	default:
		fmt.Printf("%T\n", v70)
	}
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			fn74 := func(v76 int) int {
				v77 := (!true || (g10_1 && false))
				use(v77)
				fmt.Println(g16_0, g16_0, g16_0)
				return len(g11_1)
			}
			g14_0.a = fn74(len(g16_0)) + f_0(v63)
			v78 := (g1_1 % (g1_1 / g1_0))
			use(v78)
			g11_0[ix(max(k_int_9, v69), 3)] = f_0(g0_0)
		}()
		switch v79 := (any(g12_1[1])).(type) {
		case int:
			use(v79)
			for v80 := range seq(v66) {
				use(v80)
				g7_0 *= g7_0
				v81 := string([]byte(g9_0))
				use(v81)
			}
		case string, bool:
			fmt.Println("sb", v79)
		default:
			fmt.Printf("%T\n", v79)
		}
		g1_1, g13_0.c = max(int8(g5_0), f_1(g1_0)), (f_11(g11_1))[1:]
	}()
	return f_0(((S{a: 0, b: "s8", c: []int{4}, d: [2]int8{9, 1}}).a % anyint(g17_0))), g9_1[0:]
}

func t5(v82 int, v83 string, v84 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	g3_0 *= g3_1
	for v85 := 0; v85 < 2; v85++ {
		use(v85)
		v86 := g3_0
		use(v86)
		v87 := g11_0[:0]
		use(v87)
	}
	if f_10((g10_0 && false)) {
		g18_0, g15_1 = g18_1, g15_0
		fn87 := func(v89 int) int {
			for v90, v91 := range g12_0 {
				use(v90, v91)
				g15_0 = map[string]int{(g9_0 + fmt.Sprint(g7_0, k_int_7)): len(g16_0)}
				fmt.Println(g0_1, g10_0, g7_1)
			}
			v92, ok92 := g15_0[fmt.Sprint((S{a: 9, b: "s9", c: []int{8}, d: [2]int8{3, 1}}).c, g0_0)]
			use(v92, ok92)
			return g14_0.a
		}
		g12_0[1] = fn87(-k_int_1) + -v82
	} else {
		fmt.Println(g13_0, g3_1, g12_1)
	}
	if g10_0 && !true {
		g15_0 = map[string]int{(v83 + join(g9_1, g18_1) + f_9(ks3)): g0_1}
		v93, ok93 := g15_0[string([]byte(min(v83, ks3)))]
		use(v93, ok93)
	} else {
		switch v94 := g17_1.(type) {
		case int:
			use(v94)
			switch f_0(-v82) {
			case g0_1, g0_1:
				v95 := g7_0
				use(v95)
				fmt.Println(g12_0, g5_1, g4_0)
			case sum():
				fmt.Println(g4_1, g12_1, g18_1)
			default:
				fmt.Println(g16_1, g1_0, g5_0)
			}
		case string, bool:
			fmt.Println("sb", v94)
		default:
			fmt.Printf("%T\n", v94)
		}
	}
	if g10_0 {
		g8_1 = float64(max(max(g8_0, g8_0), g8_0))
		g10_0 = !(int64(g3_1) < g4_1)
	} else {
		v96 := v84
		use(v96)
	}
	if g10_1 {
		v97 := make([]int, ix(g13_1.M(g0_0), 4))
		use(v97)
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			switch v98 := (any(g10_1)).(type) {
			case int:
				use(v98)
				fmt.Println(g3_0, g2_0, g12_1)
			case string, bool:
				fmt.Println("sb", v98)
			default:
				fmt.Printf("%T\n", v98)
			}
			g7_1 -= g7_1
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(g8_1, g12_0, g3_1)
				g8_1, g5_1 = g8_0, ((g5_0 / k_uint32_10) << ((k_uint8_2 / g2_0) & 7))
				fmt.Println(g15_0, g3_1, g10_1)
			}()
		}()
	} else {
		g6_1--
	}
	v84.c = append([]int(nil), append(make([]int, ix(g0_0, 4)), len(v83), g14_1.P(v82))...)
	for v99 := range seq(g0_0) {
		use(v99)
		fn99 := func(v101 int) int {
			for v102 := 0; v102 < 1; v102++ {
				use(v102)
				fmt.Println(g8_1, g7_0, g4_0)
				fmt.Println(g6_1, g18_0, g7_0)
			}
			switch g9_1 {
			case g9_0, (string([]byte(ks0)))[0:]:
				fmt.Println(g13_1, g13_0, g3_1)
				fmt.Println(g19_0, g16_0, g12_0)
			case fmt.Sprint(g18_0, v101):
				fmt.Println(g13_1, g19_1, g9_0)
			default:
				fmt.Println(g4_0, g4_1, g1_1)
			}
			return cap(g12_0[:1:2])
		}
		g11_0[0] = fn99(g14_1.a) + g15_1[g9_0]
		v103, ok103 := g15_1[fmt.Sprint(g16_1, g12_0[0])]
		use(v103, ok103)
		if g10_0 && g10_1 {
			break
		}
	}
	v104 := g15_1[f_9(g9_0)]
	use(v104)
	return v82, string([]byte(v84.b))
}

func main() {
	fmt.Println(t0(2, "p", S{a: 1, b: "s3", c: []int{4}, d: [2]int8{6, 1}}))
	fmt.Println(t1(3, "p", S{a: 0, b: "s1", c: []int{7}, d: [2]int8{5, 1}}))
	fmt.Println(t2(-2, "p", S{a: 9, b: "s9", c: []int{4}, d: [2]int8{9, 1}}))
	fmt.Println(t3(8, "p", S{a: 9, b: "s4", c: []int{8}, d: [2]int8{4, 1}}))
	fmt.Println(t4(2, "p", S{a: 4, b: "s5", c: []int{5}, d: [2]int8{3, 1}}))
	fmt.Println(t5(5, "p", S{a: 1, b: "s9", c: []int{1}, d: [2]int8{2, 1}}))
	fmt.Println(show(g0_0), show(g0_1), show(g1_0), show(g1_1), show(g2_0), show(g2_1), show(g3_0), show(g3_1), show(g4_0), show(g4_1), show(g5_0), show(g5_1), show(g6_0), show(g6_1), show(g7_0), show(g7_1), show(g8_0), show(g8_1), show(g9_0), show(g9_1), show(g10_0), show(g10_1), show(g11_0), show(g11_1), show(g12_0), show(g12_1), show(g13_0), show(g13_1), show(g14_0), show(g14_1), show(g15_0), show(g15_1), show(g16_0), show(g16_1), show(g17_0), show(g17_1), show(g18_0), show(g18_1), show(g19_0), show(g19_1))
}

var ks0, ks1, ks2, ks3 = "a", "héllo", "", "xyz"

func ksl(n int) []int { return []int{3, -1, 4, 1}[:n] }

var k_int_0 int = 1
var k_int_1 int = 5
var k_int_2 int = 6
var k_int_3 int = 2
var k_int_4 int = 8
var k_int_5 int = 6
var k_int_6 int = 6
var k_int_7 int = 5
var k_int_8 int = -4
var k_int_9 int = -4
var k_int_10 int = -3
var k_int_11 int = 6
var k_int8_0 int8 = 7
var k_int8_1 int8 = 4
var k_int8_2 int8 = 3
var k_int8_3 int8 = 79
var k_int8_4 int8 = 1
var k_int8_5 int8 = 6
var k_int8_6 int8 = -2
var k_int8_7 int8 = 78
var k_int8_8 int8 = 9
var k_int8_9 int8 = -7
var k_int8_10 int8 = -3
var k_int8_11 int8 = 83
var k_uint8_0 uint8 = 151
var k_uint8_1 uint8 = 16
var k_uint8_2 uint8 = 121
var k_uint8_3 uint8 = 6
var k_uint8_4 uint8 = 4
var k_uint8_5 uint8 = 9
var k_uint8_6 uint8 = 163
var k_uint8_7 uint8 = 52
var k_uint8_8 uint8 = 4
var k_uint8_9 uint8 = 4
var k_uint8_10 uint8 = 3
var k_uint8_11 uint8 = 4
var k_uint16_0 uint16 = 8031
var k_uint16_1 uint16 = 8
var k_uint16_2 uint16 = 9
var k_uint16_3 uint16 = 9
var k_uint16_4 uint16 = 56728
var k_uint16_5 uint16 = 5
var k_uint16_6 uint16 = 40936
var k_uint16_7 uint16 = 63011
var k_uint16_8 uint16 = 4
var k_uint16_9 uint16 = 54718
var k_uint16_10 uint16 = 45217
var k_uint16_11 uint16 = 5
var k_int64_0 int64 = 1
var k_int64_1 int64 = 79
var k_int64_2 int64 = -11
var k_int64_3 int64 = -97
var k_int64_4 int64 = -52
var k_int64_5 int64 = 83
var k_int64_6 int64 = 5
var k_int64_7 int64 = 4
var k_int64_8 int64 = -36
var k_int64_9 int64 = 97
var k_int64_10 int64 = 0
var k_int64_11 int64 = 4
var k_uint32_0 uint32 = 6
var k_uint32_1 uint32 = 1094630148
var k_uint32_2 uint32 = 8
var k_uint32_3 uint32 = 442349874
var k_uint32_4 uint32 = 2
var k_uint32_5 uint32 = 4
var k_uint32_6 uint32 = 7
var k_uint32_7 uint32 = 1518103122
var k_uint32_8 uint32 = 2624740855
var k_uint32_9 uint32 = 3875318252
var k_uint32_10 uint32 = 763766761
var k_uint32_11 uint32 = 9
var k_int32_0 int32 = -1046303677
var k_int32_1 int32 = 1593576885
var k_int32_2 int32 = 1665069275
var k_int32_3 int32 = 9
var k_int32_4 int32 = 1870855939
var k_int32_5 int32 = 589761084
var k_int32_6 int32 = 9
var k_int32_7 int32 = 2
var k_int32_8 int32 = 1397519866
var k_int32_9 int32 = -280792705
var k_int32_10 int32 = -719449288
var k_int32_11 int32 = 9
var k_uint_0 uint = 6
var k_uint_1 uint = 7
var k_uint_2 uint = 2
var k_uint_3 uint = 0
var k_uint_4 uint = 6
var k_uint_5 uint = 4
var k_uint_6 uint = 2
var k_uint_7 uint = 3
var k_uint_8 uint = 9
var k_uint_9 uint = 0
var k_uint_10 uint = 7
var k_uint_11 uint = 1
