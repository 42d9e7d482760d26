// Package testenv stands for Go's internal/testenv where its tests run on golanes: there is no go command, no network, no process.
package testenv

import (
	"os"
	"testing"
)

func Builder() string                      { return "" }
func HasGoBuild() bool                     { return false }
func HasGoRun() bool                       { return false }
func HasExec() bool                        { return false }
func HasSrc() bool                         { return false }
func HasCGO() bool                         { return false }
func HasExternalNetwork() bool             { return false }
func HasSymlink() bool                     { return true }
func HasLink() bool                        { return true }
func HasParallelism() bool                 { return true }
func CPUIsSlow() bool                      { return true }
func OptimizationOff() bool                { return false }
func SyscallIsNotSupported(err error) bool { return false }
func GOROOT(t testing.TB) string           { skip(t, "GOROOT"); return "" }
func GoToolPath(t testing.TB) string       { skip(t, "go command"); return "" }
func Executable(t testing.TB) string       { skip(t, "executable"); return os.Args[0] }

func skip(t testing.TB, what string) {
	if t != nil {
		t.Helper()
		t.Skip("no " + what)
	}
}

func MustHaveGoBuild(t testing.TB)               { t.Helper(); skip(t, "go command") }
func MustHaveGoRun(t testing.TB)                 { t.Helper(); skip(t, "go command") }
func MustHaveExec(t testing.TB)                  { t.Helper(); skip(t, "processes") }
func MustHaveExecPath(t testing.TB, path string) { t.Helper(); skip(t, path) }
func MustHaveSource(t testing.TB)                { t.Helper(); skip(t, "sources") }
func MustHaveCGO(t testing.TB)                   { t.Helper(); skip(t, "cgo") }
func MustHaveExternalNetwork(t testing.TB)       { t.Helper(); skip(t, "network") }
func MustInternalLink(t testing.TB, _ any)       { t.Helper(); skip(t, "linker") }
func MustHaveSymlink(t testing.TB)               {}
func MustHaveLink(t testing.TB)                  {}
func MustHaveParallelism(t testing.TB)           {}
func SkipFlaky(t testing.TB, issue int)          { t.Helper(); t.Skipf("flaky: issue %d", issue) }
func SkipFlakyNet(t testing.TB)                  { t.Helper(); skip(t, "network") }
func SkipIfOptimizationOff(t testing.TB)         {}
func SkipIfShortAndSlow(t testing.TB)            { t.Helper(); skip(t, "time") }
