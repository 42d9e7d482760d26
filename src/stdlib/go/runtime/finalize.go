package runtime

import "unsafe"

func setFinalizer(obj, finalizer any, run func()) int
func addCleanup(p unsafe.Pointer, f func(), run func()) uint64
func stopCleanup(n uint64)
func fatal(s string)
func typeName(v any) string
func nextFinalizer() (fn unsafe.Pointer, params int, obj any)

// Runs what the collector has found to be due.
func runFinalizers() {
	for {
		fn, params, obj := nextFinalizer()
		switch params {
		case -1:
			return
		case 0:
			(*(*func())(unsafe.Pointer(&fn)))()
		case 1:
			(*(*func(unsafe.Pointer))(unsafe.Pointer(&fn)))((*[2]unsafe.Pointer)(unsafe.Pointer(&obj))[1])
		case 2:
			(*(*func(any))(unsafe.Pointer(&fn)))(obj)
		}
	}
}

func SetFinalizer(obj any, finalizer any) {
	if obj == nil {
		fatal("runtime.SetFinalizer: first argument is nil")
	}
	switch setFinalizer(obj, finalizer, runFinalizers) {
	case 1:
		fatal("runtime.SetFinalizer: first argument is " + typeName(obj) + ", not pointer")
	case 2:
		fatal("nil elem type!")
	case 3:
		fatal("runtime.SetFinalizer: second argument is " + typeName(finalizer) + ", not a function")
	case 4:
		fatal("runtime.SetFinalizer: cannot pass " + typeName(obj) + " to finalizer " + typeName(finalizer))
	}
}

// A Cleanup is a cleanup that may be stopped.
type Cleanup struct{ number uint64 }

func (c Cleanup) Stop() { stopCleanup(c.number) }

func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	return Cleanup{addCleanup(unsafe.Pointer(ptr), func() { cleanup(arg) }, runFinalizers)}
}
