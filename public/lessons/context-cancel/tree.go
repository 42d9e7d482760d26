package main

import (
	"context"
	"fmt"
)

func main() {
	root, cancelRoot := context.WithCancel(context.Background())
	left, cancelLeft := context.WithCancel(root)
	right, cancelRight := context.WithCancel(root)
	leaf, cancelLeaf := context.WithCancel(left)
	defer cancelLeaf()
	defer cancelRight()

	show := func(what string) {
		fmt.Println(what)
		fmt.Printf("root %v, left %v, leaf %v, right %v\n", root.Err(), left.Err(), leaf.Err(), right.Err())
	}
	show("to begin with")
	cancelLeft()
	show("left cancelled: what is below it, too")
	cancelRoot()
	show("root cancelled: everything")
}
