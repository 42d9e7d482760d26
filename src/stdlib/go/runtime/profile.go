package runtime

// A StackRecord is a stack of calls.
type StackRecord struct {
	Stack0 [32]uintptr
}

func (r *StackRecord) Stack() []uintptr { return upTo0(r.Stack0[:]) }

func upTo0(pcs []uintptr) []uintptr {
	for i, pc := range pcs {
		if pc == 0 {
			return pcs[:i]
		}
	}
	return pcs
}

// MemProfileRate is what share of memory Go would watch; here none is.
var MemProfileRate = 512 * 1024

// A MemProfileRecord tells of memory that was taken in one place.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

func (r *MemProfileRecord) InUseBytes() int64   { return r.AllocBytes - r.FreeBytes }
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }
func (r *MemProfileRecord) Stack() []uintptr    { return upTo0(r.Stack0[:]) }

// A BlockProfileRecord tells of waits in one place.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// These profiles are empty: nothing is sampled here.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }
func BlockProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func MutexProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func ThreadCreateProfile(p []StackRecord) (n int, ok bool)             { return 0, true }

// GoroutineProfile counts goroutines; of stacks it knows that of the caller, the first. Stack has all of them.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if n > len(p) {
		return n, false
	}
	clear(p[:n])
	Callers(1, p[0].Stack0[:])
	return n, true
}

func SetCPUProfileRate(hz int) {}

func CPUProfile() []byte { panic("CPUProfile no longer available") }

func SetDefaultGOMAXPROCS() { GOMAXPROCS(NumCPU()) }
