package main

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
)

func main() {
	fresh()
	names()
	parsing()
	parts()
	texts()
	databases()
	panics()
}

func fresh() {
	seen := map[uuid.UUID]bool{}
	for range 1000 {
		id := uuid.New()
		if seen[id] || id.Version() != 4 || id.Variant() != uuid.RFC4122 || len(id.String()) != 36 {
			fmt.Println("wrong:", id)
		}
		seen[id] = true
	}
	id, err := uuid.NewRandom()
	fmt.Println(id != uuid.Nil, err, len(uuid.NewString()))
	id, err = uuid.NewRandomFromReader(bytes.NewReader(bytes.Repeat([]byte{0xff}, 16)))
	fmt.Println(id, err)
	id, err = uuid.NewRandomFromReader(strings.NewReader("short"))
	fmt.Println(id, err)
	uuid.SetRand(bytes.NewReader(make([]byte, 20)))
	fmt.Println(uuid.NewRandom())
	fmt.Println(uuid.NewRandom())
	uuid.SetRand(nil)
	uuid.EnableRandPool()
	var wg sync.WaitGroup
	var mu sync.Mutex
	for range 4 {
		wg.Go(func() {
			for range 50 {
				id := uuid.New()
				mu.Lock()
				if seen[id] || id.Version() != 4 {
					fmt.Println("again:", id)
				}
				seen[id] = true
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	uuid.DisableRandPool()
	fmt.Println(len(seen))

	// The later, the greater, even within a millisecond.
	var sevens []string
	start := time.Now()
	for range 500 {
		id, err := uuid.NewV7()
		if err != nil || id.Version() != 7 || id.Variant() != uuid.RFC4122 {
			fmt.Println("wrong:", id, err)
		}
		sevens = append(sevens, id.String())
	}
	fmt.Println(slices.IsSorted(sevens), len(slices.Compact(sevens)))
	sec, nsec := uuid.MustParse(sevens[0]).Time().UnixTime()
	fmt.Println(time.Unix(sec, nsec).Sub(start).Abs() < 2*time.Millisecond)

	uuid.SetNodeID([]byte{1, 2, 3, 4, 5, 6})
	uuid.SetClockSequence(0x1234)
	one, err := uuid.NewUUID()
	six, err6 := uuid.NewV6()
	for _, id := range []uuid.UUID{one, six} {
		sec, nsec := id.Time().UnixTime()
		fmt.Println(id.Version(), id.Variant(), id.NodeID(), id.ClockSequence() == uuid.ClockSequence() || id == one, time.Unix(sec, nsec).Sub(start).Abs() < 10*time.Millisecond)
	}
	fmt.Println(err, err6, uuid.SetNodeID([]byte{1}), uuid.NodeID())
}

// Versions 3 and 5 of RFC 9562's appendix, and Python's.
func names() {
	fmt.Println(uuid.NewMD5(uuid.NameSpaceDNS, []byte("www.example.com")))
	fmt.Println(uuid.NewSHA1(uuid.NameSpaceDNS, []byte("www.example.com")))
	fmt.Println(uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://go.dev/")))
	fmt.Println(uuid.NewMD5(uuid.NameSpaceOID, []byte("1.3.6.1")))
	fmt.Println(uuid.NewSHA1(uuid.NameSpaceX500, nil))
	fmt.Println(uuid.NameSpaceDNS, uuid.NameSpaceURL, uuid.NameSpaceOID, uuid.NameSpaceX500)
	fmt.Println(uuid.Nil, uuid.Max)
}

func parsing() {
	text := "f47ac10b-58cc-0372-8567-0e02b2c3d479"
	for _, s := range []string{
		text, strings.ToUpper(text), "urn:uuid:" + text, "URN:UUID:" + text, "{" + text + "}", "(" + text + "]", strings.ReplaceAll(text, "-", ""),
		"", text[1:], text + "0", "urn:uuix:" + text, strings.Replace(text, "-", "_", 1), "g" + text[1:], text[:35] + " ",
		strings.ReplaceAll(text, "-", "")[:31] + "x", "{" + text[1:] + "x}", strings.Replace(text, "4", "é", 1)[:36],
	} {
		id, err := uuid.Parse(s)
		same, err2 := uuid.ParseBytes([]byte(s))
		fmt.Printf("%q %v | %v | %v %v %v\n", s, id, err, uuid.Validate(s), uuid.IsInvalidLengthError(err), id == same && fmt.Sprint(err) == fmt.Sprint(err2))
	}
	id, err := uuid.FromBytes([]byte("0123456789abcdef"))
	fmt.Println(id, err)
	id, err = uuid.FromBytes([]byte("0123"))
	fmt.Println(id, err)
}

func parts() {
	for _, s := range []string{
		"f47ac10b-58cc-0372-0567-0e02b2c3d479", "f47ac10b-58cc-1372-8567-0e02b2c3d479", "f47ac10b-58cc-2372-c567-0e02b2c3d479", "f47ac10b-58cc-f372-e567-0e02b2c3d479",
	} {
		id := uuid.MustParse(s)
		fmt.Println(id.Version(), id.Variant(), byte(id.Version()), id.URN(), id.ID(), id.Domain())
	}
	// Examples of RFC 9562.
	for _, s := range []string{"C232AB00-9414-11EC-B3C8-9F6BDECED846", "1EC9414C-232A-6B00-B3C8-9F6BDECED846", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F"} {
		id := uuid.MustParse(s)
		fmt.Println(id.Version(), time.Unix(id.Time().UnixTime()).UTC(), id.ClockSequence())
	}
	fmt.Println(uuid.Version(16), uuid.Variant(9), uuid.Invalid, uuid.Reserved, uuid.Microsoft, uuid.Future, uuid.Person, uuid.Group, uuid.Org, uuid.Domain(7))
	fmt.Println(uuid.UUIDs{uuid.Nil, uuid.Max}.Strings())
}

func texts() {
	id := uuid.MustParse("f47ac10b-58cc-4372-8567-0e02b2c3d479")
	type row struct {
		ID    uuid.UUID     `json:"id"`
		Other uuid.NullUUID `json:"other"`
		By    map[uuid.UUID]int
	}
	b, err := json.Marshal(row{ID: id, By: map[uuid.UUID]int{id: 1}})
	fmt.Println(string(b), err)
	var back row
	fmt.Println(json.Unmarshal(b, &back), back.ID == id, back.Other.Valid, back.By)
	fmt.Println(json.Unmarshal([]byte(`{"id":"nothing"}`), &back))
	fmt.Println(json.Unmarshal([]byte(`{"other":"f47ac10b-58cc-4372-8567-0e02b2c3d479"}`), &back), back.Other)
	binary, err := id.MarshalBinary()
	fmt.Println(binary, err)
	var other uuid.UUID
	fmt.Println(other.UnmarshalBinary(binary), other == id, other.UnmarshalBinary(nil), other.UnmarshalText([]byte("x")), other == id)
	fmt.Printf("%s %v %x\n", id, id, id[:2])
	var null uuid.NullUUID
	text, err := null.MarshalText()
	fmt.Println(string(text), err, null.UnmarshalText([]byte("x")), null.Valid, null.UnmarshalBinary(binary), null.Valid, null.UnmarshalBinary(nil))
	binary, err = uuid.NullUUID{}.MarshalBinary()
	fmt.Println(binary == nil, err, null.UnmarshalJSON([]byte("null")), null)
}

func databases() {
	id := uuid.MustParse("f47ac10b-58cc-4372-8567-0e02b2c3d479")
	var v driver.Valuer = id
	fmt.Println(v.Value())
	for _, src := range []any{id.String(), []byte(id.String()), id[:], nil, "", []byte{}, "x", []byte("x"), 7} {
		var got uuid.UUID
		err := got.Scan(src)
		var null uuid.NullUUID
		err2 := null.Scan(src)
		value, err3 := null.Value()
		fmt.Println(got == id, err, null.Valid, err2, value, err3)
	}
}

func panics() {
	for _, f := range []func(){
		func() { uuid.MustParse("x") },
		func() { uuid.Must(uuid.Nil, errors.New("no luck")) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
