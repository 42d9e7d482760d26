package main

import (
	"fmt"
)

func a() (n int) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	return 4
}

func b() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	var s []int
	_ = s[3]
	return nil
}

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("d", i, " ")
	}
	x := 1
	defer fmt.Println("x was", x)
	x = 2
}

type res struct{ name string }

func (r *res) Close() { fmt.Println("close", r.name) }

func nested() {
	defer fmt.Println("outer deferred")
	defer func() {
		defer func() {
			fmt.Println("inner recovered:", recover())
		}()
		panic("second")
	}()
	func() {
		defer func() { fmt.Println("first recovered:", recover()) }()
		panic("first")
	}()
}

func rethrow() {
	defer func() { fmt.Println("got", recover()) }()
	func() {
		defer func() {
			r := recover()
			panic(fmt.Sprint("re-", r))
		}()
		panic("x")
	}()
}

func norecover() {
	defer func() {
		fmt.Println("helper does not recover:", helper())
		fmt.Println("direct:", recover())
	}()
	panic("p")
}

func helper() any { return recover() }

func loopy() string {
	for i := 0; ; i++ {
		if func() (done bool) {
			defer func() { done = i == 3 }()
			return false
		}() {
			return fmt.Sprint("left at ", i)
		}
	}
}

func main() {
	fmt.Println(a(), b())
	order()
	r := &res{"one"}
	defer r.Close()
	r2 := res{"two"}
	defer r2.Close()
	r = &res{"three"}
	nested()
	rethrow()
	norecover()
	fmt.Println(loopy())
	fmt.Println(recover())
	m := map[string]int{}
	func() {
		defer delete(m, "k")
		m["k"] = 1
	}()
	fmt.Println(len(m))
}
