// Package time: clock, durations, calendar.
package time

// A Duration is a time span in nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

func (d Duration) String() string

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64   { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// below tells whether r is less than half of m, without overflow.
func below(r, m Duration) bool { return uint64(r)+uint64(r) < uint64(m) }

func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if r = -r; below(r, m) {
			return d + r
		}
		if away := d - m + r; away < d {
			return away
		}
		return minDuration
	}
	if below(r, m) {
		return d - r
	}
	if away := d + m - r; away > d {
		return away
	}
	return maxDuration
}

func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// A Month is a month of the year, from 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

func (m Month) String() string {
	switch m {
	case January:
		return "January"
	case February:
		return "February"
	case March:
		return "March"
	case April:
		return "April"
	case May:
		return "May"
	case June:
		return "June"
	case July:
		return "July"
	case August:
		return "August"
	case September:
		return "September"
	case October:
		return "October"
	case November:
		return "November"
	case December:
		return "December"
	}
	return "%!Month(" + itoa(uint64(m)) + ")"
}

func itoa(u uint64) string {
	s := ""
	for {
		s = string(rune('0'+u%10)) + s
		if u /= 10; u == 0 {
			return s
		}
	}
}

// A Weekday is a day of the week; Sunday is 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

func (d Weekday) String() string {
	switch d {
	case Sunday:
		return "Sunday"
	case Monday:
		return "Monday"
	case Tuesday:
		return "Tuesday"
	case Wednesday:
		return "Wednesday"
	case Thursday:
		return "Thursday"
	case Friday:
		return "Friday"
	case Saturday:
		return "Saturday"
	}
	return "%!Weekday(" + itoa(uint64(d)) + ")"
}

// A Time is a moment. The runtime makes values of it, so it knows these fields, which are those of Go's: they can be printed.
// With a monotonic reading wall holds also the seconds since 1885, in 33 bits, and ext is the reading (1 at the start of the program);
// without one ext is the seconds since year 1. The lowest 30 bits of wall are always nanoseconds.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasMonotonic = 1 << 63
	nsecMask     = 1<<nsecShift - 1
	nsecShift    = 30
	minWall      = (1884*365 + 1884/4 - 1884/100 + 1884/400) * 86400
)

// sec is seconds since year 1.
func (t Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return minWall + int64(t.wall<<1>>(nsecShift+1))
	}
	return t.ext
}

func (t Time) nsec() int64 { return int64(t.wall & nsecMask) }

// mono is the monotonic reading; 0 for none.
func (t Time) mono() int64 {
	if t.wall&hasMonotonic != 0 {
		return t.ext
	}
	return 0
}

func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

// setMono sets a monotonic reading, which has no room beside a time that is too early or late.
func (t *Time) setMono(m int64) {
	if t.wall&hasMonotonic == 0 {
		sec := t.ext
		if sec < minWall || sec >= minWall+1<<33 {
			return
		}
		t.wall |= hasMonotonic | uint64(sec-minWall)<<nsecShift
	}
	t.ext = m
}

// addSec moves t by seconds; at the ends of what can be told it stays there.
func (t *Time) addSec(d int64) {
	if t.wall&hasMonotonic != 0 {
		if sec := t.sec() + d - minWall; 0 <= sec && sec < 1<<33 {
			t.wall = t.wall&nsecMask | uint64(sec)<<nsecShift | hasMonotonic
			return
		}
		t.stripMono()
	}
	switch sum := t.ext + d; {
	case (sum > t.ext) == (d > 0):
		t.ext = sum
	case d > 0:
		t.ext = 1<<63 - 1
	default:
		t.ext = -(1<<63 - 1)
	}
}

func now() Time
func civil(sec int64) (year, month, day, yday, weekday int)
func seconds(year, month, day, hour, min, sec int) int64
func format(sec, nsec int64, offset int, zone, layout string) string

const toUnix = 62135596800

func (t Time) local() int64 { return t.sec() + t.offset() }

func Now() Time {
	t := now()
	t.loc = Local
	return t
}

func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }

