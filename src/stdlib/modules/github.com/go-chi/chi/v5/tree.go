package chi

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
)

// Route is a pattern with its handlers by method; "*" is the one for all.
type Route struct {
	SubRoutes Routes
	Handlers  map[string]http.Handler
	Pattern   string
}

// WalkFunc is called for a method of a route.
type WalkFunc func(method string, route string, handler http.Handler, middlewares ...func(http.Handler) http.Handler) error

// Walk calls a function for each method of each route, also of the routers below.
func Walk(r Routes, walkFn WalkFunc) error { return walk(r, walkFn, "") }

func walk(r Routes, fn WalkFunc, path string, outer ...func(http.Handler) http.Handler) error {
	outer = append(slices.Clone(outer), r.Middlewares()...)
	for _, route := range r.Routes() {
		if route.SubRoutes != nil {
			if err := walk(route.SubRoutes, fn, path+route.Pattern, outer...); err != nil {
				return err
			}
			continue
		}
		for method, handler := range route.Handlers {
			if method == "*" {
				continue
			}
			full, mws := strings.ReplaceAll(path+route.Pattern, "/*/", "/"), outer
			if c, ok := handler.(*ChainHandler); ok {
				handler, mws = c.Endpoint, append(slices.Clone(outer), c.Middlewares...)
			}
			if err := fn(method, full, handler, mws...); err != nil {
				return err
			}
		}
	}
	return nil
}

// A place within patterns: what can come next, in the order in which it is tried.
type node struct {
	texts []*node // longest first
	exprs []*node
	names []*node
	rest  *node

	text string
	expr *regexp.Regexp
	// The byte where a name or an expression ends.
	tail byte

	endpoints map[string]endpoint
	below     Routes
	stub      bool
}

type endpoint struct {
	handler http.Handler
	pattern string
	keys    []string
}

func (n *node) set(method string, e endpoint) {
	if n.endpoints == nil {
		n.endpoints = map[string]endpoint{}
	}
	n.endpoints[method] = e
}

// The next piece of a pattern, and what is left of it.
type piece struct {
	text, key, expr string
	rest            bool
	tail            byte
}

func next(pattern string) (p piece, left string) {
	brace, star := strings.IndexByte(pattern, '{'), strings.IndexByte(pattern, '*')
	if brace < 0 && star < 0 {
		return piece{text: pattern}, ""
	}
	if brace >= 0 && star >= 0 && star < brace {
		panic("chi: wildcard '*' must be the last pattern in a route, otherwise use a '{param}'")
	}
	if brace < 0 {
		if star > 0 {
			return piece{text: pattern[:star]}, pattern[star:]
		}
		if len(pattern) > 1 {
			panic("chi: wildcard '*' must be the last value in a route. trim trailing text or use a '{param}' instead")
		}
		return piece{key: "*", rest: true}, ""
	}
	if brace > 0 {
		return piece{text: pattern[:brace]}, pattern[brace:]
	}
	end, depth := -1, 0
	for i, c := range pattern {
		if c == '{' {
			depth++
		} else if c == '}' {
			if depth--; depth == 0 {
				end = i
				break
			}
		}
	}
	if end < 0 {
		panic("chi: route param closing delimiter '}' is missing")
	}
	left = pattern[end+1:]
	p.tail = '/'
	if left != "" {
		p.tail = left[0]
	}
	p.key, p.expr, _ = strings.Cut(pattern[1:end], ":")
	if p.expr != "" {
		if p.expr[0] != '^' {
			p.expr = "^" + p.expr
		}
		if !strings.HasSuffix(p.expr, "$") {
			p.expr += "$"
		}
	}
	return p, left
}

// The node of a pattern, made if it is not there, and the names in it.
func (n *node) at(pattern string) (*node, []string) {
	var keys []string
	for left := pattern; left != ""; {
		var p piece
		p, left = next(left)
		if p.key != "" || p.text == "" {
			if slices.Contains(keys, p.key) {
				panic(fmt.Sprintf("chi: routing pattern '%s' contains duplicate param key, '%s'", pattern, p.key))
			}
			keys = append(keys, p.key)
		}
		n = n.child(p, true)
	}
	return n, keys
}

// Whether there is such a pattern.
func (n *node) has(pattern string) bool {
	for left := pattern; left != "" && n != nil; {
		var p piece
		p, left = next(left)
		n = n.child(p, false)
	}
	return n != nil && n.endpoints != nil
}

