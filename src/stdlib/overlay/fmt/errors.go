package fmt

import "errors"

// Errorf makes an error; %w operands can be unwrapped.
func Errorf(format string, a ...any) error {
	n, mask := 0, uint64(0)
	for i := 1; i < len(format); i++ {
		if format[i] == 'w' {
			n, mask = wrapped(modeErrorf, format, a)
			break
		}
	}
	s := sprint(modeErrorf, format, a)
	switch n {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		for i, arg := range a {
			if mask&(1<<i) != 0 {
				w.err, _ = arg.(error)
			}
		}
		return w
	}
	w := &wrapErrors{msg: s}
	for i, arg := range a {
		if mask&(1<<i) != 0 {
			if e, ok := arg.(error); ok {
				w.errs = append(w.errs, e)
			}
		}
	}
	return w
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string {
	return e.msg
}

func (e *wrapError) Unwrap() error {
	return e.err
}

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string {
	return e.msg
}

func (e *wrapErrors) Unwrap() []error {
	return e.errs
}
