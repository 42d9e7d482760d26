package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httptrace"
	"net/http/httputil"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing/fstest"
	"time"
)

// Servers and clients: shutting down, timeouts, connections that are used again, redirects, cookies, proxies.

var address = regexp.MustCompile(`127\.0\.0\.1:\d+|\[::1?\]:\d+`)

func plain(err error) string { return address.ReplaceAllString(fmt.Sprint(err), "ADDRESS") }

// How long something took, in tenths of seconds: near enough for any machine.
func since(start time.Time) string {
	return (time.Since(start) + 20*time.Millisecond).Truncate(100 * time.Millisecond).String()
}

func body(r *http.Response) string {
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return fmt.Sprintf("%q %s", b, plain(err))
	}
	return fmt.Sprintf("%q", b)
}

func listen() net.Listener {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	return l
}

func shutdown() {
	fmt.Println("shutdown")
	l := listen()
	started := make(chan bool)
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started <- true
		time.Sleep(200 * time.Millisecond)
		io.WriteString(w, "finished")
	})}
	hooked := make(chan bool, 1)
	server.RegisterOnShutdown(func() { hooked <- true })
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	got := make(chan string, 1)
	go func() {
		r, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			got <- plain(err)
			return
		}
		got <- body(r)
	}()
	<-started
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	fmt.Println(server.Shutdown(ctx), since(start))
	cancel()
	fmt.Println(<-served, <-hooked)
	_, err := http.Get("http://" + l.Addr().String())
	fmt.Println(plain(err))
	fmt.Println(server.Shutdown(context.Background()), <-got)
	fmt.Println(time.Since(start) >= 190*time.Millisecond, server.Serve(l), server.ListenAndServe())

	// Close does not wait.
	l = listen()
	server = &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started <- true
		<-r.Context().Done()
		got <- r.Context().Err().Error()
	})}
	go func() { served <- server.Serve(l) }()
	go func() {
		_, err := http.Get("http://" + l.Addr().String())
		got <- plain(errors.Unwrap(err))
	}()
	<-started
	fmt.Println(server.Close(), <-served)
	answers := []string{<-got, <-got}
	slices.Sort(answers)
	fmt.Printf("%q\n", answers)
}

func timeouts() {
	fmt.Println("timeouts")
	l := listen()
	var states sync.Map
	server := &http.Server{
		ReadHeaderTimeout: 100 * time.Millisecond,
		ReadTimeout:       300 * time.Millisecond,
		WriteTimeout:      500 * time.Millisecond,
		IdleTimeout:       200 * time.Millisecond,
		ConnState:         func(c net.Conn, s http.ConnState) { states.Store(s.String(), true) },
		ErrorLog:          log.New(io.Discard, "", 0),
	}
	server.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/read":
			b, err := io.ReadAll(r.Body)
			fmt.Printf("handler read %q %s\n", b, plain(err))
		case "/slow":
			time.Sleep(600 * time.Millisecond)
		case "/extended":
			http.NewResponseController(w).SetWriteDeadline(time.Now().Add(time.Minute))
			time.Sleep(600 * time.Millisecond)
		}
		io.WriteString(w, "ok")
	})
	go server.Serve(l)
	ask := func(name, text string) {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			fmt.Println(err)
			return
		}
		defer c.Close()
		start := time.Now()
		io.WriteString(c, text)
		b, err := io.ReadAll(c)
		first, _, _ := strings.Cut(string(b), "\r\n")
		fmt.Println(name, since(start), first, strings.HasSuffix(string(b), "ok"), plain(err))
	}
	ask("nothing sent:", "")
	ask("half a header:", "GET / HTTP/1.1\r\nHost:")
	ask("half a body:", "POST /read HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf")
	ask("idle afterwards:", "GET / HTTP/1.1\r\nHost: h\r\n\r\n")
	ask("slow handler:", "GET /slow HTTP/1.1\r\nHost: h\r\n\r\n")
	ask("slow handler with more time:", "GET /extended HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
	server.Close()
	for _, s := range []string{"new", "active", "idle", "hijacked", "closed"} {
		_, seen := states.Load(s)
		fmt.Print(s, " ", seen, " ")
	}
	fmt.Println()
}

