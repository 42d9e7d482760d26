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
var g1_1 int8 = k_int8_0
var g2_0 uint8 = k_uint8_0
var g2_1 uint8 = k_uint8_1
var g3_0 uint16 = k_uint16_0
var g3_1 uint16 = k_uint16_0
var g4_0 int64 = k_int64_0
var g4_1 int64 = k_int64_1
var g5_0 uint32 = k_uint32_0
var g5_1 uint32 = k_uint32_0
var g6_0 int32 = k_int32_0
var g6_1 int32 = k_int32_0
var g7_0 uint = k_uint_0
var g7_1 uint = k_uint_0
var g8_0 float64 = float64(-2)
var g8_1 float64 = float64(0.1)
var g9_0 string = ks2
var g9_1 string = ks3
var g10_0 bool = true
var g10_1 bool = false
var g11_0 []int = ksl(0)
var g11_1 []int = ksl(0)
var g12_0 [3]int = [3]int{3, 0}
var g12_1 [3]int = [3]int{5, 4}
var g13_0 S = S{a: 6, b: "s2", c: []int{3}, d: [2]int8{0, 1}}
var g13_1 S = S{a: 2, b: "s9", c: []int{5}, d: [2]int8{4, 1}}
var g14_0 *S = &S{a: 6, b: "s7", c: []int{8}, d: [2]int8{1, 1}}
var g14_1 *S = &S{a: 9, b: "s5", c: []int{1}, d: [2]int8{4, 1}}
var g15_0 map[string]int = map[string]int{"a": 0, "b": 2}
var g15_1 map[string]int = map[string]int{"a": 1, "b": 2}
var g16_0 map[int]S = map[int]S{1: S{a: 9, b: "s2", c: []int{2}, d: [2]int8{8, 1}}}
var g16_1 map[int]S = map[int]S{1: S{a: 7, b: "s5", c: []int{6}, d: [2]int8{7, 1}}}
var g17_0 any = any(S{a: 1, b: "s9", c: []int{7}, d: [2]int8{5, 1}})
var g17_1 any = any([3]int{1, 0})
var g18_0 []string = []string{"q"}
var g18_1 []string = []string{"p", "p", "p"}
var g19_0 float32 = float32(0.1)
var g19_1 float32 = float32(0.1)

//go:noinline
func f_0(x int) int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g4_0 = k_int64_1
	return x
}

//go:noinline
func f_1(x int8) int8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g9_1 = ks0
	return x
}

//go:noinline
func f_2(x uint8) uint8 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g10_0 = false
	return x
}

//go:noinline
func f_3(x uint16) uint16 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g4_0 = k_int64_0
	return x
}

//go:noinline
func f_4(x int64) int64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g4_0 = k_int64_4
	return x
}

//go:noinline
func f_5(x uint32) uint32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g18_0 = []string{"q", "q"}
	return x
}

//go:noinline
func f_6(x int32) int32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g3_0 = k_uint16_0
	return x
}

//go:noinline
func f_7(x uint) uint {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g6_1 = k_int32_1
	return x
}

//go:noinline
func f_8(x float64) float64 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g15_1 = map[string]int{"a": 9, "b": 2}
	return x
}

//go:noinline
func f_9(x string) string {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g13_0 = S{a: 0, b: "s6", c: []int{6}, d: [2]int8{4, 1}}
	return x
}

//go:noinline
func f_10(x bool) bool {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g3_1 = k_uint16_3
	return x
}

//go:noinline
func f_11(x []int) []int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g16_0 = map[int]S{1: S{a: 8, b: "s2", c: []int{4}, d: [2]int8{9, 1}}}
	return x
}

//go:noinline
func f_12(x [3]int) [3]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g1_1 = k_int8_0
	return x
}

//go:noinline
func f_13(x S) S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g5_1 = k_uint32_1
	return x
}

//go:noinline
func f_14(x *S) *S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g9_0 = ks0
	return x
}

//go:noinline
func f_15(x map[string]int) map[string]int {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g3_1 = k_uint16_0
	return x
}

//go:noinline
func f_16(x map[int]S) map[int]S {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g14_1 = &S{a: 6, b: "s1", c: []int{2}, d: [2]int8{5, 1}}
	return x
}

