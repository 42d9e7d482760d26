package main

import "fmt"

// A mailbox without a constructor: its zero value has no channel.
type mailbox struct {
	letters chan string
}

func (m *mailbox) put(letter string) { m.letters <- letter }
func (m *mailbox) get() string       { return <-m.letters }

func main() {
	var box mailbox
	go box.put("a letter")
	fmt.Println("waiting for a letter")
	fmt.Println("got", box.get())
}
