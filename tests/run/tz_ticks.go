package main

import (
	"fmt"
	"time"
)

func main() {
	loc, _ := time.LoadLocation("Asia/Tokyo")
	time.Local = loc
	t := <-time.After(time.Millisecond)
	fmt.Println(t.Location())
	k := time.NewTicker(time.Millisecond)
	t = <-k.C
	fmt.Println(t.Location(), t.Format("MST"))
}

func init() {
	t := time.Now()
	fmt.Println(t.Round(0).Location(), t.Truncate(time.Hour).Location(), t.UTC().Location(), t.Add(1).Location())
	timer := time.NewTimer(time.Millisecond)
	tick := (<-timer.C).Round(time.Millisecond)
	fmt.Println(tick.Location(), tick.AddDate(0, 0, 1).Location(), tick.IsDST())
}
