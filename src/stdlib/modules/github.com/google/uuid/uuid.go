// Package uuid makes and reads UUIDs as RFC 9562 has them: a subset of github.com/google/uuid.
package uuid

import (
	"bytes"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"
	"sync"
	"time"
)

// UUID is 16 bytes.
type UUID [16]byte

// Version says how a UUID was made.
type Version byte

// Variant says how the bits of a UUID are to be read.
type Variant byte

const (
	Invalid   = Variant(iota) // none
	RFC4122                   // what all are today
	Reserved                  // of Apollo NCS
	Microsoft                 // of Microsoft
	Future                    // for what may come
)

// Domain is the kind of number that UUIDs of version 2 have.
type Domain byte

const (
	Person = Domain(0)
	Group  = Domain(1)
	Org    = Domain(2)
)

// UUIDs is a list of UUIDs.
type UUIDs []UUID

var (
	NameSpaceDNS  = Must(Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
	NameSpaceURL  = Must(Parse("6ba7b811-9dad-11d1-80b4-00c04fd430c8"))
	NameSpaceOID  = Must(Parse("6ba7b812-9dad-11d1-80b4-00c04fd430c8"))
	NameSpaceX500 = Must(Parse("6ba7b814-9dad-11d1-80b4-00c04fd430c8"))
	Nil           UUID
	Max           = Must(Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"))
)

// Where random bytes come from.
var (
	source io.Reader = rand.Reader
	pool   struct {
		sync.Mutex
		on   bool
		left []byte
	}
)

// SetRand takes random bytes from r; nil means crypto/rand again.
func SetRand(r io.Reader) {
	if r == nil {
		r = rand.Reader
	}
	source = r
}

// EnableRandPool makes NewRandom take its bytes sixteen at once.
func EnableRandPool() { pool.on = true }

// DisableRandPool makes it ask for each.
func DisableRandPool() {
	pool.Lock()
	defer pool.Unlock()
	pool.on, pool.left = false, nil
}

// New returns a random UUID, or panics.
func New() UUID { return Must(NewRandom()) }

// NewString returns a random UUID as text, or panics.
func NewString() string { return New().String() }

// NewRandom returns a UUID of version 4: 122 random bits.
func NewRandom() (UUID, error) {
	if !pool.on {
		return NewRandomFromReader(source)
	}
	pool.Lock()
	defer pool.Unlock()
	if len(pool.left) == 0 {
		pool.left = make([]byte, 16*16)
		if _, err := io.ReadFull(source, pool.left); err != nil {
			pool.left = nil
			return Nil, err
		}
	}
	id := UUID(pool.left)
	pool.left = pool.left[16:]
	id.mark(4)
	return id, nil
}

// NewRandomFromReader returns a UUID of version 4 whose bytes come from r.
func NewRandomFromReader(r io.Reader) (UUID, error) {
	var id UUID
	if _, err := io.ReadFull(r, id[:]); err != nil {
		return Nil, err
	}
	id.mark(4)
	return id, nil
}

// Sets version and variant.
func (uuid *UUID) mark(version byte) {
	uuid[6] = uuid[6]&0x0f | version<<4
	uuid[8] = uuid[8]&0x3f | 0x80
}

// NewHash returns a UUID of a hash over a name within a space of names.
func NewHash(h hash.Hash, space UUID, data []byte, version int) UUID {
	h.Reset()
	h.Write(space[:])
	h.Write(data)
	var id UUID
	copy(id[:], h.Sum(nil))
	id.mark(byte(version) & 0x0f)
	return id
}

// NewMD5 returns a UUID of version 3.
func NewMD5(space UUID, data []byte) UUID { return NewHash(md5.New(), space, data, 3) }

// NewSHA1 returns a UUID of version 5.
func NewSHA1(space UUID, data []byte) UUID { return NewHash(sha1.New(), space, data, 5) }

var clock struct {
	sync.Mutex
	last int64  // of version 7: milliseconds with twelve bits of fraction
	tick uint64 // of versions 1 and 6
	seq  uint16
	node [6]byte
}

// NewV7 returns a UUID that starts with the time in milliseconds, so that later ones are greater.
func NewV7() (UUID, error) { return NewV7FromReader(source) }

// NewV7FromReader returns a UUID of version 7 whose random bits come from r.
func NewV7FromReader(r io.Reader) (UUID, error) {
	id, err := NewRandomFromReader(r)
	if err != nil {
		return id, err
	}
	now := time.Now().UnixNano()
	milli := now / 1e6
	at := milli<<12 + (now-milli*1e6)>>8
	clock.Lock()
	if at <= clock.last {
		at = clock.last + 1
	}
	clock.last = at
	clock.Unlock()
	binary.BigEndian.PutUint64(id[:8], uint64(at>>12<<16|at&0xfff))
	id.mark(7)
	return id, nil
}

// Time is the number of 100 ns since 15 October 1582.
type Time int64

const epoch = 122192928000000000 // from 1582 to 1970

// UnixTime returns seconds and nanoseconds since 1970.
func (t Time) UnixTime() (sec, nsec int64) {
	sec = int64(t - epoch)
	return sec / 1e7, sec % 1e7 * 100
}

// GetTime returns the time and the clock sequence for the next UUID of version 1 or 6.
func GetTime() (Time, uint16, error) {
	clock.Lock()
	defer clock.Unlock()
	if clock.seq == 0 {
		if err := setSequence(-1); err != nil {
			return 0, 0, err
		}
	}
	now := uint64(time.Now().UnixNano()/100) + epoch
	if now <= clock.tick {
		clock.seq = (clock.seq+1)&0x3fff | 0x8000
	}
	clock.tick = now
	return Time(now), clock.seq, nil
}

// ClockSequence returns the clock sequence.
func ClockSequence() int {
	clock.Lock()
	defer clock.Unlock()
	if clock.seq == 0 {
		setSequence(-1)
	}
	return int(clock.seq & 0x3fff)
}

// SetClockSequence sets the clock sequence to the lower 14 bits of seq; -1 means a random one.
func SetClockSequence(seq int) {
	clock.Lock()
	defer clock.Unlock()
	setSequence(seq)
}

func setSequence(seq int) error {
	if seq == -1 {
		var b [2]byte
		if _, err := io.ReadFull(source, b[:]); err != nil {
			return err
		}
		seq = int(b[0])<<8 | int(b[1])
	}
	old := clock.seq
	clock.seq = uint16(seq&0x3fff) | 0x8000
	if old != clock.seq {
		clock.tick = 0
	}
	return nil
}

// NodeID returns the six bytes that name this machine.
func NodeID() []byte {
	clock.Lock()
	defer clock.Unlock()
	if clock.node == [6]byte{} {
		// There are no network interfaces to take it from; a random one has this bit set.
		io.ReadFull(source, clock.node[:])
		clock.node[0] |= 1
	}
	return bytes.Clone(clock.node[:])
}

// SetNodeID sets the six bytes that name this machine; whether id has so many.
func SetNodeID(id []byte) bool {
	if len(id) < 6 {
		return false
	}
	clock.Lock()
	defer clock.Unlock()
	copy(clock.node[:], id)
	return true
}

// NewUUID returns a UUID of version 1: time, clock sequence and machine.
func NewUUID() (UUID, error) {
	var id UUID
	now, seq, err := GetTime()
	if err != nil {
		return id, err
	}
	binary.BigEndian.PutUint32(id[:], uint32(now))
	binary.BigEndian.PutUint16(id[4:], uint16(now>>32))
	binary.BigEndian.PutUint16(id[6:], uint16(now>>48)&0x0fff|0x1000)
	binary.BigEndian.PutUint16(id[8:], seq)
	copy(id[10:], NodeID())
	return id, nil
}

// NewV6 returns a UUID of version 6: as version 1, with the time's bits in order.
func NewV6() (UUID, error) {
	var id UUID
	now, seq, err := GetTime()
	if err != nil {
		return id, err
	}
	binary.BigEndian.PutUint32(id[:], uint32(now>>28))
	binary.BigEndian.PutUint16(id[4:], uint16(now>>12))
	binary.BigEndian.PutUint16(id[6:], uint16(now)&0x0fff|0x6000)
	binary.BigEndian.PutUint16(id[8:], seq)
	copy(id[10:], NodeID())
	return id, nil
}

// Must returns the UUID, or panics with the error.
func Must(uuid UUID, err error) UUID {
	if err != nil {
		panic(err)
	}
	return uuid
}

type invalidLengthError struct{ len int }

func (e invalidLengthError) Error() string { return fmt.Sprintf("invalid UUID length: %d", e.len) }

// IsInvalidLengthError reports whether a text is refused because no UUID has its length.
func IsInvalidLengthError(err error) bool {
	_, ok := err.(invalidLengthError)
	return ok
}

var (
	errFormat   = errors.New("invalid UUID format")
	errBrackets = errors.New("invalid bracketed UUID format")
)

// Parse reads a UUID in any of four forms: with hyphens, the same after "urn:uuid:" or in braces, or only digits. What stands for the
// braces is not looked at: see Validate.
func Parse(s string) (UUID, error) { return parse(s, false) }

// ParseBytes reads a UUID as Parse does.
func ParseBytes(b []byte) (UUID, error) { return parse(string(b), false) }

// MustParse reads a UUID as Parse does, or panics.
func MustParse(s string) UUID {
	id, err := Parse(s)
	if err != nil {
		panic("uuid: Parse(" + s + "): " + err.Error())
	}
	return id
}

// Validate returns the error for a text that is no UUID.
func Validate(s string) error {
	_, err := parse(s, true)
	return err
}

func parse(s string, strict bool) (id UUID, err error) {
	switch len(s) {
	case 36:
	case 36 + 9:
		if !strings.EqualFold(s[:9], "urn:uuid:") {
			return id, fmt.Errorf("invalid urn prefix: %q", s[:9])
		}
		s = s[9:]
	case 36 + 2:
		if strict && (s[0] != '{' || s[37] != '}') {
			return id, errBrackets
		}
		s = s[1:37]
	case 32:
		if _, err := hex.Decode(id[:], []byte(s)); err != nil {
			return id, errFormat
		}
		return id, nil
	default:
		return id, invalidLengthError{len(s)}
	}
	if s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return id, errFormat
	}
	digits := s[:8] + s[9:13] + s[14:18] + s[19:23] + s[24:]
	if _, err := hex.Decode(id[:], []byte(digits)); err != nil {
		return id, errFormat
	}
	return id, nil
}

// FromBytes makes a UUID of 16 bytes.
func FromBytes(b []byte) (uuid UUID, err error) {
	err = uuid.UnmarshalBinary(b)
	return uuid, err
}

// String returns the form with hyphens.
func (uuid UUID) String() string {
	text, _ := uuid.MarshalText()
	return string(text)
}

// URN returns the form with "urn:uuid:".
func (uuid UUID) URN() string { return "urn:uuid:" + uuid.String() }

// Variant returns how the bits are to be read.
func (uuid UUID) Variant() Variant {
	switch b := uuid[8]; {
	case b>>6 == 0b10:
		return RFC4122
	case b>>5 == 0b110:
		return Microsoft
	case b>>5 == 0b111:
		return Future
	}
	return Reserved
}

// Version returns how it was made.
func (uuid UUID) Version() Version { return Version(uuid[6] >> 4) }

// Time returns the time in a UUID of version 1, 2, 6 or 7.
func (uuid UUID) Time() Time {
	high, middle, low := binary.BigEndian.Uint32(uuid[:]), binary.BigEndian.Uint16(uuid[4:]), binary.BigEndian.Uint16(uuid[6:])
	switch uuid.Version() {
	case 6:
		return Time(high)<<28 | Time(middle)<<12 | Time(low&0x0fff)
	case 7:
		return (Time(high)<<16|Time(middle))*10000 + epoch
	}
	return Time(low&0x0fff)<<48 | Time(middle)<<32 | Time(high)
}

// ClockSequence returns the clock sequence in a UUID of version 1 or 6.
func (uuid UUID) ClockSequence() int { return int(binary.BigEndian.Uint16(uuid[8:]) & 0x3fff) }

// NodeID returns the bytes that name the machine in a UUID of version 1 or 6.
func (uuid UUID) NodeID() []byte { return bytes.Clone(uuid[10:]) }

// Domain returns the kind of number that a UUID of version 2 has.
func (uuid UUID) Domain() Domain { return Domain(uuid[9]) }

// ID returns the number that a UUID of version 2 has.
func (uuid UUID) ID() uint32 { return binary.BigEndian.Uint32(uuid[:4]) }

func (uuid UUID) MarshalText() ([]byte, error) {
	text := make([]byte, 0, 36)
	for i, part := range [][]byte{uuid[:4], uuid[4:6], uuid[6:8], uuid[8:10], uuid[10:]} {
		if i > 0 {
			text = append(text, '-')
		}
		text = hex.AppendEncode(text, part)
	}
	return text, nil
}

func (uuid *UUID) UnmarshalText(data []byte) error {
	id, err := ParseBytes(data)
	if err == nil {
		*uuid = id
	}
	return err
}

func (uuid UUID) MarshalBinary() ([]byte, error) { return uuid[:], nil }

func (uuid *UUID) UnmarshalBinary(data []byte) error {
	if len(data) != 16 {
		return fmt.Errorf("invalid UUID (got %d bytes)", len(data))
	}
	copy(uuid[:], data)
	return nil
}

// Scan takes a value out of a database: text, or 16 bytes. An empty one, or null, leaves it as it is.
func (uuid *UUID) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		return nil
	case string:
		if src == "" {
			return nil
		}
		id, err := Parse(src)
		if err != nil {
			return fmt.Errorf("Scan: %v", err)
		}
		*uuid = id
	case []byte:
		switch len(src) {
		case 0:
		case 16:
			copy(uuid[:], src)
		default:
			return uuid.Scan(string(src))
		}
	default:
		return fmt.Errorf("Scan: unable to scan type %T into UUID", src)
	}
	return nil
}

