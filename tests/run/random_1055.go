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
var g1_1 int8 = k_int8_0
var g2_0 uint8 = k_uint8_0
var g2_1 uint8 = k_uint8_1
var g3_0 uint16 = k_uint16_0
var g3_1 uint16 = k_uint16_1
var g4_0 int64 = k_int64_0
var g4_1 int64 = k_int64_1
var g5_0 uint32 = k_uint32_0
var g5_1 uint32 = k_uint32_1
var g6_0 int32 = k_int32_0
var g6_1 int32 = k_int32_0
var g7_0 uint = k_uint_0
var g7_1 uint = k_uint_0
var g8_0 float64 = float64(1e10)
var g8_1 float64 = float64(100)
var g9_0 string = ks0
var g9_1 string = ks2
var g10_0 bool = true
var g10_1 bool = false
var g11_0 []int = ksl(0)
var g11_1 []int = ksl(2)
var g12_0 [3]int = [3]int{0, 4}
var g12_1 [3]int = [3]int{0, 1}
var g13_0 S = S{a: 8, b: "s9", c: []int{8}, d: [2]int8{4, 1}}
var g13_1 S = S{a: 4, b: "s6", c: []int{6}, d: [2]int8{3, 1}}
var g14_0 *S = &S{a: 0, b: "s6", c: []int{9}, d: [2]int8{7, 1}}
var g14_1 *S = &S{a: 1, b: "s6", c: []int{2}, d: [2]int8{0, 1}}
var g15_0 map[string]int = map[string]int{"a": 3, "b": 2}
var g15_1 map[string]int = map[string]int{"a": 1, "b": 2}
var g16_0 map[int]S = map[int]S{1: S{a: 5, b: "s4", c: []int{1}, d: [2]int8{8, 1}}}
var g16_1 map[int]S = map[int]S{1: S{a: 2, b: "s3", c: []int{9}, d: [2]int8{6, 1}}}
var g17_0 any = any(true)
var g17_1 any = any(false)
var g18_0 []string = []string{"p"}
var g18_1 []string = []string{"q"}
var g19_0 float32 = float32(100)
var g19_1 float32 = float32(3)

//go:noinline
func f_0(x int) int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g12_0 = [3]int{2, 5}
	return x
}

//go:noinline
func f_1(x int8) int8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g6_1 = k_int32_2
	return x
}

//go:noinline
func f_2(x uint8) uint8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g17_1 = any([3]int{3, 5})
	return x
}

//go:noinline
func f_3(x uint16) uint16 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g2_0 = k_uint8_2
	return x
}

//go:noinline
func f_4(x int64) int64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g18_1 = []string{"p"}
	return x
}

//go:noinline
func f_5(x uint32) uint32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g2_0 = k_uint8_2
	return x
}

//go:noinline
func f_6(x int32) int32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g11_0 = ksl(1)
	return x
}

//go:noinline
func f_7(x uint) uint {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_1 = k_int8_1
	return x
}

//go:noinline
func f_8(x float64) float64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g9_1 = ks0
	return x
}

//go:noinline
func f_9(x string) string {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g0_0 = k_int_2
	return x
}

//go:noinline
func f_10(x bool) bool {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g6_0 = k_int32_0
	return x
}

//go:noinline
func f_11(x []int) []int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g16_0 = map[int]S{1: S{a: 0, b: "s5", c: []int{8}, d: [2]int8{6, 1}}}
	return x
}

//go:noinline
func f_12(x [3]int) [3]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g11_1 = ksl(2)
	return x
}

//go:noinline
func f_13(x S) S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g18_0 = []string{"q", "p"}
	return x
}

//go:noinline
func f_14(x *S) *S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g16_1 = map[int]S{1: S{a: 8, b: "s5", c: []int{8}, d: [2]int8{9, 1}}}
	return x
}

//go:noinline
func f_15(x map[string]int) map[string]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g10_1 = true
	return x
}

//go:noinline
func f_16(x map[int]S) map[int]S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g7_1 = k_uint_2
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
	g3_0 = k_uint16_0
	return x
}

//go:noinline
func f_19(x float32) float32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g11_1 = ksl(0)
	return x
}

