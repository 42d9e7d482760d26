package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"
)

func show(t time.Time) {
	name, offset := t.Zone()
	start, end := t.ZoneBounds()
	fmt.Println(t, name, offset, t.IsDST(), start, end)
}

func main() {
	names := []string{
		"America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "Europe/Berlin", "Europe/London", "Europe/Moscow",
		"Asia/Kolkata", "Asia/Tokyo", "Asia/Kathmandu", "Asia/Tehran", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Apia",
		"Africa/Casablanca", "Antarctica/Troll", "Etc/GMT+5", "EST", "EST5EDT", "UTC", "", "Local", "US/Eastern", "Europe/Dublin",
	}
	moments := []int64{-5000000000, -1000000000, 0, 500000000, 1000000000, 1700000000, 1711846799, 1711846800, 1730595599, 1730595600, 4102444800, 7000000000}
	for _, name := range names {
		loc, err := time.LoadLocation(name)
		if err != nil {
			fmt.Println(name, err)
			continue
		}
		fmt.Println("==", loc)
		for _, m := range moments {
			show(time.Unix(m, 0).In(loc))
		}
		// Hours that a clock skips, and those that it shows twice.
		for _, d := range []time.Time{
			time.Date(2024, 3, 10, 2, 30, 0, 0, loc), time.Date(2024, 11, 3, 1, 30, 0, 0, loc), time.Date(2024, 3, 31, 2, 30, 0, 0, loc),
			time.Date(2024, 10, 27, 2, 30, 0, 0, loc), time.Date(2050, 7, 1, 12, 0, 0, 0, loc), time.Date(1890, 1, 1, 0, 0, 0, 0, loc),
			time.Date(2011, 12, 30, 12, 0, 0, 0, loc),
		} {
			fmt.Println(d, d.UTC(), d.AddDate(0, 6, 0), d.Add(24*time.Hour).Format(time.RFC1123Z))
		}
	}
	for _, name := range []string{"Nowhere/City", "america/new_york", "../etc/passwd", "/etc/localtime", "\\x", "CST", "PST"} {
		loc, err := time.LoadLocation(name)
		fmt.Println(loc == nil, err)
	}
	berlin, _ := time.LoadLocation("Europe/Berlin")
	ny, _ := time.LoadLocation("America/New_York")
	for _, c := range [][2]string{
		{"2006-01-02 15:04:05", "2024-07-01 12:00:00"},
		{"2006-01-02 15:04:05", "2024-03-31 02:30:00"},
		{"2006-01-02 15:04:05 MST", "2024-07-01 12:00:00 CEST"},
		{"2006-01-02 15:04:05 MST", "2024-07-01 12:00:00 CET"},
		{"2006-01-02 15:04:05 MST", "2024-01-01 12:00:00 EST"},
		{"2006-01-02 15:04:05 MST", "2024-01-01 12:00:00 EDT"},
		{"2006-01-02 15:04:05 MST", "2024-01-01 12:00:00 GMT+3"},
		{"2006-01-02 15:04:05 MST", "2024-01-01 12:00:00 UTC"},
		{"2006-01-02 15:04:05 -0700 MST", "2024-07-01 12:00:00 +0200 CEST"},
		{"2006-01-02 15:04:05 -0700 MST", "2024-07-01 12:00:00 +0200 XXX"},
		{time.RFC3339, "2024-07-01T12:00:00+02:00"},
		{time.RFC3339, "2024-07-01T12:00:00-04:00"},
		{time.RFC3339, "2024-01-01T12:00:00-04:00"},
	} {
		for _, loc := range []*time.Location{berlin, ny, time.UTC} {
			t, err := time.ParseInLocation(c[0], c[1], loc)
			fmt.Println(t, t.Location(), t.UTC(), err)
		}
	}
	a := time.Date(2024, 7, 1, 12, 0, 0, 0, berlin)
	b := a.In(ny)
	fmt.Println(a.Equal(b), a == b, a.Sub(b), b)
	fmt.Printf("%#v\n%v\n", a, a.Location())
	data, _ := json.Marshal(map[string]time.Time{"a": a, "b": b})
	fmt.Println(string(data))
	bin, err := a.MarshalBinary()
	var back time.Time
	fmt.Println(bin, err, back.UnmarshalBinary(bin), back, back.Location() == time.Local)
	fmt.Println(a.Truncate(24*time.Hour), a.Round(time.Hour), a.YearDay(), a.Weekday())
	y, w := a.ISOWeek()
	fmt.Println(y, w)
	one, two := time.FixedZone("", 3600), time.FixedZone("", 3600)
	fmt.Println(one == two, time.FixedZone("A", 3600) == time.FixedZone("A", 3600), time.Unix(0, 0).In(one), time.Unix(0, 0).In(time.FixedZone("X", -5*3600-1800)))

	_, err = time.LoadLocationFromTZData("x", []byte("TZif"))
	fmt.Println(err)
	v1 := "TZif\x00" + string(make([]byte, 15)) + "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00\x08" +
		"\x10\x00\x00\x00" + "\x01" + "\x00\x00\x0e\x10\x00\x00" + "\x00\x00\x1c\x20\x01\x04" + "ABC\x00DEF\x00"
	made, err := time.LoadLocationFromTZData("Made/Up", []byte(v1))
	fmt.Println(made, err)
	show(time.Unix(0, 0).In(made))
	show(time.Unix(1<<30, 0).In(made))

	func() {
		defer func() { fmt.Println(recover()) }()
		time.Date(2024, 1, 1, 0, 0, 0, 0, nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		a.In(nil)
	}()
	var none *time.Location
	fmt.Println(none, errors.Is(err, os.ErrNotExist))
	now := time.Now()
	fmt.Println(now.Location(), now.In(berlin).Location(), now.UTC().Location(), time.Unix(0, 0).Location())
	time.Local = ny
	fmt.Println(time.Unix(0, 0), time.Unix(0, 0).Location(), time.Now().Location())
	p, err := time.Parse(time.RFC3339, "2024-07-01T12:00:00-04:00")
	fmt.Println(p, p.Location(), err)
}
