package main

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
)

// Pattern sets for ServeMux, made by rule and by hand: what can be registered together, and where requests go.

var place = regexp.MustCompile(`registered at [^)]*\)`)

// What the mux says about a pattern; nothing if it takes it.
func try(mux *http.ServeMux, pattern string) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = place.ReplaceAllString(fmt.Sprint(r), "registered)")
		}
	}()
	mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		var values []string
		for _, name := range []string{"x", "y", "z", "rest", "id", "none"} {
			if v := r.PathValue(name); v != "" {
				values = append(values, name+"="+v)
			}
		}
		fmt.Fprintf(w, "%s %s", r.Pattern, strings.Join(values, " "))
	})
	return ""
}

// Adds a pattern to a mux that has those of taken already. If it conflicts with several, chance decides which the mux names: each
// by itself is certain.
func register(mux *http.ServeMux, taken []string, pattern string) []string {
	text := try(mux, pattern)
	if text == "" {
		return append(taken, pattern)
	}
	if strings.Contains(text, " conflicts with ") {
		for _, other := range taken {
			pair := http.NewServeMux()
			try(pair, other)
			if text = try(pair, pattern); text != "" {
				break
			}
		}
	}
	fmt.Printf("  %q refused: %s\n", pattern, text)
	return taken
}

func ask(mux *http.ServeMux, method, host, target string) {
	r := httptest.NewRequest("GET", "http://h/", nil)
	r.Method = method
	r.Host = host
	u, err := url.ParseRequestURI(target)
	if err != nil {
		fmt.Printf("  %s %s: %v\n", method, target, err)
		return
	}
	r.URL = u
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, r)
	body, _, _ := strings.Cut(strings.TrimSpace(w.Body.String()), "\n")
	fmt.Printf("  %s %s%s: %d", method, host, target, w.Code)
	if allow := w.Header().Get("Allow"); allow != "" {
		fmt.Printf(" allow %s", allow)
	}
	if location := w.Header().Get("Location"); location != "" {
		fmt.Printf(" to %s", location)
	}
	h, pattern := mux.Handler(r)
	fmt.Printf(" %q by %q %t\n", body, pattern, h != nil)
}

var rng = rand.New(rand.NewPCG(1, 2))

func pick(list ...string) string { return list[rng.IntN(len(list))] }

func pattern() string {
	var b strings.Builder
	b.WriteString(pick("", "", "", "GET ", "POST ", "HEAD ", "DELETE  ", "GET\t"))
	b.WriteString(pick("", "", "", "", "example.com", "a.example.com"))
	names := []string{"x", "y", "z"}
	for range rng.IntN(4) {
		segment := pick("a", "b", "c", "a", "b", "{}")
		if segment == "{}" {
			segment = "{" + names[0] + "}"
			names = append(names[1:], names[0])
		}
		b.WriteString("/" + segment)
	}
	b.WriteString(pick("/", "/", "", "/{$}", "/{rest...}", "/d"))
	if b.Len() == 0 || !strings.Contains(b.String(), "/") {
		b.WriteString("/")
	}
	return b.String()
}

func target() string {
	var b strings.Builder
	for range rng.IntN(5) {
		b.WriteString("/" + pick("a", "b", "c", "d", "a", "b", "", ".", "..", "%2F", "e%20f"))
	}
	b.WriteString(pick("", "/", "", "/d"))
	if b.Len() == 0 {
		return "/"
	}
	return b.String() + pick("", "", "", "?q=1")
}

func generated() {
	for set := range 220 {
		fmt.Println("set", set)
		mux := http.NewServeMux()
		var taken []string
		for range 2 + rng.IntN(6) {
			taken = register(mux, taken, pattern())
		}
		for range 8 {
			ask(mux, pick("GET", "GET", "POST", "HEAD", "PUT", "DELETE"), pick("example.com", "a.example.com", "other:8080", "example.com:80"), target())
		}
	}
}

