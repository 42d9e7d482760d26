package main

import (
	"fmt"
	"reflect"
)

type R struct{ n int }

func (r *R) N(n int) int               { return r.n + n }
func (r *R) Of[T int | float64](x T) T { return x + T(r.n) }
func (R) Zero()                        {}

type Outer struct{ *R }

func main() {
	r := &R{3}
	fmt.Println(r.Of(2), r.Of(1.5), r.N(1))
	for _, t := range []reflect.Type{reflect.TypeOf(r), reflect.TypeOf(Outer{}), reflect.TypeOf(*r)} {
		fmt.Print(t, t.NumMethod())
		for i := range t.NumMethod() {
			fmt.Print(" ", t.Method(i).Name, " ", t.Method(i).Type)
		}
		_, ok := t.MethodByName("Of")
		fmt.Println(ok, reflect.Zero(t).MethodByName("Of").IsValid())
	}
	_, ok := any(r).(interface{ Of(int) int })
	fmt.Println(ok)
}