func t0(v1 int, v2 string, v3 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	defer func(x int8) { fmt.Println("deferred", show(x)) }(g1_0)
	fmt.Println(g4_1, v3, g11_1)
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		g14_0, g5_1 = &g13_0, f_5((g5_0 % g5_1))
		fn3 := func(v5 int) int {
			v6 := uint16(min(g4_1, k_int64_3))
			use(v6)
			g13_1.b, g13_0 = min(join(g9_0, g18_0), f_9(g9_0)), *(f_14(g14_1))
			return (S{a: g0_0}).a
		}
		g14_0.a = fn3(f_0(k_int_5)) + g12_0[0]
		v3 = S{g0_0, f_9((g9_1 + v2)), make([]int, ix(sum(), 4)), [2]int8{max(g13_1.d[0], -g1_0), g1_1}}
	}()
	g14_0.b = fmt.Sprint(S{g11_0[ix((g0_0/g0_1), 3)], g9_0, g11_1, [2]int8{f_1(g1_1), max(g1_0, g1_0)}}, anyint(g17_0))
	for v7, v8 := range g11_0 {
		use(v7, v8)
		v9 := g11_1
		use(v9)
		g13_0.a *= -(f_0(v8))
	}
	for v10 := 0; v10 < 3; v10++ {
		use(v10)
		defer func(x float32) { fmt.Println("deferred", show(x)) }((g19_1 + g19_0))
		v11 := g15_0
		use(v11)
	}
	g3_1--
	g9_0 = join(g9_1[0:], []string{gid(g9_1), g9_0})
	fmt.Println(g10_0, g16_0, g6_1)
	return anyint(g17_0), f_9(g9_1[1:])
}

func t1(v12 int, v13 string, v14 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		v15, ok15 := g15_0[f_9(min(ks2, v13))]
		use(v15, ok15)
		g4_1 = (int64(g6_0) >> (g2_1 & 7))
		g18_0 = g18_1[:0]
	}()
	v16 := g19_0
	use(v16)
	fn16 := func(v18 int) int {
		fmt.Println(g10_0, g13_1, g9_1)
		for v19 := 0; v19 < 2; v19++ {
			use(v19)
			fn19 := func(v21 int) int {
				v22 := g1_1
				use(v22)
				fmt.Println(v18, g3_1, g7_1)
				return g12_0[1]
			}
			g15_1[gid(g9_1)] = fn19(-v18) + int(g3_0)
			g2_1 = g2_1
		}
		return g15_1[v14.b]
	}
	g11_1[0] = fn16((k_int_9 * g0_1)) + anyint(any(ks3))
	switch v23 := (any(g14_0)).(type) {
	case int:
		use(v23)
		v24 := S{g12_0[2], f_9(g9_0), g11_1, [2]int8{min(k_int8_11, g1_1), ^g1_1}}
		use(v24)
	case string, bool:
		fmt.Println("sb", v23)
	default:
		fmt.Printf("%T\n", v23)
	}
	switch v25 := (any((g10_1 || false))).(type) {
	case int:
		use(v25)
		for v26, v27 := range *arrp(*arrp(g12_1)) {
			use(v26, v27)
			g9_0, g14_1 = g9_0, &g13_0
			if anyint(g17_0) < -k_int_0 {
				v28 := g14_1.P(v26)
				use(v28)
				fmt.Println(g8_0, v12, g9_0)
			} else {
				fmt.Println(g19_1, v26, g6_1)
			}
		}
	case string, bool:
		fmt.Println("sb", v25)
	default:
		fmt.Printf("%T\n", v25)
	}
	g6_1++
	fmt.Println(g12_1, v14, g7_1)
	g10_0, g15_0 = f_10(g10_1), g15_0
	g14_1.c = make([]int, ix(f_0(v12), 4))
	return len(g16_1), f_9(g9_1[ix(k_int_1, 3):])
}

