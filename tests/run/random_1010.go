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
var g0_1 int = k_int_0
var g1_0 int8 = k_int8_0
var g1_1 int8 = k_int8_1
var g2_0 uint8 = k_uint8_0
var g2_1 uint8 = k_uint8_0
var g3_0 uint16 = k_uint16_0
var g3_1 uint16 = k_uint16_0
var g4_0 int64 = k_int64_0
var g4_1 int64 = k_int64_0
var g5_0 uint32 = k_uint32_0
var g5_1 uint32 = k_uint32_0
var g6_0 int32 = k_int32_0
var g6_1 int32 = k_int32_0
var g7_0 uint = k_uint_0
var g7_1 uint = k_uint_1
var g8_0 float64 = float64(3)
var g8_1 float64 = float64(3)
var g9_0 string = ks0
var g9_1 string = ks2
var g10_0 bool = true
var g10_1 bool = true
var g11_0 []int = ksl(1)
var g11_1 []int = ksl(3)
var g12_0 [3]int = [3]int{2, 0}
var g12_1 [3]int = [3]int{0, 0}
var g13_0 S = S{a: 6, b: "s9", c: []int{8}, d: [2]int8{1, 1}}
var g13_1 S = S{a: 5, b: "s3", c: []int{3}, d: [2]int8{0, 1}}
var g14_0 *S = &S{a: 1, b: "s7", c: []int{7}, d: [2]int8{5, 1}}
var g14_1 *S = &S{a: 0, b: "s4", c: []int{1}, d: [2]int8{8, 1}}
var g15_0 map[string]int = map[string]int{"a": 0, "b": 2}
var g15_1 map[string]int = map[string]int{"a": 2, "b": 2}
var g16_0 map[int]S = map[int]S{1: S{a: 1, b: "s9", c: []int{8}, d: [2]int8{8, 1}}}
var g16_1 map[int]S = map[int]S{1: S{a: 9, b: "s0", c: []int{7}, d: [2]int8{3, 1}}}
var g17_0 any = any(k_int_0)
var g17_1 any = any(S{a: 6, b: "s5", c: []int{9}, d: [2]int8{8, 1}})
var g18_0 []string = []string{"q"}
var g18_1 []string = []string{"q", "p"}
var g19_0 float32 = float32(1.5)
var g19_1 float32 = float32(-2)

//go:noinline
func f_0(x int) int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g14_0 = &S{a: 7, b: "s3", c: []int{6}, d: [2]int8{2, 1}}
	return x
}

//go:noinline
func f_1(x int8) int8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g0_0 = k_int_1
	return x
}

//go:noinline
func f_2(x uint8) uint8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g19_0 = float32(-2)
	return x
}

//go:noinline
func f_3(x uint16) uint16 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g18_0 = []string{}
	return x
}

//go:noinline
func f_4(x int64) int64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g7_1 = k_uint_1
	return x
}

//go:noinline
func f_5(x uint32) uint32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g17_1 = any(true)
	return x
}

//go:noinline
func f_6(x int32) int32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g17_1 = any(k_uint8_0)
	return x
}

//go:noinline
func f_7(x uint) uint {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g10_1 = false
	return x
}

//go:noinline
func f_8(x float64) float64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g2_1 = k_uint8_2
	return x
}

//go:noinline
func f_9(x string) string {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g12_0 = [3]int{0, 3}
	return x
}

//go:noinline
func f_10(x bool) bool {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g13_1 = S{a: 1, b: "s2", c: []int{4}, d: [2]int8{7, 1}}
	return x
}

//go:noinline
func f_11(x []int) []int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g16_1 = map[int]S{1: S{a: 7, b: "s7", c: []int{6}, d: [2]int8{2, 1}}}
	return x
}

//go:noinline
func f_12(x [3]int) [3]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g16_1 = map[int]S{1: S{a: 1, b: "s7", c: []int{3}, d: [2]int8{2, 1}}}
	return x
}

//go:noinline
func f_13(x S) S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g14_0 = &S{a: 7, b: "s9", c: []int{7}, d: [2]int8{5, 1}}
	return x
}

//go:noinline
func f_14(x *S) *S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g13_1 = S{a: 9, b: "s1", c: []int{2}, d: [2]int8{8, 1}}
	return x
}

//go:noinline
func f_15(x map[string]int) map[string]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g2_1 = k_uint8_3
	return x
}

