// Package godebugs: the settings of GODEBUG that are counted. None are.
package godebugs

type Info struct {
	Name    string
	Package string
	Opaque  bool
}

var All []Info
