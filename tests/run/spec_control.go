package main

import "fmt"

func fall(n int) (s string) {
	switch n {
	case 1:
		s += "one "
		fallthrough
	case 2:
		s += "two "
		fallthrough
	case 3:
		s += "three"
	case 4, 5, 6:
		s = "many"
		if n == 5 {
			break
		}
		s += "!"
	default:
		s = "default"
	}
	return
}
func sw(x any) string {
	switch y := x.(type) {
	case int:
		switch {
		case y < 0:
			return "neg"
		case y == 0:
			return "zero"
		}
		return "pos"
	}
	return "?"
}
func gotoTest(n int) int {
	i := 0
loop:
	if i < n {
		i += 2
		goto loop
	}
	if i > 100 {
		goto end
	}
	i *= 10
end:
	return i
}
func labels() {
outer:
	for i := 0; i < 3; i++ {
		for j := 0; ; j++ {
			switch {
			case j == 1:
				continue
			case j == 3:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
sel:
	switch {
	case true:
		for {
			break sel
		}
		fmt.Println("unreached")
	}
	fmt.Println("labels done")
}
func def() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("r: %v", r)
			n *= 2
		}
	}()
	for i := 0; i < 3; i++ {
		defer func(k int) { n += k + i*10 }(i)
	}
	n = 1
	panic("p")
}
func closures() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	x := 0
	inc := func() func() int { x++; return func() int { x += 10; return x } }
	a, b := inc(), inc()
	fmt.Println(a(), b(), x)
	fib := func() func() int {
		a, b := 0, 1
		return func() int { defer func() { a, b = b, a+b }(); return a }
	}()
	for range 10 {
		fmt.Print(fib(), " ")
	}
	var fact func(int) int
	fact = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	for i := range 3 {
		defer func() { fmt.Print("d", i, " ") }()
	}
	func() {
		defer fmt.Println()
		for i, c := range "ab" {
			defer func() { fmt.Print(i, string(c), " ") }()
		}
	}()
}
func multi() (int, string, error)          { return 1, "a", nil }
func take(i int, s string, e error) string { return fmt.Sprint(i, s, e) }
func shadow() {
	x := 1
	{
		x := x + 1
		x++
		fmt.Print(x, " ")
	}
	if x := x * 10; x > 5 {
		fmt.Print(x, " ")
	} else if y := x + 1; y > 0 {
		fmt.Print(y)
	}
	x, y := 5, 6
	x, z := y, x
	fmt.Println(x, y, z)
	var err error
	if v, err := 3, error(nil); err == nil {
		_ = v
	}
	fmt.Println(err)
}

func main() {
	for i := range 8 {
		fmt.Print(fall(i), "; ")
	}
	fmt.Println(sw(-1), sw(0), sw(5), sw("x"))
	fmt.Println(gotoTest(5), gotoTest(200))
	labels()
	fmt.Println(def())
	closures()
	fmt.Println()
	fmt.Println(take(multi()))
	shadow()
	i := 10
	for i > 0 {
		i -= 3
	}
	for i := range i + 5 {
		fmt.Print(i)
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	var arr [5]int
	for i := range arr {
		arr[i] = i * i
	}
	for i := range len(arr) {
		fmt.Print(arr[i])
	}
	for range 2 {
		fmt.Print("x")
	}
	var u8 uint8
	for u8 = range 3 {
	}
	fmt.Println(u8)
	switch x := 5; {
	case x > 3:
		fmt.Println("gt")
	}
	switch f := func() int { return 2 }; f() {
	case 1, 2:
		fmt.Println("f")
	}
	switch {
	default:
		fmt.Println("only default")
	}
	switch x := any(3.5).(type) {
	case int, float64:
		fmt.Printf("%T\n", x)
	}
	const c = 3
	switch c {
	case 1 + 2:
		fmt.Println("const")
	}
	a, b := 1, 2
	a, b = b, a
	arr[a], arr[b] = arr[b], arr[a]
	p := &arr[0]
	*p, a = 7, *p
	fmt.Println(a, b, arr)
	func() {
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			fmt.Println("outer", recover())
			panic("again")
		}()
		panic("first")
	}()
	if v, ok := map[string]int{"a": 1}["a"]; !ok {
		fmt.Println("no")
	} else if v == 1 {
		fmt.Println("yes", v)
	}
}
