package main

import (
	"fmt"
	"time"
)

func main() {
	p := fmt.Println
	d := 90*time.Minute + 30*time.Second + 500*time.Millisecond
	p(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Round(time.Minute), d.Truncate(time.Hour), time.Duration(0), time.Duration(1500), -d, d.Abs())
	p(time.ParseDuration("1h15m30.918s"))
	p(time.ParseDuration("-1.5h"))
	p(time.ParseDuration("x"))
	p(time.ParseDuration("1"))
	p(time.ParseDuration("1y"))
	p(time.ParseDuration("1µs2ns"))
	t := time.Date(2024, time.February, 29, 13, 4, 5, 123456789, time.UTC)
	p(t, t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Weekday(), t.YearDay())
	p(t.ISOWeek())
	p(t.Unix(), t.UnixMilli(), t.UnixNano(), time.Unix(1e9, 5).UTC(), time.UnixMilli(1500).UTC())
	for _, l := range []string{time.RFC3339, time.RFC3339Nano, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.Kitchen, time.Stamp, time.StampMilli, time.DateTime, time.DateOnly, time.TimeOnly, "2006-1-2 3:4:5 pm .000 .999 002 __2 _2 Jan January Mon Monday 06", "Z0700 -07 -07:00:00 Z07:00", "05.00 05,000"} {
		p(t.Format(l))
	}
	p(t.Add(24*time.Hour), t.AddDate(1, 1, 1), t.AddDate(0, -3, 0), t.Sub(t.Add(-time.Hour)))
	p(t.Before(t.Add(1)), t.After(t), t.Equal(t), t.Compare(t.Add(-1)), t.IsZero(), time.Time{}.IsZero(), time.Time{})
	z := time.FixedZone("EST", -5*3600)
	p(t.In(z), t.In(z).Format(time.RFC3339), t.In(z).Location(), t.Location())
	p(time.Date(2023, 14, 35, 25, 61, 61, -1, time.UTC))
	p(t.Truncate(time.Hour), t.Round(time.Second), t.Truncate(7*time.Millisecond), t.Round(24*time.Hour))
	for _, x := range [][2]string{{time.RFC3339, "2024-01-02T03:04:05Z"}, {time.RFC3339, "2024-01-02T03:04:05+05:30"}, {time.RFC3339, "2024-13-02T03:04:05Z"}, {"2006-01-02", "2024-02-30"}, {"2006-01-02", "24-02-30"}, {time.DateTime, "2024-05-06 07:08:09.5"}, {"Jan 2, 2006 at 3:04pm (MST)", "Feb 3, 2013 at 7:54pm (PST)"}, {"Jan _2 2006", "Mar  9 2020"}, {"15:04", "25:00"}, {"2006-01-02", "2024-01-02x"}, {time.RFC1123, "Mon, 02 Jan 2006 15:04:05 GMT"}, {"2006 002", "2024 060"}, {"Monday", "Fooday"}, {time.Kitchen, "3:04AM"}} {
		t, err := time.Parse(x[0], x[1])
		p(t, err)
	}
	p(time.ParseInLocation(time.DateTime, "2024-05-06 07:08:09", z))
	fmt.Printf("%v %d %s %#v\n", time.March, time.March, time.Saturday, time.Second)
	fmt.Printf("%#v\n", t)
	p(time.Month(13), time.Weekday(8))
	b, _ := t.MarshalJSON()
	p(string(b))
	var u time.Time
	p(u.UnmarshalJSON([]byte(`"2020-01-01T00:00:00Z"`)), u)
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	el := time.Since(start)
	p(el >= 20*time.Millisecond, el < 5*time.Second)
	timer := time.NewTimer(time.Hour)
	p(timer.Stop(), timer.Stop(), timer.Reset(time.Millisecond))
	<-timer.C
	p("timer fired")
	timer.Reset(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	timer.Reset(50 * time.Millisecond)
	select {
	case <-timer.C:
		p("stale")
	default:
		p("no stale value")
	}
	tk := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-tk.C
	}
	tk.Stop()
	p("ticked")
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { done <- true })
	p(<-done)
	select {
	case <-time.After(time.Millisecond):
		p("timeout")
	}
	af := time.AfterFunc(time.Hour, func() {})
	p(af.Stop())
	defer func() { p(recover()) }()
	time.NewTicker(0)
}
