// Package debug: the stack as text; the knobs of a collector that has none.
package debug

import (
	"os"
	"runtime"
	"time"
)

func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

func PrintStack() { os.Stderr.Write(Stack()) }

func FreeOSMemory() { runtime.GC() }

var (
	gcPercent         = 100
	memoryLimit int64 = 1<<63 - 1
	maxStack          = 1000000000
	maxThreads        = 10000
	onFault     bool
)

// SetTraceback says how much a fatal end tells of goroutines, never less than GOTRACEBACK does.
func SetTraceback(level string)

func swap[T any](at *T, value T) (old T) {
	old, *at = *at, value
	return old
}

func SetGCPercent(percent int) int      { return swap(&gcPercent, percent) }
func SetMaxStack(bytes int) int         { return swap(&maxStack, bytes) }
func SetMaxThreads(threads int) int     { return swap(&maxThreads, threads) }
func SetPanicOnFault(enabled bool) bool { return swap(&onFault, enabled) }

func SetMemoryLimit(limit int64) int64 {
	if limit < 0 {
		return memoryLimit
	}
	return swap(&memoryLimit, limit)
}

type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
}

func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{GoVersion: runtime.Version(), Path: "command-line-arguments"}, true
}
