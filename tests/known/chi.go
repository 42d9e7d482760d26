package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// Answers with its name, the pattern and what the path has for names.
func says(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rctx := chi.RouteContext(r.Context())
		fmt.Fprintf(w, "%s %s", name, rctx.RoutePattern())
		if rctx == nil {
			return
		}
		for i, key := range rctx.URLParams.Keys {
			fmt.Fprintf(w, " %s=%q", key, rctx.URLParams.Values[i])
		}
	}
}

// A middleware that leaves its name.
func mark(name string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "<%s>", name)
			next.ServeHTTP(w, r)
			fmt.Fprintf(w, "</%s>", name)
		})
	}
}

func ask(h http.Handler, method, target string, more ...string) {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(more); i += 2 {
		r.Header.Set(more[i], more[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	fmt.Printf("%s %s: %d %s", method, target, w.Code, strings.TrimSpace(w.Body.String()))
	for _, name := range []string{"Allow", "Location", "WWW-Authenticate", "Content-Type", "X-Test", "Cache-Control", "Expires", "Retry-After"} {
		if v := w.Header().Values(name); len(v) > 0 && !(name == "Content-Type" && strings.HasPrefix(v[0], "text/plain; charset")) {
			fmt.Printf(" %s=%q", name, v)
		}
	}
	fmt.Println()
}

func main() {
	patterns()
	methods()
	nested()
	fallbacks()
	walk()
	wrong()
	middlewares()
	throttle()
	server()
}

func patterns() {
	r := chi.NewRouter()
	for _, p := range []string{
		"/", "/users", "/users/{id}", "/users/new", "/users/{id}/posts/{post}", "/users/{id:[0-9]+}", "/users/{id}/", "/files/*", "/files/readme",
		"/{year:\\d{4}}-{month}-{day}", "/img/{name}.png", "/img/{name}.{ext}", "/a{x}", "/ab{y}", "/abc", "/static/", "/v/{a}/{b}/{c}", "/v/{a}/x/{c}", "/x/{r:(a|b)}/*",
	} {
		r.Get(p, says("GET"))
	}
	for _, p := range []string{
		"/", "/users", "/users/", "/users/7", "/users/new", "/users/abc", "/users/new/", "/users/7/posts/9", "/users/7/posts/", "/users//posts/9", "/files", "/files/", "/files/a/b.txt", "/files/readme", "/files/readme/x",
		"/2026-11-24", "/26-11-24", "/2026-11-24/", "/img/cat.png", "/img/cat.jpg", "/img/cat.dog.png", "/img/cat", "/ax", "/abx", "/abc", "/a", "/abcd", "/static", "/static/", "/v/1/2/3", "/v/1/x/3", "/v/1/y/", "/x/a/", "/x/b/c/d", "/x/c/d", "/nothing", "/users/a%2Fb", "/users/%C3%A9",
	} {
		ask(r, "GET", p)
	}
}

func methods() {
	r := chi.NewRouter()
	r.Connect("/c", says("c"))
	r.Delete("/r/{id}", says("d"))
	r.Get("/r/{id}", says("g"))
	r.Head("/h", says("h"))
	r.Options("/o", says("o"))
	r.Patch("/r/{name}", says("pa"))
	r.Post("/r", says("po"))
	r.Put("/r/{id}", says("pu"))
	r.Trace("/t", says("t"))
	r.Handle("/all", says("all"))
	r.HandleFunc("POST /one", says("one"))
	r.Method("get", "/m", says("m"))
	r.MethodFunc("PUT", "/m", says("mf"))
	chi.RegisterMethod("link")
	r.MethodFunc("LINK", "/m", says("link"))
	for _, m := range []string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "LINK", "UNLINK"} {
		for _, p := range []string{"/r/1", "/r", "/all", "/one", "/m", "/h", "/o", "/t"} {
			ask(r, m, p)
		}
	}
}

func nested() {
	r := chi.NewRouter()
	r.Use(mark("all"))
	r.Get("/", says("home"))
	r.With(mark("with")).Get("/with", says("with"))
	r.Group(func(r chi.Router) {
		r.Use(mark("group"))
		r.Get("/group", says("group"))
		r.With(mark("inner")).Get("/inner", says("inner"))
		r.Route("/deep", func(r chi.Router) {
			r.Use(mark("deep"))
			r.Get("/", says("deep"))
			r.Get("/{x}", says("deeper"))
		})
	})
	r.Route("/articles", func(r chi.Router) {
		r.Get("/", says("list"))
		r.Route("/{articleID}", func(r chi.Router) {
			r.Use(func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					ctx := context.WithValue(r.Context(), "article", "article "+chi.URLParam(r, "articleID"))
					next.ServeHTTP(w, r.WithContext(ctx))
				})
			})
			r.Get("/", func(w http.ResponseWriter, r *http.Request) {
				fmt.Fprint(w, r.Context().Value("article"), " ", chi.URLParamFromCtx(r.Context(), "articleID"), " ", r.PathValue("articleID"), " ", r.Pattern)
			})
			r.Get("/comments/{id}", says("comment"))
		})
	})
	admin := chi.NewRouter()
	admin.Get("/", says("admin"))
	admin.Get("/{id}", says("admin id"))
	r.Mount("/admin", admin)
	r.Mount("/plain", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "plain ", r.URL.Path, " ", chi.RouteContext(r.Context()).RoutePath)
	}))
	for _, p := range []string{"/", "/with", "/group", "/inner", "/deep", "/deep/", "/deep/7", "/articles", "/articles/", "/articles/7", "/articles/7/", "/articles/7/comments/9", "/admin", "/admin/", "/admin/7", "/admin/7/8", "/plain", "/plain/", "/plain/a/b", "/plainly"} {
		ask(r, "GET", p)
	}
	ask(r, "POST", "/articles/7/comments/9")
	rctx := chi.NewRouteContext()
	fmt.Println(r.Match(rctx, "GET", "/articles/7/comments/9"), r.Match(chi.NewRouteContext(), "POST", "/articles/7"), r.Find(chi.NewRouteContext(), "GET", "/articles/7/comments/9"))
	fmt.Println(chi.URLParamFromCtx(context.Background(), "x") == "", chi.RouteContext(context.Background()) == nil)
}