func byHand() {
	sets := []struct{ patterns, requests string }{
		{"/ | /images/ | /images/thumbnails/", "GET / | GET /images | GET /images/ | GET /images/x | GET /images/thumbnails/y | POST /images/thumbnails | GET /image"},
		{"GET /posts/{id} | POST /posts | GET /posts/latest | DELETE /posts/{id}", "GET /posts/1 | HEAD /posts/1 | PUT /posts/1 | POST /posts/1 | GET /posts | POST /posts | GET /posts/latest | OPTIONS /posts/latest | GET /posts/ | DELETE /posts/latest"},
		{"/posts/{id} | /{resource}/latest", "GET /posts/latest"},
		{"/b/{x}/d | /{y}/c/{z}", "GET /b/c/d"},
		{"GET / | /index.html", "GET /index.html | POST /index.html | POST /"},
		{"/a/ | /a", "GET /a | GET /a/ | GET /a/b"},
		{"/a/{$} | /a/{rest...}", "GET /a | GET /a/ | GET /a/b/c"},
		{"/{$}", "GET / | GET /x"},
		{"/{rest...}", "GET / | GET /x/y/z | GET /%2F%2f | GET //x | GET /x/../y"},
		{"/{x}/{y}", "GET /a%2Fb/c | GET /a/b/ | GET /a//b | GET /a/%20"},
		{"/%61/b | /a/{x}", "GET /a/b | GET /%61/b | GET /a/c"},
		{"example.com/ | /", "GET /x"},
		{"example.com/a/ | /a/b", "GET /a/b | GET /a/c | GET /a"},
		{"/x/ | GET example.com/x/{y}", "GET /x/1 | POST /x/1 | GET /x"},
		{"CONNECT / | /a/", "CONNECT /a | CONNECT /a/../b | CONNECT //x"},
		{"/a/b/ | /{x}/b/{y} | /a/{z}/c", "GET /a/b/c"},
		{"/{x}/ | /a/{y}", "GET /a/b | GET /c/b"},
		{"GET /{x} | HEAD /{x}", "GET /1 | HEAD /1 | POST /1"},
		{"GET /h | POST /h | PUT /h | PATCH /h", "HEAD /h | DELETE /h | OPTIONS /h | TRACE /h"},
		{"/café/{x} | /日本/", "GET /caf%C3%A9/1 | GET /%E6%97%A5%E6%9C%AC/x"},
		{"/a b | /a\tb", "GET /a%20b"},
		{" | GET | GET  | /{ | /{} | /{x | /{x}} | /{1x} | /{x.y} | /{x}/{x} | /{$}/a | /{rest...}/a | /{...} | /a{x} | /{x}a | //a | /a//b | /./a | /a/../b", "GET /a"},
		{"GET a | example.com | {x}/ | {x}.com/ | GET POST /x | get /lower | G,T /x | GET /x/{y...} | GET /x/{z}", "GET /x/1 | get /lower"},
		{"/same | /same | GET /same | GET /same", "GET /same"},
		{"/s/{a} | /s/{b} | /s/{a}/ | /s/{b...}", "GET /s/1 | GET /s/1/ | GET /s/"},
		{"example.com:8080/ | example.com/", "GET /"},
		{"/a/{x}/c | /a/b/{y} | GET /a/b/c", "GET /a/b/c"},
		{"/dir/{$} | /dir/file | /dir/{f}", "GET /dir | GET /dir/ | GET /dir/file | GET /dir/x | POST /dir/"},
		{"/clean/", "GET /clean/../clean/x | GET /clean//x | GET /clean/./x | POST /clean | GET /clean?x=1 | GET /./clean/ | GET /clean/.. | GET /%2e%2e/clean"},
	}
	for i, set := range sets {
		fmt.Println("hand", i)
		mux := http.NewServeMux()
		var taken []string
		for p := range strings.SplitSeq(set.patterns, " | ") {
			taken = register(mux, taken, p)
		}
		for r := range strings.SplitSeq(set.requests, " | ") {
			method, target, _ := strings.Cut(r, " ")
			for _, host := range []string{"example.com", "other"} {
				ask(mux, method, host, target)
			}
		}
	}
}

func refused(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	byHand()
	generated()
	mux := http.NewServeMux()
	refused("nil handler:", func() { mux.Handle("/", nil) })
	refused("nil function:", func() { mux.HandleFunc("/", nil) })
	w := httptest.NewRecorder()
	r := httptest.NewRequest("GET", "/", nil)
	r.RequestURI = "*"
	mux.ServeHTTP(w, r)
	fmt.Println(w.Code, w.Header(), w.Body)
	// Registered on the default one.
	http.HandleFunc("GET /default/{x}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.PathValue("x")) })
	w = httptest.NewRecorder()
	http.DefaultServeMux.ServeHTTP(w, httptest.NewRequest("GET", "/default/1", nil))
	fmt.Println(w.Code, w.Body)
	r = httptest.NewRequest("GET", "/", nil)
	r.SetPathValue("a", "b")
	fmt.Println(r.PathValue("a"), r.PathValue("c"))
}
