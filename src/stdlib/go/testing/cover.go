package testing

import "os"

// A CoverBlock is a piece of code whose executions would be counted.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

// A Cover is what was counted.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// RegisterCover has no effect: coverage is not measured here.
func RegisterCover(c Cover) {}

// plain stands for what go test gives a test program.
type plain struct {
	match func(pat, str string) (bool, error)
}

func (plain) SetExitCode(code int) {}
func (plain) ParseFlags()          {}
func (plain) ImportPath() string   { return "" }

// Main runs tests as programs of old did.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(plain{matchString}, tests, benchmarks, nil, examples).Run())
}

func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	Init()
	readProcs()
	runBenchmarks("", benchmarks)
}

func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	Init()
	_, ok = runExamples(examples)
	return ok
}
