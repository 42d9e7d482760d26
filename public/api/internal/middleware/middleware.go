// Package middleware is what stands between the wire and the handlers: each takes a handler and gives one that does something more.
package middleware

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/respond"
)

// Middleware makes a handler of a handler.
type Middleware func(http.Handler) http.Handler

// Chain wraps h so that a request passes the middlewares in the order in which they stand here.
func Chain(h http.Handler, all ...Middleware) http.Handler {
	for i := len(all) - 1; i >= 0; i-- {
		h = all[i](h)
	}
	return h
}

// A key is a key of context values that no other package can have.
type key int

const (
	requestID key = iota
	claims
)

// RequestID gives each request an id, which goes into the context, into the log, and back to the client.
func RequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := rand.Text()[:10]
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestID, id)))
	})
}

// IDOf is the id of the request that a context belongs to.
func IDOf(ctx context.Context) string {
	id, _ := ctx.Value(requestID).(string)
	return id
}

// A recorder remembers what is written through it.
type recorder struct {
	http.ResponseWriter
	status, bytes int
}

func (r *recorder) WriteHeader(status int) {
	// What comes first counts; 1xx are not the answer.
	if r.status == 0 && status >= 200 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the writer inside.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// Logger writes a line for each request, also for one whose handler panics.
func Logger(logger *slog.Logger) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			start := time.Now()
			rec := &recorder{ResponseWriter: w}
			defer func() {
				logger.InfoContext(r.Context(), "request", "id", IDOf(r.Context()), "method", r.Method, "path", r.URL.Path,
					"status", rec.status, "bytes", rec.bytes, "took", time.Since(start))
			}()
			next.ServeHTTP(rec, r)
		})
	}
}

// CORS lets pages of one origin call the server. A browser asks before it sends anything unusual: that request ends here.
func CORS(origin string) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h := w.Header()
			h.Add("Vary", "Origin")
			if r.Header.Get("Origin") == origin {
				h.Set("Access-Control-Allow-Origin", origin)
				h.Set("Access-Control-Expose-Headers", "X-Request-Id")
			}
			if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
				h.Set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
				h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type")
				h.Set("Access-Control-Max-Age", "600")
				w.WriteHeader(http.StatusNoContent)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Recover answers 500 when a handler panics. net/http would survive it too, but the client would see a connection that ends.
func Recover(logger *slog.Logger) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				v := recover()
				if v == nil {
					return
				}
				if v == http.ErrAbortHandler {
					// Somebody wants the connection to end.
					panic(v)
				}
				logger.ErrorContext(r.Context(), "panic", "id", IDOf(r.Context()), "value", v, "stack", firstLines(debug.Stack(), 12))
				respond.Error(w, http.StatusInternalServerError, "something went wrong here; the id of the request tells us what")
			}()
			next.ServeHTTP(w, r)
		})
	}
}

func firstLines(stack []byte, n int) string {
	lines := strings.SplitN(string(stack), "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n")
}

// RequireAuth lets nobody pass without a good token, and hands its claims on.
func RequireAuth(tokens *auth.Tokens) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
			if !strings.EqualFold(scheme, "Bearer") || token == "" {
				w.Header().Set("WWW-Authenticate", `Bearer realm="shop"`)
				respond.Error(w, http.StatusUnauthorized, "a token is needed: Authorization: Bearer …")
				return
			}
			c, err := tokens.Check(strings.TrimSpace(token), auth.ForRequests)
			if err != nil {
				w.Header().Set("WWW-Authenticate", `Bearer realm="shop", error="invalid_token"`)
				respond.Error(w, http.StatusUnauthorized, err.Error())
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), claims, c)))
		})
	}
}

// ClaimsOf are those that RequireAuth has found.
func ClaimsOf(ctx context.Context) *auth.Claims {
	c, _ := ctx.Value(claims).(*auth.Claims)
	return c
}

// RequireRole lets only those pass who have the role. It stands behind RequireAuth.
func RequireRole(role string) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if c := ClaimsOf(r.Context()); c == nil || c.Role != role {
				respond.Error(w, http.StatusForbidden, "this is for the role "+role)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
