package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing/fstest"
	"time"
)

// Raw requests, and every byte that comes back.

var files = fstest.MapFS{
	"hello.txt":         {Data: []byte("hello, world\n"), ModTime: time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)},
	"digits.txt":        {Data: []byte("0123456789"), ModTime: time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)},
	"page.html":         {Data: []byte("<!doctype html><p>page")},
	"data.bin":          {Data: []byte{0, 1, 2, 3}},
	"dir/index.html":    {Data: []byte("<html>index")},
	"list/a b.txt":      {Data: []byte("a")},
	"list/<b>.txt":      {Data: []byte("b")},
	"list/sub/deep.txt": {Data: []byte("c")},
	"empty":             {},
}

func handlers() http.Handler {
	mux := http.NewServeMux()
	handle := func(pattern string, f http.HandlerFunc) { mux.HandleFunc(pattern, f) }
	handle("/hello", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "hello\n") })
	handle("GET /only", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "got\n") })
	handle("/echo", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %s %s host=%q uri=%q path=%q raw=%q query=%q length=%d te=%v close=%t\n", r.Method, r.Proto, r.URL, r.Host, r.RequestURI,
			r.URL.Path, r.URL.RawPath, r.URL.RawQuery, r.ContentLength, r.TransferEncoding, r.Close)
		var names []string
		for name := range r.Header {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			fmt.Fprintf(w, "%s: %q\n", name, r.Header[name])
		}
		fmt.Fprintf(w, "body %q %v trailer %v\n", body, err, r.Trailer)
	})
	handle("/chunks", func(w http.ResponseWriter, r *http.Request) {
		for i := range 3 {
			fmt.Fprintf(w, "chunk %d\n", i)
			w.(http.Flusher).Flush()
		}
	})
	handle("/long", func(w http.ResponseWriter, r *http.Request) {
		for range 100 {
			io.WriteString(w, "0123456789012345678901234567890123456789\n")
		}
	})
	handle("/length", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "5")
		io.WriteString(w, "12345")
	})
	handle("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "10")
		io.WriteString(w, "12345")
	})
	handle("/over", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "3")
		n, err := io.WriteString(w, "12345")
		log.Println("over:", n, err, err == http.ErrContentLength)
	})
	handle("/badlength", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "three")
		io.WriteString(w, "12345")
	})
	handle("/nothing", func(w http.ResponseWriter, r *http.Request) {})
	handle("/status/{code}", func(w http.ResponseWriter, r *http.Request) {
		code, _ := strconv.Atoi(r.PathValue("code"))
		w.WriteHeader(code)
		n, err := io.WriteString(w, "body")
		log.Println("status:", n, err)
	})
	handle("/twice", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(201)
		w.WriteHeader(202)
		w.Header().Set("Late", "yes")
	})
	handle("/early", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Link", "</style.css>; rel=preload")
		w.WriteHeader(http.StatusEarlyHints)
		w.Header().Del("Link")
		io.WriteString(w, "late\n")
	})
	handle("/panic", func(w http.ResponseWriter, r *http.Request) { panic("boom") })
	handle("/panic/error", func(w http.ResponseWriter, r *http.Request) { panic(errors.New("an error")) })
	handle("/panic/late", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "before")
		w.(http.Flusher).Flush()
		panic("late")
	})
	handle("/abort", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	handle("/error", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1")
		w.Header().Set("ETag", "x")
		w.Header().Set("Content-Encoding", "gzip")
		http.Error(w, "no <such> thing", http.StatusTeapot)
	})
	handle("/notfound", http.NotFound)
	handle("/redirect", func(w http.ResponseWriter, r *http.Request) {
		code, _ := strconv.Atoi(r.FormValue("code"))
		http.Redirect(w, r, r.FormValue("to"), code)
	})
	mux.Handle("/moved/", http.RedirectHandler("/hello", http.StatusMovedPermanently))
	handle("/cookie", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "a", Value: "1", Path: "/", MaxAge: 60, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
		http.SetCookie(w, &http.Cookie{Name: "b", Value: "with space", Expires: time.Unix(0, 0), Domain: "example.com", Partitioned: true})
		http.SetCookie(w, &http.Cookie{Name: "bad name", Value: "x"})
		for _, c := range r.Cookies() {
			fmt.Fprintf(w, "%s=%q quoted %t\n", c.Name, c.Value, c.Quoted)
		}
		_, err := r.Cookie("none")
		fmt.Fprintln(w, err, len(r.CookiesNamed("c")))
	})
	handle("/json", func(w http.ResponseWriter, r *http.Request) {
		var v struct {
			Name string `json:"name"`
		}
		decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&v); err != nil {
			var large *http.MaxBytesError
			if errors.As(err, &large) {
				http.Error(w, fmt.Sprint("more than ", large.Limit), http.StatusRequestEntityTooLarge)
				return
			}
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(v)
	})
	handle("/form", func(w http.ResponseWriter, r *http.Request) {
		err := r.ParseMultipartForm(1 << 10)
		fmt.Fprintln(w, err, r.Form, r.PostForm)
		if r.MultipartForm != nil {
			for name, list := range r.MultipartForm.File {
				fmt.Fprintln(w, name, list[0].Filename, list[0].Size, list[0].Header)
			}
		}
	})
	handle("/auth", func(w http.ResponseWriter, r *http.Request) {
		user, password, ok := r.BasicAuth()
		fmt.Fprintln(w, user, password, ok, r.UserAgent(), r.Referer(), r.ProtoAtLeast(1, 1))
	})
	handle("/sniff/{what}", func(w http.ResponseWriter, r *http.Request) {
		switch r.PathValue("what") {
		case "html":
			io.WriteString(w, "<html><b>x</b>")
		case "png":
			w.Write([]byte("\x89PNG\r\n\x1a\nrest"))
		case "none":
			w.Header()["Content-Type"] = nil
			io.WriteString(w, "typeless")
		case "nodate":
			w.Header()["Date"] = nil
			io.WriteString(w, "dateless")
		case "newline":
			w.Header().Set("X-Split", "a\r\nB: c")
			w.Header()["lower-case"] = []string{"1", "2"}
			io.WriteString(w, "split")
		}
	})
	handle("/trailer", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Trailer", "Sum, Other")
		io.WriteString(w, "body")
		w.Header().Set("Sum", "42")
		w.Header().Set(http.TrailerPrefix+"Late", "yes")
		w.Header().Set("Not", "sent")
	})
	mux.Handle("/timeout", http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		_, err := io.WriteString(w, "late")
		late <- fmt.Sprint(r.Context().Err(), " ", err, " ", err == http.ErrHandlerTimeout)
	}), 10*time.Millisecond, "too slow\n"))
	mux.Handle("/intime", http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X", "y")
		w.WriteHeader(203)
		io.WriteString(w, "in time")
	}), time.Minute, ""))
	mux.Handle("/strip/", http.StripPrefix("/strip", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%q %q %q\n", r.URL.Path, r.URL.RawPath, r.RequestURI)
	})))
	mux.Handle("/wrong/", http.StripPrefix("/other", http.NotFoundHandler()))
	mux.Handle("/files/", http.StripPrefix("/files", http.FileServerFS(files)))
	mux.Handle("/max/", http.MaxBytesHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%q %v\n", b, err)
	}), 4))
	mux.Handle("/allow/", http.AllowQuerySemicolons(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, r.URL.Query())
	})))
	handle("/content", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		http.ServeContent(w, r, "x.txt", time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), strings.NewReader("0123456789"))
	})
	handle("/hijack", func(w http.ResponseWriter, r *http.Request) {
		c, rw, err := w.(http.Hijacker).Hijack()
		if err != nil {
			log.Println(err)
			return
		}
		defer c.Close()
		line, _ := rw.ReadString('\n')
		fmt.Fprintf(rw, "taken over: %q\n", line)
		rw.Flush()
		_, err = io.WriteString(w, "more")
		log.Println("hijacked:", err == http.ErrHijacked)
	})
	handle("/control", func(w http.ResponseWriter, r *http.Request) {
		c := http.NewResponseController(w)
		log.Println("control:", c.SetReadDeadline(time.Now().Add(time.Hour)), c.SetWriteDeadline(time.Time{}), c.EnableFullDuplex())
		io.WriteString(w, "controlled\n")
		log.Println("control:", c.Flush(), http.NewResponseController(struct{ http.ResponseWriter }{w}).Flush())
		_, _, err := http.NewResponseController(struct{ http.ResponseWriter }{w}).Hijack()
		log.Println("control:", err, errors.Is(err, http.ErrNotSupported))
	})
	handle("/expect", func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Ignore") != "" {
			http.Error(w, "not wanted", http.StatusForbidden)
			return
		}
		b, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%q %v\n", b, err)
	})
	handle("/unread", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "did not read\n") })
	handle("/close", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		io.WriteString(w, "closing\n")
	})
	handle("OPTIONS /options", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}

