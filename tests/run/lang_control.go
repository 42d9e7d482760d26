package main

import (
	"fmt"
)

func classify(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v
	case []int:
		return fmt.Sprint("slice of ", len(v))
	case error:
		return "error " + v.Error()
	case func() int:
		return fmt.Sprint("func ", v())
	case fmt.Stringer:
		return "stringer " + v.String()
	default:
		return fmt.Sprintf("other %T", v)
	}
}

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	}
	return "C"
}

func main() {
	for _, x := range []any{nil, 1, int64(2), "s", []int{1}, fmt.Errorf("e%d", 1), func() int { return 5 }, temp(36.6), 2.5, struct{}{}} {
		fmt.Println(classify(x))
	}
	fmt.Println(grade(95), grade(85), grade(10))
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	switch x := 5; x {
	case 1, 2:
		fmt.Println("small")
	case 5:
		fmt.Println("five")
		fallthrough
	case 6:
		fmt.Println("six")
	case 7:
		fmt.Println("seven")
	default:
		fmt.Println("default")
	}
	i := 0
loop:
	if i < 3 {
		fmt.Print("goto", i, " ")
		i++
		goto loop
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	n := 0
	for {
		n++
		if n%2 == 0 {
			continue
		}
		if n > 7 {
			break
		}
	}
	for n > 5 {
		n--
	}
	fmt.Println(n)
	switch s := "b"; s {
	case "a", "b":
		fmt.Println("a or b")
	}
	var e any = 3
	switch e {
	case "3":
		fmt.Println("string")
	case 3:
		fmt.Println("int three")
	}
	if x := 3; x > 5 {
		fmt.Println("no")
	} else if y := x * 2; y == 6 {
		fmt.Println("yes", x, y)
	}
}
