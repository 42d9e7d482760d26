package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
)

var ErrFunds = errors.New("insufficient funds")

type Account struct {
	sync.RWMutex
	Owner   string
	balance int
	log     []string
}

type TransferError struct {
	From, To string
	Amount   int
	Err      error
}

func (e *TransferError) Error() string {
	return fmt.Sprintf("transfer %d from %s to %s: %v", e.Amount, e.From, e.To, e.Err)
}
func (e *TransferError) Unwrap() error { return e.Err }

func (a *Account) Balance() int {
	a.RLock()
	defer a.RUnlock()
	return a.balance
}

func (a *Account) Deposit(n int) {
	a.Lock()
	defer a.Unlock()
	a.balance += n
	a.log = append(a.log, fmt.Sprintf("+%d", n))
}

func transfer(a, b *Account, n int) error {
	a.Lock()
	defer a.Unlock()
	if a.balance < n {
		return &TransferError{a.Owner, b.Owner, n, ErrFunds}
	}
	a.balance -= n
	b.Deposit(n)
	return nil
}

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ W, H float64 }
type Circle struct{ R float64 }

func (r Rect) Area() float64        { return r.W * r.H }
func (r Rect) Perimeter() float64   { return 2 * (r.W + r.H) }
func (c Circle) Area() float64      { return 3.14159 * c.R * c.R }
func (c Circle) Perimeter() float64 { return 2 * 3.14159 * c.R }
func (c Circle) String() string     { return fmt.Sprintf("Circle(%g)", c.R) }

type Matrix [][]float64

func (m Matrix) String() string {
	var b strings.Builder
	for _, r := range m {
		b.WriteString(fmt.Sprintln(r))
	}
	return b.String()
}

func main() {
	a := &Account{Owner: "ann"}
	b := &Account{Owner: "bob"}
	a.Deposit(100)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() { defer wg.Done(); transfer(a, b, 10) }()
	}
	wg.Wait()
	fmt.Println(a.Balance(), b.Balance(), len(b.log), b.log[0])
	err := transfer(a, b, 1000)
	var te *TransferError
	fmt.Println(err, errors.Is(err, ErrFunds), errors.As(err, &te), te.Amount)
	shapes := []Shape{Rect{2, 3}, Circle{1}, &Rect{1, 1}}
	sort.Slice(shapes, func(i, j int) bool { return shapes[i].Area() < shapes[j].Area() })
	for i, s := range shapes {
		fmt.Printf("%d %-12v %8.3f %8.3f %T\n", i, s, s.Area(), s.Perimeter(), s)
	}
	fmt.Printf("%v|%+v|%s\n", shapes[1:], shapes[0], Matrix{{1, 0}, {0, 1.5}})
	words := strings.Fields("the cat the dog the end cat")
	count := map[string]int{}
	for _, w := range words {
		count[w]++
	}
	keys := make([]string, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if count[keys[i]] != count[keys[j]] {
			return count[keys[i]] > count[keys[j]]
		}
		return keys[i] < keys[j]
	})
	for _, k := range keys {
		fmt.Printf("%-5s|%s\n", k, strings.Repeat("#", count[k]))
	}
	fmt.Fprintf(os.Stdout, "%6s|%-6s|%06.2f|%x|%08b\n", "abc", "de", 3.14159, "go", 37)
	type pair struct {
		k string
		v *int
	}
	n := 5
	fmt.Println(pair{"a", nil}, []any{1, "x", nil, pair{}}, &n != nil)
	fmt.Printf("%v %v\n", struct {
		A, B any
		C    []string
	}{1, "q", nil}, map[string][]int{"z": {1}, "a": nil})
}
