package time

import (
	"errors"
	"syscall"
)

// What Go's own zoneinfo.go and zoneinfo_read.go, which belong to this package too, leave to the system.

// zoneFile is the time zone database's file of this name. localZoneFile is the same, and asks for it no sooner than when it runs.
func zoneFile(name string) (data string, ok bool)
func localZoneFile(name string) (data string, ok bool)

// As in package os: the disk below memory is asked for something, and answers.
func question(op int, path, to string, b []byte, n int) (id int)
func reply(id int) (errno int, data []byte, names []string, numbers []int)

func runtimeNow() (sec int64, nsec int32, mono int64) {
	t := now()
	return t.unix(), int32(t.nsec()), t.mono()
}

// hostFile is the file of this absolute path, if there is a disk. Devices are not asked for, as in package os.
func hostFile(path string) []byte {
	if len(path) > 5 && path[:5] == "/dev/" {
		return nil
	}
	const read = 1
	_, data, _, _ := reply(question(read, path, "", nil, 0))
	return data
}

// initLocal makes the zone that TZ names the local one, a file if it is a path; without it, that is UTC.
func initLocal() {
	tz, ok := syscall.Getenv("TZ")
	if !ok {
		localLoc.name = "Local"
		return
	}
	if tz != "" && tz[0] == ':' {
		tz = tz[1:]
	}
	if tz != "" && tz[0] == '/' {
		if z, err := LoadLocationFromTZData(tz, hostFile(tz)); err == nil {
			localLoc = *z
			if tz == "/etc/localtime" {
				localLoc.name = "Local"
			}
			return
		}
	} else if data, ok := localZoneFile(tz); ok {
		if z, err := LoadLocationFromTZData(tz, []byte(data)); err == nil {
			localLoc = *z
			return
		}
	}
	localLoc.name = "UTC"
}

func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if containsDotDot(name) || name[0] == '/' || name[0] == '\\' {
		return nil, errLocation
	}
	if data, ok := zoneFile(name); ok {
		if z, err := LoadLocationFromTZData(name, []byte(data)); err == nil {
			return z, nil
		}
	}
	return nil, errors.New("unknown time zone " + name)
}

// unix is t in the seconds that zones are looked up by.
func (t Time) unix() int64 { return t.sec() - toUnix }

// where is the location of t. What the runtime sends to channels has none, but a monotonic reading, which no time of another
// location than the local one has.
func (t Time) where() *Location {
	if t.loc == nil && t.wall&hasMonotonic != 0 {
		return Local
	}
	return t.loc
}

func (t Time) offset() int64 {
	l := t.where()
	if l == nil {
		return 0
	}
	l = l.get()
	if sec := t.unix(); l.cacheZone != nil && l.cacheStart <= sec && sec < l.cacheEnd {
		return int64(l.cacheZone.offset)
	}
	_, offset, _, _, _ := l.lookup(t.unix())
	return int64(offset)
}

// fromLocal makes t, whose seconds are those that clocks in loc show, the moment when they do.
func (t *Time) fromLocal(loc *Location) {
	unix := t.unix()
	_, offset, start, end, _ := loc.lookup(unix)
	if offset != 0 {
		// The offset was looked up as if unix were UTC; near a change it may be the wrong one.
		if utc := unix - int64(offset); utc < start || utc >= end {
			_, offset, _, _, _ = loc.lookup(utc)
		}
	}
	t.addSec(-int64(offset))
	t.setLoc(loc)
}

func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.where().lookup(t.unix())
	return
}

func (t Time) ZoneBounds() (start, end Time) {
	_, _, from, to, _ := t.where().lookup(t.unix())
	if from != alpha {
		start = Unix(from, 0)
		start.setLoc(t.where())
	}
	if to != omega {
		end = Unix(to, 0)
		end.setLoc(t.where())
	}
	return
}

func (t Time) IsDST() bool {
	_, _, _, _, isDST := t.where().lookup(t.unix())
	return isDST
}

// What those files take from the calendar. Here moments are seconds since year 1 throughout.
const (
	secondsPerMinute   = 60
	secondsPerHour     = 60 * secondsPerMinute
	secondsPerDay      = 24 * secondsPerHour
	unixToInternal     = toUnix
	internalToAbsolute = 0
)

type (
	absSeconds int64
	absDays    int64
)

func (abs absSeconds) days() absDays {
	d := absDays(abs / secondsPerDay)
	if abs%secondsPerDay < 0 {
		d--
	}
	return d
}

func (d absDays) yearYday() (year, yday int) {
	year, _, _, yday, _ = civil(int64(d) * secondsPerDay)
	return
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// daysBefore counts the days before month m of a year that is no leap year.
func daysBefore(m Month) int {
	return int((seconds(2001, int(m), 1, 0, 0, 0) - seconds(2001, 1, 1, 0, 0, 0)) / secondsPerDay)
}

func daysIn(m Month, year int) int {
	return int((seconds(year, int(m)+1, 1, 0, 0, 0) - seconds(year, int(m), 1, 0, 0, 0)) / secondsPerDay)
}
