package handlers

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golanes.example/memdb"

	"example.com/shop/internal/auth"
	"example.com/shop/internal/config"
	"example.com/shop/internal/database"
	"example.com/shop/internal/models"
)

const secret = "a secret of thirty-two bytes or so"

// A shop is a server with a database of its own.
type shop struct {
	t *testing.T
	http.Handler
	name string
	log  *bytes.Buffer
}

func open(t *testing.T) *shop {
	t.Helper()
	name := t.Name()
	db, err := sql.Open("memdb", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		db.Close()
		memdb.Drop(name)
	})
	cfg := config.Config{JWTSecret: secret, TokenLife: time.Minute, RefreshLife: time.Hour, BcryptCost: 4, Origin: "https://shop.example.com", RateLimit: 1000}
	store := database.New(db)
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := store.Seed(t.Context(), cfg.BcryptCost); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	return &shop{t, New(cfg, store, slog.New(slog.NewTextHandler(&log, nil))), name, &log}
}

// An answer is a response that was read.
type answer struct {
	*http.Response
	body     string
	Success  bool
	Data     json.RawMessage
	Error    string
	Fields   map[string]string
	Envelope map[string]any
}

// do sends a request: method and path, a token or "", a body or "".
func (s *shop) do(line, token, body string) answer {
	s.t.Helper()
	method, path, _ := strings.Cut(line, " ")
	r := httptest.NewRequestWithContext(s.t.Context(), method, path, strings.NewReader(body))
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	return s.send(r)
}

func (s *shop) send(r *http.Request) answer {
	s.t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	a := answer{Response: w.Result(), body: w.Body.String()}
	if strings.HasPrefix(a.Header.Get("Content-Type"), "application/json") {
		if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
			s.t.Errorf("%s %s: %v in %s", r.Method, r.URL, err, a.body)
		}
	}
	return a
}

func (s *shop) want(status int, line, token, body string) answer {
	s.t.Helper()
	a := s.do(line, token, body)
	if a.StatusCode != status {
		s.t.Fatalf("%s: status %d, want %d: %s", line, a.StatusCode, status, a.body)
	}
	return a
}

func in[T any](t *testing.T, a answer) (v T) {
	t.Helper()
	if err := json.Unmarshal(a.Data, &v); err != nil {
		t.Fatalf("%v in %s", err, a.body)
	}
	return v
}

// login gives the tokens of somebody.
func (s *shop) login(email, password string) pair {
	s.t.Helper()
	return in[pair](s.t, s.want(200, "POST /api/v1/auth/login", "", `{"email":"`+email+`","password":"`+password+`"}`))
}

func (s *shop) admin() string { return s.login("admin@example.com", "correct horse").Token }

func (s *shop) customer() string {
	s.t.Helper()
	s.want(201, "POST /api/v1/auth/register", "", `{"email":"bob@example.com","password":"battery staple","name":"Bob"}`)
	return s.login("bob@example.com", "battery staple").Token
}

func TestHealth(t *testing.T) {
	s := open(t)
	s.want(200, "GET /health", "", "")
	memdb.Fail(s.name, errors.New("no disk"))
	a := s.want(503, "GET /health", "", "")
	if a.Header.Get("Retry-After") == "" || strings.Contains(a.body, "disk") {
		t.Errorf("the client learns too much, or not when to come again: %s", a.body)
	}
	if !strings.Contains(s.log.String(), "no disk") {
		t.Error("the log does not say why")
	}
}

func TestRegister(t *testing.T) {
	s := open(t)
	const path = "POST /api/v1/auth/register"
	a := s.want(201, path, "", `{"email":"bob@example.com","password":"battery staple","name":"Bob"}`)
	if strings.Contains(strings.ToLower(a.body), "password") {
		t.Errorf("the password is sent: %s", a.body)
	}
	s.want(409, path, "", `{"email":"BOB@example.com","password":"battery staple","name":"Bob"}`)
	s.want(400, path, "", `{"email":`)
	s.want(400, path, "", `{"email":"x@example.com","role":"admin"}`)
	s.want(400, path, "", `{"email":"x@example.com"} {}`)
	s.want(413, path, "", `{"email":"`+strings.Repeat("x", maxBody)+`"}`)
	a = s.want(422, path, "", `{"email":"nobody","password":"short"}`)
	if a.Fields["email"] == "" || a.Fields["password"] == "" || a.Fields["name"] == "" {
		t.Errorf("what is wrong with what? %s", a.body)
	}
	a = s.want(422, path, "", `{"email":"x@example.com","name":"X","password":"`+strings.Repeat("p", 73)+`"}`)
	if !strings.Contains(a.Fields["password"], "72") {
		t.Errorf("bcrypt's limit is not told: %s", a.body)
	}
}

