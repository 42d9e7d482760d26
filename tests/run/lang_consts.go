package main

import (
	"fmt"
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu"}[d] }

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
)

type flags uint8

const (
	f1 flags = 1 << iota
	f2
	f3
)

const huge = 1 << 200
const pi = 3.14159265358979323846264338327950288

var (
	x = y + 1
	y = z * 2
	z = f()
)

func f() int { return 20 }

func init() { x++ }
func init() { x *= 2 }

func main() {
	fmt.Println(Sunday, Tuesday, Thursday, Monday+1)
	fmt.Println(KB, MB, GB, a, b, c, d)
	fmt.Println(f1|f3, f1&f2, ^f1, f3&^f3)
	fmt.Println(huge>>195, pi*2, float32(pi), x, y, z)
	fmt.Printf("%d %v %s %T\n", Monday, Monday, Monday, Monday)
	const r = 'x'
	var i8 int8 = -1 << 7
	fmt.Println(r, string(r), i8, 0b101, 0o17, 0xff, 1_000_000, 1e3, 0x1p4, 'a', '\n')
	var u = ^uint32(0)
	fmt.Println(u, 7/2, -7/2, 7%-3, 7/2.0, 1/2*3.0)
}