//go:noinline
func f_16(x map[int]S) map[int]S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g10_1 = true
	return x
}

//go:noinline
func f_17(x any) any {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g17_0 = any(k_uint8_3)
	return x
}

//go:noinline
func f_18(x []string) []string {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g9_0 = ks3
	return x
}

//go:noinline
func f_19(x float32) float32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g4_0 = k_int64_0
	return x
}

func t0(v1 int, v2 string, v3 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	for v4, v5 := range g12_1 {
		use(v4, v5)
		fn5 := func(v7 int) int {
			for v8 := range seq(v1) {
				use(v8)
				g17_0 = any(&S{a: v3.a, b: g9_1})
				fmt.Println(g11_1, g12_1, g7_1)
				if g10_1 && g10_0 {
					break
				}
			}
			g2_1 = g2_0
			return v1
		}
		v5 = fn5((v1 % k_int_0)) + anyint(any([3]int{3, 2}))
		defer func(x []int) { fmt.Println("deferred", show(x)) }([]int{k_int_6, v1})
	}
	g1_1 = (g13_1.d[0] >> (min((g2_0|k_uint8_9), min(g2_1, k_uint8_10)) & 7))
	v9 := append([]int(nil), append([]int(nil), g11_1...)...)
	use(v9)
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		if g10_1 {
			for v10 := 0; v10 < 3; v10++ {
				use(v10)
				fmt.Println(g16_0, g5_0, g4_1)
				g3_1 = g3_1
			}
			fmt.Println(g7_1, g9_1, g19_1)
		} else {
			for v11 := range seq(cap(g12_1[:1:2])) {
				use(v11)
				g17_1 = any(!(f_10(g10_0)))
				v12 := f_8(g8_0)
				use(v12)
			}
		}
		switch g0_0 {
		case g0_0, func() int { return sum() }():
			v13 := any(&S{a: k_int_8, b: ks3})
			use(v13)
			v14 := v2
			use(v14)
		case -v1:
			fmt.Println(g5_1, g15_1, g5_1)
		default:
			g14_0.c = g11_1
		}
		v15 := string([]byte((g9_0 + g9_1 + g9_1)))
		use(v15)
	}()
	v16, ok16 := g15_1[(g9_1 + (v2 + ks0 + ks3))]
	use(v16, ok16)
	defer func(x int) { fmt.Println("deferred", show(x)) }(f_0(g0_1))
	fmt.Println(g13_1, g15_0, g10_1)
	for v17 := 0; v17 < 3; v17++ {
		use(v17)
		fn17 := func(v19 int) int {
			switch v20 := (any(*arrp(g12_0))).(type) {
			case int:
				use(v20)
				fmt.Println(g13_1, g16_0, g6_1)
			case string, bool:
				fmt.Println("sb", v20)
			default:
				fmt.Printf("%T\n", v20)
			}
			fmt.Println(g11_0, g19_0, g5_0)
			return (f_13(g13_0)).M(g14_1.a)
		}
		g12_0[ix(g15_1[v2], 3)] = fn17(gid(k_int_6)) + v3.M(k_int_0)
		g11_0, g19_1 = (S{a: k_int_10}).c, float32((g8_0 + float64(3)))
	}
	for v21 := 0; v21 < 2; v21++ {
		use(v21)
		g2_1 = uint8(g2_0)
		g4_1 ^= (^k_int64_9 >> ((g2_0 / g2_0) & 7))
	}
	return len((g13_0.c)[0:]), min(f_9(v2), v2)
}