func TestLogin(t *testing.T) {
	s := open(t)
	s.customer()
	unknown := s.want(401, "POST /api/v1/auth/login", "", `{"email":"eve@example.com","password":"battery staple"}`)
	wrong := s.want(401, "POST /api/v1/auth/login", "", `{"email":"bob@example.com","password":"battery stable"}`)
	if unknown.body != wrong.body {
		t.Errorf("the answer tells who is registered: %s, %s", unknown.body, wrong.body)
	}
	p := s.login("bob@example.com", "battery staple")
	me := in[models.User](t, s.want(200, "GET /api/v1/users/me", p.Token, ""))
	if me.Email != "bob@example.com" || me.Role != models.Customer {
		t.Errorf("got %+v", me)
	}
}

func TestRefreshIsGoodOnce(t *testing.T) {
	s := open(t)
	s.customer()
	p := s.login("bob@example.com", "battery staple")
	s.want(401, "GET /api/v1/users/me", p.Refresh, "")
	s.want(401, "POST /api/v1/auth/refresh", "", `{"refresh_token":"`+p.Token+`"}`)
	next := in[pair](t, s.want(200, "POST /api/v1/auth/refresh", "", `{"refresh_token":"`+p.Refresh+`"}`))
	s.want(200, "GET /api/v1/users/me", next.Token, "")
	s.want(401, "POST /api/v1/auth/refresh", "", `{"refresh_token":"`+p.Refresh+`"}`)
}

func TestLogout(t *testing.T) {
	s := open(t)
	token := s.customer()
	s.want(204, "POST /api/v1/auth/logout", token, "")
	if a := s.want(401, "GET /api/v1/users/me", token, ""); !strings.Contains(a.Error, "revoked") {
		t.Errorf("got %s", a.body)
	}
}

func TestTokensThatAreRefused(t *testing.T) {
	s := open(t)
	bob := models.User{ID: 2, Email: "bob@example.com", Role: models.Customer}
	good := s.customer()
	at := func(when time.Time) *auth.Tokens { return auth.NewTokens(secret, func() time.Time { return when }) }
	sign := func(tokens *auth.Tokens, audience string) string {
		token, err := tokens.Sign(bob, audience, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	none, err := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": "1", "role": "admin"}).SignedString(jwt.UnsafeAllowNoneSignatureType)
	if err != nil {
		t.Fatal(err)
	}
	hs512, err := jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"sub": "1", "role": "admin", "iss": "shop", "aud": "shop-api", "exp": time.Now().Add(time.Hour).Unix()}).SignedString([]byte(secret))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ token, why string }{
		"changed":        {good[:len(good)-50] + "A" + good[len(good)-49:], ""},
		"no signature":   {good[:strings.LastIndex(good, ".")+1], "signature is invalid"},
		"not a token":    {"hello", "malformed"},
		"none":           {none, "signing method none is invalid"},
		"HS512":          {hs512, "signing method HS512 is invalid"},
		"another secret": {sign(auth.NewTokens("another secret of thirty-two bytes", time.Now), auth.ForRequests), "signature is invalid"},
		"expired":        {sign(at(time.Now().Add(-time.Hour)), auth.ForRequests), "expired"},
		"too early":      {sign(at(time.Now().Add(time.Hour)), auth.ForRequests), "not valid yet"},
		"for refreshing": {sign(at(time.Now()), auth.ForRefresh), "audience"},
	} {
		t.Run(name, func(t *testing.T) {
			s.t = t
			a := s.want(401, "GET /api/v1/users/me", c.token, "")
			if !strings.Contains(a.Error, c.why) {
				t.Errorf("got %s, want %s", a.Error, c.why)
			}
			if !strings.Contains(a.Header.Get("WWW-Authenticate"), "invalid_token") {
				t.Errorf("got %q", a.Header.Get("WWW-Authenticate"))
			}
		})
	}
	s.t = t
	s.want(401, "GET /api/v1/users/me", "", "")
	s.want(200, "GET /api/v1/users/me", sign(at(time.Now()), auth.ForRequests), "")
}

