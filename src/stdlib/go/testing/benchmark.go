package testing

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"internal/unicode"
)

// B is a benchmark.
type B struct {
	common
	N int

	bench     *benchState
	path      string
	f         func(b *B)
	time      benchtime
	lastN     int
	lastTime  time.Duration
	bytes     int64
	noBytes   bool // a part of it does not tell its bytes
	timing    bool
	allocs    bool
	result    BenchmarkResult
	parallels int

	startObjects, startBytes uint64
	objects, allocated       uint64
	extra                    map[string]float64

	// Loop: iterations so far and how many there shall be.
	loopI, loopN uint64
	loopStopped  bool // the timer was stopped, which Loop must see
	loopDone     bool
}

// InternalBenchmark is a benchmark by name, for the main function that is made.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// oneAtATime is held while a benchmark runs.
var oneAtATime sync.Mutex

func memory() (objects, bytes uint64) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs, stats.TotalAlloc
}

func (b *B) startCounting() {
	b.startObjects, b.startBytes = memory()
	b.start = time.Now()
}

func (b *B) StartTimer() {
	if b.timing {
		return
	}
	b.startCounting()
	b.timing = true
	b.loopStopped = false
}

func (b *B) StopTimer() {
	if !b.timing {
		return
	}
	b.duration += time.Since(b.start)
	objects, bytes := memory()
	b.objects += objects - b.startObjects
	b.allocated += bytes - b.startBytes
	b.timing = false
	b.loopStopped = true
}

func (b *B) ResetTimer() {
	b.extra = map[string]float64{}
	if b.timing {
		b.startCounting()
	}
	b.duration = 0
	b.objects = 0
	b.allocated = 0
}

func (b *B) SetBytes(n int64) { b.bytes = n }

func (b *B) ReportAllocs() { b.allocs = true }

func (b *B) Elapsed() time.Duration {
	if b.timing {
		return b.duration + time.Since(b.start)
	}
	return b.duration
}

func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.IndexFunc(unit, unicode.IsSpace) >= 0 {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallels = p
	}
}

// runN calls the benchmark's function for n iterations.
func (b *B) runN(n int) {
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	ctx, cancel := context.WithCancel(context.Background())
	defer func() { b.runCleanups(false) }()
	b.N = n
	b.loopN, b.loopI, b.loopDone = 0, 0, false
	b.ctx, b.cancel = ctx, cancel
	b.parallels = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
	b.lastN, b.lastTime = n, b.duration
	if b.loopN > 0 && !b.loopDone && !b.failed {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

func (b *B) runInGoroutine(f func()) {
	go func() {
		defer func() { b.signal <- true }()
		f()
	}()
	<-b.signal
}

// probe runs one iteration; whether there is more to measure.
func (b *B) probe() bool {
	if s := b.bench; s != nil {
		if n := len(b.name) + s.suffix + 1; n > s.width {
			s.width = n + 8
		}
	}
	b.runInGoroutine(func() { b.runN(1) })
	if b.failed {
		fmt.Fprintf(b.w, "--- FAIL: %s\n%s", b.name, b.output)
		return false
	}
	b.mu.RLock()
	finished := b.finished
	b.mu.RUnlock()
	if !b.hasSub.Load() && !finished {
		return true
	}
	if b.chatty != nil && (len(b.output) > 0 || finished) {
		tag := "BENCH"
		if b.skipped {
			tag = "SKIP"
		}
		b.cutOutput()
		fmt.Fprintf(b.w, "--- %s: %s\n%s", tag, b.name, b.output)
	}
	return false
}

// most is how many iterations there are at most.
const most = 1_000_000_000

// predict says how many iterations it takes to fill a time, from what was measured.
func predict(goal time.Duration, n int64, took time.Duration, last int64) int64 {
	next := int64(goal) * n / max(int64(took), 1)
	next += next / 5
	return min(max(min(next, 100*last), last+1), most)
}

// measure runs more and more iterations until they take long enough.
func (b *B) measure() BenchmarkResult {
	b.runInGoroutine(func() {
		switch {
		case b.loopN > 0:
			// Loop has done it all in the first run.
		case b.time.n > 1:
			b.runN(b.time.n)
		case b.time.n == 0:
			for n := int64(1); !b.failed && b.duration < b.time.d && n < most; {
				n = predict(b.time.d, int64(b.N), b.duration, n)
				b.runN(int(n))
			}
		}
		b.result = BenchmarkResult{b.N, b.duration, b.bytes, b.objects, b.allocated, b.extra}
	})
	return b.result
}

func (b *B) Loop() bool {
	if b.loopI < b.loopN && !b.loopStopped {
		b.loopI++
		return true
	}
	return b.loopMore()
}

func (b *B) loopMore() bool {
	if !b.timing {
		b.Fatal("B.Loop called with timer stopped")
	}
	if b.loopN == 0 {
		b.loopN = uint64(max(b.time.n, 1))
		b.N = 0
		b.ResetTimer()
		b.loopI++
		return true
	}
	if b.time.n == 0 && b.Elapsed() < b.time.d {
		n := int64(b.loopN)
		b.loopN = uint64(predict(b.time.d, n, b.Elapsed(), n))
		if uint64(n) < b.loopN {
			b.loopI++
			return true
		}
	}
	b.StopTimer()
	b.N = int(b.loopN)
	b.loopDone = true
	return false
}

// BenchmarkResult is what a benchmark gave.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

// per is a metric that the benchmark may have reported itself.
func (r BenchmarkResult) per(unit string, total int64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return total / int64(r.N)
}

func (r BenchmarkResult) NsPerOp() int64 { return r.per("ns/op", r.T.Nanoseconds()) }

func (r BenchmarkResult) AllocsPerOp() int64 { return r.per("allocs/op", int64(r.MemAllocs)) }

func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.per("B/op", int64(r.MemBytes)) }

func (r BenchmarkResult) mbPerSec() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

func (r BenchmarkResult) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		out.WriteByte('\t')
		metric(&out, ns, "ns/op")
	}
	if mbs := r.mbPerSec(); mbs != 0 {
		fmt.Fprintf(&out, "\t%7.2f MB/s", mbs)
	}
	var units []string
	for unit := range r.Extra {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, unit)
		}
	}
	slices.Sort(units)
	for _, unit := range units {
		out.WriteByte('\t')
		metric(&out, r.Extra[unit], unit)
	}
	return out.String()
}