//go:noinline
func f_17(x any) any {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g15_1 = map[string]int{"a": 0, "b": 2}
	return x
}

//go:noinline
func f_18(x []string) []string {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g13_1 = S{a: 9, b: "s8", c: []int{7}, d: [2]int8{6, 1}}
	return x
}

//go:noinline
func f_19(x float32) float32 {
	cnt++
	if cnt > 3000 {
		panic("cnt")
	}
	g12_0 = [3]int{2, 3}
	return x
}

func t0(v1 int, v2 string, v3 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	for v4 := 0; v4 < 3; v4++ {
		use(v4)
		if g10_0 {
			g18_1 = g18_0
			v5 := f_4(min(g4_0, g4_1))
			use(v5)
		} else {
			fmt.Println(g12_0, g7_1, g5_0)
		}
		switch fmt.Sprint((k_uint16_5 % g3_1), g14_0.a) {
		case v2, f_9(fmt.Sprint(g11_0, g0_0)):
			switch g9_0 {
			case g9_1, gid(string([]byte(v2))):
				v6 := g16_1[f_0(g0_0)]
				use(v6)
				fmt.Println(g15_0, g5_0, g16_0)
			case v2:
				fmt.Println(g18_1, g9_1, g6_0)
				fallthrough
			default:
				fmt.Println(g13_1, g6_1, g11_1)
			}
			switch (S{k_int_9, ks2, g11_0, [2]int8{g1_1, g1_0}}).b {
			case v2, join(fmt.Sprint(g2_1, k_int_7), g18_0):
				v7 := []string{f_9(ks1), string([]byte(g9_0))}
				use(v7)
				fmt.Println(v3, g7_0, v3)
			case join(v2, g18_1):
				g3_1++
			default:
				fmt.Println(g19_1, g6_0, g2_0)
			}
		case join(ks3, g18_0):
			*g14_0, g18_1 = g13_0, (g18_1[:1])[:1]
		default:
			g14_0.b = v2
		}
	}
	g14_1.a = cap(g12_1[:1:2])
	g7_1 %= -(min(g7_0, k_uint_0))
	defer func(x float64) { fmt.Println("deferred", show(x)) }(-g8_1)
	for v8 := range seq((S{a: 6, b: "s6", c: []int{2}, d: [2]int8{7, 1}}).a) {
		use(v8)
		v9 := &S{a: v1, b: v2}
		use(v9)
		v10 := f_0(gid(k_int_4))
		use(v10)
		if g10_0 && g10_1 {
			break
		}
	}
	for v11 := 0; v11 < 2; v11++ {
		use(v11)
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			fn11 := func(v13 int) int {
				v14 := float32(float64(float64(0.1)))
				use(v14)
				fmt.Println(g3_1, g6_1, g19_1)
				return len((ks2 + v2 + ks1))
			}
			g11_0[ix(len(g16_0), 3)] = fn11(g0_0) + gid(k_int_9)
			for v15, v16 := range (append([]int(nil), g11_0...))[0:] {
				use(v15, v16)
				fmt.Println(g8_1, g2_1, g1_1)
				g15_0, g14_0 = g15_0, &S{a: f_0(k_int_8), b: v2}
			}
			for v17 := 0; v17 < 3; v17++ {
				use(v17)
				fmt.Println(g8_1, g16_0, g3_0)
				fmt.Println(g18_0, g12_1, g9_0)
			}
		}()
		for v18, v19 := range (append(ksl(1), k_int_11))[:1] {
			use(v18, v19)
			fmt.Println(g0_1, g1_0, g2_1)
			switch min(g9_1, g9_0[ix(k_int_5, 3):]) {
			case g9_1, v2:
				fmt.Println(g9_1, v1, g13_1)
				fmt.Println(v2, g5_0, g16_1)
			case g13_0.b:
				fmt.Println(g6_0, g0_1, g2_1)
			default:
				fmt.Println(g12_0, g4_1, g5_1)
			}
		}
	}
	v20, ok20 := g15_1[g9_0]
	use(v20, ok20)
	g8_1 = float64(-(float64(float64(100))))
	v21 := len(g16_1)
	use(v21)
	return g12_1[1], (f_13(g13_0)).b
}

