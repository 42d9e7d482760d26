// Package fips140: the mode of certified cryptography, which is off.
package fips140

import "io"

const Enabled = false

func RecordApproved()    {}
func RecordNonApproved() {}

func CAST(name string, f func() error) {}
func PCT(name string, f func() error)  {}

type Hash interface {
	io.Writer
	Sum(b []byte) []byte
	Reset()
	Size() int
	BlockSize() int
}
