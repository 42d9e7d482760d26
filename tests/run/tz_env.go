package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	os.Setenv("TZ", "Asia/Kolkata")
	t := time.Unix(1700000000, 0)
	fmt.Println(t, time.Local, t.Location() == time.Local)
	fmt.Println(t.Zone())
	os.Setenv("TZ", "Europe/Berlin")
	fmt.Println(t.Local(), t.UTC())
	p, err := time.Parse("2006-01-02 15:04 MST", "2024-07-01 12:00 IST")
	fmt.Println(p, p.UTC(), err)
	fmt.Println(time.Date(2024, 1, 1, 0, 0, 0, 0, time.Local))
}