func t2(v29 int, v30 string, v31 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	switch v32 := g17_1.(type) {
	case int:
		use(v32)
		v33, ok33 := g15_1[(v31.b)[1:]]
		use(v33, ok33)
	case string, bool:
		fmt.Println("sb", v32)
	default:
		fmt.Printf("%T\n", v32)
	}
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		for v34 := 0; v34 < 2; v34++ {
			use(v34)
			v35 := uint32(g15_1[ks1])
			use(v35)
			g11_1 = append([]int{max(k_int_2, g0_1), len(g16_0)}, ^((S{a: 9, b: "s5", c: []int{9}, d: [2]int8{4, 1}}).M(k_int_10)))
		}
		for v36, v37 := range [3]int{g12_1[1], gid(g0_0), gid(k_int_8)} {
			use(v36, v37)
			v38 := f_10((g9_0 == g9_1))
			use(v38)
			fmt.Println(g19_1, g16_1, g10_1)
		}
		g8_1 = g8_1
	}()
	if g10_0 {
		switch v39 := (f_17(any(ks3))).(type) {
		case int:
			use(v39)
			fmt.Println(g12_0, g13_0, g10_1)
		case string, bool:
			fmt.Println("sb", v39)
		default:
			fmt.Printf("%T\n", v39)
		}
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			g14_1.d[ix(f_0(g0_1), 2)] = ((g1_1 << ((k_uint8_10 >> (g2_0 & 7)) & 7)) << (^g2_0 & 7))
			v40 := S{g0_1, join(v30, g18_1), g13_0.c, [2]int8{max(g1_1, g1_1), ^k_int8_4}}
			use(v40)
			v41 := g16_1[min(k_int_11, v29)]
			use(v41)
		}()
	} else {
		for v42 := 0; v42 < 3; v42++ {
			use(v42)
			v43 := g12_0[:]
			use(v43)
			for v44 := 0; v44 < 1; v44++ {
				use(v44)
				v45 := (g2_0 << (^g2_1 & 7))
				use(v45)
				fmt.Println(g4_1, g10_1, g18_0)
			}
		}
	}
	v46 := g3_1
	use(v46)
	for v47 := range seq(sum(v29)) {
		use(v47)
		v48 := g16_1
		use(v48)
		*g14_0 = g13_1
		if f_10(g10_0) {
			continue
		}
	}
	v49 := f_17(any(false))
	use(v49)
	v50 := (min(v46, g3_0) - f_3(g3_0))
	use(v50)
	fn50 := func(v52 int) int {
		for v53, v54 := range make([]int, ix(len(g16_1), 4)) {
			use(v53, v54)
			fmt.Println(g2_1, g6_0, g8_0)
			for v55 := 0; v55 < 1; v55++ {
				use(v55)
				fmt.Println(g3_0, g18_1, g16_0)
				g18_1 = f_18([]string{fmt.Sprint(g2_0, k_int_0), g13_0.b})
			}
		}
		fmt.Println(g7_0, g9_1, g5_1)
		return (cap(g12_1[:1:2]) << (g2_1 & 7))
	}
	g0_0 = fn50(g0_0) + anyint(v49)
	v56 := append([]int(nil), append(ksl(1), g0_0)...)
	use(v56)
	return sum(g11_0[ix(v29, 3)], f_0(g14_0.P(g0_0)), (min(g0_0, v29) >> ((g2_0 / g2_1) & 7))), (g9_0 + v30 + g9_1)
}

func t3(v57 int, v58 string, v59 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	for v60, v61 := range g12_0[:] {
		use(v60, v61)
		for v62, v63 := range f_11(g11_1) {
			use(v62, v63)
			fmt.Println(g4_1, g3_0, g11_1)
			g6_0 *= g6_1
		}
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			fmt.Println(g8_0, v61, g7_0)
			v64, ok64 := g15_0[min(g9_1, gid(v58))]
			use(v64, ok64)
			g2_1++
		}()
	}
	switch v57 {
	case g0_0, -(f_0(g0_1)):
		g3_1 = ((^g3_0 >> (-g2_0 & 7)) / ^(g3_0 << (k_uint8_10 & 7)))
		g12_0[1] = g0_0
	case g14_0.a:
		g14_0 = &S{a: (len(g16_0) &^ g0_0), b: ((ks3 + v58) + join(v58, []string{}))}
	default:
		v65 := (min(g6_1, g6_0) ^ (g6_0 | g6_1))
		use(v65)
	}
	if max(g5_1, g5_1) != uint32(g6_0) {
		g2_1++
		v66 := v57
		use(v66)
	} else {
		g5_0 /= min(g5_1, uint32(g5_1))
	}
	v67 := g14_1.P(v57)
	use(v67)
	v68 := !(!g10_0)
	use(v68)
	g4_1 = min(max((k_int64_1+g4_1), g4_0), min(^g4_1, max(g4_0, k_int64_10)))
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		g4_0--
		g0_0, v59 = g14_1.P(len(ksl(0))), S{min(k_int_9, g0_1), g9_1, g11_1[0:], [2]int8{int8(k_int64_0), g13_0.d[0]}}
		switch g0_1 {
		case g0_1, -(^v67):
			fmt.Println(g16_1, g6_0, v68)
			g9_0, g5_1 = v58, g5_1
		case (g0_0 & v67):
			fn68 := func(v70 int) int {
				fmt.Println(g18_1, v58, g16_1)
				fmt.Println(g13_1, g16_1, g13_1)
				return max((S{a: 3, b: "s3", c: []int{4}, d: [2]int8{6, 1}}).a, v57)
			}
			g13_0.c[1] = fn68(g0_1) + v57
		default:
			g14_1.b = fmt.Sprint(g9_0[ix(func() int { return v57 }(), 3):], gid(g0_1))
		}
	}()
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		*g14_1 = S{f_0(g13_0.M(k_int_9)), string([]byte(min(ks0, ks3))), append(g11_0, v57), [2]int8{g1_0, f_1(max(k_int8_11, k_int8_3))}}
		v67 = g0_0
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			g16_0 = map[int]S{len(append(g11_0, v57)): g13_1}
			v71 := join(string([]byte(g9_0)), g18_0)
			use(v71)
			v72, ok72 := g15_1[string([]byte(g9_0))]
			use(v72, ok72)
		}()
	}()
	v73 := g7_0
	use(v73)
	return g12_1[1], min(v59.b, (v58 + v58))
}

