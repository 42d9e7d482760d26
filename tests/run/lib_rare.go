package main

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"embed"
	"encoding/asn1"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"io"
	"io/fs"
	"io/ioutil"
	"log/slog"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"os"
	"runtime/metrics"
	"runtime/pprof"
	"runtime/trace"
	"sort"
	"strings"
	"structs"
	"testing/slogtest"
	"time"
	"uuid"
)

type hosted struct {
	_ structs.HostLayout
	A int
}

type fake struct{ log []string }

func (f *fake) Open(name string) (driver.Conn, error) {
	f.log = append(f.log, "open "+name)
	return &conn{f}, nil
}

type conn struct{ f *fake }

func (c *conn) Prepare(q string) (driver.Stmt, error) {
	if strings.Contains(q, "bad") {
		return nil, errors.New("no such statement")
	}
	return &stmt{c.f, q}, nil
}
func (c *conn) Close() error              { return nil }
func (c *conn) Begin() (driver.Tx, error) { c.f.log = append(c.f.log, "begin"); return tx{c.f}, nil }

type tx struct{ f *fake }

func (t tx) Commit() error   { t.f.log = append(t.f.log, "commit"); return nil }
func (t tx) Rollback() error { t.f.log = append(t.f.log, "rollback"); return nil }

type stmt struct {
	f *fake
	q string
}

func (s *stmt) Close() error  { return nil }
func (s *stmt) NumInput() int { return strings.Count(s.q, "?") }
func (s *stmt) Exec(args []driver.Value) (driver.Result, error) {
	s.f.log = append(s.f.log, fmt.Sprint("exec ", s.q, args))
	return driver.RowsAffected(len(args)), nil
}
func (s *stmt) Query(args []driver.Value) (driver.Rows, error) {
	s.f.log = append(s.f.log, fmt.Sprint("query ", s.q, args))
	return &rows{n: 3}, nil
}

type rows struct{ i, n int }

func (r *rows) Columns() []string { return []string{"id", "name", "maybe"} }
func (r *rows) Close() error      { return nil }
func (r *rows) Next(dest []driver.Value) error {
	if r.i == r.n {
		return io.EOF
	}
	r.i++
	dest[0], dest[1], dest[2] = int64(r.i), fmt.Sprint("name ", r.i), nil
	if r.i == 2 {
		dest[2] = "there"
	}
	return nil
}

func database() {
	f := &fake{}
	sql.Register("fake", f)
	fmt.Println(sql.Drivers())
	db, err := sql.Open("fake", "dsn")
	fmt.Println(err, db.Ping())
	res, err := db.Exec("INSERT ?, ?", 1, "x")
	n, _ := res.RowsAffected()
	fmt.Println(n, err)
	rows, err := db.Query("SELECT ?", true)
	for rows.Next() {
		var id int
		var name string
		var maybe sql.NullString
		fmt.Println(rows.Scan(&id, &name, &maybe), id, name, maybe)
	}
	fmt.Println(rows.Err(), rows.Close())
	var id int
	var s, m string
	fmt.Println(db.QueryRow("SELECT").Scan(&id, &s, &m))
	_, err = db.Exec("bad")
	fmt.Println(err)
	t, err := db.BeginTx(context.Background(), nil)
	t.Exec("UPDATE")
	fmt.Println(t.Commit(), t.Rollback())
	_, err = sql.Open("none", "")
	fmt.Println(err)
	db.Close()
	fmt.Println(db.Ping())
	fmt.Println(strings.Join(f.log, "\n"))
}

func mails() {
	for _, s := range []string{`"A B" <a@b.example>`, "x@[127.0.0.1]", "x@[IPv6:::1]", "x@[1.2]", "nobody", "=?utf-8?q?J=C3=B6rg?= <j@x.org>"} {
		a, err := mail.ParseAddress(s)
		fmt.Println(a, err)
	}
	m, err := mail.ReadMessage(strings.NewReader("From: a@b.c\r\nSubject: =?utf-8?q?J=C3=B6rg?=\r\nDate: Mon, 02 Jan 2006 15:04:05 -0700\r\n\r\nbody\r\n"))
	subject, _ := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	date, err2 := m.Header.Date()
	body, _ := io.ReadAll(m.Body)
	fmt.Printf("%s %v %v %v %q\n", subject, date, err, err2, body)
	r := textproto.NewReader(bufio.NewReader(strings.NewReader("220 hello\r\nKey: value\r\nkey: two\r\n\r\nline\r\n.\r\n")))
	code, msg, err := r.ReadCodeLine(220)
	fmt.Println(code, msg, err)
	h, err := r.ReadMIMEHeader()
	fmt.Println(h, err)
	lines, err := r.ReadDotLines()
	fmt.Println(lines, err)
}

