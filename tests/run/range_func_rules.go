package main

import (
	"fmt"
	"iter"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		fmt.Println(name, r)
		if e, ok := r.(error); ok {
			fmt.Println(e.Error())
		}
	}()
	f()
}

func bad1(yield func(int) bool) {
	yield(1)
	yield(2)
	yield(3)
}

var saved func(int) bool

func leak(yield func(int) bool) {
	saved = yield
	yield(1)
}

func swallow(yield func(int) bool) {
	defer func() { fmt.Println("swallowed", recover()) }()
	yield(1)
	yield(2)
}

func swallowAgain(yield func(int) bool) {
	func() {
		defer func() { recover() }()
		yield(1)
	}()
	yield(2)
}

func main() {
	try("break", func() {
		for x := range bad1 {
			fmt.Println(x)
			break
		}
	})
	try("exhausted", func() {
		for x := range leak {
			fmt.Println(x)
		}
		saved(7)
	})
	try("swallow", func() {
		for x := range swallow {
			fmt.Println(x)
			panic("body")
		}
		fmt.Println("not here")
	})
	try("again", func() {
		for x := range swallowAgain {
			fmt.Println(x)
			panic("body")
		}
	})
	try("nil", func() {
		var f iter.Seq[int]
		for x := range f {
			fmt.Println(x)
		}
	})
	try("return", func() {
		for x := range bad1 {
			fmt.Println(x)
			return
		}
	})
	try("pull panic", func() {
		next, _ := iter.Pull(func(y func(int) bool) { y(1); panic("from seq") })
		fmt.Println(next())
		fmt.Println(next())
	})
	for x := range bad1 {
		fmt.Println("last", x)
		if x == 2 {
			break
		}
	}
}
