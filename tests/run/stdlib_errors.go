package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
)

var ErrBase = errors.New("base")

type MyErr struct {
	Op  string
	Err error
}

func (e *MyErr) Error() string { return e.Op + ": " + e.Err.Error() }
func (e *MyErr) Unwrap() error { return e.Err }

type ValErr int

func (v ValErr) Error() string   { return fmt.Sprintf("val %d", int(v)) }
func (v ValErr) Is(t error) bool { return t == ErrBase && v == 7 }

type timeout interface{ Timeout() bool }

type TErr struct{}

func (TErr) Error() string { return "timeout" }
func (TErr) Timeout() bool { return true }

func main() {
	w := fmt.Errorf("outer: %w", &MyErr{"read", ErrBase})
	fmt.Println(w, errors.Is(w, ErrBase), errors.Is(w, io.EOF), errors.Unwrap(w) != nil, errors.Unwrap(ErrBase))
	var me *MyErr
	fmt.Println(errors.As(w, &me), me.Op)
	var ve ValErr
	fmt.Println(errors.As(fmt.Errorf("x: %w", ValErr(3)), &ve), ve, errors.As(w, &ve))
	fmt.Println(errors.Is(ValErr(7), ErrBase), errors.Is(ValErr(8), ErrBase), errors.Is(ValErr(8), ValErr(8)))
	var to timeout
	fmt.Println(errors.As(fmt.Errorf("a %w", TErr{}), &to), to.Timeout())
	j := errors.Join(ErrBase, nil, io.EOF)
	fmt.Println(j, errors.Is(j, io.EOF), errors.Is(j, ErrBase), errors.Join(nil, nil) == nil)
	m := fmt.Errorf("two: %w and %w, %d", ErrBase, io.EOF, 5)
	fmt.Println(m, errors.Is(m, io.EOF), errors.Is(m, ErrBase), errors.Unwrap(m))
	fmt.Printf("%T %T %T\n", w, m, j)
	if u, ok := m.(interface{ Unwrap() []error }); ok {
		fmt.Println(len(u.Unwrap()))
	}
	fmt.Println(fmt.Errorf("none"), fmt.Errorf("bad %w", 5), fmt.Errorf("nil %w", nil))
	e, ok := errors.AsType[*MyErr](w)
	fmt.Println(e, ok)
	_, ok = errors.AsType[ValErr](w)
	fmt.Println(ok)
	fmt.Println(errors.Is(nil, ErrBase), errors.Is(ErrBase, nil), errors.As(nil, &me))
	func() {
		defer func() { fmt.Println(recover()) }()
		errors.As(w, nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var x int
		errors.As(w, &x)
	}()
	_, err := strconv.Atoi("12x")
	var ne *strconv.NumError
	fmt.Println(err, errors.As(err, &ne), ne.Func, ne.Num, ne.Err == strconv.ErrSyntax)
	_, err = os.Open("/no/such/file")
	fmt.Println(err, errors.Is(err, os.ErrNotExist), errors.Is(err, fs.ErrNotExist))
	var pe *os.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, pe.Path)
	fmt.Printf("%v %q %+v\n", errors.ErrUnsupported, w, j)
	fmt.Println(errors.New("a") == errors.New("a"))
}