// Value is what a database is given: text.
func (uuid UUID) Value() (driver.Value, error) { return uuid.String(), nil }

// Strings returns their texts.
func (uuids UUIDs) Strings() []string {
	texts := make([]string, len(uuids))
	for i, id := range uuids {
		texts[i] = id.String()
	}
	return texts
}

func (v Version) String() string {
	if v > 15 {
		return fmt.Sprintf("BAD_VERSION_%d", byte(v))
	}
	return fmt.Sprintf("VERSION_%d", byte(v))
}

func (v Variant) String() string {
	switch v {
	case RFC4122:
		return "RFC4122"
	case Reserved:
		return "Reserved"
	case Microsoft:
		return "Microsoft"
	case Future:
		return "Future"
	case Invalid:
		return "Invalid"
	}
	return fmt.Sprintf("BadVariant%d", int(v))
}

func (d Domain) String() string {
	switch d {
	case Person:
		return "Person"
	case Group:
		return "Group"
	case Org:
		return "Org"
	}
	return fmt.Sprintf("Domain%d", int(d))
}

// NullUUID is a UUID that may be null.
type NullUUID struct {
	UUID  UUID
	Valid bool
}

func (nu *NullUUID) Scan(value any) error {
	if value == nil {
		nu.UUID, nu.Valid = Nil, false
		return nil
	}
	err := nu.UUID.Scan(value)
	nu.Valid = err == nil
	return err
}

