// Types that libraries call back: Scanner, Formatter, TextMarshaler, json/xml/gob marshalers, flag.Value, sql Scanner/Valuer, slog.LogValuer, quick.Generator, sort.Interface, heap, fs.FS, http-like handlers, template methods, encoding.BinaryMarshaler, io interfaces.
package main

import (
	"bytes"
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"expvar"
	"flag"
	"fmt"
	htmpl "html/template"
	"io"
	"io/fs"
	"log/slog"
	"math/rand"
	"os"
	"reflect"
	"sort"
	"strings"
	"testing/quick"
	"text/template"
	"time"
)

type Color struct{ R, G, B uint8 }

func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
func (c *Color) Set(s string) error {
	_, err := fmt.Sscanf(s, "#%02x%02x%02x", &c.R, &c.G, &c.B)
	return err
}
func (c Color) MarshalText() ([]byte, error)  { return []byte(c.String()), nil }
func (c *Color) UnmarshalText(b []byte) error { return c.Set(string(b)) }
func (c *Color) Scan(st fmt.ScanState, v rune) error {
	tok, err := st.Token(true, func(r rune) bool { return r == '#' || strings.ContainsRune("0123456789abcdef", r) })
	if err != nil {
		return err
	}
	return c.Set(string(tok))
}
func (Color) Generate(r *rand.Rand, size int) reflect.Value {
	return reflect.ValueOf(Color{uint8(r.Intn(256)), 1, 2})
}

type Celsius float64