func t1(v22 int, v23 string, v24 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	for v25 := 0; v25 < 1; v25++ {
		use(v25)
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			for v26 := 0; v26 < 3; v26++ {
				use(v26)
				g6_0++
				fmt.Println(g9_1, g6_0, v22)
			}
			if g10_0 && (false != g10_1) {
				g18_0[1], g9_0 = (g16_1[v22]).b, string([]byte(g9_0))
				v24.c[ix(g11_0[ix(f_0(g0_0), 3)], 2)] = ^(sum(g0_0, g0_0))
			} else {
				fmt.Println(g3_1, g7_1, g6_1)
			}
			v27 := any(!g10_0)
			use(v27)
		}()
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			g16_0 = g16_1
			for v28 := range seq(v22) {
				use(v28)
				fmt.Println(g6_1, g0_0, g10_0)
				fmt.Println(g11_0, g11_1, g16_1)
			}
			if !(k_int64_10 < k_int64_11) {
				fmt.Println(g16_1, g8_0, v22)
				fmt.Println(g7_1, g18_0, g10_0)
			} else {
				v29 := float64(g0_1)
				use(v29)
			}
		}()
	}
	g5_0--
	switch v30 := g17_0.(type) {
	case int:
		use(v30)
		v31 := g16_0
		use(v31)
	case string, bool:
		fmt.Println("sb", v30)
	default:
		fmt.Printf("%T\n", v30)
	}
	g3_0 = uint16(((g6_0 % g6_1) % int32(k_int64_9)))
	fmt.Println(g3_1, g3_0, g19_0)
	v32 := (max(float64(100), g8_1) / -(float64(1.5)))
	use(v32)
	v33, ok33 := g15_1[string([]byte(join(v23, g18_1)))]
	use(v33, ok33)
	v34 := g15_0
	use(v34)
	g19_1 = float32(g13_0.d[ix(f_0(k_int_11), 2)])
	return f_0(g0_1), gid((ks3 + g9_0 + ks3))
}

func t2(v35 int, v36 string, v37 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	g15_0, g14_1.c = map[string]int{(ks3 + g9_1): g0_0}, append(make([]int, ix(v35, 4)), (g0_0>>(g2_0&7)), g14_1.a)
	switch v38 := (any(g9_1)).(type) {
	case int:
		use(v38)
		if (g10_1 && false) && !g10_1 {
			fmt.Println(g5_0, g5_0, g1_0)
			switch len(g11_1) {
			case g0_1, (*g14_0).a:
				g7_0 *= min(-k_uint_1, (g7_1 >> (g2_0 & 7)))
				fmt.Println(g16_0, g19_1, g5_0)
			case v35:
				fmt.Println(g8_0, g6_1, g3_1)
			default:
				g11_0 = append((f_11(g11_0))[:2], g0_1, len(v36))
			}
		} else {
			v39 := f_9(string([]byte(ks2)))
			use(v39)
		}
	case string, bool:
		fmt.Println("sb", v38)
	default:
		fmt.Printf("%T\n", v38)
	}
	g16_0, v37 = g16_0, g16_0[(v35/v35)]
	v40, ok40 := g15_1[min(join(ks0, []string{"q", "p", "q"}), v36)]
	use(v40, ok40)
	g18_1 = g18_1
	g3_1 = ((min(g3_0, k_uint16_9) >> (max(g2_0, k_uint8_1) & 7)) >> (g2_0 & 7))
	if f_2(g2_1) != f_2(g2_0) {
		for v41, v42 := range g11_0 {
			use(v41, v42)
			fmt.Println(g8_1, v36, g11_0)
			g12_0 = g12_1
		}
		for v43, v44 := range g12_1 {
			use(v43, v44)
			switch v45 := (any(ptr(v37))).(type) {
			case int:
				use(v45)
				fmt.Println(g13_1, g9_0, g19_1)
			case string, bool:
				fmt.Println("sb", v45)
			default:
				fmt.Printf("%T\n", v45)
			}
			fn45 := func(v47 int) int {
				g13_0.a = len(g16_1)
				fmt.Println(v37, g10_0, g11_1)
				return ^(anyint(any(ks1)))
			}
			g12_1[2] = fn45((v43 + k_int_11)) + sum(g0_0, g0_1, k_int_5)
		}
	} else {
		switch v40 {
		case v40, g14_0.P((ksl(3))[1]):
			g13_0 = S{a: g14_0.a}
			fmt.Println(g2_0, g11_0, g4_1)
		case sum():
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				g1_1--
				fmt.Println(g8_1, g15_0, g11_0)
				fmt.Println(g4_0, g9_0, g19_0)
			}()
			fallthrough
		default:
			g6_1 = int32(max(^g2_1, min(k_uint8_5, g2_0)))
		}
	}
	g5_0--
	v48, ok48 := g15_1[(join(ks1, g18_0))[1:]]
	use(v48, ok48)
	return ((g11_0[1:])[0] >> ((max(g2_0, g2_1) << (g2_1 & 7)) & 7)), min(join(v36, g18_0), f_9(v36))
}