func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// metric writes four significant digits with the decimal points below each other.
func metric(w io.Writer, x float64, unit string) {
	width, digits := 10, 0
	if y := math.Abs(x); y != 0 && y < 999.95 {
		width, digits = 12, 1
		for limit := 99.995; digits < 7 && y < limit; limit /= 10 {
			width++
			digits++
		}
	}
	fmt.Fprintf(w, "%*.*f %s", width, digits, x, unit)
}

// benchState is what all benchmarks of a run share.
type benchState struct {
	match  *matcher
	width  int // of the column of names
	suffix int // what the number of processors adds to a name
}

func benchName(name string, procs int) string {
	if procs != 1 {
		return fmt.Sprintf("%s-%d", name, procs)
	}
	return name
}

func runBenchmarks(path string, benchmarks []InternalBenchmark) bool {
	if flags.bench == "" {
		return true
	}
	procs := slices.Max(flags.procs)
	s := &benchState{match: newMatcher(flags.bench, "-test.bench", flags.skip), suffix: len(benchName("", procs))}
	var chosen []InternalBenchmark
	for _, bench := range benchmarks {
		if _, ok, _ := s.match.fullName(nil, bench.Name); ok {
			chosen = append(chosen, bench)
			s.width = max(s.width, len(benchName(bench.Name, procs))+s.suffix+1)
		}
	}
	main := &B{path: path, time: flags.benchtime, bench: s}
	main.name = "Main"
	main.w = os.Stdout
	main.common.bench = true
	main.f = func(b *B) {
		for _, bench := range chosen {
			b.Run(bench.Name, bench.F)
		}
	}
	if flags.verbose {
		main.chatty = newChatty()
	}
	main.runN(1)
	return !main.failed
}

var labels sync.Once

