package main

import (
	"errors"
	"fmt"
	"sort"
)

type Account struct {
	ID      string
	Balance float64
	History []Tx
}

type Tx struct {
	Kind   string
	Amount float64
}

var ErrFunds = errors.New("insufficient funds")

type TxError struct {
	Acc string
	Err error
}

func (e *TxError) Error() string { return e.Acc + ": " + e.Err.Error() }
func (e *TxError) Unwrap() error { return e.Err }

func (a *Account) Withdraw(x float64) error {
	if x > a.Balance {
		return &TxError{a.ID, fmt.Errorf("withdraw %.2f: %w", x, ErrFunds)}
	}
	a.Balance -= x
	a.History = append(a.History, Tx{"w", x})
	return nil
}

type byBalance []*Account

func (b byBalance) Len() int           { return len(b) }
func (b byBalance) Less(i, j int) bool { return b[i].Balance < b[j].Balance }
func (b byBalance) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	accs := []*Account{{ID: "a", Balance: 50}, {ID: "b", Balance: 20}, {ID: "c", Balance: 70}}
	sort.Sort(byBalance(accs))
	for _, a := range accs {
		fmt.Print(a.ID, " ")
	}
	fmt.Println()
	err := accs[0].Withdraw(30)
	fmt.Println(err, errors.Is(err, ErrFunds))
	var te *TxError
	if errors.As(err, &te) {
		fmt.Println("as", te.Acc)
	}
	fmt.Println(accs[2].Withdraw(30), accs[2].Balance, accs[2].History)
	fmt.Printf("%+v\n", *accs[2])
	fmt.Println(errors.Unwrap(errors.Unwrap(err)) == ErrFunds, errors.Join(ErrFunds, nil, errors.New("x")))
}