func (nu NullUUID) Value() (driver.Value, error) {
	if !nu.Valid {
		return nil, nil
	}
	return nu.UUID.Value()
}

func (nu NullUUID) MarshalBinary() ([]byte, error) {
	if !nu.Valid {
		return []byte(nil), nil
	}
	return nu.UUID[:], nil
}

func (nu *NullUUID) UnmarshalBinary(data []byte) error {
	if len(data) != 16 {
		return fmt.Errorf("invalid UUID (got %d bytes)", len(data))
	}
	copy(nu.UUID[:], data)
	nu.Valid = true
	return nil
}

func (nu NullUUID) MarshalText() ([]byte, error) {
	if !nu.Valid {
		return []byte("null"), nil
	}
	return nu.UUID.MarshalText()
}

func (nu *NullUUID) UnmarshalText(data []byte) error {
	id, err := ParseBytes(data)
	if err != nil {
		nu.Valid = false
		return err
	}
	nu.UUID, nu.Valid = id, true
	return nil
}

func (nu NullUUID) MarshalJSON() ([]byte, error) {
	if !nu.Valid {
		return []byte("null"), nil
	}
	return json.Marshal(nu.UUID)
}

func (nu *NullUUID) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte("null")) {
		*nu = NullUUID{}
		return nil
	}
	err := json.Unmarshal(data, &nu.UUID)
	nu.Valid = err == nil
	return err
}