func fallbacks() {
	r := chi.NewRouter()
	r.Route("/before", func(r chi.Router) { r.Get("/x", says("x")) })
	r.NotFound(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(404); fmt.Fprint(w, "nowhere") })
	r.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(405); fmt.Fprint(w, "not so") })
	r.Route("/after", func(r chi.Router) { r.Get("/x", says("x")) })
	r.Route("/own", func(r chi.Router) {
		r.NotFound(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(404); fmt.Fprint(w, "own") })
		r.Get("/x", says("x"))
	})
	for _, p := range []string{"/y", "/before/y", "/after/y", "/own/y", "/after/x"} {
		ask(r, "GET", p)
		ask(r, "POST", p)
	}
	ask(chi.NewRouter(), "GET", "/")
}

func walk() {
	r := chi.NewRouter()
	r.Use(mark("a"))
	r.Get("/", says("home"))
	r.With(mark("b"), mark("c")).Post("/items", says("items"))
	r.Get("/items", says("items"))
	r.Route("/users", func(r chi.Router) {
		r.Use(mark("d"))
		r.Get("/{id}", says("user"))
		r.Mount("/more", func() http.Handler {
			r := chi.NewRouter()
			r.Delete("/*", says("rest"))
			return r
		}())
	})
	var lines []string
	err := chi.Walk(r, func(method, route string, h http.Handler, mws ...func(http.Handler) http.Handler) error {
		lines = append(lines, fmt.Sprintf("%s %s %d", method, route, len(mws)))
		return nil
	})
	slices.Sort(lines)
	fmt.Println(strings.Join(lines, "\n"), err)
	fmt.Println(chi.Walk(r, func(string, string, http.Handler, ...func(http.Handler) http.Handler) error { return io.EOF }))
	fmt.Println(len(r.Middlewares()), len(r.Routes()))
	ask(chi.Chain(mark("1"), mark("2")).HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "x") }), "GET", "/")
}

func wrong() {
	for _, f := range []func(r *chi.Mux){
		func(r *chi.Mux) { r.Get("x", says("x")) },
		func(r *chi.Mux) { r.Get("", says("x")) },
		func(r *chi.Mux) { r.Get("/*/x", says("x")) },
		func(r *chi.Mux) { r.Get("/*/{x}", says("x")) },
		func(r *chi.Mux) { r.Get("/{x", says("x")) },
		func(r *chi.Mux) { r.Get("/{x}/{x}", says("x")) },
		func(r *chi.Mux) { r.Get("/{x:[}", says("x")) },
		func(r *chi.Mux) { r.Get("/", says("x")); r.Use(mark("x")) },
		func(r *chi.Mux) { r.Method("BREW", "/", says("x")) },
		func(r *chi.Mux) { r.Mount("/x", nil) },
		func(r *chi.Mux) { r.Route("/x", nil) },
		func(r *chi.Mux) { r.Mount("/x", says("x")); r.Mount("/x", says("y")) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f(chi.NewRouter())
			fmt.Print("no panic: ")
		}()
	}
}

var took = regexp.MustCompile(`in [0-9.]+[µnm]?s`)

