package handlers

import (
	"errors"
	"net/http"
	"net/mail"
	"time"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/database"
	"example.com/shop/internal/middleware"
	"example.com/shop/internal/models"
	"example.com/shop/internal/respond"
)

type credentials struct {
	Email    string `json:"email"`
	Password string `json:"password"`
	Name     string `json:"name,omitempty"`
}

func (c credentials) wrong() map[string]string {
	wrong := map[string]string{}
	if address, err := mail.ParseAddress(c.Email); err != nil || address.Address != c.Email {
		wrong["email"] = "must be an address such as ada@example.com"
	}
	switch n := len(c.Password); {
	case n < 8:
		wrong["password"] = "must have at least 8 bytes"
	case n > auth.MaxPassword:
		wrong["password"] = "must have at most 72 bytes: bcrypt takes no more"
	}
	if c.Name == "" {
		wrong["name"] = "must not be empty"
	}
	return wrong
}

// A pair of tokens: a short-lived one for requests, a long-lived one that fetches new pairs.
type pair struct {
	Token   string      `json:"token"`
	Refresh string      `json:"refresh_token"`
	Seconds int         `json:"expires_in"`
	User    models.User `json:"user"`
}

func (a *API) register(w http.ResponseWriter, r *http.Request) {
	var c credentials
	if !decode(w, r, &c) {
		return
	}
	if wrong := c.wrong(); len(wrong) > 0 {
		respond.Invalid(w, wrong)
		return
	}
	hash, err := auth.Hash(c.Password, a.cfg.BcryptCost)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	u, err := a.store.CreateUser(r.Context(), models.User{
		Email: c.Email, Name: c.Name, Role: models.Customer, Password: hash, Created: time.Now().UTC(),
	})
	if err != nil {
		a.fail(w, r, err)
		return
	}
	respond.JSON(w, http.StatusCreated, u)
}

// login answers an unknown address and a wrong password alike, and after the same time.
func (a *API) login(w http.ResponseWriter, r *http.Request) {
	var c credentials
	if !decode(w, r, &c) {
		return
	}
	u, err := a.store.UserByEmail(r.Context(), c.Email)
	if err != nil && !errors.Is(err, database.ErrNotFound) {
		a.fail(w, r, err)
		return
	}
	hash := u.Password
	if err != nil {
		hash = a.nobody
	}
	if !auth.Matches(hash, c.Password) || err != nil {
		w.Header().Set("WWW-Authenticate", `Bearer realm="shop"`)
		respond.Error(w, http.StatusUnauthorized, "address or password is wrong")
		return
	}
	a.welcome(w, r, u)
}

func (a *API) welcome(w http.ResponseWriter, r *http.Request, u models.User) {
	token, err := a.tokens.Sign(u, auth.ForRequests, a.cfg.TokenLife)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	refresh, err := a.tokens.Sign(u, auth.ForRefresh, a.cfg.RefreshLife)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	respond.JSON(w, http.StatusOK, pair{token, refresh, int(a.cfg.TokenLife.Seconds()), u})
}

// refresh takes a refresh token, which is good once, and gives a new pair.
func (a *API) refresh(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Refresh string `json:"refresh_token"`
	}
	if !decode(w, r, &body) {
		return
	}
	claims, err := a.tokens.Check(body.Refresh, auth.ForRefresh)
	if err != nil {
		respond.Error(w, http.StatusUnauthorized, err.Error())
		return
	}
	u, err := a.store.User(r.Context(), claims.UserID())
	if err != nil {
		a.fail(w, r, err)
		return
	}
	a.tokens.Revoke(claims)
	a.welcome(w, r, u)
}

func (a *API) logout(w http.ResponseWriter, r *http.Request) {
	a.tokens.Revoke(middleware.ClaimsOf(r.Context()))
	w.WriteHeader(http.StatusNoContent)
}
