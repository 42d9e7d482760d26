// Package chi routes HTTP requests by method and path: a subset of github.com/go-chi/chi/v5.
package chi

import "net/http"

// Router is what a mux can do.
type Router interface {
	http.Handler
	Routes

	// Use adds middlewares for all routes.
	Use(middlewares ...func(http.Handler) http.Handler)
	// With adds middlewares for the routes that are added to what it returns.
	With(middlewares ...func(http.Handler) http.Handler) Router
	// Group has routes with middlewares of their own.
	Group(fn func(r Router)) Router
	// Route has routes below a path.
	Route(pattern string, fn func(r Router)) Router
	// Mount has a handler below a path.
	Mount(pattern string, h http.Handler)

	Handle(pattern string, h http.Handler)
	HandleFunc(pattern string, h http.HandlerFunc)
	Method(method, pattern string, h http.Handler)
	MethodFunc(method, pattern string, h http.HandlerFunc)

	Connect(pattern string, h http.HandlerFunc)
	Delete(pattern string, h http.HandlerFunc)
	Get(pattern string, h http.HandlerFunc)
	Head(pattern string, h http.HandlerFunc)
	Options(pattern string, h http.HandlerFunc)
	Patch(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Put(pattern string, h http.HandlerFunc)
	Trace(pattern string, h http.HandlerFunc)

	// NotFound sets the handler for paths without a route.
	NotFound(h http.HandlerFunc)
	// MethodNotAllowed sets the handler for paths that have routes for other methods.
	MethodNotAllowed(h http.HandlerFunc)
}

// Routes tells about the routes of a router.
type Routes interface {
	Routes() []Route
	Middlewares() Middlewares
	// Match reports whether there is a route.
	Match(rctx *Context, method, path string) bool
	// Find returns the pattern of a route.
	Find(rctx *Context, method, path string) string
}

// Middlewares wrap handlers, the first one outermost.
type Middlewares []func(http.Handler) http.Handler

// NewRouter returns a router.
func NewRouter() *Mux { return NewMux() }

// Chain returns the middlewares as a list.
func Chain(middlewares ...func(http.Handler) http.Handler) Middlewares { return middlewares }

// Handler wraps a handler.
func (mws Middlewares) Handler(h http.Handler) http.Handler {
	return &ChainHandler{h, chain(mws, h), mws}
}

// HandlerFunc wraps a function.
func (mws Middlewares) HandlerFunc(h http.HandlerFunc) http.Handler { return mws.Handler(h) }

// ChainHandler is a handler with middlewares around it.
type ChainHandler struct {
	Endpoint    http.Handler
	chain       http.Handler
	Middlewares Middlewares
}

func (c *ChainHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) { c.chain.ServeHTTP(w, r) }

func chain(mws Middlewares, h http.Handler) http.Handler {
	for i := len(mws) - 1; i >= 0; i-- {
		h = mws[i](h)
	}
	return h
}
