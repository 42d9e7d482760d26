package main

import "fmt"

type MyInt int
type MyStr string
type MyErr struct{ code int }

func (e MyErr) Error() string { return fmt.Sprintf("myerr %d", e.code) }

type PErr struct{ code int }

func (e *PErr) Error() string { return "perr\nsecond line" }

type Str struct{}

func (Str) String() string { return "I am Str" }

type MyBool bool
type MyF float64
type S struct{ a, b int }
type EI int

func (e EI) Error() string { return "ei" }

type PanicErr struct{}

func (PanicErr) Error() string { panic("in Error") }

type G[T any] struct{ v T }
type MyC complex128
type MyU uint16
type NilErr struct{ s string }

func (e *NilErr) Error() string { return e.s }

type ES string

func (e ES) Error() string { return "ES:" + string(e) }

func main() {
	fmt.Print("")
	panic(MyC(1i))
}