func t1(v22 int, v23 string, v24 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	for v25 := 0; v25 < 3; v25++ {
		use(v25)
		for v26 := range seq(g11_0[1]) {
			use(v26)
			g12_0 = g12_0
			v27 := max(-g8_1, float64(g8_0))
			use(v27)
			if g10_0 {
				continue
			}
		}
		switch min(join(v23, g18_0), g9_1) {
		case g9_0, v23:
			v28 := S{g13_0.a, join(ks0, g18_1), g11_1[0:], [2]int8{g13_1.d[(k_int_1 - k_int_8)], max(g1_1, g1_0)}}
			use(v28)
			v29 := min((g1_1 + g1_1), max(g1_1, g1_1))
			use(v29)
		case string([]byte(g9_0)):
			v30 := (f_13(g13_0)).M(cap(g12_0[:1:2]))
			use(v30)
			fallthrough
		default:
			if !g10_0 && g10_1 {
				g18_0 = []string{string([]byte(string([]byte(ks1)))), string([]byte(g9_0))}
				fmt.Println(g1_0, g4_1, g11_0)
			} else {
				v31 := string([]byte((g9_0 + ks0)))
				use(v31)
			}
		}
	}
	fmt.Println(g19_1, g2_1, g5_1)
	if g10_1 {
		v32 := -g2_1
		use(v32)
		for v33, v34 := range g12_1 {
			use(v33, v34)
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				g6_1 -= g6_0
				v35 := (f_8(float64(1e10)) + f_8(g8_0))
				use(v35)
				fmt.Println(g1_1, g6_1, g10_1)
			}()
			fn35 := func(v37 int) int {
				fmt.Println(v22, g19_0, v34)
				g16_0[(S{a: 8, b: "s6", c: []int{6}, d: [2]int8{4, 1}}).M(v22)] = *(&S{a: g14_0.a, b: join(v23, []string{"p", "q", "q"})})
				return v22
			}
			g12_1[1] = fn35(g12_1[ix(len(g9_0), 3)]) + v22
		}
	} else {
		switch f_9(g9_0) {
		case g9_0, (g13_1.W(k_int_8)).b:
			for v38 := range seq(len(v23)) {
				use(v38)
				g5_0 /= min((g5_1 % k_uint32_8), (g5_1 << (g2_0 & 7)))
				fmt.Println(g11_1, g18_1, g8_0)
				if g10_0 {
					continue
				}
			}
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(g5_1, g6_0, g8_0)
				g14_1.c = make([]int, ix(min(f_0(g0_1), g0_1), 4))
				fmt.Println(g9_1, g0_1, g9_1)
			}()
		case string([]byte(v23)):
			v39 := append(g18_0[:1], g13_1.b)
			use(v39)
			fallthrough
		default:
			g14_1.d[0] = int8((g1_1 / g1_1))
		}
	}
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		g6_0 |= int32(anyint(g17_0))
		fmt.Println(g6_1, g6_0, g5_1)
		v40 := g11_0
		use(v40)
	}()
	fmt.Println(g6_0, g4_0, g4_0)
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		v41 := gid(g9_0[0:])
		use(v41)
		fn41 := func(v43 int) int {
			v44 := min(min(v41, ks1), f_9(g9_1))
			use(v44)
			defer func(x int32) { fmt.Println("deferred", show(x)) }(^g6_0)
			return (g12_0[:])[1]
		}
		g12_0[2] = fn41(f_0(g0_0)) + (g0_1 >> (g2_1 & 7))
		for v45 := 0; v45 < 1; v45++ {
			use(v45)
			fmt.Println(g5_0, g15_1, g16_0)
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(g16_0, g9_0, g10_0)
				v46 := g16_0
				use(v46)
				fmt.Println(g8_1, g5_1, g2_1)
			}()
		}
	}()
	fmt.Println(g13_0, g8_0, g19_0)
	if !g10_0 {
		for v47 := range seq(func() int { return g0_1 }()) {
			use(v47)
			fmt.Println(g10_1, g8_1, g1_0)
			if g10_0 {
				v48 := g9_0
				use(v48)
				fmt.Println(g8_1, g1_1, g7_0)
			} else {
				v49 := (f_13(S{a: 1, b: "s0", c: []int{2}, d: [2]int8{4, 1}})).W(cap(g12_0[:1:2]))
				use(v49)
			}
			if g8_0 == g8_0 {
				continue
			}
		}
		for v50 := range seq(v22) {
			use(v50)
			g4_1++
			fmt.Println(g6_0, g4_0, g16_1)
			if g10_1 || g10_0 {
				break
			}
		}
	} else {
		if (g6_0 < g6_1) && (k_int32_10 > k_int32_4) {
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(g13_1, g11_0, g19_1)
				fmt.Println(g0_0, g3_0, g11_0)
				fmt.Println(g18_0, g2_1, g4_0)
			}()
			fmt.Println(g19_0, g4_0, g8_0)
		} else {
			fmt.Println(g0_1, v23, g11_1)
		}
	}
	for v51 := 0; v51 < 2; v51++ {
		use(v51)
		fmt.Println(g4_1, g19_0, g1_0)
		switch f_0(min(g0_0, v22)) {
		case g0_1, (S{g0_0, g9_1, g11_1, [2]int8{k_int8_1, k_int8_3}}).a:
			v52 := [3]int{g13_0.a, -g0_1, v22}
			use(v52)
			g18_0, g6_1 = g18_1, g6_0
		case f_0(v22):
			switch v53 := g17_1.(type) {
			case int:
				use(v53)
				g19_0 = max(float32(min(k_uint8_6, g2_1)), (float32(k_int8_4) + -(float32(1e10))))
			case string, bool:
				fmt.Println("sb", v53)
			default:
				fmt.Printf("%T\n", v53)
			}
		default:
			switch v54 := g17_1.(type) {
			case int:
				use(v54)
				fmt.Println(g15_1, g19_1, g9_1)
			case string, bool:
				fmt.Println("sb", v54)
			default:
				fmt.Printf("%T\n", v54)
			}
		}
	}
	return v22, min(g9_1, join(ks1, g18_0))
}

