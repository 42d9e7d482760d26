package testing

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// InternalExample is an example by name, for the main function that is made.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// capture keeps what is written to standard output; captured ends that.
func capture()
func captured() string

func runExamples(examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(flags.run, "-test.run", flags.skip)
	for _, e := range examples {
		if _, matched, _ := m.fullName(nil, e.Name); matched {
			ran = true
			ok = e.run() && ok
		}
	}
	return ran, ok
}

func (e *InternalExample) run() (ok bool) {
	if flags.verbose {
		fmt.Printf("=== RUN   %s\n", e.Name)
	}
	returned := false
	start := time.Now()
	capture()
	defer func() {
		d := time.Since(start)
		out := captured()
		problem := recover()
		ok = e.result(out, d, returned, problem)
	}()
	e.F()
	returned = true
	return
}

func (e *InternalExample) result(out string, d time.Duration, returned bool, problem any) bool {
	got, want := strings.TrimSpace(out), strings.TrimSpace(e.Output)
	differs := ""
	if e.Unordered {
		a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			differs = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", out, e.Output)
		}
	} else if got != want {
		differs = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	if problem != nil {
		differs = ""
	}
	ok := differs == "" && returned && problem == nil
	if !ok {
		fmt.Printf("--- FAIL: %s (%s)\n%s", e.Name, seconds(d), differs)
	} else if flags.verbose {
		fmt.Printf("--- PASS: %s (%s)\n", e.Name, seconds(d))
	}
	if problem != nil {
		panic(problem)
	} else if !returned {
		panic(errNoReturn)
	}
	return ok
}
