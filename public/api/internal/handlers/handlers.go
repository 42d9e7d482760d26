// Package handlers answers requests: it reads them, asks the database, and writes the envelope.
package handlers

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/config"
	"example.com/shop/internal/database"
	"example.com/shop/internal/middleware"
	"example.com/shop/internal/models"
	"example.com/shop/internal/respond"
)

// An API has what handlers need.
type API struct {
	cfg    config.Config
	store  *database.Store
	tokens *auth.Tokens
	logger *slog.Logger
	nobody []byte // a hash that is compared when there is no such user, so that both take as long
}

// maxBody is how many bytes of a body are read.
const maxBody = 64 << 10

// New is the whole server: routes, and around them what every request passes.
func New(cfg config.Config, store *database.Store, logger *slog.Logger) http.Handler {
	nobody, err := auth.Hash("nobody has this password", cfg.BcryptCost)
	if err != nil {
		// The cost was checked when the configuration was read.
		panic(err)
	}
	a := &API{cfg, store, auth.NewTokens(string(cfg.JWTSecret), time.Now), logger, nobody}
	mux := http.NewServeMux()
	user := func(h http.HandlerFunc) http.Handler {
		return middleware.Chain(h, middleware.RequireAuth(a.tokens))
	}
	admin := func(h http.HandlerFunc) http.Handler {
		return middleware.Chain(h, middleware.RequireAuth(a.tokens), middleware.RequireRole(models.Admin))
	}
	mux.HandleFunc("GET /health", a.health)
	mux.HandleFunc("POST /api/v1/auth/register", a.register)
	mux.HandleFunc("POST /api/v1/auth/login", a.login)
	mux.HandleFunc("POST /api/v1/auth/refresh", a.refresh)
	mux.Handle("POST /api/v1/auth/logout", user(a.logout))
	mux.HandleFunc("GET /api/v1/products", a.listProducts)
	mux.HandleFunc("GET /api/v1/products/{id}", a.getProduct)
	mux.Handle("POST /api/v1/products", user(a.createProduct))
	mux.Handle("PUT /api/v1/products/{id}", user(a.updateProduct))
	mux.Handle("DELETE /api/v1/products/{id}", user(a.deleteProduct))
	mux.Handle("GET /api/v1/users/me", user(a.me))
	mux.Handle("GET /api/v1/users", admin(a.listUsers))
	mux.Handle("GET /api/v1/admin/panic", admin(a.panics))
	return middleware.Chain(mux,
		middleware.RequestID,
		middleware.Logger(logger),
		middleware.CORS(cfg.Origin),
		middleware.Recover(logger),
		middleware.RateLimit(cfg.RateLimit),
	)
}

// health is asked by whoever decides where requests go: 503 means not here, not now.
func (a *API) health(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	if err := a.store.Ping(ctx); err != nil {
		a.fail(w, r, err)
		return
	}
	respond.JSON(w, http.StatusOK, map[string]string{"status": "ok"})
}

func (a *API) panics(http.ResponseWriter, *http.Request) {
	var none map[string]int
	none["admin"]++
}

// decode reads a JSON body into v. It answers itself if that does not go, and then returns false.
func decode(w http.ResponseWriter, r *http.Request, v any) bool {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	d.DisallowUnknownFields()
	err := d.Decode(v)
	if err == nil {
		// One value, and nothing behind it.
		if _, err = d.Token(); err == io.EOF {
			return true
		}
		err = errors.New("there is something behind the JSON value")
	}
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		respond.Error(w, http.StatusRequestEntityTooLarge, tooLarge.Error())
		return false
	}
	respond.Error(w, http.StatusBadRequest, "the body is not the JSON that was expected: "+err.Error())
	return false
}

// fail answers for an error that is not the client's fault, or one of the database's that has a status of its own.
func (a *API) fail(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, database.ErrNotFound):
		respond.Error(w, http.StatusNotFound, "there is no such thing")
		return
	case errors.Is(err, database.ErrConflict):
		respond.Error(w, http.StatusConflict, "somebody else has that already")
		return
	case r.Context().Err() != nil:
		// The client has gone: nobody reads an answer.
		return
	}
	a.logger.ErrorContext(r.Context(), "database", "id", middleware.IDOf(r.Context()), "error", err)
	w.Header().Set("Retry-After", "5")
	respond.Error(w, http.StatusServiceUnavailable, "the database does not answer; try again later")
}

// number is the {id} of a path.
func number(w http.ResponseWriter, r *http.Request) (int64, bool) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil || id < 1 {
		respond.Error(w, http.StatusBadRequest, strconv.Quote(r.PathValue("id"))+" is not a number")
		return 0, false
	}
	return id, true
}
