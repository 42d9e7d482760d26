// Package network is asked about everything that goes over package net's network: a place to make it slow, or to lose things.
package network

import (
	"sync"
	"time"
)

// A Kind says what goes over the network.
type Kind int

const (
	// Dial: somebody connects.
	Dial Kind = iota
	// Data: bytes of a connection, or a datagram.
	Data
	// End: there will be no more bytes of this connection.
	End
)

// A Parcel is one thing that goes over the network.
type Parcel struct {
	Kind Kind
	// Network is that of the connection: tcp, udp, unix.
	Network  string
	From, To string
	// Size counts the bytes.
	Size int
}

// A Rule says how long a parcel takes, and whether something goes wrong: then the error is the sender's.
type Rule func(p Parcel) (delay time.Duration, err error)

var state struct {
	sync.Mutex
	rule Rule
}

// Set gives the network a rule; nil is none: all arrives at once.
func Set(rule Rule) {
	state.Lock()
	defer state.Unlock()
	state.rule = rule
}

// Pass asks the rule about a parcel.
func Pass(p Parcel) (delay time.Duration, err error) {
	state.Lock()
	rule := state.rule
	state.Unlock()
	if rule == nil {
		return 0, nil
	}
	return rule(p)
}
