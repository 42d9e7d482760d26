package time

type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
)

type Time struct {
	wall uint64
	ext  int64
}

func Sleep(d Duration)
func After(d Duration) <-chan Time