func t2(v55 int, v56 string, v57 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			v58 := g6_0
			use(v58)
			g7_0--
			v59 := f_12(g12_0)
			use(v59)
		}()
		fmt.Println(g2_1, g1_0, g10_0)
		fmt.Println(g8_1, g15_0, g6_0)
	}()
	g15_1[join(v56, g18_0)], g17_0 = g14_0.a, any([3]int{g0_0, g0_1, k_int_0})
	if !(g4_1 > g4_1) {
		fmt.Println(g7_0, v55, g18_1)
		fn59 := func(v61 int) int {
			g16_1[len(g16_1)] = v57
			fn61 := func(v63 int) int {
				g13_0.d[0]--
				g14_0.c = []int{anyint(any(k_int8_9)), g0_1}
				return v55
			}
			g14_0.a = fn61(f_0(v61)) + g14_1.a
			return (g16_1[g0_0]).M(g0_0)
		}
		g15_1[g9_0[ix(v55, 3):]] = fn59(v55) + (g0_1 + g0_1)
	} else {
		switch ^(min(g2_1, k_uint8_7)) {
		case g2_0, ^g2_1:
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(v55, g2_0, g7_1)
				fmt.Println(g4_0, g10_0, g3_1)
				g13_1.d[ix(anyint(g17_0), 2)]--
			}()
			fmt.Println(g16_0, g8_1, g2_1)
		case (g2_0 / k_uint8_1):
			v64 := g10_0
			use(v64)
		default:
			switch v65 := (any(gid(g9_0))).(type) {
			case int:
				use(v65)
				fmt.Println(g16_1, g8_0, g5_1)
			case string, bool:
				fmt.Println("sb", v65)
			default:
				fmt.Printf("%T\n", v65)
			}
		}
	}
	g2_1 |= g2_1
	for v66 := range seq(g14_1.a) {
		use(v66)
		g4_0 = g4_0
		g3_1--
	}
	defer func(x S) { fmt.Println("deferred", show(x)) }(g16_1[k_int_5])
	switch v67 := (any(!g10_1)).(type) {
	case int:
		use(v67)
		g15_0, g16_0 = g15_1, map[int]S{f_0(v55): S{g0_0, ks1, g11_1, [2]int8{g1_0, g1_0}}}
	case string, bool:
		fmt.Println("sb", v67)
	default:
		fmt.Printf("%T\n", v67)
	}
	fmt.Println(g19_1, g16_1, g1_0)
	if f_6(g6_0) >= max(g6_1, g6_1) {
		g7_0 *= -(min(g7_1, k_uint_8))
		for v68 := range seq(g0_1) {
			use(v68)
			for v69 := range seq(g11_1[ix(f_0(v55), 3)]) {
				use(v69)
				fmt.Println(g3_1, g8_1, g16_0)
				g13_1.c = (g16_0[g12_0[1]]).c
				if g10_1 {
					break
				}
			}
			v70 := map[int]S{min(k_int_5, k_int_6): g16_1[g0_1]}
			use(v70)
		}
	} else {
		g6_1++
	}
	return v55, (v56 + join(g9_0, g18_1) + min(ks0, ks3))
}

