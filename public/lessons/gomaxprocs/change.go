package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println("to begin with:", runtime.GOMAXPROCS(0))

	before := runtime.GOMAXPROCS(2) // sets it, and returns what it was
	fmt.Println("it was", before, "and now is", runtime.GOMAXPROCS(0))

	runtime.GOMAXPROCS(-1) // less than one changes nothing
	fmt.Println("still", runtime.GOMAXPROCS(0))

	runtime.SetDefaultGOMAXPROCS()
	fmt.Println("the default again:", runtime.GOMAXPROCS(0))
}