func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{uint64(nsec), sec + toUnix, Local}
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	s := nsec / 1e9
	nsec -= s * 1e9
	if nsec < 0 {
		nsec += 1e9
		s--
	}
	t := Time{uint64(nsec), seconds(year, int(month), day, hour, min, sec) + int64(s), nil}
	t.fromLocal(loc)
	return t
}

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLoc {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

func (t Time) After(u Time) bool {
	if t.wall&u.wall&hasMonotonic != 0 {
		return t.ext > u.ext
	}
	ts, us := t.sec(), u.sec()
	return ts > us || ts == us && t.nsec() > u.nsec()
}

func (t Time) Before(u Time) bool { return u.After(t) }

func (t Time) Compare(u Time) int {
	switch {
	case t.Before(u):
		return -1
	case t.After(u):
		return 1
	}
	return 0
}

func (t Time) Equal(u Time) bool {
	if t.wall&u.wall&hasMonotonic != 0 {
		return t.ext == u.ext
	}
	return t.sec() == u.sec() && t.nsec() == u.nsec()
}

func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

func (t Time) Date() (year int, month Month, day int) {
	y, m, d, _, _ := civil(t.local())
	return y, Month(m), d
}

func (t Time) Year() int {
	y, _, _, _, _ := civil(t.local())
	return y
}

func (t Time) Month() Month {
	_, m, _, _, _ := civil(t.local())
	return Month(m)
}

func (t Time) Day() int {
	_, _, d, _, _ := civil(t.local())
	return d
}

func (t Time) YearDay() int {
	_, _, _, yday, _ := civil(t.local())
	return yday
}

func (t Time) Weekday() Weekday {
	_, _, _, _, wday := civil(t.local())
	return Weekday(wday)
}

func (t Time) ISOWeek() (year, week int) {
	// The week belongs to the year of its Thursday.
	_, _, _, _, wday := civil(t.local())
	year, _, _, yday, _ := civil(t.local() + int64(3-(wday+6)%7)*86400)
	return year, (yday-1)/7 + 1
}

func (t Time) ofDay() int {
	s := t.local() % 86400
	if s < 0 {
		s += 86400
	}
	return int(s)
}

func (t Time) Clock() (hour, min, sec int) {
	s := t.ofDay()
	return s / 3600, s / 60 % 60, s % 60
}

func (t Time) Hour() int       { return t.ofDay() / 3600 }
func (t Time) Minute() int     { return t.ofDay() / 60 % 60 }
func (t Time) Second() int     { return t.ofDay() % 60 }
func (t Time) Nanosecond() int { return int(t.nsec()) }

func (t Time) Add(d Duration) Time {
	sec, nsec := int64(d/1e9), t.nsec()+int64(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(nsec)
	t.addSec(sec)
	if t.wall&hasMonotonic != 0 {
		m := t.ext + int64(d)
		if d < 0 && m > t.ext || d > 0 && m < t.ext {
			t.stripMono()
		} else {
			t.ext = m
		}
	}
	return t
}

func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		d := Duration(t.ext - u.ext)
		switch {
		case d < 0 && t.ext > u.ext:
			return maxDuration
		case d > 0 && t.ext < u.ext:
			return minDuration
		}
		return d
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

func (t Time) UTC() Time {
	t.setLoc(&utcLoc)
	return t
}

func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

func (t Time) Location() *Location {
	l := t.where()
	if l == nil {
		return UTC
	}
	return l
}

func (t Time) Unix() int64      { return t.unix() }
func (t Time) UnixMilli() int64 { return t.unix()*1e3 + t.nsec()/1e6 }
func (t Time) UnixMicro() int64 { return t.unix()*1e6 + t.nsec()/1e3 }
func (t Time) UnixNano() int64  { return t.unix()*1e9 + t.nsec() }

// rest is what is left of t, since year 1, after whole d.
func (t Time) rest(d Duration) Duration {
	if d%Second == 0 {
		s := int64(d / Second)
		r := t.sec() % s
		if r < 0 {
			r += s
		}
		return Duration(r)*Second + Duration(t.nsec())
	}
	// sec * 1e9 + nsec modulo d, bit by bit: the product does not fit.
	sec, neg := t.sec(), false
	if sec < 0 {
		sec, neg = -sec, true
	}
	m := uint64(d)
	var r uint64
	for i := 62; i >= 0; i-- {
		r = (r + r) % m
		if sec>>i&1 != 0 {
			r = (r + 1) % m
		}
	}
	// r is sec modulo d; times 1e9.
	var p uint64
	for i := 29; i >= 0; i-- {
		p = (p + p) % m
		if 1000000000>>i&1 != 0 {
			p = (p + r) % m
		}
	}
	if neg && p != 0 {
		p = m - p
	}
	return Duration((p + uint64(t.nsec())) % m)
}

func (t Time) Truncate(d Duration) Time {
	t.loc = t.where()
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-t.rest(d))
}

func (t Time) Round(d Duration) Time {
	t.loc = t.where()
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := t.rest(d)
	if below(r, d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}
