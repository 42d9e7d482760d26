package handlers

import (
	"net/http"

	"example.com/shop/internal/middleware"
	"example.com/shop/internal/respond"
)

func (a *API) me(w http.ResponseWriter, r *http.Request) {
	u, err := a.store.User(r.Context(), middleware.ClaimsOf(r.Context()).UserID())
	if err != nil {
		a.fail(w, r, err)
		return
	}
	respond.JSON(w, http.StatusOK, u)
}

func (a *API) listUsers(w http.ResponseWriter, r *http.Request) {
	users, err := a.store.Users(r.Context())
	if err != nil {
		a.fail(w, r, err)
		return
	}
	respond.List(w, users, respond.Meta{Page: 1, Limit: len(users), Total: len(users)})
}
