// Package synctest: tests in bubbles, where time passes only while all wait.
package synctest

import (
	"internal/synctest"
	"testing"
	"time"
)

func Test(t *testing.T, f func(*testing.T)) {
	ok := false
	synctest.Run(func() { ok = synctest.RunTest(t, f) })
	if !ok {
		t.FailNow()
	}
}

func Wait() { synctest.Wait() }

func Sleep(d time.Duration) {
	time.Sleep(d)
	Wait()
}
