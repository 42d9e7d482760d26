package main

import "fmt"

// A mailbox is made by newMailbox.
type mailbox struct {
	letters chan string
}

func newMailbox() *mailbox { return &mailbox{letters: make(chan string)} }

func (m *mailbox) put(letter string) { m.letters <- letter }
func (m *mailbox) get() string       { return <-m.letters }

func main() {
	box := newMailbox()
	go box.put("a letter")
	fmt.Println("waiting for a letter")
	fmt.Println("got", box.get())
}
