package time

func Sleep(d Duration)

// startTimer makes a timer that sends to c, or runs f; its number is at least 1.
func startTimer(c chan Time, f func(), d, period int64) int

// stopTimer and resetTimer also take back what c holds: nobody will see a stale value.
func stopTimer(id int, c chan Time) bool
func resetTimer(id int, c chan Time, d, period int64) bool

// A Timer is one event.
type Timer struct {
	C  <-chan Time
	c  chan Time
	f  func()
	id int
}

func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	return &Timer{C: c, c: c, id: startTimer(c, nil, int64(d), 0)}
}

func AfterFunc(d Duration, f func()) *Timer {
	return &Timer{f: f, id: startTimer(nil, f, int64(d), 0)}
}

func After(d Duration) <-chan Time { return NewTimer(d).C }

func (t *Timer) Stop() bool {
	if t.id == 0 {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.id, t.c)
}

func (t *Timer) Reset(d Duration) bool {
	if t.id == 0 {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.id, t.c, int64(d), 0)
}

// A Ticker ticks.
type Ticker struct {
	C  <-chan Time
	c  chan Time
	id int
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	return &Ticker{C: c, c: c, id: startTimer(c, nil, int64(d), int64(d))}
}

func (t *Ticker) Stop() {
	if t.id != 0 {
		stopTimer(t.id, t.c)
	}
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.id == 0 {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.id, t.c, int64(d), int64(d))
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
