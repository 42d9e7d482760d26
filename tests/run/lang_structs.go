package main

import (
	"fmt"
)

type Animal interface {
	Sound() string
	Name() string
}

type base struct{ name string }

func (b base) Name() string     { return b.name }
func (b *base) Rename(n string) { b.name = n }

type Dog struct {
	base
	age int
}

func (d Dog) Sound() string { return "woof" }

type Puppy struct {
	*Dog
	toys []string
}

func (p Puppy) Sound() string { return "yip " + p.Dog.Sound() }

type pair struct {
	a, b int
	in   struct{ c, d string }
}

func swap(p pair) pair { p.a, p.b = p.b, p.a; return p }

func main() {
	d := Dog{base{"Rex"}, 3}
	d.Rename("Max")
	var a Animal = d
	fmt.Println(a.Name(), a.Sound(), d.base.name)
	p := Puppy{&d, []string{"ball"}}
	p.Rename("Tiny")
	a = p
	fmt.Println(a.Name(), a.Sound(), d.name)
	if dd, ok := a.(Dog); ok {
		fmt.Println("dog", dd)
	} else if pp, ok := a.(Puppy); ok {
		fmt.Println("puppy", pp.toys, pp.age)
	}
	x := pair{a: 1, b: 2}
	x.in.c = "c"
	y := swap(x)
	fmt.Println(x, y, x == pair{1, 2, struct{ c, d string }{"c", ""}}, x != y)
	ptr := &x
	ptr.in.d = "d"
	z := *ptr
	ptr.a = 100
	fmt.Println(z.a, x.a, z.in)
	f := d.Name
	d.Rename("Later")
	g := (*base).Rename
	g(&d.base, "Expr")
	h := Dog.Sound
	fmt.Println(f(), d.name, h(d))
	arr := []pair{{a: 1}, {a: 2}}
	arr[1].b = 7
	for i := range arr {
		arr[i].a *= 10
	}
	q := &arr[0]
	q.b = 3
	fmt.Println(arr)
	type empty struct{}
	fmt.Println(empty{} == empty{}, empty{})
	fmt.Printf("%v %+v %T\n", y, y.in, y)
	fmt.Printf("%+v %#v\n", d, x.in)
}