func clients() {
	fmt.Println("clients")
	release := make(chan bool)
	gone := make(chan error, 4)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/hang":
			select {
			case <-release:
			case <-r.Context().Done():
				gone <- context.Cause(r.Context())
			}
		case "/drip":
			for range 5 {
				io.WriteString(w, "drip ")
				w.(http.Flusher).Flush()
				time.Sleep(100 * time.Millisecond)
			}
		case "/port":
			io.WriteString(w, r.RemoteAddr)
		case "/gzip":
			if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
				io.WriteString(w, "plain")
				return
			}
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			io.WriteString(z, strings.Repeat("zipped ", 3))
			z.Close()
		case "/echo":
			b, err := io.ReadAll(r.Body)
			fmt.Fprintf(w, "%s %s %d %v %q %v", r.Method, r.Header.Get("Content-Type"), r.ContentLength, r.TransferEncoding, b, err)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/see":
			http.Redirect(w, r, "/echo", http.StatusSeeOther)
		case "/same":
			http.Redirect(w, r, "/echo", http.StatusTemporaryRedirect)
		case "/cookies":
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes", Path: "/"})
			fmt.Fprint(w, r.Cookies())
		case "/status":
			w.WriteHeader(http.StatusTeapot)
		case "/early":
			w.WriteHeader(http.StatusEarlyHints)
			io.WriteString(w, "done")
		case "/cut":
			c, _, _ := w.(http.Hijacker).Hijack()
			io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
			c.Close()
		case "/none":
			c, _, _ := w.(http.Hijacker).Hijack()
			c.Close()
		case "/garbage":
			c, _, _ := w.(http.Hijacker).Hijack()
			io.WriteString(c, "what is this\r\n\r\n")
			c.Close()
		default:
			fmt.Fprintf(w, "%s %s", r.Method, r.URL)
		}
	}))
	get := func(c *http.Client, path string) string {
		r, err := c.Get(server.URL + path)
		if err != nil {
			var timeout interface{ Timeout() bool }
			return fmt.Sprint(plain(err), " ", errors.As(err, &timeout) && timeout.Timeout())
		}
		return fmt.Sprint(r.StatusCode, " ", body(r))
	}
	start := time.Now()
	fmt.Println(get(&http.Client{Timeout: 200 * time.Millisecond}, "/hang"), since(start))
	fmt.Println("handler:", <-gone)
	fmt.Println(get(&http.Client{Timeout: 250 * time.Millisecond}, "/drip"))
	ctx, cancel := context.WithCancelCause(context.Background())
	time.AfterFunc(100*time.Millisecond, func() { cancel(errors.New("no longer wanted")) })
	request, _ := http.NewRequestWithContext(ctx, "GET", server.URL+"/hang", nil)
	_, err := http.DefaultClient.Do(request)
	fmt.Println(plain(err), errors.Is(err, context.Canceled))
	fmt.Println("handler:", <-gone)
	ctx, cancel2 := context.WithTimeout(context.Background(), 100*time.Millisecond)
	request, _ = http.NewRequestWithContext(ctx, "GET", server.URL+"/hang", nil)
	_, err = http.DefaultClient.Do(request)
	cancel2()
	fmt.Println(plain(err), errors.Is(err, context.DeadlineExceeded))
	fmt.Println("handler:", <-gone)
	slow := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 100 * time.Millisecond}}
	fmt.Println(get(slow, "/hang"))
	fmt.Println("handler:", <-gone)

	// Connections are used again, if the body has been read.
	first, second := get(http.DefaultClient, "/port"), get(http.DefaultClient, "/port")
	fmt.Println("again:", first == second)
	r, _ := http.Get(server.URL + "/port")
	r.Body.Close()
	third := get(http.DefaultClient, "/port")
	fmt.Println("not read, but short:", first == third)
	alone := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	fmt.Println("without keep-alive:", get(alone, "/port") == get(alone, "/port"))
	few := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 2, MaxIdleConnsPerHost: 2}}
	ports := map[string]bool{}
	var mu sync.Mutex
	var group sync.WaitGroup
	for range 10 {
		group.Go(func() {
			port := get(few, "/port")
			mu.Lock()
			ports[port] = true
			mu.Unlock()
		})
	}
	group.Wait()
	fmt.Println("at most two connections:", len(ports) <= 2)
	few.CloseIdleConnections()

	request, _ = http.NewRequest("GET", server.URL+"/port", nil)
	var told []string
	request = request.WithContext(httptrace.WithClientTrace(context.Background(), &httptrace.ClientTrace{
		GetConn:              func(string) { told = append(told, "get") },
		GotConn:              func(i httptrace.GotConnInfo) { told = append(told, fmt.Sprint("got ", i.Reused, i.WasIdle)) },
		ConnectStart:         func(network, addr string) { told = append(told, "connect "+network) },
		ConnectDone:          func(network, addr string, err error) { told = append(told, fmt.Sprint("connected ", err)) },
		WroteHeaders:         func() { told = append(told, "headers") },
		WroteRequest:         func(i httptrace.WroteRequestInfo) { told = append(told, fmt.Sprint("wrote ", i.Err)) },
		GotFirstResponseByte: func() { told = append(told, "first byte") },
	}))
	traced := &http.Client{Transport: &http.Transport{}}
	for range 2 {
		r, err = traced.Do(request)
		body(r)
	}
	slices.Sort(told)
	fmt.Println(told, err)
	traced.CloseIdleConnections()

	fmt.Println(get(http.DefaultClient, "/gzip"))
	raw := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	fmt.Println(get(raw, "/gzip"))
	for _, f := range []func() (*http.Response, error){
		func() (*http.Response, error) {
			return http.Post(server.URL+"/echo", "text/x", strings.NewReader("body"))
		},
		func() (*http.Response, error) {
			return http.Post(server.URL+"/echo", "text/x", struct{ io.Reader }{strings.NewReader("stream")})
		},
		func() (*http.Response, error) {
			return http.PostForm(server.URL+"/echo", url.Values{"b": {"2 3"}, "a": {"1"}})
		},
		func() (*http.Response, error) { return http.Post(server.URL+"/see", "text/x", strings.NewReader("x")) },
		func() (*http.Response, error) {
			return http.Post(server.URL+"/same", "text/x", strings.NewReader("again"))
		},
		func() (*http.Response, error) { return http.Head(server.URL + "/echo") },
		func() (*http.Response, error) { return http.Get(server.URL + "/early") },
		func() (*http.Response, error) { return http.Get(server.URL + "/status") },
	} {
		r, err := f()
		if err != nil {
			fmt.Println(plain(err))
			continue
		}
		fmt.Println(r.Status, body(r), r.Request.Method, r.Request.URL.Path, r.ContentLength, r.Uncompressed)
	}
	_, err = http.Get(server.URL + "/loop")
	fmt.Println(plain(err))
	stays := &http.Client{CheckRedirect: func(r *http.Request, via []*http.Request) error { return http.ErrUseLastResponse }}
	r, _ = stays.Get(server.URL + "/loop")
	location, _ := r.Location()
	fmt.Println(r.StatusCode, location.Path)
	refuses := &http.Client{CheckRedirect: func(r *http.Request, via []*http.Request) error { return fmt.Errorf("enough after %d", len(via)) }}
	_, err = refuses.Get(server.URL + "/loop")
	fmt.Println(plain(err))
	jar, _ := cookiejar.New(nil)
	eats := &http.Client{Jar: jar}
	fmt.Println(get(eats, "/cookies"), get(eats, "/cookies"))
	for _, path := range []string{"/cut", "/none", "/garbage"} {
		fmt.Println(path, get(http.DefaultClient, path))
	}
	for _, u := range []string{"", "h", "http://", "ftp://h/", "http://h:port/", "http://127.0.0.1:1/", "http://nowhere.invalid:80", "//x", ":"} {
		_, err := http.Get(u)
		text := plain(err)
		if strings.Contains(text, "nowhere") {
			text = text[:strings.Index(text, "lookup")]
		}
		fmt.Println(text)
	}
	_, err = http.NewRequest("bad method", "http://h", nil)
	fmt.Println(err)
	request, _ = http.NewRequest("GET", server.URL, nil)
	request.Header.Set("Bad\nName", "x")
	_, err = http.DefaultClient.Do(request)
	fmt.Println(plain(err))
	close(release)
	server.Close()
	_, err = http.Get(server.URL)
	fmt.Println(plain(err))
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func others() {
	fmt.Println("others")
	target := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s for %s from %s", r.URL.Path, r.Host, strings.Split(r.Header.Get("X-Forwarded-For"), ":")[0])
	}))
	defer target.Close()
	to, _ := url.Parse(target.URL)
	proxy := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(to)
		r.SetXForwarded()
		r.Out.Host = "inner"
	}, ErrorLog: log.New(io.Discard, "", 0)})
	r, err := http.Get(proxy.URL + "/through?x=1")
	fmt.Println(err, body(r))
	proxy.Close()

	dump, err := httputil.DumpRequestOut(httptest.NewRequest("POST", "http://h/p?q=1", strings.NewReader("body")), true)
	fmt.Printf("%q %v\n", dump, err)
	dump, err = httputil.DumpRequest(httptest.NewRequest("GET", "/x", nil), false)
	fmt.Printf("%q %v\n", dump, err)

	recorder := httptest.NewRecorder()
	recorder.Header().Set("A", "b")
	recorder.WriteHeader(202)
	recorder.Header().Set("Late", "x")
	recorder.WriteString("recorded")
	recorder.Flush()
	result := recorder.Result()
	fmt.Println(recorder.Code, recorder.Flushed, result.Status, result.Header, body(result))

	unstarted := httptest.NewUnstartedServer(http.NotFoundHandler())
	unstarted.Config.ReadTimeout = time.Second
	unstarted.Start()
	r, err = unstarted.Client().Get(unstarted.URL)
	fmt.Println(err, r.Status, body(r))
	r, err = unstarted.Client().Get("http://example.com/")
	fmt.Println(err, r.Status, body(r))
	unstarted.CloseClientConnections()
	unstarted.Close()

	fake := &http.Client{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
		if r.URL.Host == "fails" {
			return nil, errors.New("failing")
		}
		return &http.Response{StatusCode: 299, Body: io.NopCloser(strings.NewReader(r.URL.String())), Header: http.Header{}, Request: r}, nil
	})}
	r, err = fake.Get("http://anywhere/x")
	fmt.Println(err, r.StatusCode, body(r))
	_, err = fake.Get("http://fails")
	fmt.Println(err)
	filed := &http.Transport{}
	filed.RegisterProtocol("file", http.NewFileTransportFS(fstest.MapFS{"a/b.txt": {Data: []byte("from a file")}}))
	r, err = (&http.Client{Transport: filed}).Get("file:///a/b.txt")
	fmt.Println(err, r.Status, body(r))
	var _ fs.FS = fstest.MapFS{}

	// Middleware, and what a context carries.
	type key struct{}
	logged := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, "value")))
		})
	}
	server := httptest.NewServer(logged(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, isServer := r.Context().Value(http.ServerContextKey).(*http.Server)
		local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
		fmt.Fprint(w, r.Context().Value(key{}), isServer, local.Network())
	})))
	r, _ = http.Get(server.URL)
	fmt.Println(body(r))
	server.Close()

	// A counter, many at once.
	var count atomic.Int64
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, count.Add(1))
	}))
	var group sync.WaitGroup
	for range 50 {
		group.Go(func() {
			r, err := http.Get(server.URL)
			if err != nil {
				fmt.Println(err)
				return
			}
			body(r)
		})
	}
	group.Wait()
	server.Close()
	fmt.Println(count.Load())

	// What is uploaded.
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, header, err := r.FormFile("f")
		if err != nil {
			fmt.Fprint(w, err)
			return
		}
		b, _ := io.ReadAll(file)
		fmt.Fprintf(w, "%s %d %q %s", header.Filename, header.Size, b, r.FormValue("k"))
	}))
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	part, _ := parts.CreateFormFile("f", "name.txt")
	io.WriteString(part, "content")
	parts.WriteField("k", "v")
	parts.Close()
	r, err = http.Post(server.URL, parts.FormDataContentType(), &form)
	fmt.Println(err, body(r))
	r, err = http.Post(server.URL, "text/plain", strings.NewReader("x"))
	fmt.Println(err, body(r))
	server.Close()

	// Server-sent events.
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		for i := 0; r.Context().Err() == nil; i++ {
			fmt.Fprintf(w, "data: %d\n\n", i)
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	}))
	ctx, cancel := context.WithCancel(context.Background())
	request, _ := http.NewRequestWithContext(ctx, "GET", server.URL, nil)
	r, _ = http.DefaultClient.Do(request)
	lines := bufio.NewScanner(r.Body)
	for n := 0; n < 3 && lines.Scan(); {
		if lines.Text() != "" {
			fmt.Println(lines.Text())
			n++
		}
	}
	cancel()
	for lines.Scan() {
	}
	fmt.Println(lines.Err())
	server.Close()
	l := listen()
	defer l.Close()
	fmt.Println(plain(http.ListenAndServe(l.Addr().String(), nil)), plain(http.ListenAndServe(":nonsense", nil)))
}

func main() {
	shutdown()
	timeouts()
	clients()
	others()
}
