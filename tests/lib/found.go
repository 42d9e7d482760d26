package main

// What random calls (tests/oracle/values) once found to differ from Go, one line each.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	randv2 "math/rand/v2"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"time"
)

type formats int

func (f formats) Format(s fmt.State, verb rune) {
	w, ok := s.Width()
	fmt.Fprintf(s, "[%d %v]", w, ok)
	if f < 0 {
		panic("negative")
	}
}

type shouts string

func (s shouts) String() string {
	if s == "" {
		panic("empty")
	}
	return string(s) + "!"
}

func main() {
	fmt.Println(len(fmt.Sprintf("%.70000U", 1)))
	fmt.Printf("%8w|%w|%w\n", []uint16{1}, [3]byte{1}, map[string]int{"a": 1})
	fmt.Printf("%*d|%[1]*d|%*d|%.*d\n", ^uint(0), 1, uint8(4), 2, ^uintptr(0), 3)
	fmt.Printf("%5s|%.1s|%6v\n", []shouts{"a", "", "b"}, []shouts{"a", "", "b"}, []formats{1, -1, 2})
	fmt.Println(strconv.Quote("\U0001dffa\U00012557\U00018fc3"), strconv.IsPrint(0x1dffa))
	fmt.Println(strconv.QuotedPrefix("''a"))
	s, err := strconv.Unquote("''")
	fmt.Printf("%q %v\n", s, err)

	fmt.Println(math.Float64bits(math.Pow10(102)), math.Float64bits(math.Pow10(-212)), math.Pow10(309), math.Pow10(-324))
	nan, inf := math.NaN(), math.Inf(-1)
	fmt.Println(min(inf, nan), max(nan, -inf), min(float32(inf), float32(nan)), math.Min(inf, nan))

	c := randv2.NewChaCha8([32]byte{1, 2, 3})
	c.Read(make([]byte, 3))
	state, err := c.MarshalBinary()
	fmt.Printf("%q %v\n", state, err)
	var again randv2.ChaCha8
	fmt.Println(again.UnmarshalBinary(state), again.Uint64() == c.Uint64(), again.UnmarshalBinary(nil), again.UnmarshalBinary([]byte("readbuf:")))

	fmt.Println(bytes.Replace([]byte{}, []byte("a"), nil, 1) == nil, bytes.Replace([]byte{}, nil, nil, -1) == nil, bytes.Join([][]byte{{}}, nil) == nil)
	var b bytes.Buffer
	b.ReadString('x')
	fmt.Println(b.UnreadByte(), b.Len(), b.Cap())
	for _, n := range []int{1, 64, 65, 200, 3000} {
		b.Write(make([]byte, n))
		b.Next(n / 2)
		fmt.Println(b.Len(), b.Cap(), b.Available())
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Replace(make([]int, 4, 8), 2, 6, 1, 2, 3)
	}()
	zero := math.Copysign(0, -1)
	f := []float64{3, 0, zero, 2, zero, 0, 1, 5, 4, zero, 9, 8, 7, 0}
	g := slices.Clone(f)
	sort.Float64s(f)
	slices.Sort(g)
	fmt.Println(f, g)
	fmt.Println(reflect.ValueOf(zero).IsZero(), reflect.ValueOf(complex(0, zero)).IsZero(), reflect.ValueOf([1]float32{float32(zero)}).IsZero())
	j, _ := json.Marshal(struct {
		A float64 `json:",omitzero"`
		B float64 `json:",omitempty"`
	}{zero, zero})
	fmt.Println(string(j))

	_, err = time.ParseDuration("1.5H")
	fmt.Printf("%T %v\n", err, err)
	t := time.Date(-38, 1, 2, 3, 4, 5, 123456789, time.UTC)
	fmt.Println(t.Format("06 .0000000000 .9999999999"))
	for _, p := range [][2]string{{"_é", "_éé"}, {"-070000", "+00990000"}, {"Z0700", "-9080"}, {"Z07:00", "+99212Z"}, {"06", "-7"}, {".000", ".-29"}, {".0-07", ".+12"}, {".0-07", ".+-07"}, {"05 .000", "07.5 .250"}, {"-07:00:00", "-00:00:01"}} {
		t, err := time.Parse(p[0], p[1])
		var e *time.ParseError
		if errors.As(err, &e) {
			fmt.Printf("%q %q ", e.LayoutElem, e.ValueElem)
		}
		fmt.Println(t, err)
	}
}