func t3(v49 int, v50 string, v51 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	g14_1 = f_14(&S{a: int(g6_1), b: fmt.Sprint(float64(100), g0_0)})
	switch max(uint8(k_int64_5), (g2_1 % k_uint8_7)) {
	case g2_1, ((k_uint8_5 << (g2_1 & 7)) / (k_uint8_8 | g2_1)):
		g5_1 |= uint32(min(g3_0, g3_1))
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			defer func(x bool) { fmt.Println("deferred", show(x)) }((any(S{a: 0, b: "s8", c: []int{8}, d: [2]int8{6, 1}}) == any(true)))
			fmt.Println(g5_1, g15_1, g4_1)
			for v52, v53 := range [3]int{f_0(v49), anyint(any([3]int{1, 1})), g14_0.a} {
				use(v52, v53)
				g16_1, g12_1[ix(min(g0_0, v49), 3)] = g16_1, anyint(any(true))
				fmt.Println(g12_1, v53, g3_0)
			}
		}()
	case g2_1:
		g17_1 = g17_0
	default:
		func() {
			defer func() { fmt.Println("rec", recover()) }()
			v49 = g0_0
			g6_0 = ((min(k_int32_8, g6_0) >> (f_2(k_uint8_3) & 7)) % ^(min(g6_0, g6_0)))
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				fmt.Println(g15_0, g7_1, g6_1)
				fmt.Println(g3_1, g6_0, g1_1)
				g12_0 = g12_0
			}()
		}()
	}
	g3_1++
	g15_1 = g15_0
	v54 := f_0(f_0(g0_1))
	use(v54)
	v51.b = string([]byte((fmt.Sprint(k_uint8_10, g0_1) + f_9(g9_1) + v50)))
	g8_1 += g8_0
	g7_0++
	g4_1 = ((min(g4_1, g4_1) << ((g2_0 ^ g2_1) & 7)) << (^(f_2(g2_1)) & 7))
	return g0_0, gid((v50 + ks2))
}

func t4(v55 int, v56 string, v57 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	g5_0 = -(max(g5_1, -g5_1))
	g7_0--
	if (any(S{a: 8, b: "s7", c: []int{7}, d: [2]int8{5, 1}}) != any(k_uint8_4)) || (g8_0 <= g8_1) {
		switch v58 := (any(g12_0)).(type) {
		case int:
			use(v58)
			fmt.Println(g16_1, g0_1, g4_1)
		case string, bool:
			fmt.Println("sb", v58)
		default:
			fmt.Printf("%T\n", v58)
		}
		g1_1 = g1_0
	} else {
		g4_0 = (g4_0 / (f_4(g4_0) >> (uint8(g1_0) & 7)))
	}
	for v59 := 0; v59 < 1; v59++ {
		use(v59)
		for v60 := 0; v60 < 2; v60++ {
			use(v60)
			g19_0 = f_19(f_19(f_19(g19_0)))
			fmt.Println(g4_1, g13_0, g7_0)
		}
		v61, ok61 := g15_0[string([]byte((ks0 + v56)))]
		use(v61, ok61)
	}
	g14_0.b, g14_0.b = f_9(join(g9_0, []string{"p", "q"})), (g9_1 + v56)
	g14_1.b += v56
	g16_0, g16_1 = g16_0, map[int]S{v55: S{a: g0_0}}
	for v62 := range seq(len(g11_0)) {
		use(v62)
		v63 := g1_0
		use(v63)
		switch v64 := (any((g10_1 && g10_1))).(type) {
		case int:
			use(v64)
			switch v62 {
			case g0_0, g0_1:
				fmt.Println(g1_0, g13_1, g19_0)
				fmt.Println(g2_0, g2_1, g2_0)
			case gid(g0_1):
				g5_1++
			default:
				fmt.Println(g18_0, g12_0, g2_0)
			}
		case string, bool:
			fmt.Println("sb", v64)
		default:
			fmt.Printf("%T\n", v64)
		}
	}
	if f_10(g10_0) {
		v65 := ((S{a: 5, b: "s2", c: []int{8}, d: [2]int8{2, 1}}).W(g0_0)).a
		use(v65)
		g14_0.b = g9_1
	} else {
		v66, ok66 := g15_0[(g13_1.b + join(g9_1, g18_0) + string([]byte(g9_1)))]
		use(v66, ok66)
	}
	return f_0(f_0(f_0(v55))), (v56 + (v56 + ks1 + ks2))
}