func (n *node) child(p piece, make bool) *node {
	list := &n.names
	switch {
	case p.rest:
		if n.rest == nil && make {
			n.rest = &node{}
		}
		return n.rest
	case p.text != "":
		list = &n.texts
	case p.expr != "":
		list = &n.exprs
	}
	for _, c := range *list {
		if c.text == p.text && c.tail == p.tail && (c.expr == nil || c.expr.String() == p.expr) {
			return c
		}
	}
	if !make {
		return nil
	}
	c := &node{text: p.text, tail: p.tail}
	if p.expr != "" {
		expr, err := regexp.Compile(p.expr)
		if err != nil {
			panic(fmt.Sprintf("chi: invalid regexp pattern '%s' in route param", p.expr))
		}
		c.expr = expr
	}
	*list = append(*list, c)
	slices.SortStableFunc(*list, func(a, b *node) int {
		if len(a.text) != len(b.text) {
			return len(b.text) - len(a.text)
		}
		return rank(a) - rank(b)
	})
	return c
}

// What ends with a slash, or with the path, is tried last.
func rank(n *node) int {
	if n.tail == '/' {
		return 1
	}
	return 0
}

func (n *node) find(rctx *Context, method, path string) http.Handler {
	if n = n.node(rctx, method, path); n == nil {
		return nil
	}
	return n.endpoints[method].handler
}

// The node of a path, noted with what it has for names.
func (n *node) node(rctx *Context, method, path string) *node {
	rctx.pattern, rctx.params = "", RouteParams{}
	rctx.notAllowed, rctx.allowed = false, nil
	n = n.walk(rctx, method, path)
	if n == nil {
		return nil
	}
	e := n.endpoints[method]
	rctx.params.Keys = e.keys
	rctx.URLParams.Keys = append(rctx.URLParams.Keys, rctx.params.Keys...)
	rctx.URLParams.Values = append(rctx.URLParams.Values, rctx.params.Values...)
	rctx.pattern = e.pattern
	rctx.RoutePatterns = append(rctx.RoutePatterns, e.pattern)
	return n
}

func (n *node) walk(rctx *Context, method, path string) *node {
	if path == "" && n.endpoints != nil {
		if _, ok := n.endpoints[method]; ok {
			return n
		}
		for _, m := range methods {
			if _, ok := n.endpoints[m]; ok && !slices.Contains(rctx.allowed, m) {
				rctx.allowed = append(rctx.allowed, m)
			}
		}
		rctx.notAllowed = true
	}
	for _, c := range n.texts {
		if rest, ok := strings.CutPrefix(path, c.text); ok {
			if found := c.walk(rctx, method, rest); found != nil {
				return found
			}
		}
	}
	had := len(rctx.params.Values)
	for _, list := range [][]*node{n.exprs, n.names} {
		for _, c := range list {
			end := strings.IndexByte(path, c.tail)
			if end < 0 && c.tail == '/' {
				end = len(path)
			}
			if path == "" || end < 0 || end == 0 && c.expr != nil {
				continue
			}
			value := path[:end]
			if c.expr != nil && !c.expr.MatchString(value) || c.expr == nil && strings.Contains(value, "/") {
				continue
			}
			rctx.params.Values = append(rctx.params.Values, value)
			if found := c.walk(rctx, method, path[end:]); found != nil {
				return found
			}
			rctx.params.Values = rctx.params.Values[:had]
		}
	}
	if n.rest != nil {
		rctx.params.Values = append(rctx.params.Values, path)
		if found := n.rest.walk(rctx, method, ""); found != nil {
			return found
		}
		rctx.params.Values = rctx.params.Values[:had]
	}
	return nil
}

// All routes, in the order of the tree.
func (n *node) routes(out []Route) []Route {
	if n.endpoints != nil && !n.stub {
		byPattern := map[string]int{}
		for _, method := range append([]string{"*"}, methods...) {
			e, ok := n.endpoints[method]
			if !ok {
				continue
			}
			i, ok := byPattern[e.pattern]
			if !ok {
				i = len(out)
				byPattern[e.pattern] = i
				out = append(out, Route{n.below, map[string]http.Handler{}, e.pattern})
			}
			out[i].Handlers[method] = e.handler
		}
	}
	texts := slices.Clone(n.texts)
	slices.SortFunc(texts, func(a, b *node) int { return strings.Compare(a.text, b.text) })
	for _, list := range [][]*node{texts, n.exprs, n.names} {
		for _, c := range list {
			out = c.routes(out)
		}
	}
	if n.rest != nil {
		out = n.rest.routes(out)
	}
	return out
}
