package handlers

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.com/shop/internal/database"
	"example.com/shop/internal/middleware"
	"example.com/shop/internal/models"
	"example.com/shop/internal/respond"
)

// Limits of a page of products.
const (
	pageSize = 20
	maxPage  = 100
)

// filter reads ?page=&limit=&search=&max_cents=&sort=.
func filter(q url.Values) (f database.Filter, page int, wrong map[string]string) {
	wrong = map[string]string{}
	number := func(name string, fallback, least, most int) int {
		if !q.Has(name) {
			return fallback
		}
		n, err := strconv.Atoi(q.Get(name))
		if err != nil || n < least || n > most {
			wrong[name] = fmt.Sprintf("must be a number from %d to %d", least, most)
		}
		return n
	}
	page = number("page", 1, 1, 1_000_000)
	f.Limit = number("limit", pageSize, 1, maxPage)
	f.Skip = (page - 1) * f.Limit
	f.MaxCents = int64(number("max_cents", 0, 0, 1_000_000_000))
	f.Search = q.Get("search")
	f.Sort = q.Get("sort")
	if f.Sort == "" {
		f.Sort = "id"
	}
	if _, ok := database.Sorts[f.Sort]; !ok {
		wrong["sort"] = "must be one of " + strings.Join(slices.Sorted(maps.Keys(database.Sorts)), ", ")
	}
	return f, page, wrong
}

func (a *API) listProducts(w http.ResponseWriter, r *http.Request) {
	f, page, wrong := filter(r.URL.Query())
	if len(wrong) > 0 {
		respond.Invalid(w, wrong)
		return
	}
	products, total, err := a.store.Products(r.Context(), f)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	respond.List(w, products, respond.Meta{Page: page, Limit: f.Limit, Total: total})
}

func (a *API) getProduct(w http.ResponseWriter, r *http.Request) {
	id, ok := number(w, r)
	if !ok {
		return
	}
	p, err := a.store.Product(r.Context(), id)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	respond.JSON(w, http.StatusOK, p)
}

// What a client says of a product. Pointers tell 0 from nothing.
type productBody struct {
	Name  string `json:"name"`
	Cents *int64 `json:"cents"`
	Stock *int64 `json:"stock"`
}

// read decodes and checks a product; it has answered if it returns false.
func read(w http.ResponseWriter, r *http.Request) (p models.Product, ok bool) {
	var b productBody
	if !decode(w, r, &b) {
		return p, false
	}
	wrong := map[string]string{}
	if n := len(strings.TrimSpace(b.Name)); n == 0 || n > 100 {
		wrong["name"] = "must have 1 to 100 bytes"
	}
	for name, n := range map[string]*int64{"cents": b.Cents, "stock": b.Stock} {
		if n == nil || *n < 0 {
			wrong[name] = "must be a number, 0 or more"
		}
	}
	if len(wrong) > 0 {
		respond.Invalid(w, wrong)
		return p, false
	}
	now := time.Now().UTC()
	return models.Product{Name: strings.TrimSpace(b.Name), Cents: *b.Cents, Stock: *b.Stock, Created: now, Updated: now}, true
}

func (a *API) createProduct(w http.ResponseWriter, r *http.Request) {
	p, ok := read(w, r)
	if !ok {
		return
	}
	p.Owner = middleware.ClaimsOf(r.Context()).UserID()
	p, err := a.store.CreateProduct(r.Context(), p)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	w.Header().Set("Location", "/api/v1/products/"+strconv.FormatInt(p.ID, 10))
	respond.JSON(w, http.StatusCreated, p)
}

// mine finds the product of the path, if the client may change it.
func (a *API) mine(w http.ResponseWriter, r *http.Request) (models.Product, bool) {
	id, ok := number(w, r)
	if !ok {
		return models.Product{}, false
	}
	p, err := a.store.Product(r.Context(), id)
	if err != nil {
		a.fail(w, r, err)
		return p, false
	}
	if c := middleware.ClaimsOf(r.Context()); p.Owner != c.UserID() && c.Role != models.Admin {
		respond.Error(w, http.StatusForbidden, "it belongs to somebody else")
		return p, false
	}
	return p, true
}

func (a *API) updateProduct(w http.ResponseWriter, r *http.Request) {
	old, ok := a.mine(w, r)
	if !ok {
		return
	}
	p, ok := read(w, r)
	if !ok {
		return
	}
	p.ID = old.ID
	p, err := a.store.UpdateProduct(r.Context(), p)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	respond.JSON(w, http.StatusOK, p)
}

func (a *API) deleteProduct(w http.ResponseWriter, r *http.Request) {
	p, ok := a.mine(w, r)
	if !ok {
		return
	}
	if err := a.store.DeleteProduct(r.Context(), p.ID); err != nil {
		a.fail(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
