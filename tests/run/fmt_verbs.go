package main

import (
	"fmt"
)

type P struct {
	X, Y int
	N    string
	in   []byte
}
type E int

func (e E) Error() string { return fmt.Sprintf("E%d", int(e)) }

type S struct{ v int }

func (s *S) String() string { return fmt.Sprint("S:", s.v) }

func main() {
	p := P{1, -2, "n", []byte("hi")}
	fmt.Printf("%v|%+v|%#v|%T\n", p, p, p, p)
	fmt.Printf("%v %+v\n", &p, []*int{nil})
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|%x|%X|%o|%b|%c|%U|%q\n", 42, 42, 42, 42, 42, 255, 255, 8, 5, 'x', 'é', 'q')
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%e|%g|%G\n", 3.14159, 3.14159, 3.14159, 3.14159, 123456.789, 1e-7, 1e21)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|% x|%X\n", "go", "go", "go", "golang", "a\"b\n", "hi", "hi", "hi")
	fmt.Printf("%t|%v|%p|%v\n", true, nil, nil, struct{}{})
	fmt.Printf("%v %v %v %v\n", []string{"a", "b"}, map[string]int{"z": 1, "a": 2}, [2]bool{true}, []any{1, "x", nil, 2.5})
	fmt.Printf("%#v %#v %#v %#v\n", []string{"a"}, map[string]int{"a": 1}, 1.0, "s")
	fmt.Printf("%d %s %!\n", "str", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Println(E(3), &S{4}, S{5}, []error{E(1)}, map[E]*S{1: nil})
	fmt.Printf("%v %d %s %x\n", E(7), E(7), E(7), E(7))
	fmt.Printf("%6.2f%%|%+.1e|%08.3f|% d\n", 12.345, 12345.678, -3.14159, 7)
	fmt.Printf("%v %v %.3v %v\n", 1e6, 1e20, 2.0/3, float32(0.1))
	fmt.Printf("%t %v %08b %#x %#o\n", false, 'a', 37, 255, 8)
	fmt.Printf("%q %v %s\n", []string{"a b", "c"}, []byte("ab"), []byte("ab"))
	fmt.Printf("%x %X %x\n", []byte{1, 171}, "hello", 3.5)
	fmt.Printf("%5t|%-7t|%3c|%-3c|\n", true, false, 'a', 'b')
	fmt.Printf("%v %v\n", complex(1, -2), [][]int{{1}, {2, 3}})
	fmt.Print("a", 1, 2, "b", "c", 3.0, '\n', "\n")
	fmt.Println(fmt.Sprint("x", 1, 2), fmt.Sprintln("end"), fmt.Sprintf("%v", [3]int8{1, 2, 3}))
	err := fmt.Errorf("wrap: %w", E(9))
	fmt.Println(err, fmt.Sprintf("%v|%q", err, err))
	type inner struct{ A, B any }
	fmt.Printf("%v %+v\n", inner{1, inner{"x", nil}}, &inner{[]int{1}, map[int]bool{1: true}})
}