func t3(v71 int, v72 string, v73 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	defer func(x *S) { fmt.Println("deferred", show(x)) }(&S{a: g0_1, b: g9_1})
	fmt.Println(g16_1, g10_1, g1_0)
	for v74 := 0; v74 < 3; v74++ {
		use(v74)
		if g4_0 == f_4(g4_1) {
			switch f_2(g2_1) {
			case g2_0, (g2_1 << ((g2_1 % g2_1) & 7)):
				fmt.Println(g8_1, g15_1, g18_0)
				fmt.Println(g8_0, g3_0, g8_1)
			case v72[0]:
				g5_1 |= (g5_1 % g5_0)
				fallthrough
			default:
				v75 := g18_1[:1]
				use(v75)
			}
			fmt.Println(g7_1, g10_1, v71)
		} else {
			fmt.Println(g18_0, g18_0, g19_0)
		}
		if f_6(k_int32_10) == min(g6_1, g6_0) {
			g18_0[2] = fmt.Sprint((f_13(v73)).a, g0_0)
			v73.d[(k_int_5 % g0_1)] += -(^k_int8_6)
		} else {
			v76 := g19_1
			use(v76)
		}
	}
	g5_0 = uint32(f_4((g4_0 / g4_0)))
	if g10_1 {
		switch v77 := g17_0.(type) {
		case int:
			use(v77)
			if g10_1 {
				fmt.Println(g9_1, g5_1, g12_0)
				fmt.Println(g5_0, g8_1, g12_0)
			} else {
				fmt.Println(g10_0, g7_0, g11_0)
			}
		case string, bool:
			fmt.Println("sb", v77)
		default:
			fmt.Printf("%T\n", v77)
		}
		fn77 := func(v79 int) int {
			v80 := -(ks1[0])
			use(v80)
			for v81 := 0; v81 < 2; v81++ {
				use(v81)
				fmt.Println(g15_1, g6_0, g15_0)
				v82 := g9_1
				use(v82)
			}
			return v71
		}
		g12_1[2] = fn77(g0_0) + g13_1.M(g0_0)
	} else {
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			fmt.Println(g7_1, v71, v72)
			for v83, v84 := range *arrp(g12_1) {
				use(v83, v84)
				g7_1 = (f_7(-g7_0) * max(g7_1, (g7_1>>(k_uint8_4&7))))
				v85 := anyint(any(g8_1))
				use(v85)
			}
			for v86, v87 := range g12_1 {
				use(v86, v87)
				g11_0 = f_11(g12_0[:])
				fmt.Println(g9_1, g16_0, g1_0)
			}
		}()
	}
	g14_0.c, g4_1 = []int{int(k_int_5), g0_1}, (^g4_1 << (ks1[(v71)] & 7))
	*g14_1 = ((v73.W(v71)).W(anyint(any([3]int{3, 2})))).W((g16_0[k_int_3]).M(len(g11_1)))
	g13_1, g15_1 = f_13(g13_1), g15_0
	g1_0++
	return (^(f_0(g0_1)) >> (f_2(g2_1) & 7)), g9_1
}

func t4(v88 int, v89 string, v90 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	v91 := []string{join(ks1, g18_1), (g9_1 + ks3)}
	use(v91)
	g14_0.c = (append(g11_1[:1], f_0(k_int_6), g0_0))[1:]
	g3_0 |= -(^k_uint16_9)
	fmt.Println(g13_1, g15_1, g12_0)
	if !(f_10(true)) {
		v92, ok92 := g15_0[f_9(gid(ks3))]
		use(v92, ok92)
		v93, ok93 := g15_1[gid((v89 + ks0 + v89))]
		use(v93, ok93)
	} else {
		if (g5_1 != g5_0) && ([3]int{1, 1} == g12_0) {
			v94 := (g13_0.b + fmt.Sprint(v90, v88) + g9_1)
			use(v94)
			g4_1 %= int64(g14_1.P(g0_0))
		} else {
			fmt.Println(g12_0, v90, g11_0)
		}
	}
	switch v95 := (any([3]int{v88, v88, v88})).(type) {
	case int:
		use(v95)
		v96 := *arrp(g12_1)
		use(v96)
	case string, bool:
		fmt.Println("sb", v95)
	default:
		fmt.Printf("%T\n", v95)
	}
	switch g0_0 {
	case g0_0, (append([]int(nil), ksl(0)...))[1]:
		defer func(x S) { fmt.Println("deferred", show(x)) }(S{a: g0_1})
		for v97, v98 := range g11_1 {
			use(v97, v98)
			defer func(x int) { fmt.Println("deferred", show(x)) }(anyint(g17_0))
			v99, ok99 := g15_1[v89]
			use(v99, ok99)
		}
	case len(g11_0):
		fmt.Println(g6_0, g3_0, g5_0)
	default:
		fmt.Println(g1_1, g2_0, g10_1)
	}
	g1_1 ^= g1_1
	switch v100 := (any(min(ks0, g9_1))).(type) {
	case int:
		use(v100)
		switch v101 := (any(&g13_0)).(type) {
		case int:
			use(v101)
			v102 := f_10(!g10_1)
			use(v102)
		case string, bool:
			fmt.Println("sb", v101)
		default:
			fmt.Printf("%T\n", v101)
		}
	case string, bool:
		fmt.Println("sb", v100)
	default:
		fmt.Printf("%T\n", v100)
	}
	return len(g9_0), min(g9_1, join(g9_0, []string{}))
}

