package metrics

import "runtime"

// A Sample is a metric's name and what Read found of it.
type Sample struct {
	Name  string
	Value Value
}

// Read takes the values of metrics. What this machine does not know is 0.
func Read(m []Sample) {
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	for i := range m {
		m[i].Value = Value{}
		for _, d := range allDesc {
			if d.Name == m[i].Name {
				m[i].Value = measured(d, &mem)
			}
		}
	}
}

func measured(d Description, mem *runtime.MemStats) Value {
	var n uint64
	switch d.Name {
	case "/sched/goroutines:goroutines":
		n = uint64(runtime.NumGoroutine())
	case "/sched/gomaxprocs:threads":
		n = uint64(runtime.GOMAXPROCS(0))
	case "/gc/cycles/total:gc-cycles", "/gc/cycles/forced:gc-cycles":
		n = uint64(mem.NumGC)
	case "/gc/heap/objects:objects":
		n = mem.HeapObjects
	case "/gc/heap/allocs:bytes":
		n = mem.TotalAlloc
	case "/gc/heap/live:bytes", "/memory/classes/heap/objects:bytes":
		n = mem.HeapAlloc
	case "/memory/classes/total:bytes":
		n = mem.Sys
	case "/gc/gogc:percent":
		n = 100
	case "/gc/gomemlimit:bytes":
		n = 1<<63 - 1
	}
	v := Value{kind: d.Kind, scalar: n}
	if d.Kind == KindFloat64Histogram {
		v.histogram = &Float64Histogram{Counts: []uint64{0}, Buckets: []float64{0, 1}}
	}
	return v
}
