// Package cpu: what the machine is like.
package cpu

const BigEndian = false