func t5(v103 int, v104 string, v105 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	switch g2_1 {
	case g2_1, min(min(g2_0, k_uint8_3), (g2_0 &^ k_uint8_7)):
		g14_0.b, g19_1 = f_9(string([]byte(g9_1))), g19_1
		switch (ks1 + g9_0 + ks2) + fmt.Sprint(g11_1, v103) {
		case g9_0, v104:
			v106 := g11_1
			use(v106)
			for v107 := 0; v107 < 3; v107++ {
				use(v107)
				fmt.Println(g5_1, g9_0, g12_0)
				fmt.Println(g19_0, g19_0, g12_1)
			}
		case g9_0:
			g16_0 = f_16(map[int]S{len(g11_0): g13_0})
		default:
			g12_0 = [3]int{g11_0[(gid(v103))], g0_1, v103}
		}
	case g2_0:
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			v108 := g4_1
			use(v108)
			v109 := (g19_1 - (float32(3) * g19_1))
			use(v109)
			defer func(x int) { fmt.Println("deferred", show(x)) }(v105.M(v103))
		}()
	default:
		v110 := ((g4_1 >> (g2_1 & 7)) - g4_1)
		use(v110)
	}
	v111, ok111 := g15_0[v104]
	use(v111, ok111)
	v112 := (v105.b + (g9_1 + g9_1))
	use(v112)
	v113 := min(g0_1, f_0(g0_1))
	use(v113)
	v114 := v111
	use(v114)
	switch v115 := (any(&v105)).(type) {
	case int:
		use(v115)
		v116, ok116 := g15_0[f_9(join(v112, []string{"p", "p", "q"}))]
		use(v116, ok116)
	case string, bool:
		fmt.Println("sb", v115)
	default:
		fmt.Printf("%T\n", v115)
	}
	func() {
		defer func() { fmt.Println("rec", recover()) }()
		g18_0 = g18_1[:1]
		for v117 := range seq(min(v114, v114)) {
			use(v117)
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(g5_1, g5_0, g5_0)
				fmt.Println(g8_1, g9_0, g15_1)
				fmt.Println(g15_0, g8_0, g7_1)
			}()
			fmt.Println(g8_1, g6_0, g2_0)
			if false && true {
				break
			}
		}
		defer func(x uint32) { fmt.Println("deferred", show(x)) }(max(g5_0, g5_0))
	}()
	for v118, v119 := range (g11_1[1:])[1:] {
		use(v118, v119)
		g8_1 += (float64(float64(0.1)) - g8_0)
		v120 := -g19_1
		use(v120)
	}
	g17_0 = f_17(any(g8_1))
	return g0_1, (fmt.Sprint(v103, g0_0) + min(g9_1, v104))
}

func main() {
	fmt.Println(t0(9, "p", S{a: 8, b: "s1", c: []int{4}, d: [2]int8{0, 1}}))
	fmt.Println(t1(2, "p", S{a: 6, b: "s5", c: []int{7}, d: [2]int8{7, 1}}))
	fmt.Println(t2(7, "p", S{a: 4, b: "s8", c: []int{4}, d: [2]int8{0, 1}}))
	fmt.Println(t3(8, "p", S{a: 5, b: "s1", c: []int{5}, d: [2]int8{3, 1}}))
	fmt.Println(t4(0, "p", S{a: 2, b: "s1", c: []int{1}, d: [2]int8{7, 1}}))
	fmt.Println(t5(-3, "p", S{a: 4, b: "s1", c: []int{6}, d: [2]int8{2, 1}}))
	fmt.Println(show(g0_0), show(g0_1), show(g1_0), show(g1_1), show(g2_0), show(g2_1), show(g3_0), show(g3_1), show(g4_0), show(g4_1), show(g5_0), show(g5_1), show(g6_0), show(g6_1), show(g7_0), show(g7_1), show(g8_0), show(g8_1), show(g9_0), show(g9_1), show(g10_0), show(g10_1), show(g11_0), show(g11_1), show(g12_0), show(g12_1), show(g13_0), show(g13_1), show(g14_0), show(g14_1), show(g15_0), show(g15_1), show(g16_0), show(g16_1), show(g17_0), show(g17_1), show(g18_0), show(g18_1), show(g19_0), show(g19_1))
}

