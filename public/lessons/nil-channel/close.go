package main

import "fmt"

// A mailbox without a constructor: its zero value has no channel.
type mailbox struct {
	letters chan string
}

func (m *mailbox) put(letter string) { m.letters <- letter }
func (m *mailbox) shut()             { close(m.letters) }

func main() {
	var box mailbox
	fmt.Println("shutting the mailbox")
	box.shut()
	box.put("a letter")
}
