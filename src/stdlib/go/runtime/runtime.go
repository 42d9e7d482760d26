package runtime

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

func GOMAXPROCS(n int) int
func NumGoroutine() int
func NumCPU() int
func Gosched()
func GC()
func Goexit()
func Caller(skip int) (pc uintptr, file string, line int, ok bool)
func Callers(skip int, pc []uintptr) int
func entryOf(pc uintptr) uintptr
func nameOf(pc uintptr) string
func placeOf(pc uintptr) (file string, line int)
func stacks(all bool) string
func memory() (live, total, objects, collections uint64)

func Version() string { return "go1.27.3" }

func GOROOT() string { return "/usr/local/go" }

func KeepAlive(x any) {}

func LockOSThread()

func UnlockOSThread()

func NumCgoCall() int64 { return 0 }

// A MemStats tells of memory; what this machine does not know is 0.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

func ReadMemStats(m *MemStats) {
	live, total, objects, collections := memory()
	*m = MemStats{Alloc: live, TotalAlloc: total, Sys: live, HeapAlloc: live, HeapSys: live, HeapInuse: live}
	m.Mallocs = objects
	m.HeapObjects = objects
	m.NumGC = uint32(collections)
	m.EnableGC = true
}

// A Func is a function, by an instruction of it.
type Func struct {
	pc uintptr
}

func FuncForPC(pc uintptr) *Func {
	if nameOf(pc) == "" {
		return nil
	}
	return &Func{pc}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return nameOf(f.pc)
}

func (f *Func) Entry() uintptr { return entryOf(f.pc) }

func (f *Func) FileLine(pc uintptr) (file string, line int) { return placeOf(pc) }

// A Frame is one call of a stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames goes through the calls of a stack.
type Frames struct {
	pcs []uintptr
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

func (f *Frames) Next() (frame Frame, more bool) {
	for len(f.pcs) > 0 {
		pc := f.pcs[0]
		f.pcs = f.pcs[1:]
		fn := FuncForPC(pc)
		if fn == nil {
			continue
		}
		// Where a call goes on, but for what starts a function.
		if pc > fn.Entry() {
			pc--
		}
		frame = Frame{PC: pc, Func: fn, Function: nameOf(pc), Entry: fn.Entry()}
		frame.File, frame.Line = placeOf(pc)
		return frame, len(f.pcs) > 0
	}
	return Frame{}, false
}

func Stack(buf []byte, all bool) int { return copy(buf, stacks(all)) }

// A Pinner keeps objects where they are, which here they always do.
type Pinner struct {
	pinned []any
}

// Pin also keeps the object alive.
func (p *Pinner) Pin(pointer any) { p.pinned = append(p.pinned, pointer) }
func (p *Pinner) Unpin()          { p.pinned = nil }

var mutexRate int

// SetMutexProfileFraction only remembers the rate: nobody asks for that profile.
func SetMutexProfileFraction(rate int) int {
	old := mutexRate
	if rate >= 0 {
		mutexRate = rate
	}
	return old
}

func SetBlockProfileRate(rate int) {}