func (c Celsius) Value() (driver.Value, error) { return float64(c), nil }
func (c Celsius) LogValue() slog.Value         { return slog.GroupValue(slog.Float64("deg", float64(c))) }
func (c Celsius) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"c":%.1f}`, float64(c)), nil
}
func (c *Celsius) UnmarshalJSON(b []byte) error {
	var x struct{ C float64 }
	if err := json.Unmarshal(b, &x); err != nil {
		return fmt.Errorf("celsius: %w", err)
	}
	*c = Celsius(x.C)
	return nil
}

type NullColor struct {
	Color
	Valid bool
}

func (n *NullColor) ScanSQL(any) error { return nil }

type dbColor Color

func (d *dbColor) Scan(src any) error {
	switch x := src.(type) {
	case string:
		return (*Color)(d).Set(x)
	case nil:
		*d = dbColor{}
		return nil
	}
	return fmt.Errorf("cannot scan %T", src)
}

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }
type Ci struct{ R float64 }

func (s Sq) Area() float64               { return s.S * s.S }
func (c *Ci) Area() float64              { return 3 * c.R * c.R }
func (c *Ci) GobEncode() ([]byte, error) { return fmt.Appendf(nil, "%g", c.R), nil }
func (c *Ci) GobDecode(b []byte) error   { _, err := fmt.Sscan(string(b), &c.R); return err }

type stamp struct{ time.Time }

func (s stamp) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return e.EncodeElement(s.Format(time.DateOnly), start)
}
func (s stamp) MarshalXMLAttr(n xml.Name) (xml.Attr, error) {
	return xml.Attr{Name: n, Value: s.Format("2006")}, nil
}
func (s *stamp) UnmarshalXML(d *xml.Decoder, start xml.StartElement) (err error) {
	var v string
	if err = d.DecodeElement(&v, &start); err == nil {
		s.Time, err = time.Parse(time.DateOnly, v)
	}
	return
}

type memFS map[string]string

type memFile struct {
	*strings.Reader
	name string
	size int64
}

func (m memFS) Open(name string) (fs.File, error) {
	s, ok := m[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &memFile{strings.NewReader(s), name, int64(len(s))}, nil
}
func (f *memFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *memFile) Close() error               { return nil }
func (f *memFile) Name() string               { return f.name }
func (f *memFile) Size() int64                { return f.size }
func (f *memFile) Mode() fs.FileMode          { return 0o444 }
func (f *memFile) ModTime() time.Time         { return time.Time{} }
func (f *memFile) IsDir() bool                { return false }
func (f *memFile) Sys() any                   { return nil }

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type upper struct{ io.Writer }

func (u upper) Write(p []byte) (int, error) { return u.Writer.Write(bytes.ToUpper(p)) }
func (u upper) ReadFrom(r io.Reader) (n int64, err error) {
	fmt.Print("[ReadFrom]")
	b, err := io.ReadAll(r)
	u.Write(b)
	return int64(len(b)), err
}

type page struct{ Items []Color }

func (p page) Count() int { return len(p.Items) }
func (p *page) First() (c Color, err error) {
	if len(p.Items) == 0 {
		return c, errors.New("empty")
	}
	return p.Items[0], nil
}
func (p page) Shade(n int) map[string]Celsius { return map[string]Celsius{"x": Celsius(n)} }
func (p page) When() time.Time                { return time.Unix(0, 0).UTC() }

var _ encoding.TextUnmarshaler = (*Color)(nil)

func main() {
	var c, d Color
	n, err := fmt.Sscan("#ff8000 #010203", &c, &d)
	fmt.Println(n, err, c, d)
	fset := flag.NewFlagSet("x", flag.ContinueOnError)
	fset.SetOutput(os.Stdout)
	fset.Var(&c, "c", "a `color`")
	fset.TextVar(&d, "d", Color{9, 9, 9}, "other")
	fmt.Println(fset.Parse([]string{"-c", "#000102", "-d=#ffffff"}), c, d)
	fmt.Println(fset.Parse([]string{"-c", "red"}))
	b, err := json.Marshal(map[Color]any{c: Celsius(36.6), d: []Color{c}})
	fmt.Println(string(b), err)
	var back map[Color]json.RawMessage
	fmt.Println(json.Unmarshal(b, &back), len(back), string(back[d]))
	var t Celsius
	fmt.Println(json.Unmarshal([]byte(`{"C":1.5}`), &t), t, json.Unmarshal([]byte(`[1]`), &t))
	x, err := xml.Marshal(struct {
		XMLName xml.Name `xml:"r"`
		Y       stamp    `xml:"y,attr"`
		D       stamp    `xml:"d"`
		C       Color    `xml:"c"`
		CA      Color    `xml:"ca,attr"`
	}{Y: stamp{time.Unix(0, 0).UTC()}, D: stamp{time.Unix(1e9, 0).UTC()}, C: c, CA: d})
	fmt.Println(string(x), err)
	var r struct {
		D  stamp `xml:"d"`
		CA Color `xml:"ca,attr"`
	}
	fmt.Println(xml.Unmarshal(x, &r), r.D.Year(), r.CA)
	gob.Register(Sq{})
	gob.Register(&Ci{})
	var buf bytes.Buffer
	fmt.Println(gob.NewEncoder(&buf).Encode([]Shape{Sq{2}, &Ci{1.5}}))
	var shapes []Shape
	fmt.Println(gob.NewDecoder(&buf).Decode(&shapes), shapes[0].Area(), shapes[1].Area())
	var dc dbColor
	fmt.Println(dc.Scan("#0a0b0c"), dc, dc.Scan(5))
	var ns sql.Null[int]
	fmt.Println(ns.Scan(int64(7)), ns, ns.Scan(nil), ns.Valid)
	v, err := driver.DefaultParameterConverter.ConvertValue(Celsius(2))
	fmt.Println(v, err)
	slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "time" {
			a.Value = slog.StringValue("T")
		}
		return a
	}})).Warn("hot", "t", Celsius(40), "c", c, "p", &c)
	fmt.Println(quick.Check(func(c Color) bool { return c.G == 1 && c.B == 2 }, nil))
	fsys := memFS{"a.txt": "hello", "t.tmpl": `{{.Count}} {{.First}} {{(index .Items 0).R}} {{.Shade 3}} {{.When.Month}} {{.When.Weekday | printf "%d %v" 5}}` + "\n"}
	data, err := fs.ReadFile(fsys, "a.txt")
	_, err2 := fs.ReadFile(fsys, "b")
	fi, _ := fs.Stat(fsys, "a.txt")
	fmt.Println(string(data), err, err2, fs.FormatFileInfo(fi))
	p := &page{[]Color{c}}
	fmt.Println(template.Must(template.ParseFS(fsys, "t.tmpl")).Execute(os.Stdout, p))
	fmt.Println(template.Must(template.New("e").Parse("{{.First}}")).Execute(io.Discard, &page{}))
	fmt.Println(htmpl.Must(htmpl.New("h").Parse(`<p style="color: {{.First}}" title="{{.When.Month}}">{{.Shade 1}}</p><script>var c = {{.First}}, m = {{.Shade 2}}, w = {{.When.Weekday}};</script>`+"\n")).Execute(os.Stdout, p))
	words := byLen{"ccc", "a", "bb", "dd"}
	sort.Sort(sort.Reverse(words))
	fmt.Println(words, sort.IsSorted(words))
	sort.Stable(words)
	fmt.Println(words)
	io.Copy(upper{os.Stdout}, io.LimitReader(strings.NewReader("shout\n"), 10))
	ev := expvar.NewMap("m")
	ev.Add("hits", 3)
	ev.Set("c", expvar.Func(func() any { return c }))
	fmt.Println(ev, expvar.Get("m") == ev)
}