func t4(v74 int, v75 string, v76 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	v77 := (g7_0 / (k_uint_10 + g7_1))
	use(v77)
	v78 := g5_1
	use(v78)
	for v79 := range seq(len(ks1)) {
		use(v79)
		g3_1--
		for v80 := 0; v80 < 1; v80++ {
			use(v80)
			g13_1 = g16_1[^v79]
			g14_0.b, g11_1 = string([]byte(join(g9_1, g18_0))), make([]int, ix((S{a: 9, b: "s0", c: []int{6}, d: [2]int8{3, 1}}).a, 4))
		}
		if g10_1 {
			break
		}
	}
	v81, ok81 := g15_1[f_9(g9_0[1:])]
	use(v81, ok81)
	switch v82 := (f_17(any(g10_1))).(type) {
	case int:
		use(v82)
		v83 := ^(-k_int64_0)
		use(v83)
	case string, bool:
		fmt.Println("sb", v82)
	default:
		fmt.Printf("%T\n", v82)
	}
	fmt.Println(g4_1, g6_0, g2_0)
	v76.b = fmt.Sprint(float32(f_2(g2_1)), int((g3_0 << (g2_1 & 7))))
	g10_1, g4_0 = ((g10_1 || g10_1) && (g5_1 <= k_uint32_11)), ^g4_0
	v84 := ((k_int64_10 <= g4_0) || g10_1)
	use(v84)
	return g0_0, g9_0[1:]
}

func t5(v85 int, v86 string, v87 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	v88 := -g4_1
	use(v88)
	v89, ok89 := g15_0[(g13_1.W(g0_1)).b]
	use(v89, ok89)
	fmt.Println(v87, g5_1, g0_1)
	v90 := (fmt.Sprint(k_int_4, v89))[0:]
	use(v90)
	g2_1 -= g2_1
	v91 := func() int { return g13_1.M(g0_0) }()
	use(v91)
	g6_0 -= max(min(g6_1, g6_1), ^g6_1)
	g2_0++
	v88 |= -(-v88)
	return len(g16_0), (g9_0[0:] + f_9(g9_1))
}

func main() {
	fmt.Println(t0(5, "p", S{a: 3, b: "s8", c: []int{4}, d: [2]int8{4, 1}}))
	fmt.Println(t1(9, "p", S{a: 2, b: "s4", c: []int{8}, d: [2]int8{4, 1}}))
	fmt.Println(t2(8, "p", S{a: 9, b: "s8", c: []int{3}, d: [2]int8{5, 1}}))
	fmt.Println(t3(0, "p", S{a: 5, b: "s9", c: []int{2}, d: [2]int8{8, 1}}))
	fmt.Println(t4(-3, "p", S{a: 2, b: "s7", c: []int{3}, d: [2]int8{1, 1}}))
	fmt.Println(t5(-3, "p", S{a: 8, b: "s5", c: []int{2}, d: [2]int8{5, 1}}))
	fmt.Println(show(g0_0), show(g0_1), show(g1_0), show(g1_1), show(g2_0), show(g2_1), show(g3_0), show(g3_1), show(g4_0), show(g4_1), show(g5_0), show(g5_1), show(g6_0), show(g6_1), show(g7_0), show(g7_1), show(g8_0), show(g8_1), show(g9_0), show(g9_1), show(g10_0), show(g10_1), show(g11_0), show(g11_1), show(g12_0), show(g12_1), show(g13_0), show(g13_1), show(g14_0), show(g14_1), show(g15_0), show(g15_1), show(g16_0), show(g16_1), show(g17_0), show(g17_1), show(g18_0), show(g18_1), show(g19_0), show(g19_1))
}

