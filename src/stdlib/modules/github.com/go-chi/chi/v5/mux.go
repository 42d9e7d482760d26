package chi

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// Mux is a router.
type Mux struct {
	// Middlewares around the routes; set with the first route.
	handler          http.Handler
	tree             *node
	middlewares      Middlewares
	notFound         http.HandlerFunc
	methodNotAllowed http.HandlerFunc
	// For With: adds to the tree of the parent.
	inline bool
	parent *Mux
}

// NewMux returns a router.
func NewMux() *Mux { return &Mux{tree: &node{}} }

// What Handle adds handlers for, in the order in which they are told as allowed.
var methods = []string{"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"}

// RegisterMethod makes a method known that HTTP does not have.
func RegisterMethod(method string) {
	if method = strings.ToUpper(method); method != "" && !slices.Contains(methods, method) {
		methods = append(methods, method)
	}
}

func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if mx.handler == nil {
		mx.NotFoundHandler().ServeHTTP(w, r)
		return
	}
	if RouteContext(r.Context()) == nil {
		rctx := NewRouteContext()
		rctx.Routes = mx
		r = r.WithContext(context.WithValue(r.Context(), RouteCtxKey, rctx))
	}
	mx.handler.ServeHTTP(w, r)
}

// Use adds middlewares for all routes, which must come later.
func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler) {
	if mx.handler != nil {
		panic("chi: all middlewares must be defined before routes on a mux")
	}
	mx.middlewares = append(mx.middlewares, middlewares...)
}

// With returns a router that adds routes to this one, with middlewares of their own.
func (mx *Mux) With(middlewares ...func(http.Handler) http.Handler) Router {
	var mws Middlewares
	if mx.inline {
		mws = slices.Clone(mx.middlewares)
	} else {
		mx.start()
	}
	return &Mux{
		inline: true, parent: mx, tree: mx.tree, middlewares: append(mws, middlewares...),
		notFound: mx.notFound, methodNotAllowed: mx.methodNotAllowed,
	}
}

// Group adds routes with middlewares of their own.
func (mx *Mux) Group(fn func(r Router)) Router {
	im := mx.With()
	if fn != nil {
		fn(im)
	}
	return im
}

// Route adds a router below a path.
func (mx *Mux) Route(pattern string, fn func(r Router)) Router {
	if fn == nil {
		panic(fmt.Sprintf("chi: attempting to Route() a nil subrouter on '%s'", pattern))
	}
	sub := NewRouter()
	fn(sub)
	mx.Mount(pattern, sub)
	return sub
}

// Mount adds a handler for all below a path.
func (mx *Mux) Mount(pattern string, handler http.Handler) {
	if handler == nil {
		panic(fmt.Sprintf("chi: attempting to Mount() a nil handler on '%s'", pattern))
	}
	if mx.tree.has(pattern+"*") || mx.tree.has(pattern+"/*") {
		panic(fmt.Sprintf("chi: attempting to Mount() a handler on an existing path, '%s'", pattern))
	}
	if sub, ok := handler.(*Mux); ok {
		if sub.notFound == nil && mx.notFound != nil {
			sub.NotFound(mx.notFound)
		}
		if sub.methodNotAllowed == nil && mx.methodNotAllowed != nil {
			sub.MethodNotAllowed(mx.methodNotAllowed)
		}
	}
	below := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rctx := RouteContext(r.Context())
		rctx.RoutePath = "/"
		if n := len(rctx.params.Keys) - 1; n >= 0 && rctx.params.Keys[n] == "*" {
			rctx.RoutePath += rctx.params.Values[n]
		}
		// The router below has its own rest.
		if n := len(rctx.URLParams.Keys) - 1; n >= 0 && rctx.URLParams.Keys[n] == "*" {
			rctx.URLParams.Values[n] = ""
		}
		handler.ServeHTTP(w, r)
	})
	if !strings.HasSuffix(pattern, "/") {
		mx.handle(methods, pattern, below).stub = true
		mx.handle(methods, pattern+"/", below).stub = true
		pattern += "/"
	}
	n := mx.handle(methods, pattern+"*", below)
	n.below, _ = handler.(Routes)
}

// Handle adds a handler for all methods, or for the one that the pattern starts with.
func (mx *Mux) Handle(pattern string, handler http.Handler) {
	if i := strings.IndexAny(pattern, " \t"); i >= 0 {
		mx.Method(pattern[:i], strings.TrimLeft(pattern[i+1:], " \t"), handler)
		return
	}
	mx.handle(nil, pattern, handler)
}

func (mx *Mux) HandleFunc(pattern string, h http.HandlerFunc) { mx.Handle(pattern, h) }

// Method adds a handler for a method.
func (mx *Mux) Method(method, pattern string, handler http.Handler) {
	method = strings.ToUpper(method)
	if !slices.Contains(methods, method) {
		panic(fmt.Sprintf("chi: '%s' http method is not supported.", method))
	}
	mx.handle([]string{method}, pattern, handler)
}

func (mx *Mux) MethodFunc(method, pattern string, h http.HandlerFunc) { mx.Method(method, pattern, h) }

