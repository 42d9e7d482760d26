package main

import (
	"fmt"
	"reflect"
)

type Gen interface{ Make(n int) string }

type A struct{ x int }

func (A) Make(n int) string { return fmt.Sprint("A", n) }

type B struct{ X int }

func (*B) Make(n int) string { return fmt.Sprint("B", n) }

type C []A

func (C) Make(n int) string { return "C" }

type E struct{ A }

func f(a A, m map[string]*B, c ...C) E { return E{} }

type prop func([]int) bool

func main() {
	t := reflect.TypeOf(f)
	for i := 0; i < t.NumIn(); i++ {
		in := t.In(i)
		for {
			g, ok := reflect.Zero(in).Interface().(Gen)
			fmt.Println(in, ok, in.NumMethod())
			if ok && in.Kind() != reflect.Pointer {
				fmt.Println(g.Make(i))
			}
			if k := in.Kind(); k == reflect.Map || k == reflect.Slice || k == reflect.Pointer {
				in = in.Elem()
				continue
			}
			break
		}
	}
	out := reflect.New(t.Out(0)).Elem()
	g, ok := out.Interface().(Gen)
	fmt.Println(ok, out.Type(), g != nil)
	fmt.Println(g.Make(7))
}