var ks0, ks1, ks2, ks3 = "a", "héllo", "", "xyz"

func ksl(n int) []int { return []int{3, -1, 4, 1}[:n] }

var k_int_0 int = 1
var k_int_1 int = 7
var k_int_2 int = 8
var k_int_3 int = 6
var k_int_4 int = 8
var k_int_5 int = -5
var k_int_6 int = 3
var k_int_7 int = 0
var k_int_8 int = 7
var k_int_9 int = 0
var k_int_10 int = -4
var k_int_11 int = -1
var k_int8_0 int8 = 88
var k_int8_1 int8 = 10
var k_int8_2 int8 = 7
var k_int8_3 int8 = -89
var k_int8_4 int8 = 81
var k_int8_5 int8 = 6
var k_int8_6 int8 = -79
var k_int8_7 int8 = 118
var k_int8_8 int8 = -79
var k_int8_9 int8 = -121
var k_int8_10 int8 = -1
var k_int8_11 int8 = 4
var k_uint8_0 uint8 = 95
var k_uint8_1 uint8 = 71
var k_uint8_2 uint8 = 21
var k_uint8_3 uint8 = 106
var k_uint8_4 uint8 = 8
var k_uint8_5 uint8 = 9
var k_uint8_6 uint8 = 0
var k_uint8_7 uint8 = 8
var k_uint8_8 uint8 = 72
var k_uint8_9 uint8 = 66
var k_uint8_10 uint8 = 5
var k_uint8_11 uint8 = 92
var k_uint16_0 uint16 = 59588
var k_uint16_1 uint16 = 1
var k_uint16_2 uint16 = 6
var k_uint16_3 uint16 = 61055
var k_uint16_4 uint16 = 24992
var k_uint16_5 uint16 = 42305
var k_uint16_6 uint16 = 19759
var k_uint16_7 uint16 = 1
var k_uint16_8 uint16 = 7
var k_uint16_9 uint16 = 38278
var k_uint16_10 uint16 = 4
var k_uint16_11 uint16 = 2
var k_int64_0 int64 = -16
var k_int64_1 int64 = 40
var k_int64_2 int64 = 1
var k_int64_3 int64 = 2
var k_int64_4 int64 = 60
var k_int64_5 int64 = -50
var k_int64_6 int64 = 9
var k_int64_7 int64 = 61
var k_int64_8 int64 = -50
var k_int64_9 int64 = -18
var k_int64_10 int64 = 1
var k_int64_11 int64 = 61
var k_uint32_0 uint32 = 9
var k_uint32_1 uint32 = 1565365223
var k_uint32_2 uint32 = 7
var k_uint32_3 uint32 = 5
var k_uint32_4 uint32 = 332343411
var k_uint32_5 uint32 = 2783105689
var k_uint32_6 uint32 = 3952106815
var k_uint32_7 uint32 = 2242172808
var k_uint32_8 uint32 = 1074707638
var k_uint32_9 uint32 = 982686574
var k_uint32_10 uint32 = 1360222114
var k_uint32_11 uint32 = 0
var k_int32_0 int32 = -1768325838
var k_int32_1 int32 = 4
var k_int32_2 int32 = 1020560405
var k_int32_3 int32 = 3
var k_int32_4 int32 = 7
var k_int32_5 int32 = -1827384099
var k_int32_6 int32 = -4
var k_int32_7 int32 = -2
var k_int32_8 int32 = 1845184615
var k_int32_9 int32 = -1
var k_int32_10 int32 = -3
var k_int32_11 int32 = 0
var k_uint_0 uint = 0
var k_uint_1 uint = 7
var k_uint_2 uint = 1
var k_uint_3 uint = 5
var k_uint_4 uint = 3
var k_uint_5 uint = 1
var k_uint_6 uint = 6
var k_uint_7 uint = 0
var k_uint_8 uint = 8
var k_uint_9 uint = 9
var k_uint_10 uint = 7
var k_uint_11 uint = 9
