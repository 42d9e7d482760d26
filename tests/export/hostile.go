package main

import "fmt"

type tag[T any] struct{ v T }

func (t tag[T]) send(c chan string) { c <- "<b>&" }

func main() {
	c := make(chan string)
	go tag[map[string]bool]{}.send(c)
	fmt.Println(<-c, "</svg><script>alert(1)</script>\u202e\x00]]>")
	go func() { c <- "\u202e\"'" }()
	fmt.Println(<-c)
}
