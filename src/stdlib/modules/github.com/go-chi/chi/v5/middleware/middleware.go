// Package middleware has middlewares for any http.Handler: a subset of github.com/go-chi/chi/v5/middleware.
package middleware

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-chi/chi/v5"
)

type contextKey struct{ name string }

func (k *contextKey) String() string { return "chi/middleware context value " + k.name }

// New makes a middleware that has h instead of what is inside.
func New(h http.Handler) func(next http.Handler) http.Handler {
	return func(http.Handler) http.Handler { return h }
}

// WithValue puts a value into the context of each request.
func WithValue(key, val any) func(next http.Handler) http.Handler {
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key, val)))
	})
}

// Maybe has a middleware for those requests that a function says yes to.
func Maybe(mw func(http.Handler) http.Handler, maybeFn func(r *http.Request) bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		wrapped := mw(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if maybeFn(r) {
				wrapped.ServeHTTP(w, r)
			} else {
				next.ServeHTTP(w, r)
			}
		})
	}
}

func each(f func(w http.ResponseWriter, r *http.Request, next http.Handler)) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { f(w, r, next) })
	}
}

type ctxKeyRequestID int

// RequestIDKey is where a request's context has its id.
const RequestIDKey ctxKeyRequestID = 0

// RequestIDHeader is the header that a request may bring its id in.
var RequestIDHeader = "X-Request-Id"

var (
	prefix string
	reqid  atomic.Uint64
)

func init() {
	host, err := os.Hostname()
	if host == "" || err != nil {
		host = "localhost"
	}
	var letters string
	for len(letters) < 10 {
		var b [12]byte
		rand.Read(b[:])
		letters = strings.NewReplacer("+", "", "/", "").Replace(base64.StdEncoding.EncodeToString(b[:]))
	}
	prefix = host + "/" + letters[:10]
}

// RequestID gives each request an id: the one that it brings, or a new one.
func RequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(RequestIDHeader)
		if id == "" {
			id = fmt.Sprintf("%s-%06d", prefix, reqid.Add(1))
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), RequestIDKey, id)))
	})
}

// GetReqID returns the id of a request, or "".
func GetReqID(ctx context.Context) string {
	if ctx == nil {
		return ""
	}
	id, _ := ctx.Value(RequestIDKey).(string)
	return id
}

// NextRequestID returns the next number of an id.
func NextRequestID() uint64 { return reqid.Add(1) }

// RealIP sets RemoteAddr to what a proxy says: only behind one that sets these headers itself is that the truth.
func RealIP(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ip := r.Header.Get("True-Client-IP")
		if ip == "" {
			ip = r.Header.Get("X-Real-IP")
		}
		if ip == "" {
			ip, _, _ = strings.Cut(r.Header.Get("X-Forwarded-For"), ",")
		}
		if net.ParseIP(ip) != nil {
			r.RemoteAddr = ip
		}
		h.ServeHTTP(w, r)
	})
}

// Timeout gives each request a deadline. A handler must look at its context; then the answer is 504.
func Timeout(timeout time.Duration) func(next http.Handler) http.Handler {
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		ctx, cancel := context.WithTimeout(r.Context(), timeout)
		defer func() {
			cancel()
			if ctx.Err() == context.DeadlineExceeded {
				w.WriteHeader(http.StatusGatewayTimeout)
			}
		}()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// The path that is routed by.
func routePath(r *http.Request) (string, *chi.Context) {
	rctx := chi.RouteContext(r.Context())
	if rctx != nil && rctx.RoutePath != "" {
		return rctx.RoutePath, rctx
	}
	if r.URL.RawPath != "" {
		return r.URL.RawPath, rctx
	}
	return r.URL.Path, rctx
}

// StripSlashes routes a path that ends with a slash as the one without.
func StripSlashes(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, rctx := routePath(r)
		if len(p) > 1 && p[len(p)-1] == '/' {
			if p = p[:len(p)-1]; rctx == nil {
				r.URL.Path = p
			} else {
				rctx.RoutePath = p
			}
		}
		next.ServeHTTP(w, r)
	})
}

// RedirectSlashes redirects a path that ends with a slash to the one without.
func RedirectSlashes(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, _ := routePath(r)
		if len(p) > 1 && p[len(p)-1] == '/' {
			// Two slashes at the beginning would name a host.
			p = "/" + strings.Trim(p, "/")
			if r.URL.RawQuery != "" {
				p += "?" + r.URL.RawQuery
			}
			http.Redirect(w, r, p, http.StatusMovedPermanently)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// CleanPath routes a path with two slashes in a row as the one with one.
func CleanPath(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p, rctx := routePath(r); rctx.RoutePath == "" {
			rctx.RoutePath = path.Clean(p)
		}
		next.ServeHTTP(w, r)
	})
}

// PathRewrite replaces the first old in a path.
func PathRewrite(old, new string) func(http.Handler) http.Handler {
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		r.URL.Path = strings.Replace(r.URL.Path, old, new, 1)
		next.ServeHTTP(w, r)
	})
}

// GetHead routes HEAD as GET where there is no route for it.
func GetHead(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p, rctx := routePath(r); r.Method == "HEAD" && rctx != nil && !rctx.Routes.Match(chi.NewRouteContext(), "HEAD", p) {
			rctx.RouteMethod, rctx.RoutePath = "GET", p
		}
		next.ServeHTTP(w, r)
	})
}

