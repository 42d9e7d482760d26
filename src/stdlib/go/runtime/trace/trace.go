// Package trace: programs may start traces and mark tasks and regions. The trace that is written has no events: golanes records the
// whole run by itself.
package trace

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

const header = "go 1.26 trace\x00\x00\x00"

var tracing struct {
	sync.Mutex
	on bool
}

func Start(w io.Writer) error {
	tracing.Lock()
	defer tracing.Unlock()
	if tracing.on {
		return errors.New("execution tracer already enabled")
	}
	tracing.on = true
	_, err := io.WriteString(w, header)
	return err
}

func Stop() {
	tracing.Lock()
	tracing.on = false
	tracing.Unlock()
}

func IsEnabled() bool {
	tracing.Lock()
	defer tracing.Unlock()
	return tracing.on
}

type taskKey struct{}

// A Task is a logical operation.
type Task struct{ name string }

func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	t := &Task{taskType}
	return context.WithValue(pctx, taskKey{}, t), t
}

func (t *Task) End() {}

func Log(ctx context.Context, category, message string) {}

func Logf(ctx context.Context, category, format string, args ...any) {
	if IsEnabled() {
		Log(ctx, category, fmt.Sprintf(format, args...))
	}
}

func WithRegion(ctx context.Context, regionType string, fn func()) {
	defer StartRegion(ctx, regionType).End()
	fn()
}

// A Region is a part of what a goroutine does.
type Region struct{ name string }

func StartRegion(ctx context.Context, regionType string) *Region { return &Region{regionType} }

func (r *Region) End() {}

// A FlightRecorder keeps the newest part of a trace.
type FlightRecorder struct {
	mu      sync.Mutex
	enabled bool
	writing bool
}

type FlightRecorderConfig struct {
	MinAge   time.Duration
	MaxBytes uint64
}

func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder { return &FlightRecorder{} }

func (fr *FlightRecorder) Start() error {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	if fr.enabled {
		return fmt.Errorf("cannot enable a enabled flight recorder")
	}
	fr.enabled = true
	return nil
}

func (fr *FlightRecorder) Stop() {
	fr.mu.Lock()
	fr.enabled = false
	fr.mu.Unlock()
}

func (fr *FlightRecorder) Enabled() bool { return fr.enabled }

func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	if !fr.Enabled() {
		return 0, fmt.Errorf("cannot snapshot a disabled flight recorder")
	}
	return bytes.NewBufferString(header).WriteTo(w)
}