func (mx *Mux) Connect(pattern string, h http.HandlerFunc) { mx.Method("CONNECT", pattern, h) }
func (mx *Mux) Delete(pattern string, h http.HandlerFunc)  { mx.Method("DELETE", pattern, h) }
func (mx *Mux) Get(pattern string, h http.HandlerFunc)     { mx.Method("GET", pattern, h) }
func (mx *Mux) Head(pattern string, h http.HandlerFunc)    { mx.Method("HEAD", pattern, h) }
func (mx *Mux) Options(pattern string, h http.HandlerFunc) { mx.Method("OPTIONS", pattern, h) }
func (mx *Mux) Patch(pattern string, h http.HandlerFunc)   { mx.Method("PATCH", pattern, h) }
func (mx *Mux) Post(pattern string, h http.HandlerFunc)    { mx.Method("POST", pattern, h) }
func (mx *Mux) Put(pattern string, h http.HandlerFunc)     { mx.Method("PUT", pattern, h) }
func (mx *Mux) Trace(pattern string, h http.HandlerFunc)   { mx.Method("TRACE", pattern, h) }

// Adds a route for these methods; nil means all, and that Routes tells so.
func (mx *Mux) handle(which []string, pattern string, handler http.Handler) *node {
	if pattern == "" || pattern[0] != '/' {
		panic(fmt.Sprintf("chi: routing pattern must begin with '/' in '%s'", pattern))
	}
	if mx.inline {
		mx.handler = http.HandlerFunc(mx.route)
		handler = mx.middlewares.Handler(handler)
	} else {
		mx.start()
	}
	n, keys := mx.tree.at(pattern)
	if which == nil {
		n.set("*", endpoint{handler, pattern, keys})
		which = methods
	}
	for _, method := range which {
		n.set(method, endpoint{handler, pattern, keys})
	}
	return n
}

// No middleware can come any more.
func (mx *Mux) start() {
	if mx.handler == nil {
		mx.handler = chain(mx.middlewares, http.HandlerFunc(mx.route))
	}
}

func (mx *Mux) route(w http.ResponseWriter, r *http.Request) {
	rctx := RouteContext(r.Context())
	path := rctx.RoutePath
	if path == "" {
		if path = r.URL.RawPath; path == "" {
			path = r.URL.Path
		}
		if path == "" {
			path = "/"
		}
	}
	if rctx.RouteMethod == "" {
		rctx.RouteMethod = r.Method
	}
	if !slices.Contains(methods, rctx.RouteMethod) {
		mx.MethodNotAllowedHandler().ServeHTTP(w, r)
		return
	}
	if h := mx.tree.find(rctx, rctx.RouteMethod, path); h != nil {
		for i, key := range rctx.URLParams.Keys {
			r.SetPathValue(key, rctx.URLParams.Values[i])
		}
		r.Pattern = rctx.pattern
		h.ServeHTTP(w, r)
		return
	}
	if rctx.notAllowed {
		mx.notAllowedHandler(rctx.allowed).ServeHTTP(w, r)
	} else {
		mx.NotFoundHandler().ServeHTTP(w, r)
	}
}

// NotFound sets the handler for paths without a route, here and in the routers below that have none.
func (mx *Mux) NotFound(h http.HandlerFunc) {
	m := mx
	if mx.inline && mx.parent != nil {
		m, h = mx.parent, mx.middlewares.HandlerFunc(h).ServeHTTP
	}
	m.notFound = h
	m.each(func(sub *Mux) {
		if sub.notFound == nil {
			sub.NotFound(h)
		}
	})
}

// MethodNotAllowed sets the handler for paths that have routes for other methods, here and in the routers below that have none.
func (mx *Mux) MethodNotAllowed(h http.HandlerFunc) {
	m := mx
	if mx.inline && mx.parent != nil {
		m, h = mx.parent, mx.middlewares.HandlerFunc(h).ServeHTTP
	}
	m.methodNotAllowed = h
	m.each(func(sub *Mux) {
		if sub.methodNotAllowed == nil {
			sub.MethodNotAllowed(h)
		}
	})
}

func (mx *Mux) each(f func(sub *Mux)) {
	for _, route := range mx.Routes() {
		if sub, ok := route.SubRoutes.(*Mux); ok {
			f(sub)
		}
	}
}

// NotFoundHandler returns the handler for paths without a route.
func (mx *Mux) NotFoundHandler() http.HandlerFunc {
	if mx.notFound != nil {
		return mx.notFound
	}
	return http.NotFound
}

// MethodNotAllowedHandler returns the handler for paths that have routes for other methods.
func (mx *Mux) MethodNotAllowedHandler() http.HandlerFunc { return mx.notAllowedHandler(nil) }

func (mx *Mux) notAllowedHandler(allowed []string) http.HandlerFunc {
	if mx.methodNotAllowed != nil {
		return mx.methodNotAllowed
	}
	return func(w http.ResponseWriter, r *http.Request) {
		for _, method := range allowed {
			w.Header().Add("Allow", method)
		}
		w.WriteHeader(http.StatusMethodNotAllowed)
		w.Write(nil)
	}
}

// Routes returns all routes.
func (mx *Mux) Routes() []Route { return mx.tree.routes(nil) }

// Middlewares returns those of all routes.
func (mx *Mux) Middlewares() Middlewares { return mx.middlewares }

// Match reports whether there is a route, here or below.
func (mx *Mux) Match(rctx *Context, method, path string) bool {
	return mx.Find(rctx, method, path) != ""
}

// Find returns the pattern of a route, here or below.
func (mx *Mux) Find(rctx *Context, method, path string) string {
	if !slices.Contains(methods, method) {
		return ""
	}
	n := mx.tree.node(rctx, method, path)
	if n == nil {
		return ""
	}
	pattern := rctx.pattern
	if n.below != nil {
		rest := "/"
		if k := len(rctx.params.Keys) - 1; k >= 0 && rctx.params.Keys[k] == "*" {
			rest += rctx.params.Values[k]
		}
		sub := n.below.Find(rctx, method, rest)
		if sub == "" {
			return ""
		}
		pattern = strings.TrimSuffix(pattern, "/*") + sub
	}
	return pattern
}
