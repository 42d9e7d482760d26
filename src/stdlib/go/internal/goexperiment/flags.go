// Package goexperiment: what Go 1.27 has switched on.
package goexperiment

const JSONv2 = true