func t5(v67 int, v68 string, v69 S) (r0 int, r1 string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	fmt.Println(g3_1, g16_1, g6_0)
	g12_1[1]++
	for v70, v71 := range g11_0 {
		use(v70, v71)
		g7_0 -= f_7((g7_0 + g7_0))
		for v72 := range seq(len(g16_1)) {
			use(v72)
			v73, ok73 := g15_0[g9_0]
			use(v73, ok73)
			func() {
				defer func() { fmt.Println("rec", recover()) }()
				g14_0.d[0]++
				g4_1, g14_0.a = f_4((g4_1 / k_int64_1)), g14_0.P(sum(g0_1, v67, g0_0))
				fmt.Println(g10_1, g10_1, g0_1)
			}()
			if g10_1 && true {
				break
			}
		}
	}
	g1_0 = v69.d[0]
	g14_1.d[ix((k_int_8/k_int_0), 2)] |= -g1_1
	v74, ok74 := g15_0[((g9_1 + ks2) + (S{a: 5, b: "s5", c: []int{3}, d: [2]int8{3, 1}}).b)]
	use(v74, ok74)
	for v75 := range seq(g14_0.P(g0_0)) {
		use(v75)
		v76 := max(g8_1, g8_0)
		use(v76)
		switch v77 := (any(g10_0)).(type) {
		case int:
			use(v77)
			g14_1.c = append([]int(nil), f_11(g11_1[0:])...)
		case string, bool:
			fmt.Println("sb", v77)
		default:
			fmt.Printf("%T\n", v77)
		}
	}
	v78 := min(g4_1, g4_1)
	use(v78)
	v79 := (g3_0 / (g3_1 + k_uint16_11))
	use(v79)
	return anyint(any((g10_1 || g10_0))), gid(g9_0)
}

func main() {
	fmt.Println(t0(9, "p", S{a: 0, b: "s4", c: []int{6}, d: [2]int8{2, 1}}))
	fmt.Println(t1(1, "p", S{a: 5, b: "s5", c: []int{9}, d: [2]int8{3, 1}}))
	fmt.Println(t2(4, "p", S{a: 6, b: "s8", c: []int{1}, d: [2]int8{4, 1}}))
	fmt.Println(t3(1, "p", S{a: 0, b: "s2", c: []int{1}, d: [2]int8{2, 1}}))
	fmt.Println(t4(1, "p", S{a: 3, b: "s0", c: []int{6}, d: [2]int8{2, 1}}))
	fmt.Println(t5(-2, "p", S{a: 1, b: "s4", c: []int{5}, d: [2]int8{3, 1}}))
	fmt.Println(show(g0_0), show(g0_1), show(g1_0), show(g1_1), show(g2_0), show(g2_1), show(g3_0), show(g3_1), show(g4_0), show(g4_1), show(g5_0), show(g5_1), show(g6_0), show(g6_1), show(g7_0), show(g7_1), show(g8_0), show(g8_1), show(g9_0), show(g9_1), show(g10_0), show(g10_1), show(g11_0), show(g11_1), show(g12_0), show(g12_1), show(g13_0), show(g13_1), show(g14_0), show(g14_1), show(g15_0), show(g15_1), show(g16_0), show(g16_1), show(g17_0), show(g17_1), show(g18_0), show(g18_1), show(g19_0), show(g19_1))
}

