package chi

import (
	"context"
	"net/http"
	"strings"
)

type contextKey struct{ name string }

func (k *contextKey) String() string { return "chi context value " + k.name }

// RouteCtxKey is where a request's context has the Context.
var RouteCtxKey = &contextKey{"RouteContext"}

// URLParam returns the part of the path that a pattern has this name for.
func URLParam(r *http.Request, key string) string {
	return RouteContext(r.Context()).URLParam(key)
}

// URLParamFromCtx returns the part of the path that a pattern has this name for.
func URLParamFromCtx(ctx context.Context, key string) string {
	return RouteContext(ctx).URLParam(key)
}

// RouteContext returns what is known about the route, or nil.
func RouteContext(ctx context.Context) *Context {
	c, _ := ctx.Value(RouteCtxKey).(*Context)
	return c
}

// NewRouteContext returns one in which nothing is known.
func NewRouteContext() *Context { return &Context{} }

// RouteParams are names with values.
type RouteParams struct {
	Keys, Values []string
}

// Add adds a name with its value.
func (s *RouteParams) Add(key, value string) {
	s.Keys, s.Values = append(s.Keys, key), append(s.Values, value)
}

// Context is what is known about the route of a request.
type Context struct {
	Routes Routes
	// What is left of the path for a router below another, and the method, if they are not the request's.
	RoutePath   string
	RouteMethod string
	// Of all routers so far.
	URLParams     RouteParams
	RoutePatterns []string

	// Of the last router.
	params  RouteParams
	pattern string
	allowed []string
	// Whether a path has routes, but not for the method.
	notAllowed bool
}

// Reset forgets all.
func (x *Context) Reset() { *x = Context{} }

// URLParam returns the value of a name, of the innermost router that has it.
func (x *Context) URLParam(key string) string {
	if x == nil {
		return ""
	}
	for i := len(x.URLParams.Keys) - 1; i >= 0; i-- {
		if x.URLParams.Keys[i] == key {
			return x.URLParams.Values[i]
		}
	}
	return ""
}

// RoutePattern returns the patterns of all routers so far as one. It is complete when the handler is done.
func (x *Context) RoutePattern() string {
	if x == nil {
		return ""
	}
	pattern := strings.Join(x.RoutePatterns, "")
	for strings.Contains(pattern, "/*/") {
		pattern = strings.ReplaceAll(pattern, "/*/", "/")
	}
	if pattern != "/" {
		pattern = strings.TrimSuffix(strings.TrimSuffix(pattern, "//"), "/")
	}
	return pattern
}