// NoCache forbids everybody to keep the answer.
func NoCache(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, name := range []string{"ETag", "If-Modified-Since", "If-Match", "If-None-Match", "If-Range", "If-Unmodified-Since"} {
			r.Header.Del(name)
		}
		w.Header().Set("Expires", time.Unix(0, 0).UTC().Format(http.TimeFormat))
		w.Header().Set("Cache-Control", "no-cache, no-store, no-transform, must-revalidate, private, max-age=0")
		w.Header().Set("Pragma", "no-cache")
		w.Header().Set("X-Accel-Expires", "0")
		h.ServeHTTP(w, r)
	})
}

// SetHeader sets a header of each answer.
func SetHeader(key, value string) func(http.Handler) http.Handler {
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		w.Header().Set(key, value)
		next.ServeHTTP(w, r)
	})
}

// AllowContentType refuses bodies of other types, with 415.
func AllowContentType(contentTypes ...string) func(http.Handler) http.Handler {
	allowed := map[string]bool{}
	for _, t := range contentTypes {
		allowed[strings.TrimSpace(strings.ToLower(t))] = true
	}
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		is, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
		if r.ContentLength == 0 || allowed[strings.ToLower(strings.TrimSpace(is))] {
			next.ServeHTTP(w, r)
			return
		}
		w.WriteHeader(http.StatusUnsupportedMediaType)
	})
}

// AllowContentEncoding refuses bodies in other encodings, with 415.
func AllowContentEncoding(contentEncoding ...string) func(next http.Handler) http.Handler {
	allowed := map[string]bool{}
	for _, e := range contentEncoding {
		allowed[strings.TrimSpace(strings.ToLower(e))] = true
	}
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if r.ContentLength != 0 {
			for _, is := range r.Header["Content-Encoding"] {
				if !allowed[strings.TrimSpace(strings.ToLower(is))] {
					w.WriteHeader(http.StatusUnsupportedMediaType)
					return
				}
			}
		}
		next.ServeHTTP(w, r)
	})
}

// Heartbeat answers GET and HEAD of a path with a dot.
func Heartbeat(endpoint string) func(http.Handler) http.Handler {
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if (r.Method == "GET" || r.Method == "HEAD") && strings.EqualFold(r.URL.Path, endpoint) {
			w.Header().Set("Content-Type", "text/plain")
			w.WriteHeader(http.StatusOK)
			w.Write([]byte("."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// BasicAuth asks for one of these names with its password.
func BasicAuth(realm string, creds map[string]string) func(next http.Handler) http.Handler {
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		user, pass, ok := r.BasicAuth()
		want, known := creds[user]
		if !ok || !known || subtle.ConstantTimeCompare([]byte(pass), []byte(want)) != 1 {
			w.Header().Add("WWW-Authenticate", fmt.Sprintf(`Basic realm="%s"`, realm))
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ThrottleOpts say how many requests are handled at once, how many may wait and how long.
type ThrottleOpts struct {
	RetryAfterFn   func(ctxDone bool) time.Duration
	Limit          int
	BacklogLimit   int
	BacklogTimeout time.Duration
	StatusCode     int
}

// Throttle handles so many requests at once and refuses others.
func Throttle(limit int) func(http.Handler) http.Handler {
	return ThrottleWithOpts(ThrottleOpts{Limit: limit, BacklogTimeout: 60 * time.Second})
}

// ThrottleBacklog handles so many requests at once, lets some wait for so long and refuses others.
func ThrottleBacklog(limit, backlogLimit int, backlogTimeout time.Duration) func(http.Handler) http.Handler {
	return ThrottleWithOpts(ThrottleOpts{Limit: limit, BacklogLimit: backlogLimit, BacklogTimeout: backlogTimeout})
}

// ThrottleWithOpts does what the options say.
func ThrottleWithOpts(opts ThrottleOpts) func(http.Handler) http.Handler {
	if opts.Limit < 1 {
		panic("chi/middleware: Throttle expects limit > 0")
	}
	if opts.BacklogLimit < 0 {
		panic("chi/middleware: Throttle expects backlogLimit to be positive")
	}
	if opts.StatusCode == 0 {
		opts.StatusCode = http.StatusTooManyRequests
	}
	running := make(chan struct{}, opts.Limit)
	admitted := make(chan struct{}, opts.Limit+opts.BacklogLimit)
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		ctx := r.Context()
		refuse := func(why string, done bool) {
			if opts.RetryAfterFn != nil {
				w.Header().Set("Retry-After", fmt.Sprint(int(opts.RetryAfterFn(done).Seconds())))
			}
			http.Error(w, why, opts.StatusCode)
		}
		select {
		case <-ctx.Done():
			refuse("Context was canceled.", true)
			return
		default:
		}
		select {
		case admitted <- struct{}{}:
			defer func() { <-admitted }()
		default:
			refuse("Server capacity exceeded.", false)
			return
		}
		timer := time.NewTimer(opts.BacklogTimeout)
		defer timer.Stop()
		select {
		case running <- struct{}{}:
			defer func() { <-running }()
			next.ServeHTTP(w, r)
		case <-timer.C:
			refuse("Timed out while waiting for a pending request to complete.", false)
		case <-ctx.Done():
			refuse("Context was canceled.", true)
		}
	})
}
