// Package goarch stands for Go's internal/goarch: the machine is amd64.
package goarch

const (
	GOARCH    = "amd64"
	PtrSize   = 8
	BigEndian = false
	IsAmd64   = 1
)