var ks0, ks1, ks2, ks3 = "a", "héllo", "", "xyz"

func ksl(n int) []int { return []int{3, -1, 4, 1}[:n] }

var k_int_0 int = -2
var k_int_1 int = 2
var k_int_2 int = 8
var k_int_3 int = 9
var k_int_4 int = -5
var k_int_5 int = -8
var k_int_6 int = 9
var k_int_7 int = 9
var k_int_8 int = 9
var k_int_9 int = 3
var k_int_10 int = -1
var k_int_11 int = -8
var k_int8_0 int8 = 9
var k_int8_1 int8 = 7
var k_int8_2 int8 = -2
var k_int8_3 int8 = -51
var k_int8_4 int8 = 1
var k_int8_5 int8 = -1
var k_int8_6 int8 = 8
var k_int8_7 int8 = -1
var k_int8_8 int8 = -2
var k_int8_9 int8 = 3
var k_int8_10 int8 = 0
var k_int8_11 int8 = -41
var k_uint8_0 uint8 = 74
var k_uint8_1 uint8 = 5
var k_uint8_2 uint8 = 240
var k_uint8_3 uint8 = 0
var k_uint8_4 uint8 = 39
var k_uint8_5 uint8 = 9
var k_uint8_6 uint8 = 0
var k_uint8_7 uint8 = 8
var k_uint8_8 uint8 = 6
var k_uint8_9 uint8 = 67
var k_uint8_10 uint8 = 1
var k_uint8_11 uint8 = 63
var k_uint16_0 uint16 = 8
var k_uint16_1 uint16 = 19433
var k_uint16_2 uint16 = 0
var k_uint16_3 uint16 = 5
var k_uint16_4 uint16 = 45751
var k_uint16_5 uint16 = 31056
var k_uint16_6 uint16 = 29972
var k_uint16_7 uint16 = 4
var k_uint16_8 uint16 = 39038
var k_uint16_9 uint16 = 9755
var k_uint16_10 uint16 = 19380
var k_uint16_11 uint16 = 36951
var k_int64_0 int64 = -55
var k_int64_1 int64 = 2
var k_int64_2 int64 = 33
var k_int64_3 int64 = 17
var k_int64_4 int64 = 0
var k_int64_5 int64 = -55
var k_int64_6 int64 = 37
var k_int64_7 int64 = 51
var k_int64_8 int64 = -39
var k_int64_9 int64 = -44
var k_int64_10 int64 = 7
var k_int64_11 int64 = 7
var k_uint32_0 uint32 = 120579582
var k_uint32_1 uint32 = 226196068
var k_uint32_2 uint32 = 3527533241
var k_uint32_3 uint32 = 5
var k_uint32_4 uint32 = 4081577073
var k_uint32_5 uint32 = 9
var k_uint32_6 uint32 = 1061081973
var k_uint32_7 uint32 = 1886444573
var k_uint32_8 uint32 = 187096507
var k_uint32_9 uint32 = 20873921
var k_uint32_10 uint32 = 969970758
var k_uint32_11 uint32 = 5
var k_int32_0 int32 = -3
var k_int32_1 int32 = 296137586
var k_int32_2 int32 = 4
var k_int32_3 int32 = 1534459578
var k_int32_4 int32 = 3
var k_int32_5 int32 = -4
var k_int32_6 int32 = 1196451572
var k_int32_7 int32 = -1
var k_int32_8 int32 = 6
var k_int32_9 int32 = -105636886
var k_int32_10 int32 = -2
var k_int32_11 int32 = 908545293
var k_uint_0 uint = 3
var k_uint_1 uint = 1
var k_uint_2 uint = 9
var k_uint_3 uint = 9
var k_uint_4 uint = 8
var k_uint_5 uint = 0
var k_uint_6 uint = 0
var k_uint_7 uint = 4
var k_uint_8 uint = 3
var k_uint_9 uint = 9
var k_uint_10 uint = 0
var k_uint_11 uint = 4
