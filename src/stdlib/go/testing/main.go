package testing

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// flags are those of go test, as the test program gets them.
var flags struct {
	parsed                               bool
	short, verbose, failfast, benchmem   bool
	exit0Panics                          bool
	run, skip, bench, list, cpu, shuffle string
	count, parallel                      int
	timeout                              time.Duration
	benchtime                            benchtime
	procs                                []int
}

// benchtime is how long a benchmark runs, or how often.
type benchtime struct {
	d time.Duration
	n int
}

// defaultBenchtime is a tenth of Go's: time is virtual, and every nanosecond of it an instruction to execute.
const defaultBenchtime = 100 * time.Millisecond

// Init is for programs that use this package outside of go test.
func Init() {
	if flags.count == 0 {
		flags.count = 1
		flags.benchtime.d = defaultBenchtime
		flags.parallel = runtime.GOMAXPROCS(0)
	}
}

// arguments are this package's flags; those of the test itself are in os.Args.
func arguments() []string

// parse reads the flags.
func parse() {
	Init()
	flags.parsed = true
	for _, arg := range arguments() {
		name, value, given := strings.Cut(strings.TrimPrefix(arg, "-test."), "=")
		if err := set(name, value, given); err != nil {
			fmt.Fprintf(os.Stderr, "invalid value %q for flag -test.%s: %v\n", value, name, err)
			os.Exit(2)
		}
	}
}

func set(name, value string, given bool) (err error) {
	number := func() int {
		n, e := strconv.Atoi(value)
		if e != nil {
			err = e.(*strconv.NumError).Err
			if err == strconv.ErrSyntax {
				err = fmt.Errorf("parse error")
			}
		}
		return n
	}
	truth := func() bool {
		v, e := true, error(nil)
		if given {
			v, e = strconv.ParseBool(value)
		}
		if e != nil {
			err = fmt.Errorf("parse error")
		}
		return v
	}
	switch name {
	case "short":
		flags.short = truth()
	case "v":
		flags.verbose = truth()
	case "failfast":
		flags.failfast = truth()
	case "benchmem":
		flags.benchmem = truth()
	case "paniconexit0":
		flags.exit0Panics = truth()
	case "run":
		flags.run = value
	case "skip":
		flags.skip = value
	case "bench":
		flags.bench = value
	case "list":
		flags.list = value
	case "cpu":
		flags.cpu = value
	case "count":
		flags.count = number()
	case "parallel":
		flags.parallel = number()
	case "timeout":
		flags.timeout, err = time.ParseDuration(value)
		if err != nil {
			err = fmt.Errorf("parse error")
		}
	case "benchtime":
		flags.benchtime, err = parseBenchtime(value)
	default:
		err = fmt.Errorf("flag provided but not defined")
	}
	return err
}

func parseBenchtime(s string) (benchtime, error) {
	if times, ok := strings.CutSuffix(s, "x"); ok {
		n, err := strconv.Atoi(times)
		if err != nil || n <= 0 {
			return benchtime{}, fmt.Errorf("invalid count")
		}
		return benchtime{n: n}, nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return benchtime{}, fmt.Errorf("invalid duration")
	}
	return benchtime{d: d}, nil
}

func Short() bool {
	if !flags.parsed {
		panic("testing: Short called before Parse")
	}
	return flags.short
}

func Verbose() bool {
	if !flags.parsed {
		panic("testing: Verbose called before Parse")
	}
	return flags.verbose
}

// Testing tells a test program, which is always given flags, from others.
func Testing() bool { return len(arguments()) > 0 }

func CoverMode() string { return "" }

func Coverage() float64 { return 0 }

// names are the tests that run, and since when.
type names struct {
	mu    sync.Mutex
	since map[string]time.Time
}

var running names

func (n *names) add(name string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.since == nil {
		n.since = map[string]time.Time{}
	}
	n.since[name] = time.Now()
}

func (n *names) remove(name string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	delete(n.since, name)
}