func middlewares() {
	var out bytes.Buffer
	logger := middleware.RequestLogger(&middleware.DefaultLogFormatter{Logger: log.New(&out, "", 0), NoColor: true})
	r := chi.NewRouter()
	r.Use(middleware.RequestID, middleware.RealIP, logger, middleware.Recoverer, middleware.CleanPath, middleware.StripSlashes, middleware.Heartbeat("/ping"), middleware.GetHead)
	r.Get("/ok", says("ok"))
	r.Get("/id", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, middleware.GetReqID(r.Context()), " ", r.RemoteAddr)
	})
	r.Get("/panic", func(http.ResponseWriter, *http.Request) { panic("oh") })
	r.Get("/abort", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	r.With(middleware.Timeout(time.Second)).Get("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
			fmt.Fprint(w, "done")
		}
	})
	r.With(middleware.NoCache, middleware.SetHeader("X-Test", "yes")).Get("/fresh", says("fresh"))
	r.With(middleware.BasicAuth("here", map[string]string{"ada": "lovelace"})).Get("/secret", says("secret"))
	r.With(middleware.WithValue("k", "v")).Get("/value", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Context().Value("k")) })
	var errs bytes.Buffer
	middleware.RecovererErrorWriter = &errs
	given := []string{"X-Request-Id", "abc", "X-Forwarded-For", "203.0.113.7, 10.0.0.1"}
	for _, p := range []string{"/ok", "/ok/", "//ok", "/id", "/panic", "/slow", "/fresh", "/secret", "/value", "/ping", "/nothing"} {
		ask(r, "GET", p, given...)
	}
	ask(r, "HEAD", "/ok", given...)
	ask(r, "GET", "/secret", "X-Request-Id", "1", "Authorization", "Basic YWRhOmxvdmVsYWNl")
	ask(r, "GET", "/secret", "X-Request-Id", "1", "Authorization", "Basic YWRhOnh4")
	func() {
		defer func() { fmt.Println(recover()) }()
		ask(r, "GET", "/abort", given...)
	}()
	fmt.Print(took.ReplaceAllString(out.String(), "in TIME"))
	fmt.Println(strings.HasPrefix(errs.String(), "\n panic: oh\n"))

	id := httptest.NewRequest("GET", "/", nil)
	var ids []string
	show := middleware.RequestID(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { ids = append(ids, middleware.GetReqID(r.Context())) }))
	show.ServeHTTP(nil, id)
	show.ServeHTTP(nil, id)
	fmt.Println(regexp.MustCompile(`^.+/[0-9A-Za-z]{10}-\d{6}$`).MatchString(ids[0]), ids[0] != ids[1])

	r = chi.NewRouter()
	r.Use(middleware.RedirectSlashes, middleware.AllowContentType("application/json", "text/xml"))
	r.Post("/x", says("x"))
	for _, t := range []string{"application/json", "Application/JSON; charset=utf-8", "text/xml", "text/plain", ""} {
		r0 := httptest.NewRequest("POST", "/x", strings.NewReader("{}"))
		r0.Header.Set("Content-Type", t)
		w := httptest.NewRecorder()
		r.ServeHTTP(w, r0)
		fmt.Println(t, w.Code, w.Body)
	}
	ask(r, "POST", "/x")
	ask(r, "GET", "/x/?a=1")
	ask(middleware.Maybe(mark("maybe"), func(r *http.Request) bool { return r.Method == "GET" })(says("x")), "GET", "/")
}

func throttle() {
	r := chi.NewRouter()
	r.Use(middleware.ThrottleBacklog(2, 1, 50*time.Millisecond))
	r.Get("/", func(w http.ResponseWriter, r *http.Request) { time.Sleep(100 * time.Millisecond) })
	var wg sync.WaitGroup
	var mu sync.Mutex
	var got []string
	for range 5 {
		wg.Go(func() {
			w := httptest.NewRecorder()
			r.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
			mu.Lock()
			defer mu.Unlock()
			got = append(got, fmt.Sprint(w.Code, " ", strings.TrimSpace(w.Body.String())))
		})
	}
	wg.Wait()
	slices.Sort(got)
	fmt.Println(strings.Join(got, "\n"))
}

func server() {
	r := chi.NewRouter()
	r.Get("/hello/{name}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "hello %s", chi.URLParam(r, "name")) })
	s := httptest.NewServer(r)
	defer s.Close()
	for _, p := range []string{"/hello/gopher", "/hello/"} {
		resp, err := http.Get(s.URL + p)
		if err != nil {
			fmt.Println(err)
			continue
		}
		b, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		fmt.Println(resp.StatusCode, strings.TrimSpace(string(b)))
	}
}