func parts() {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.SetBoundary("xxx")
	w.WriteField("name", "value")
	f, _ := w.CreateFormFile("file", "a.txt")
	f.Write([]byte("content"))
	w.Close()
	fmt.Printf("%q\n", b.String())
	r := multipart.NewReader(&b, "xxx")
	form, err := r.ReadForm(1 << 10)
	fmt.Println(form.Value, err)
	file, err := form.File["file"][0].Open()
	data, _ := io.ReadAll(file)
	fmt.Println(string(data), form.File["file"][0].Filename, form.File["file"][0].Size, err)
	_, err = multipart.NewReader(strings.NewReader("--a\r\nbad"), "a").NextPart()
	fmt.Println(err)
}

func profiles() {
	for _, p := range pprof.Profiles() {
		fmt.Print(p.Name(), " ")
	}
	fmt.Println(pprof.Lookup("none") == nil, pprof.Lookup("goroutine").Count() > 0)
	var b bytes.Buffer
	stop := make(chan bool)
	for range 3 {
		go func() { <-stop }()
	}
	time.Sleep(time.Millisecond)
	pprof.Lookup("goroutine").WriteTo(&b, 1)
	fmt.Println(strings.HasPrefix(b.String(), "goroutine profile: total "), strings.Contains(b.String(), "main.profiles.func1"))
	b.Reset()
	pprof.Lookup("goroutine").WriteTo(&b, 2)
	fmt.Println(strings.HasPrefix(b.String(), "goroutine 1 [running]:\n"), strings.Count(b.String(), "main.profiles.func1("))
	b.Reset()
	fmt.Println(pprof.StartCPUProfile(&b), pprof.StartCPUProfile(&b))
	pprof.StopCPUProfile()
	fmt.Println(b.Len() > 0, pprof.WriteHeapProfile(io.Discard))
	mine := pprof.NewProfile("mine")
	mine.Add("a", 0)
	mine.Add("b", 0)
	mine.Remove("a")
	fmt.Println(mine.Count(), pprof.Lookup("mine") == mine)
	pprof.Do(context.Background(), pprof.Labels("k", "v", "a", "b"), func(ctx context.Context) {
		v, ok := pprof.Label(ctx, "k")
		fmt.Println(v, ok)
		ctx = pprof.WithLabels(ctx, pprof.Labels("k", "w"))
		pprof.ForLabels(ctx, func(k, v string) bool { fmt.Println(k, v); return true })
	})
	close(stop)
	b.Reset()
	fmt.Println(trace.IsEnabled(), trace.Start(&b), trace.IsEnabled(), trace.Start(&b))
	ctx, task := trace.NewTask(context.Background(), "task")
	trace.WithRegion(ctx, "region", func() { trace.Log(ctx, "a", "b") })
	task.End()
	trace.Stop()
	fmt.Println(trace.IsEnabled(), b.Len() > 0)
	samples := []metrics.Sample{{Name: "/sched/gomaxprocs:threads"}, {Name: "/none"}}
	metrics.Read(samples)
	fmt.Println(samples[0].Value.Kind() == metrics.KindUint64, samples[0].Value.Uint64() > 0, samples[1].Value.Kind() == metrics.KindBad)
	var names []string
	for _, d := range metrics.All() {
		if !strings.HasPrefix(d.Name, "/godebug/") {
			names = append(names, d.Name)
		}
	}
	fmt.Println(len(names), sort.StringsAreSorted(names))
}

func main() {
	database()
	mails()
	parts()
	profiles()
	b, err := asn1.Marshal(struct {
		A int
		B string
		C []byte
		D asn1.ObjectIdentifier
	}{1 << 40, "text", []byte{1, 2}, asn1.ObjectIdentifier{1, 2, 840}})
	fmt.Println(b, err)
	var back struct {
		A int
		B string
		C []byte
		D asn1.ObjectIdentifier
	}
	rest, err := asn1.Unmarshal(b, &back)
	fmt.Println(back, rest, err)
	var e embed.FS
	_, err = e.ReadFile("x")
	fmt.Println(err, errors.Is(err, fs.ErrNotExist))
	dir, err := ioutil.TempDir("", "x")
	fmt.Println(ioutil.WriteFile(dir+"/a", []byte("hi"), 0o600), err)
	data, err := ioutil.ReadFile(dir + "/a")
	infos, err2 := ioutil.ReadDir(dir)
	fmt.Println(string(data), err, len(infos), infos[0].Name(), err2)
	os.RemoveAll(dir)
	u, err := uuid.Parse("f47ac10b-58cc-4372-a567-0e02b2c3d479")
	fmt.Println(u, err, u.String())
	_, err = uuid.Parse("x")
	fmt.Println(err, uuid.New() != uuid.New())
	fmt.Println(version.Compare("go1.21", "go1.21.3"), version.Lang("go1.21.3"), version.IsValid("1.2"), hosted{A: 1})
	var buf bytes.Buffer
	err = slogtest.TestHandler(slog.NewJSONHandler(&buf, nil), func() []map[string]any {
		var ms []map[string]any
		for _, line := range bytes.Split(buf.Bytes(), []byte{'\n'}) {
			if len(line) > 0 {
				var m map[string]any
				json.Unmarshal(line, &m)
				ms = append(ms, m)
			}
		}
		return ms
	})
	fmt.Println(err)
}
