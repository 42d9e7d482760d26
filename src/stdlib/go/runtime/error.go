// Package runtime: what programs may know of the machine they run on, and the types of run-time errors.
package runtime

// The Error interface marks run-time errors.
type Error interface {
	error
	RuntimeError()
}

// Each of these error types is one string, or points to one: the machine makes values of them.

type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError happens when code calls panic(nil).
type PanicNilError struct {
	text string
}

func (*PanicNilError) RuntimeError() {}
func (*PanicNilError) Error() string {
	return "runtime error: panic called with nil argument"
}
