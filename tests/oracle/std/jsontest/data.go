// Package jsontest: what stands for the large documents of encoding/json's benchmarks, which are embedded files.
package jsontest

// Entry is a document.
type Entry struct {
	Name string
	Data func() []byte
	New  func() any
}

// Data is empty: the tests run over none.
var Data []Entry