func TestProducts(t *testing.T) {
	s := open(t)
	token := s.customer()
	const path = "/api/v1/products"
	all := in[[]models.Product](t, s.want(200, "GET "+path, "", ""))
	if len(all) != 3 || all[0].Name != "Lamp" {
		t.Fatalf("got %+v", all)
	}
	names := func(query string) (out []string) {
		for _, p := range in[[]models.Product](t, s.want(200, "GET "+path+query, "", "")) {
			out = append(out, p.Name)
		}
		return out
	}
	for query, want := range map[string]string{
		"?sort=-cents":       "Desk Lamp Pencil",
		"?sort=name&limit=2": "Desk Lamp",
		"?limit=2&page=2":    "Pencil",
		"?max_cents=2000":    "Lamp Pencil",
		"?search=E":          "Desk Pencil",
		"?search=%27%3B--":   "",
	} {
		if got := strings.Join(names(query), " "); got != want {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
	s.want(422, "GET "+path+"?sort=password", "", "")
	s.want(401, "POST "+path, "", `{"name":"Chair","cents":4900,"stock":3}`)
	s.want(422, "POST "+path, token, `{"name":" ","cents":-1}`)
	s.want(400, "POST "+path, token, `{"name":"Chair","cents":"dear"}`)
	a := s.want(201, "POST "+path, token, `{"name":"Chair","cents":4900,"stock":3}`)
	at := a.Header.Get("Location")
	if at != path+"/4" {
		t.Fatalf("made at %q", at)
	}
	s.want(409, "POST "+path, token, `{"name":"Chair","cents":1,"stock":1}`)
	s.want(200, "GET "+at, "", "")
	p := in[models.Product](t, s.want(200, "PUT "+at, token, `{"name":"Armchair","cents":9900,"stock":0}`))
	if p.Name != "Armchair" || p.Stock != 0 || p.ID != 4 {
		t.Errorf("got %+v", p)
	}
	s.want(403, "PUT "+path+"/1", token, `{"name":"Mine","cents":0,"stock":0}`)
	s.want(403, "DELETE "+path+"/1", token, "")
	if a := s.want(204, "DELETE "+at, token, ""); a.body != "" {
		t.Errorf("204 has a body: %q", a.body)
	}
	s.want(404, "GET "+at, "", "")
	s.want(404, "DELETE "+at, token, "")
	s.want(400, "GET "+path+"/four", "", "")
	s.want(404, "GET /nowhere", "", "")
	if a := s.want(405, "PATCH "+path+"/1", token, ""); a.Header.Get("Allow") != "DELETE, GET, HEAD, PUT" {
		t.Errorf("Allow is %q", a.Header.Get("Allow"))
	}
}

func TestRoles(t *testing.T) {
	s := open(t)
	s.want(403, "GET /api/v1/users", s.customer(), "")
	users := in[[]models.User](t, s.want(200, "GET /api/v1/users", s.admin(), ""))
	if len(users) != 2 {
		t.Errorf("got %+v", users)
	}
	s.want(204, "DELETE /api/v1/products/1", s.admin(), "")
}

func TestPanicIsAnswered(t *testing.T) {
	s := open(t)
	a := s.want(500, "GET /api/v1/admin/panic", s.admin(), "")
	if strings.Contains(a.body, "nil map") {
		t.Errorf("the client learns what is inside: %s", a.body)
	}
	if !strings.Contains(s.log.String(), "nil map") || !strings.Contains(s.log.String(), a.Header.Get("X-Request-Id")) {
		t.Errorf("the log has no panic under the id of the request: %s", s.log)
	}
}

func TestCORS(t *testing.T) {
	s := open(t)
	r := httptest.NewRequest("OPTIONS", "/api/v1/products", nil)
	r.Header.Set("Origin", "https://shop.example.com")
	r.Header.Set("Access-Control-Request-Method", "POST")
	a := s.send(r)
	if a.StatusCode != 204 || a.Header.Get("Access-Control-Allow-Origin") != "https://shop.example.com" {
		t.Errorf("status %d, header %v", a.StatusCode, a.Header)
	}
	r.Header.Set("Origin", "https://evil.example.com")
	if a := s.send(r); a.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error("anybody may call")
	}
}

func TestDatabaseFails(t *testing.T) {
	s := open(t)
	token := s.customer()
	memdb.Fail(s.name, errors.New("connection refused"))
	s.want(503, "GET /api/v1/products", "", "")
	s.want(503, "GET /api/v1/users/me", token, "")
	s.want(503, "POST /api/v1/auth/login", "", `{"email":"bob@example.com","password":"battery staple"}`)
	memdb.Fail(s.name, nil)
	s.want(200, "GET /api/v1/products", "", "")
}

func TestClientThatLeaves(t *testing.T) {
	s := open(t)
	memdb.Slow(s.name, time.Minute)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	a := s.send(httptest.NewRequestWithContext(ctx, "GET", "/api/v1/products", nil))
	if a.body != "" {
		t.Errorf("somebody is told %q", a.body)
	}
}

func TestRateLimit(t *testing.T) {
	s := open(t)
	for range 1000 {
		s.want(200, "GET /health", "", "")
	}
	if a := s.want(429, "GET /health", "", ""); a.Header.Get("Retry-After") == "" {
		t.Error("nobody says when to come again")
	}
}

func TestManyAtOnceOverTheWire(t *testing.T) {
	s := open(t)
	token := s.customer()
	server := httptest.NewServer(s)
	defer server.Close()
	var wg sync.WaitGroup
	made := make(chan int, 50)
	for range 50 {
		wg.Go(func() {
			r, err := http.NewRequest("POST", server.URL+"/api/v1/products", strings.NewReader(`{"name":"The only one","cents":1,"stock":1}`))
			if err != nil {
				t.Error(err)
				return
			}
			r.Header.Set("Authorization", "Bearer "+token)
			response, err := server.Client().Do(r)
			if err != nil {
				t.Error(err)
				return
			}
			defer response.Body.Close()
			if _, err := io.Copy(io.Discard, response.Body); err != nil {
				t.Error(err)
			}
			made <- response.StatusCode
		})
	}
	wg.Wait()
	close(made)
	counts := map[int]int{}
	for status := range made {
		counts[status]++
	}
	if counts[201] != 1 || counts[409] != 49 {
		t.Errorf("got %v", counts)
	}
}
