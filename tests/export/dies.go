package main

import (
	"errors"
	"fmt"
)

type broken struct{ at *int }

func main() {
	fmt.Print("about to \"die\"\n")
	if err := errors.New("näh \\ \"x\""); err != nil {
		panic(err)
	}
}