var (
	late = make(chan string, 1)
	date = regexp.MustCompile(`Date: [A-Z][a-z][a-z], \d\d [A-Z][a-z][a-z] \d{4} \d\d:\d\d:\d\d GMT`)
	port = regexp.MustCompile(`127\.0\.0\.1:\d+`)
)

// What the server and the handlers log, up to the traces.
type logged struct {
	sync.Mutex
	lines []string
}

func (l *logged) Write(p []byte) (int, error) {
	l.Lock()
	defer l.Unlock()
	line, _, _ := bytes.Cut(p, []byte("\n"))
	l.lines = append(l.lines, port.ReplaceAllString(string(line), "ADDRESS"))
	return len(p), nil
}

func (l *logged) take() []string {
	l.Lock()
	defer l.Unlock()
	lines := l.lines
	l.lines = nil
	return lines
}

func show(b []byte) {
	text := date.ReplaceAllString(string(b), "Date: DATE")
	for line := range strings.SplitAfterSeq(text, "\n") {
		if line != "" {
			fmt.Printf("  %q\n", line)
		}
	}
}

func main() {
	var logs logged
	log.SetOutput(&logs)
	log.SetFlags(0)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	server := &http.Server{Handler: handlers(), ErrorLog: log.New(&logs, "", 0), MaxHeaderBytes: 8 << 10}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()

	// Parts of a request with a pause between them are sent when the answer to what came before is there.
	ask := func(name string, parts ...string) {
		fmt.Println(name)
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			fmt.Println(err)
			return
		}
		defer c.Close()
		buf := make([]byte, 64<<10)
		for _, part := range parts {
			if _, err := io.WriteString(c, part); err != nil {
				fmt.Println("  write:", port.ReplaceAllString(err.Error(), "ADDRESS"))
			}
			var all []byte
			for {
				c.SetReadDeadline(time.Now().Add(100 * time.Millisecond))
				n, err := c.Read(buf)
				all = append(all, buf[:n]...)
				var timeout net.Error
				if errors.As(err, &timeout) && timeout.Timeout() {
					break
				}
				if err != nil {
					all = append(all, "[closed]"...)
					break
				}
			}
			show(all)
		}
		c.Close()
		for _, line := range logs.take() {
			fmt.Println("  log", line)
		}
	}
	// One request, with the usual header.
	get := func(line string, headers ...string) {
		ask(strings.Join(append([]string{line}, headers...), " | "), line+" HTTP/1.1\r\nHost: h\r\n"+strings.Join(append(headers, ""), "\r\n")+"\r\n")
	}
	post := func(path, body string, headers ...string) {
		headers = append(headers, "Content-Length: "+strconv.Itoa(len(body)))
		ask("POST "+path+" "+strconv.Quote(body), "POST "+path+" HTTP/1.1\r\nHost: h\r\n"+strings.Join(append(headers, ""), "\r\n")+"\r\n"+body)
	}

	for _, path := range []string{"/hello", "/nothing", "/chunks", "/length", "/short", "/over", "/badlength", "/twice", "/early", "/panic", "/panic/error", "/panic/late",
		"/abort", "/error", "/notfound", "/trailer", "/timeout", "/intime", "/strip/a%2Fb", "/wrong/x", "/close", "/control", "/moved/x", "/cookie", "/auth"} {
		get("GET " + path)
		if path == "/timeout" {
			fmt.Println("  handler:", <-late)
		}
	}
	get("GET /long")
	for _, code := range []string{"200", "201", "204", "205", "301", "304", "404", "418", "500", "599", "700", "99"} {
		get("GET /status/" + code)
	}
	for _, what := range []string{"html", "png", "none", "nodate", "newline"} {
		get("GET /sniff/" + what)
	}
	for _, path := range []string{"/hello", "/chunks", "/length", "/long", "/only", "/files/hello.txt", "/nowhere"} {
		get("HEAD " + path)
	}
	get("POST /only")
	get("DELETE /only")
	get("OPTIONS *")
	get("OPTIONS /options")
	get("GET /options")
	get("GET //hello")
	get("GET /x/../hello")
	get("GET /hello/")
	get("GET /moved")
	get("GET /echo?a=1&b=%20;c#f", "Accept: */*", "accept: text/html", "X-Empty:", "x-two:  padded  ")
	get("GET /echo%2Fx")
	get("GET /ec%68o")
	get("GET http://other:81/echo?x")
	get("GET /allow/?a=1;b=2")
	get("CONNECT example.com:443")
	get("TRACE /echo")
	get("G=T /echo")
	get("GET echo")
	get("GET /a b")
	get("GET /%zz")
	get("GET /\x01")
	for _, to := range []string{"/x", "x", "../y", "http://example.com/%20?q=1", "//host/p", "/a?b=c d", "?q", "/caf\u00e9"} {
		get("GET /redirect?code=302&to=" + strings.NewReplacer("?", "%3F", "&", "%26", " ", "%20", "%", "%25").Replace(to))
	}
	get("POST /redirect?code=303&to=/done")
	get("HEAD /redirect?code=307&to=/done")
	get("GET /redirect?code=200&to=/done")
	get("GET /cookie", `Cookie: c=1; d="quoted"; bad name=x; e=a,b; c=2`, "Cookie: f")
	get("GET /auth", "Authorization: Basic dTpwOnc=", "User-Agent: test/1", "Referer: http://r/")
	get("GET /auth", "Authorization: Basic ???")

	// Files.
	for _, path := range []string{"hello.txt", "page.html", "data.bin", "empty", "dir/", "dir", "dir/index.html", "list/", "list", "list/a%20b.txt", "none", "hello.txt/", "../x", ""} {
		get("GET /files/" + path)
	}
	for _, r := range []string{"bytes=0-3", "bytes=-3", "bytes=7-", "bytes=0-1,4-5", "bytes=20-30", "bytes=5-2", "bytes=0-0,-1", "chars=1-2", "bytes=0-100"} {
		if strings.Contains(r, ",") {
			// The boundary between the parts is by chance.
			get("HEAD /files/none", "Range: "+r)
			continue
		}
		get("GET /files/digits.txt", "Range: "+r)
	}
	get("HEAD /files/digits.txt", "Range: bytes=2-4")
	get("GET /files/digits.txt", "If-Modified-Since: Thu, 29 Feb 2024 12:00:00 GMT")
	get("GET /files/digits.txt", "If-Modified-Since: Thu, 29 Feb 2024 11:59:59 GMT")
	get("GET /files/digits.txt", "If-Unmodified-Since: Thu, 29 Feb 2024 11:00:00 GMT")
	get("POST /files/digits.txt")
	get("GET /content")
	get("GET /content", `If-None-Match: "v0", W/"v1"`)
	get("GET /content", `If-None-Match: *`)
	get("GET /content", `If-Match: "v2"`)
	get("GET /content", `If-Range: "v1"`, "Range: bytes=1-2")
	get("GET /content", `If-Range: "v2"`, "Range: bytes=1-2")

	// Bodies.
	post("/echo", "abc", "Content-Type: text/plain")
	post("/json", `{"name": "x"}`)
	post("/json", `{"name": `)
	post("/json", `{"name": 1}`)
	post("/json", `{"nome": "x"}`)
	post("/json", `{]`)
	post("/json", "")
	post("/json", `{"name": "`+strings.Repeat("x", 100)+`"}`)
	post("/max/", "1234")
	post("/max/", "12345")
	post("/form?a=0", "a=1&b=%zz", "Content-Type: application/x-www-form-urlencoded")
	post("/form?a=0", "a=1&a=2&c=+", "Content-Type: application/x-www-form-urlencoded")
	post("/form", "x", "Content-Type: text/plain")
	post("/form", "--B\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\ntext\r\n--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"n.txt\"\r\nContent-Type: text/x\r\n\r\nfile\r\n--B--\r\n", "Content-Type: multipart/form-data; boundary=B")
	post("/form", "--B\r\nno end", "Content-Type: multipart/form-data; boundary=B")
	post("/unread", strings.Repeat("y", 1000))
	ask("chunked", "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTrailer: Sum\r\n\r\n3\r\nabc\r\n4;ext=1\r\ndefg\r\n0\r\nSum: 7\r\nOther: x\r\n\r\n")
	ask("bad chunk", "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n")
	ask("chunk without end", "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n")
	ask("unknown encoding", "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n")
	ask("two encodings", "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")
	ask("length and chunked", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
	ask("two lengths", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc")
	ask("same length twice", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc")
	ask("bad length", "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: -3\r\n\r\nabc")
	ask("expect, then body", "POST /expect HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n", "body")
	ask("expect, refused", "POST /expect HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nIgnore: yes\r\nContent-Length: 4\r\n\r\n")
	ask("expect something else", "POST /expect HTTP/1.1\r\nHost: h\r\nExpect: miracles\r\nContent-Length: 4\r\n\r\n")

	// Connections.
	ask("keep-alive", "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n", "GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
	ask("pipelined", "GET /hello HTTP/1.1\r\nHost: h\r\n\r\nGET /nothing HTTP/1.1\r\nHost: h\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: h\r\n\r\n")
	ask("in pieces", "GET /he", "llo HTTP/1.1\r\nHo", "st: h\r\n", "\r\n")
	ask("after unread body", "POST /unread HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabcGET /hello HTTP/1.1\r\nHost: h\r\n\r\n")
	ask("HTTP/1.0", "GET /hello HTTP/1.0\r\n\r\n")
	ask("HTTP/1.0 keep-alive", "GET /length HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /hello HTTP/1.0\r\n\r\n")
	ask("HTTP/1.0 chunks", "GET /chunks HTTP/1.0\r\n\r\n")
	ask("HTTP/1.0 long", "GET /long HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
	ask("HTTP/1.0 echo", "POST /echo HTTP/1.0\r\nContent-Length: 2\r\n\r\nab")
	ask("HTTP/0.9", "GET /hello\r\n\r\n")
	ask("HTTP/1.2", "GET /hello HTTP/1.2\r\nHost: h\r\n\r\n")
	ask("HTTP/2.0", "GET /hello HTTP/2.0\r\nHost: h\r\n\r\n")
	ask("HTTP/3.7", "GET /hello HTTP/3.7\r\nHost: h\r\n\r\n")
	ask("bad version", "GET /hello HTPP/1.1\r\nHost: h\r\n\r\n")
	ask("no host", "GET /hello HTTP/1.1\r\n\r\n")
	ask("empty host", "GET /echo HTTP/1.1\r\nHost:\r\n\r\n")
	ask("two hosts", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
	ask("bad host", "GET /hello HTTP/1.1\r\nHost: a b\r\n\r\n")
	ask("garbage", "what is this\r\n\r\n")
	ask("newlines only", "GET /hello HTTP/1.1\nHost: h\n\n")
	ask("leading newline", "\r\nGET /hello HTTP/1.1\r\nHost: h\r\n\r\n")
	ask("bad header name", "GET /hello HTTP/1.1\r\nHost: h\r\nBad Name: x\r\n\r\n")
	ask("bad header value", "GET /hello HTTP/1.1\r\nHost: h\r\nX: a\x00b\r\n\r\n")
	ask("header without colon", "GET /hello HTTP/1.1\r\nHost: h\r\nnothing\r\n\r\n")
	ask("continued header", "GET /echo HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\n\r\n")
	ask("first header continued", "GET /echo HTTP/1.1\r\n X: a\r\nHost: h\r\n\r\n")
	ask("huge header", "GET /hello HTTP/1.1\r\nHost: h\r\nX: "+strings.Repeat("x", 13<<10)+"\r\n\r\n")
	ask("big header", "GET /hello HTTP/1.1\r\nHost: h\r\nX: "+strings.Repeat("x", 7<<10)+"\r\n\r\n")
	ask("hijacked", "GET /hijack HTTP/1.1\r\nHost: h\r\n\r\n", "own words\n")
	ask("upgrade", "GET /echo HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")

	// A client of another make reads them, too.
	c, _ := net.Dial("tcp", l.Addr().String())
	fmt.Fprint(c, "GET /trailer HTTP/1.1\r\nHost: h\r\n\r\nGET /chunks HTTP/1.1\r\nHost: h\r\n\r\n")
	in := bufio.NewReader(c)
	for range 2 {
		response, err := http.ReadResponse(in, nil)
		if err != nil {
			fmt.Println(err)
			break
		}
		body, err := io.ReadAll(response.Body)
		fmt.Printf("%s %q %v %v %v\n", response.Status, body, err, response.Trailer, response.TransferEncoding)
	}
	c.Close()
	fmt.Println(server.Shutdown(context.Background()), <-served)
}