var ks0, ks1, ks2, ks3 = "a", "héllo", "", "xyz"

func ksl(n int) []int { return []int{3, -1, 4, 1}[:n] }

var k_int_0 int = 6
var k_int_1 int = 8
var k_int_2 int = 0
var k_int_3 int = -4
var k_int_4 int = 5
var k_int_5 int = 8
var k_int_6 int = 6
var k_int_7 int = 3
var k_int_8 int = -3
var k_int_9 int = 2
var k_int_10 int = -8
var k_int_11 int = 6
var k_int8_0 int8 = 1
var k_int8_1 int8 = -3
var k_int8_2 int8 = -2
var k_int8_3 int8 = -51
var k_int8_4 int8 = 124
var k_int8_5 int8 = -3
var k_int8_6 int8 = 66
var k_int8_7 int8 = 4
var k_int8_8 int8 = -16
var k_int8_9 int8 = 6
var k_int8_10 int8 = -98
var k_int8_11 int8 = -68
var k_uint8_0 uint8 = 52
var k_uint8_1 uint8 = 7
var k_uint8_2 uint8 = 149
var k_uint8_3 uint8 = 7
var k_uint8_4 uint8 = 205
var k_uint8_5 uint8 = 6
var k_uint8_6 uint8 = 234
var k_uint8_7 uint8 = 3
var k_uint8_8 uint8 = 1
var k_uint8_9 uint8 = 8
var k_uint8_10 uint8 = 5
var k_uint8_11 uint8 = 154
var k_uint16_0 uint16 = 45502
var k_uint16_1 uint16 = 1
var k_uint16_2 uint16 = 7
var k_uint16_3 uint16 = 5
var k_uint16_4 uint16 = 8589
var k_uint16_5 uint16 = 6
var k_uint16_6 uint16 = 42832
var k_uint16_7 uint16 = 1
var k_uint16_8 uint16 = 1967
var k_uint16_9 uint16 = 7
var k_uint16_10 uint16 = 19498
var k_uint16_11 uint16 = 47619
var k_int64_0 int64 = 7
var k_int64_1 int64 = -99
var k_int64_2 int64 = 1
var k_int64_3 int64 = -1
var k_int64_4 int64 = -83
var k_int64_5 int64 = -1
var k_int64_6 int64 = -74
var k_int64_7 int64 = 1
var k_int64_8 int64 = 1
var k_int64_9 int64 = 3
var k_int64_10 int64 = 4
var k_int64_11 int64 = 2
var k_uint32_0 uint32 = 783690983
var k_uint32_1 uint32 = 1227665198
var k_uint32_2 uint32 = 5
var k_uint32_3 uint32 = 1
var k_uint32_4 uint32 = 1298512053
var k_uint32_5 uint32 = 139228464
var k_uint32_6 uint32 = 2984063214
var k_uint32_7 uint32 = 2515269263
var k_uint32_8 uint32 = 4005430241
var k_uint32_9 uint32 = 1893418374
var k_uint32_10 uint32 = 6
var k_uint32_11 uint32 = 7
var k_int32_0 int32 = 5
var k_int32_1 int32 = 4
var k_int32_2 int32 = 740824720
var k_int32_3 int32 = 9
var k_int32_4 int32 = 4
var k_int32_5 int32 = -4
var k_int32_6 int32 = -3
var k_int32_7 int32 = -596521723
var k_int32_8 int32 = -811176071
var k_int32_9 int32 = -1934592480
var k_int32_10 int32 = -1154571986
var k_int32_11 int32 = 74309935
var k_uint_0 uint = 6
var k_uint_1 uint = 0
var k_uint_2 uint = 9
var k_uint_3 uint = 6
var k_uint_4 uint = 4
var k_uint_5 uint = 4
var k_uint_6 uint = 6
var k_uint_7 uint = 7
var k_uint_8 uint = 0
var k_uint_9 uint = 4
var k_uint_10 uint = 4
var k_uint_11 uint = 6