func (b *B) printLabels() {
	labels.Do(func() {
		fmt.Fprintf(b.w, "goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
		if b.path != "" {
			fmt.Fprintf(b.w, "pkg: %s\n", b.path)
		}
	})
}

// process measures for each number of processors and prints.
func (s *benchState) process(b *B) {
	for i, procs := range flags.procs {
		for j := 0; j < flags.count; j++ {
			runtime.GOMAXPROCS(procs)
			name := benchName(b.name, procs)
			if b.chatty == nil {
				fmt.Fprintf(b.w, "%-*s\t", s.width, name)
			}
			if i > 0 || j > 0 {
				again := &B{f: b.f, time: b.time}
				again.signal = make(chan bool)
				again.name = b.name
				again.w = b.w
				again.chatty = b.chatty
				again.common.bench = true
				again.setOutput()
				b = again
				b.probe()
			}
			r := b.measure()
			if b.failed {
				fmt.Fprintf(b.w, "--- FAIL: %s\n%s", name, b.output)
				continue
			}
			if b.chatty != nil {
				fmt.Fprintf(b.w, "%-*s\t", s.width, name)
			}
			results := r.String()
			if flags.benchmem || b.allocs {
				results += "\t" + r.MemString()
			}
			fmt.Fprintln(b.w, results)
			if len(b.output) > 0 {
				b.cutOutput()
				fmt.Fprintf(b.w, "--- BENCH: %s\n%s", name, b.output)
			}
			if p := runtime.GOMAXPROCS(-1); p != procs {
				fmt.Fprintf(os.Stderr, "testing: %s left GOMAXPROCS set to %d\n", name, p)
			}
		}
	}
}

func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub.Store(true)
	oneAtATime.Unlock()
	defer oneAtATime.Lock()
	full, ok, partial := b.name, true, false
	if b.bench != nil {
		full, ok, partial = b.bench.match.fullName(&b.common, name)
	}
	if !ok {
		return true
	}
	var room [deepest]uintptr
	sub := &B{f: f, path: b.path, time: b.time, bench: b.bench}
	sub.signal = make(chan bool)
	sub.name = full
	sub.parent = &b.common
	sub.level = b.level + 1
	sub.creator = room[:runtime.Callers(2, room[:])]
	sub.w = b.w
	sub.chatty = b.chatty
	sub.common.bench = true
	sub.setOutput()
	if partial {
		// Only parts of it were asked for: it is not measured itself.
		sub.hasSub.Store(true)
	}
	if b.chatty != nil {
		sub.printLabels()
		fmt.Println(full)
	}
	if sub.probe() {
		sub.measureAndPrint()
	}
	b.add(sub.result)
	return !sub.failed
}

func (b *B) measureAndPrint() {
	b.printLabels()
	if b.bench != nil {
		b.bench.process(b)
	} else {
		b.measure()
	}
}

// add makes the result of a whole the sum of those of its parts.
func (b *B) add(part BenchmarkResult) {
	r := &b.result
	r.N = 1
	r.T += time.Duration(part.NsPerOp())
	if part.Bytes == 0 {
		b.noBytes = true
		r.Bytes = 0
	}
	if !b.noBytes {
		r.Bytes += part.Bytes
	}
	r.MemAllocs += uint64(part.AllocsPerOp())
	r.MemBytes += uint64(part.AllocedBytesPerOp())
}

// cutOutput leaves the first ten lines.
func (b *B) cutOutput() {
	n := 0
	for i, c := range b.output {
		if c == '\n' {
			if n++; n == 10 {
				b.output = append(b.output[:i], "\n\t... [output truncated]\n"...)
				return
			}
		}
	}
}

// PB gives out the iterations of a parallel benchmark.
type PB struct {
	taken *atomic.Uint64
	grain uint64
	left  uint64
	n     uint64
}

func (pb *PB) Next() bool {
	if pb.left == 0 {
		n := pb.taken.Add(pb.grain)
		switch {
		case n <= pb.n:
			pb.left = pb.grain
		case n < pb.n+pb.grain:
			pb.left = pb.n + pb.grain - n
		default:
			return false
		}
	}
	pb.left--
	return true
}

func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	// As many at once as take about 100 µs.
	grain := uint64(1)
	if b.lastN > 0 && b.lastTime > 0 {
		grain = min(max(1e5*uint64(b.lastN)/uint64(b.lastTime), 1), 1e4)
	}
	var taken atomic.Uint64
	var wg sync.WaitGroup
	for range b.parallels * runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{taken: &taken, grain: grain, n: uint64(b.N)})
		}()
	}
	wg.Wait()
	if taken.Load() <= uint64(b.N) && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// Benchmark measures a function outside of go test -bench.
func Benchmark(f func(b *B)) BenchmarkResult {
	Init()
	b := &B{f: f, time: flags.benchtime}
	b.signal = make(chan bool)
	b.w = io.Discard
	b.setOutput()
	if b.probe() {
		b.measure()
	}
	return b.result
}

// AllocsPerRun is the average number of objects that f makes. What Go's compiler would keep on the stack counts here too if its
// address is taken or a closure shares it.
func AllocsPerRun(runs int, f func()) (avg float64) {
	if parallelStarts.Load() != parallelStops.Load() {
		panic("testing: AllocsPerRun called during parallel test")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	before, _ := memory()
	for range runs {
		f()
	}
	after, _ := memory()
	return float64((after - before) / uint64(runs))
}
