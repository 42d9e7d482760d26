package time

import "errors"

const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

func parse(layout, value string) (sec, nsec int64, kind, offset int, zone, layoutElem, valueElem, message string, ok bool)
func parseDuration(s string) (d int64, code int, unit string)
func quote(s string) string

func (t Time) Format(layout string) string {
	zone, offset := t.Zone()
	return format(t.sec(), t.nsec(), offset, zone, layout)
}

func (t Time) AppendFormat(b []byte, layout string) []byte {
	return append(b, t.Format(layout)...)
}

func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		m, sign := uint64(t.ext), "+"
		if t.ext < 0 {
			m, sign = -m, "-"
		}
		s += " m=" + sign + itoa(m/1e9) + "." + pad(itoa(m%1e9), 9)
	}
	return s
}

func pad(s string, n int) string {
	for len(s) < n {
		s = "0" + s
	}
	return s
}

func (t Time) GoString() string {
	y, mon, d := t.Date()
	h, m, s := t.Clock()
	text := "time.Date("
	if y < 0 {
		text += "-"
		y = -y
	}
	text += itoa(uint64(y)) + ", time." + mon.String()
	for _, v := range []int{d, h, m, s, int(t.nsec())} {
		text += ", " + itoa(uint64(v))
	}
	switch t.Location() {
	case UTC:
		text += ", time.UTC)"
	case Local:
		text += ", time.Local)"
	default:
		text += ", time.Location(" + quote(t.loc.name) + "))"
	}
	return text
}

// ParseError tells what could not be read.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) +
			": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

func Parse(layout, value string) (Time, error) {
	return parseIn(layout, value, UTC, Local)
}

func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parseIn(layout, value, loc, loc)
}

func parseIn(layout, value string, loc, local *Location) (Time, error) {
	sec, nsec, kind, offset, zone, layoutElem, valueElem, message, ok := parse(layout, value)
	if !ok {
		return Time{}, &ParseError{layout, value, layoutElem, valueElem, message}
	}
	t := Time{wall: uint64(nsec), ext: sec}
	switch kind {
	case 1:
	case 2:
		t.addSec(-int64(offset))
		name, there, _, _, _ := local.lookup(t.unix())
		if offset == there && (zone == "" || zone == name) {
			t.setLoc(local)
		} else {
			t.setLoc(FixedZone(zone, offset))
		}
	case 3:
		if offset, ok := local.lookupName(zone, t.unix()); ok {
			t.addSec(-int64(offset))
			t.setLoc(local)
			break
		}
		offset := 0
		if len(zone) > 3 && zone[:3] == "GMT" {
			for _, c := range zone[4:] {
				offset = offset*10 + int(c-'0')
			}
			if zone[3] == '-' {
				offset = -offset
			}
		}
		// As Go does, the hours are not taken off.
		t.setLoc(FixedZone(zone, offset*3600))
	default:
		t.fromLocal(loc)
	}
	return t, nil
}

func ParseDuration(s string) (Duration, error) {
	d, code, unit := parseDuration(s)
	switch code {
	case 1:
		return 0, &parseDurationError{"invalid duration", s}
	case 2:
		return 0, &parseDurationError{"missing unit in duration", s}
	case 3:
		return 0, &parseDurationError{"unknown unit " + quote(unit) + " in duration", s}
	}
	return Duration(d), nil
}

// strictZone tells whether the zone can be written as RFC 3339 wants it.
func (t Time) strictZone() bool {
	_, offset := t.Zone()
	return -24*3600 < offset && offset < 24*3600
}

func (t Time) appendText(b []byte, method string) ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New("Time." + method + ": year outside of range [0,9999]")
	}
	if !t.strictZone() {
		return nil, errors.New("Time." + method + ": timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendText(b, "AppendText") }

func (t Time) MarshalText() ([]byte, error) { return t.appendText(nil, "MarshalText") }

func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return err
}

func (t Time) MarshalJSON() ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New("Time.MarshalJSON: year outside of range [0,9999]")
	}
	if !t.strictZone() {
		return nil, errors.New("Time.MarshalJSON: timezone hour outside of range [0,23]")
	}
	return []byte(`"` + t.Format(RFC3339Nano) + `"`), nil
}

func (t *Time) UnmarshalJSON(data []byte) (err error) {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	*t, err = Parse(RFC3339, string(data[1:len(data)-1]))
	return err
}

type parseDurationError struct{ message, value string }

func (e *parseDurationError) Error() string { return "time: " + e.message + " " + quote(e.value) }
