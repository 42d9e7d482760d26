package main

import (
	"fmt"
	"reflect"
	"time"
)

type stamped struct {
	name string
	at   time.Time
	took time.Duration
}

func main() {
	for _, t := range []time.Time{
		{}, time.Unix(1, 2).UTC(), time.Unix(0, 0).UTC(), time.Unix(-1, -1).UTC(),
		time.Date(2024, 2, 29, 23, 59, 59, 999999999, time.UTC), time.Date(-5000, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Hour), time.UnixMilli(1700000000123).UTC().Truncate(time.Hour),
	} {
		s := stamped{"x", t, 3}
		fmt.Printf("%v\n%+v\n%#v\n", s, s, s)
		fmt.Printf("%v %d\n", struct{ t *time.Time }{nil}, struct{ t time.Time }{t})
		fmt.Println([]any{t}, t == t.Round(0))
	}
	typ := reflect.TypeFor[time.Time]()
	fmt.Println(typ.NumField(), typ.Size(), typ.Align(), typ.NumMethod())
	for i := range typ.NumField() {
		f := typ.Field(i)
		fmt.Println(f.Name, f.Type, f.Offset, f.PkgPath)
	}
	now := time.Now()
	v := reflect.ValueOf(now)
	fmt.Println(v.Field(0).Uint()>>63, now.Round(0) == now, now.Equal(now.Round(0)), now.UTC() == now.Round(0).UTC())
	far := now.AddDate(400, 0, 0)
	fmt.Println(reflect.ValueOf(far).Field(0).Uint()>>63, reflect.ValueOf(now.Add(time.Hour)).Field(0).Uint()>>63)
	fmt.Println(time.Unix(1<<62, 0).Add(1<<62).UTC().Unix() > 0, time.Time{}.Add(-1).Sub(time.Time{}))
	m := map[time.Time]int{time.Unix(5, 0).UTC(): 1}
	fmt.Println(m[time.Date(1970, 1, 1, 0, 0, 5, 0, time.UTC)])
	tick := <-time.After(time.Millisecond)
	fmt.Println(tick.After(now), tick.Location(), tick.Sub(now) >= time.Millisecond)
}