func (n *names) list() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	var all []string
	for name, start := range n.since {
		all = append(all, fmt.Sprintf("\n\t%s (%v)", name, time.Since(start).Round(time.Second)))
	}
	if len(all) == 0 {
		return ""
	}
	slices.Sort(all)
	return "\nrunning tests:" + strings.Join(all, "")
}

// testDeps is what the main function hands over: where the exit code goes, which TestMain does not return, and the import path.
type testDeps interface {
	SetExitCode(code int)
	ImportPath() string
	ParseFlags()
}

// M is what TestMain gets.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
	alarm      *time.Timer
}

func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	parse()
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzz: fuzzTargets, examples: examples}
}

// panicOnExit0 makes os.Exit(0) panic.
func panicOnExit0(on bool)

// Run runs what the flags choose; the exit code.
func (m *M) Run() (code int) {
	defer func() { m.deps.SetExitCode(code) }()
	m.deps.ParseFlags()
	if flags.parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		return 2
	}
	if flags.list != "" {
		m.list()
		return 0
	}
	readProcs()
	if flags.exit0Panics {
		panicOnExit0(true)
		defer panicOnExit0(false)
	}
	deadline := m.startAlarm()
	ran, ok := runTests(m.tests, deadline)
	fuzzRan, fuzzOk := runFuzzTargets(m.fuzz, deadline)
	examplesRan, examplesOk := runExamples(m.examples)
	if m.alarm != nil {
		m.alarm.Stop()
	}
	if !ran && !fuzzRan && !examplesRan && flags.bench == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !ok || !fuzzOk || !examplesOk || !runBenchmarks(m.deps.ImportPath(), m.benchmarks) {
		fmt.Print("FAIL\n")
		return 1
	}
	fmt.Print("PASS\n")
	return 0
}

func (m *M) list() {
	if _, problem := matchString(flags.list, "non-empty"); problem != "" {
		fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", flags.list, problem)
		os.Exit(1)
	}
	show := func(name string) {
		if ok, _ := matchString(flags.list, name); ok {
			fmt.Println(name)
		}
	}
	for _, t := range m.tests {
		show(t.Name)
	}
	for _, b := range m.benchmarks {
		show(b.Name)
	}
	for _, f := range m.fuzz {
		show(f.Name)
	}
	for _, e := range m.examples {
		show(e.Name)
	}
}

func (m *M) startAlarm() (deadline time.Time) {
	if flags.timeout <= 0 {
		return time.Time{}
	}
	deadline = time.Now().Add(flags.timeout)
	m.alarm = time.AfterFunc(flags.timeout, func() {
		panic(fmt.Sprintf("test timed out after %v%s", flags.timeout, running.list()))
	})
	return deadline
}

func readProcs() {
	flags.procs = nil
	for _, text := range strings.Split(flags.cpu, ",") {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", text)
			os.Exit(1)
		}
		flags.procs = append(flags.procs, n)
	}
	if flags.procs == nil {
		flags.procs = []int{runtime.GOMAXPROCS(-1)}
	}
}

func runTests(tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, procs := range flags.procs {
		runtime.GOMAXPROCS(procs)
		for i := 0; i < flags.count && !failFast() && (i == 0 || ran); i++ {
			s := newState(flags.parallel, newMatcher(flags.run, "-test.run", flags.skip), deadline)
			root := &T{state: s}
			root.signal = make(chan bool, 1)
			root.barrier = make(chan bool)
			root.w = os.Stdout
			if flags.verbose {
				root.chatty = newChatty()
			}
			tRunner(root, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			<-root.signal
			ok = ok && !root.Failed()
			ran = ran || root.ran
		}
	}
	return ran, ok
}

// RunTests is for programs that use this package outside of go test.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	Init()
	readProcs()
	flags.parsed = true
	var chosen []InternalTest
	for _, t := range tests {
		if fits, err := matchString(flags.run, t.Name); fits && err == nil {
			chosen = append(chosen, t)
		}
	}
	ran, ok := runTests(chosen, time.Time{})
	if !ran {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	return ok
}
