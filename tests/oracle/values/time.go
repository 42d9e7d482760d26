package main

// Calls of time: layouts and parsing, durations, calendar arithmetic, text and binary forms. Zones are fixed ones and UTC.

import (
	"strings"
	"time"
)

var layouts = []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano,
	time.DateTime, time.DateOnly, time.TimeOnly, "2006-002", "02/01/06 15h04", "Jan _2 2006 3:4:5pm", "Monday, January 2", "2006-01-02T15:04:05.000Z07:00", "15:04:05,000000", "05.999", "20060102150405", "__2 06", "3PM MST", "-07", "Z0700 -070000 Z07:00:00"}

var elements = []string{"2006", "06", "01", "1", "Jan", "January", "02", "2", "_2", "__2", "002", "15", "03", "3", "04", "4", "05", "5", "PM", "pm", "MST", "-0700", "-07:00", "-07", "Z0700", "Z07:00", "Z07", "Mon", "Monday", ".000", ".999", ",000", ".000000000", "-070000", "-07:00:00", "Z070000",
	" ", ":", "-", "/", "T", "x", "é", ", ", "0", "9", ".", "_"}

var zones = []*time.Location{time.UTC, time.UTC, time.FixedZone("CET", 3600), time.FixedZone("", -5*3600-1800), time.FixedZone("X", 45296), time.FixedZone("PST", -8*3600), time.FixedZone("LMT", -75), time.FixedZone("UTC", 0)}

func aTime() time.Time {
	zone := pick(zones...)
	switch rnd.IntN(7) {
	case 0:
		return time.Time{}
	case 1:
		return time.Unix(anInt()%1e11, anInt()).In(zone)
	case 2:
		return time.Date(rnd.IntN(12000)-1000, time.Month(rnd.IntN(30)-8), rnd.IntN(80)-20, rnd.IntN(60)-20, rnd.IntN(140)-30, rnd.IntN(140)-30, int(anInt()%3e9), zone)
	case 3:
		return time.Unix(rnd.Int64N(2e9), int64(rnd.IntN(1000))*1e6).In(zone)
	case 4:
		return time.UnixMilli(anInt() % 1e14).In(zone)
	case 5:
		return time.UnixMicro(anInt() % 1e16).UTC()
	}
	return time.Date(1900+rnd.IntN(200), time.Month(1+rnd.IntN(12)), 1+rnd.IntN(31), rnd.IntN(24), rnd.IntN(60), rnd.IntN(60), pick(0, 0, 1e6*rnd.IntN(1000), rnd.IntN(1e9)), zone)
}

func aDuration() time.Duration {
	switch rnd.IntN(4) {
	case 0:
		return time.Duration(anInt())
	case 1:
		return time.Duration(rnd.IntN(100000)) * pick(time.Nanosecond, time.Microsecond, time.Millisecond, time.Second, time.Minute)
	case 2:
		return -time.Duration(rnd.IntN(1e12))
	}
	return pick(0, 1, time.Hour, 24*time.Hour, 90*time.Minute, 1500*time.Millisecond, 1<<63-1, -1<<63)
}

func layout() string {
	if maybe(50) {
		return pick(layouts...)
	}
	var b strings.Builder
	for range 1 + rnd.IntN(8) {
		b.WriteString(pick(elements...))
	}
	return b.String()
}

func spoil(s string) string {
	if !maybe(40) {
		return s
	}
	at := rnd.IntN(len(s) + 1)
	switch rnd.IntN(4) {
	case 0:
		return s[:at]
	case 1:
		return s[:at] + pick("0", "9", "32", " ", "-", "+", ":", ".", ",5", "Z", "x", "é", "\xff", "PM", "99", "_") + s[at:]
	case 2:
		return s[:at] + s[min(len(s), at+1):]
	}
	return strings.ToUpper(s)
}

func moment(t time.Time) {
	name, offset := t.Zone()
	say(t.Unix(), t.Nanosecond(), name, offset, t.String())
}

func failed(err error) {
	if err != nil {
		say(err)
		if e, ok := err.(*time.ParseError); ok {
			say(e.Layout, e.Value, e.LayoutElem, e.ValueElem, e.Message)
		}
	}
}

func one() {
	t, d := aTime(), aDuration()
	switch rnd.IntN(14) {
	case 0, 1, 2:
		l := layout()
		say(l, t.Format(l), t.AppendFormat([]byte("x"), l), t.String(), t.GoString())
	case 3, 4, 5, 6:
		l := layout()
		s := spoil(t.Format(l))
		say("Parse", l, s)
		u, err := time.Parse(l, s)
		moment(u)
		failed(err)
		u, err = time.ParseInLocation(l, s, pick(zones...))
		moment(u)
		failed(err)
	case 7:
		say(d.String(), d.Nanoseconds(), d.Microseconds(), d.Milliseconds(), d.Seconds(), d.Minutes(), d.Hours(), d.Abs())
		m := aDuration()
		say(m, d.Round(m), d.Truncate(m))
	case 8:
		s := spoil(pick(d.String(), d.String(), "1.5h", "-1h2m3.004005006s", "+5us", "1µs", "2μs", ".5s", "1.s", "3d", "", "-", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "2562048h", "0", "+0", "-0", "1", "0.9223372036854775808h", "1h1h", "3.33333333333333333333333ms"))
		u, err := time.ParseDuration(s)
		say(s, int(u))
		failed(err)
	case 9:
		y, w := t.ISOWeek()
		yy, mm, dd := t.Date()
		h, m, s := t.Clock()
		say(t.String(), y, w, yy, mm, dd, h, m, s, t.Weekday(), t.YearDay(), t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), t.IsZero(), t.Location(), t.IsDST())
	case 10:
		moment(t.Add(d))
		u := aTime()
		say(t.Sub(u), t.Before(u), t.After(u), t.Equal(u), t.Compare(u), t == u, t == t.Add(0))
		moment(t.Truncate(d))
		moment(t.Round(d))
	case 11:
		moment(t.AddDate(rnd.IntN(20)-10, rnd.IntN(40)-20, rnd.IntN(1000)-500))
		moment(t.In(pick(zones...)))
		moment(t.UTC())
	case 12:
		b, err := t.MarshalBinary()
		say(t.String(), b)
		failed(err)
		var u time.Time
		failed(u.UnmarshalBinary(b))
		moment(u)
		g, err := t.GobEncode()
		say(len(g))
		failed(err)
	case 13:
		b, err := t.MarshalJSON()
		say(t.String(), b)
		failed(err)
		x, err := t.MarshalText()
		say(x)
		failed(err)
		var u time.Time
		s := spoil(string(b))
		say(s)
		failed(u.UnmarshalJSON([]byte(s)))
		moment(u)
		s = spoil(string(x))
		say(s)
		failed(u.UnmarshalText([]byte(s)))
		moment(u)
	}
}
