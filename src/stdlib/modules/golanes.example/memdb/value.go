package memdb

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A kind is the type of a column.
type kind int

const (
	anything kind = iota
	integer
	real
	text
	boolean
	timestamp
	bytea
)

var kindNames = []string{"UNKNOWN", "INTEGER", "REAL", "TEXT", "BOOLEAN", "TIMESTAMP", "BYTEA"}

func (k kind) String() string { return kindNames[k] }

var kinds = map[string]kind{
	"integer": integer, "int": integer, "bigint": integer, "smallint": integer, "serial": integer, "bigserial": integer,
	"real": real, "double": real, "float": real, "numeric": real, "decimal": real,
	"text": text, "varchar": text, "char": text, "character": text, "uuid": text, "json": text, "jsonb": text, "citext": text,
	"boolean": boolean, "bool": boolean,
	"timestamp": timestamp, "timestamptz": timestamp, "datetime": timestamp, "date": timestamp,
	"bytea": bytea, "blob": bytea,
}

func kindOf(v driver.Value) kind {
	switch v.(type) {
	case int64:
		return integer
	case float64:
		return real
	case string:
		return text
	case bool:
		return boolean
	case time.Time:
		return timestamp
	case []byte:
		return bytea
	}
	return anything
}

var layouts = []string{time.RFC3339Nano, "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999", "2006-01-02"}

// convert makes v one of kind k, if that loses nothing; nil stays nil.
func convert(v driver.Value, k kind) (driver.Value, error) {
	if v == nil || k == anything || kindOf(v) == k {
		return v, nil
	}
	s, isText := v.(string)
	if b, ok := v.([]byte); ok {
		s, isText = string(b), true
	}
	wrong := func() (driver.Value, error) {
		return nil, failf(InvalidText, "invalid input syntax for type %s: %q", strings.ToLower(k.String()), s)
	}
	switch k {
	case integer:
		if isText {
			n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
			if err != nil {
				return wrong()
			}
			return n, nil
		}
		if f, ok := v.(float64); ok && f == float64(int64(f)) {
			return int64(f), nil
		}
	case real:
		if n, ok := v.(int64); ok {
			return float64(n), nil
		}
		if isText {
			f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
			if err != nil {
				return wrong()
			}
			return f, nil
		}
	case text:
		return show(v), nil
	case boolean:
		if isText {
			b, err := strconv.ParseBool(strings.ToLower(s))
			if err != nil {
				return wrong()
			}
			return b, nil
		}
		if n, ok := v.(int64); ok && (n == 0 || n == 1) {
			return n == 1, nil
		}
	case timestamp:
		if isText {
			for _, layout := range layouts {
				if t, err := time.Parse(layout, s); err == nil {
					return t, nil
				}
			}
			return wrong()
		}
	case bytea:
		if isText {
			return []byte(s), nil
		}
	}
	return nil, failf(DatatypeMismatch, "a value of type %s where %s is needed", kindOf(v), k)
}

// show is a value as text.
func show(v driver.Value) string {
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return v.Format(time.RFC3339Nano)
	}
	return fmt.Sprint(v)
}

// compare orders two values that are not nil: below 0, 0 or above 0.
func compare(a, b driver.Value) (int, error) {
	ka, kb := kindOf(a), kindOf(b)
	if ka != kb {
		var err error
		switch {
		case ka == integer && kb == real, ka == text && kb != bytea:
			a, err = convert(a, kb)
		default:
			b, err = convert(b, ka)
		}
		if err != nil {
			return 0, err
		}
	}
	switch a := a.(type) {
	case int64:
		return order(a, b.(int64)), nil
	case float64:
		return order(a, b.(float64)), nil
	case string:
		return strings.Compare(a, b.(string)), nil
	case []byte:
		return strings.Compare(string(a), string(b.([]byte))), nil
	case time.Time:
		return a.Compare(b.(time.Time)), nil
	case bool:
		return order(number01(a), number01(b.(bool))), nil
	}
	return 0, failf(DatatypeMismatch, "values of type %s have no order", ka)
}

func order[T int | int64 | float64](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func number01(b bool) int {
	if b {
		return 1
	}
	return 0
}

// key is a value as a part of a map's key: equal values have equal keys.
func key(v driver.Value) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case float64:
		if v == float64(int64(v)) {
			return "i" + strconv.FormatInt(int64(v), 10)
		}
	case int64:
		return "i" + strconv.FormatInt(v, 10)
	case time.Time:
		return "t" + strconv.FormatInt(v.UnixNano(), 10)
	}
	s := show(v)
	return kindOf(v).String()[:1] + strconv.Itoa(len(s)) + ":" + s
}
