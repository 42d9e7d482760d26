package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type Claims struct {
	UserID int    `json:"user_id"`
	Role   string `json:"role,omitempty"`
	jwt.RegisteredClaims
}

func (c Claims) Validate() error {
	if c.Role == "banned" {
		return errors.New("banned")
	}
	return nil
}

var secret = []byte("a secret that both sides know")

func key(*jwt.Token) (any, error) { return secret, nil }

// All errors of the package that this one is.
func kinds(err error) (names []string) {
	for _, kind := range []error{
		jwt.ErrInvalidKey, jwt.ErrInvalidKeyType, jwt.ErrHashUnavailable, jwt.ErrTokenMalformed, jwt.ErrTokenUnverifiable,
		jwt.ErrTokenRequiredClaimMissing, jwt.ErrTokenSignatureInvalid, jwt.ErrTokenInvalidAudience, jwt.ErrTokenExpired,
		jwt.ErrTokenUsedBeforeIssued, jwt.ErrTokenInvalidIssuer, jwt.ErrTokenInvalidSubject, jwt.ErrTokenNotValidYet,
		jwt.ErrTokenInvalidId, jwt.ErrTokenInvalidClaims, jwt.ErrInvalidType, jwt.ErrSignatureInvalid,
		jwt.NoneSignatureTypeDisallowedError,
	} {
		if errors.Is(err, kind) {
			names = append(names, kind.Error())
		}
	}
	return names
}

func tell(what string, token *jwt.Token, err error) {
	fmt.Printf("%-12s %v %v\n", what+":", token != nil && token.Valid, err)
	if names := kinds(err); len(names) > 0 {
		fmt.Printf("%-12s is %q\n", "", names)
	}
}

func signed(claims jwt.Claims) string {
	text, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret)
	if err != nil {
		panic(err)
	}
	return text
}

func part(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

func unpart(text string) string {
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func main() {
	making()
	examples()
	changed()
	claims()
	malformed()
	keys()
	options()
	dates()
	validator()
}

func making() {
	now := time.Date(2026, 11, 24, 12, 0, 0, 987654321, time.UTC)
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, Claims{7, "admin", jwt.RegisteredClaims{
		Issuer: "lanes", Subject: "7", Audience: jwt.ClaimStrings{"api"}, ID: "1",
		IssuedAt: jwt.NewNumericDate(now), NotBefore: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(time.Hour)),
	}})
	text, err := token.SignedString(secret)
	fmt.Println(text, err)
	parts := strings.Split(text, ".")
	fmt.Println(unpart(parts[0]), unpart(parts[1]), len(token.Signature))
	signing, err := token.SigningString()
	fmt.Println(signing == parts[0]+"."+parts[1], err, token.EncodeSegment(token.Signature) == parts[2])

	var got Claims
	back, err := jwt.ParseWithClaims(text, &got, key, jwt.WithTimeFunc(func() time.Time { return now.Add(time.Minute) }), jwt.WithValidMethods([]string{"HS256"}))
	fmt.Println(back.Valid, err, got.UserID, got.Role, got.Issuer, got.Audience, got.ExpiresAt.UTC(), back.Header, back.Method.Alg(), back.Raw == text)

	// Maps are written with their keys sorted; numbers come back as float64.
	text = signed(jwt.MapClaims{"z": 1, "a": []string{"x"}, "m": map[string]any{"k": nil}})
	fmt.Println(unpart(strings.Split(text, ".")[1]))
	back, err = jwt.Parse(text, key)
	m := back.Claims.(jwt.MapClaims)
	fmt.Printf("%v %T %v\n", m, m["z"], err)
	_, err = jwt.New(jwt.SigningMethodHS256).SignedString("a string is no key")
	tell("string key", nil, err)
	_, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"c": make(chan int)}).SignedString(secret)
	fmt.Println(err)
	text, _ = jwt.New(jwt.SigningMethodHS512).SignedString(secret)
	fmt.Println(text)
	algs := jwt.GetAlgorithms()
	fmt.Println(slices.Contains(algs, "HS256"), slices.Contains(algs, "HS384"), slices.Contains(algs, "HS512"), slices.Contains(algs, "none"), jwt.GetSigningMethod("HS384") == jwt.SigningMethodHS384, jwt.GetSigningMethod("XX") == nil)
}

// RFC 7515, A.1 and A.5; RFC 7519, 3.1 and 6.1.
func examples() {
	k, _ := base64.RawURLEncoding.DecodeString("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
	text := "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9" +
		".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" +
		".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
	fits := func(*jwt.Token) (any, error) { return k, nil }
	token, err := jwt.Parse(text, fits)
	tell("A.1 now", token, err)
	token, err = jwt.Parse(text, fits, jwt.WithTimeFunc(func() time.Time { return time.Unix(1300819379, 0) }))
	tell("A.1 then", token, err)
	fmt.Println(token.Claims)

	text = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
	then := jwt.WithTimeFunc(func() time.Time { return time.Unix(1300819379, 0) })
	token, err = jwt.Parse(text, func(*jwt.Token) (any, error) { return jwt.UnsafeAllowNoneSignatureType, nil }, then)
	tell("none", token, err)
	token, err = jwt.Parse(text+"eA", func(*jwt.Token) (any, error) { return jwt.UnsafeAllowNoneSignatureType, nil }, then)
	tell("none signed", token, err)
	token, err = jwt.Parse(text, fits, then)
	tell("none refused", token, err)
	token, err = jwt.Parse(text, fits, then, jwt.WithValidMethods([]string{"HS256"}))
	tell("none invalid", token, err)
	none, err := jwt.New(jwt.SigningMethodNone).SignedString(jwt.UnsafeAllowNoneSignatureType)
	fmt.Println(none, err)
	_, err = jwt.New(jwt.SigningMethodNone).SignedString(secret)
	fmt.Println(err)
	// Python's PyJWT wrote these.
	for _, text := range []string{
		"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo3LCJleHAiOjQxMDI0NDQ4MDB9.SrtX7Z5YrfuV4oqAmZ2TPRau7kOEzAAkEukj4NCv40E",
		"eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo3LCJleHAiOjQxMDI0NDQ4MDB9.Dxmp0ZWTCEa8ePrruYoSyWcCuLSfAkPhJslPC86yueQRVDAZV28zFX95Ckf_j4eP",
		"eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo3LCJleHAiOjQxMDI0NDQ4MDB9.sDiGTy6IHY7TtBUp5xupDyuJU_axntqKYZgUjEr-a6aJJrPHm2Y3p2iohCs3xlgeiizC7zbyyjXkdALm95LSsA",
	} {
		var c Claims
		token, err := jwt.ParseWithClaims(text, &c, key)
		fmt.Println(token.Valid, err, c.UserID, c.ExpiresAt.UTC())
	}
}

// Whatever byte is another one, the token is refused.
func changed() {
	text := signed(jwt.MapClaims{"user_id": 7})
	passed := 0
	for i := range text {
		others := []byte("Aaz09-_.\x00~")
		if i == len(text)-1 {
			// The last character has two bits that say nothing.
			for c := range 256 {
				others = append(others, byte(c))
			}
		}
		for _, c := range others {
			if text[i] == c {
				continue
			}
			b := []byte(text)
			b[i] = c
			if token, err := jwt.Parse(string(b), key); err == nil || token != nil && token.Valid {
				fmt.Printf("byte %d of %d as %c passes\n", i+1, len(text), c)
				passed++
			}
			if _, err := jwt.Parse(string(b), key, jwt.WithStrictDecoding()); err == nil {
				fmt.Println("and strictly")
			}
		}
	}
	fmt.Println(passed)
	for _, other := range []string{"", "x", string(secret) + " ", string(secret[1:])} {
		token, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return []byte(other), nil })
		tell("other key", token, err)
	}
}

func claims() {
	now := time.Now()
	at := func(d time.Duration) *jwt.NumericDate { return jwt.NewNumericDate(now.Add(d)) }
	for _, c := range []struct {
		name   string
		claims jwt.Claims
		opts   []jwt.ParserOption
	}{
		{"fits", jwt.RegisteredClaims{ExpiresAt: at(time.Minute), NotBefore: at(-time.Minute)}, nil},
		{"expired", jwt.RegisteredClaims{ExpiresAt: at(-time.Minute)}, nil},
		{"just expired", jwt.RegisteredClaims{ExpiresAt: at(0)}, nil},
		{"leeway", jwt.RegisteredClaims{ExpiresAt: at(-time.Minute)}, []jwt.ParserOption{jwt.WithLeeway(2 * time.Minute)}},
		{"unchecked", jwt.RegisteredClaims{ExpiresAt: at(-time.Minute)}, []jwt.ParserOption{jwt.WithoutClaimsValidation()}},
		{"too early", jwt.RegisteredClaims{NotBefore: at(time.Minute)}, nil},
		{"both", jwt.RegisteredClaims{NotBefore: at(time.Minute), ExpiresAt: at(-time.Minute)}, nil},
		{"no exp", jwt.RegisteredClaims{}, []jwt.ParserOption{jwt.WithExpirationRequired()}},
		{"no nbf", jwt.RegisteredClaims{}, []jwt.ParserOption{jwt.WithNotBeforeRequired()}},
		{"issued later", jwt.RegisteredClaims{IssuedAt: at(time.Minute)}, nil},
		{"and asked", jwt.RegisteredClaims{IssuedAt: at(time.Minute)}, []jwt.ParserOption{jwt.WithIssuedAt()}},
		{"issuer", jwt.RegisteredClaims{Issuer: "us"}, []jwt.ParserOption{jwt.WithIssuer("us")}},
		{"issuer", jwt.RegisteredClaims{Issuer: "them"}, []jwt.ParserOption{jwt.WithIssuer("us")}},
		{"issuer", jwt.RegisteredClaims{}, []jwt.ParserOption{jwt.WithIssuer("us")}},
		{"subject", jwt.RegisteredClaims{Subject: "7"}, []jwt.ParserOption{jwt.WithSubject("7")}},
		{"subject", jwt.RegisteredClaims{Subject: "8"}, []jwt.ParserOption{jwt.WithSubject("7")}},
		{"subject", jwt.RegisteredClaims{}, []jwt.ParserOption{jwt.WithSubject("7")}},
		{"audience", jwt.RegisteredClaims{Audience: jwt.ClaimStrings{"a", "b"}}, []jwt.ParserOption{jwt.WithAudience("b", "c")}},
		{"audience", jwt.RegisteredClaims{Audience: jwt.ClaimStrings{"a"}}, []jwt.ParserOption{jwt.WithAudience("b", "c")}},
		{"audience", jwt.RegisteredClaims{}, []jwt.ParserOption{jwt.WithAudience("b")}},
		{"all", jwt.RegisteredClaims{Audience: jwt.ClaimStrings{"a", "b"}}, []jwt.ParserOption{jwt.WithAllAudiences("b", "a")}},
		{"all", jwt.RegisteredClaims{Audience: jwt.ClaimStrings{"a", "b"}}, []jwt.ParserOption{jwt.WithAllAudiences("b", "c")}},
		{"everything", jwt.RegisteredClaims{ExpiresAt: at(-time.Hour), Issuer: "x", Subject: "y"}, []jwt.ParserOption{jwt.WithIssuer("us"), jwt.WithSubject("7"), jwt.WithAudience("b"), jwt.WithNotBeforeRequired()}},
		{"own", Claims{Role: "banned"}, nil},
		{"map", jwt.MapClaims{"exp": now.Add(-time.Minute).Unix()}, nil},
		{"map zero", jwt.MapClaims{"exp": 0}, nil},
		{"map text", jwt.MapClaims{"exp": "tomorrow"}, nil},
		{"map iss", jwt.MapClaims{"iss": 7}, []jwt.ParserOption{jwt.WithIssuer("us")}},
		{"map sub", jwt.MapClaims{"sub": []int{1}}, []jwt.ParserOption{jwt.WithSubject("us")}},
		{"map aud", jwt.MapClaims{"aud": "b"}, []jwt.ParserOption{jwt.WithAudience("b")}},
		{"map aud", jwt.MapClaims{"aud": []any{"a", "b"}}, []jwt.ParserOption{jwt.WithAudience("b")}},
		{"map aud", jwt.MapClaims{"aud": []any{"a", 1}}, []jwt.ParserOption{jwt.WithAudience("b")}},
		{"map aud", jwt.MapClaims{"aud": ""}, []jwt.ParserOption{jwt.WithAudience("b")}},
		{"map number", jwt.MapClaims{"exp": now.Add(time.Hour).Unix()}, []jwt.ParserOption{jwt.WithJSONNumber()}},
	} {
		text := signed(c.claims)
		var token *jwt.Token
		var err error
		if _, ok := c.claims.(Claims); ok {
			token, err = jwt.ParseWithClaims(text, &Claims{}, key, c.opts...)
		} else if _, ok := c.claims.(jwt.MapClaims); ok {
			token, err = jwt.Parse(text, key, c.opts...)
		} else {
			token, err = jwt.ParseWithClaims(text, &jwt.RegisteredClaims{}, key, c.opts...)
		}
		tell(c.name, token, err)
	}
}

func malformed() {
	header := part(`{"alg":"HS256","typ":"JWT"}`)
	for _, text := range []string{
		"", "x", "a.b", "a.b.c.d", "..", "Bearer " + signed(jwt.MapClaims{}), "%%.e30.x", part("nothing") + ".e30.x",
		part(`[]`) + ".e30.x", header + ".%%.x", header + "." + part("nothing") + ".x", header + "." + part("[1]") + ".x",
		header + "." + part("{}") + ".%%", header + "." + part("{}") + ".eHg=", part(`{}`) + ".e30.x", part(`{"alg":7}`) + ".e30.x", part(`{"alg":"HS257"}`) + ".e30.x",
		part(`{"alg":"hs256"}`) + ".e30.x", header + "." + part("{}") + ".",
	} {
		token, err := jwt.Parse(text, key)
		tell(fmt.Sprint(token != nil), token, err)
	}
	_, err := jwt.ParseWithClaims(header+"."+part(`{"exp":"x"}`)+".x", &jwt.RegisteredClaims{}, key)
	fmt.Println(err)
	_, err = jwt.ParseWithClaims(header+"."+part(`{"aud":7}`)+".x", &jwt.RegisteredClaims{}, key)
	fmt.Println(err)
	_, err = jwt.ParseWithClaims(header+"."+part(`{"aud":["a",7]}`)+".x", &jwt.RegisteredClaims{}, key)
	fmt.Println(err)
	_, err = jwt.ParseWithClaims(header+"."+part(`{"user_id":"7"}`)+".x", &Claims{}, key)
	var wrong *json.UnmarshalTypeError
	fmt.Println(errors.As(err, &wrong))
}

func keys() {
	text := signed(jwt.MapClaims{})
	token, err := jwt.Parse(text, nil)
	tell("no keyfunc", token, err)
	failed := errors.New("no such key")
	token, err = jwt.Parse(text, func(*jwt.Token) (any, error) { return nil, failed })
	tell("key fails", token, err)
	fmt.Println(errors.Is(err, failed))
	for _, k := range []any{nil, "text", 7, &secret} {
		token, err = jwt.Parse(text, func(*jwt.Token) (any, error) { return k, nil })
		tell(fmt.Sprintf("%T", k), token, err)
	}
	set := func(keys ...jwt.VerificationKey) jwt.Keyfunc {
		return func(*jwt.Token) (any, error) { return jwt.VerificationKeySet{Keys: keys}, nil }
	}
	token, err = jwt.Parse(text, set())
	tell("no keys", token, err)
	token, err = jwt.Parse(text, set([]byte("x"), secret, []byte("y")))
	tell("keys", token, err)
	token, err = jwt.Parse(text, set([]byte("x"), []byte("y")))
	tell("other keys", token, err)
	// A method must be asked for.
	token, err = jwt.Parse(text, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected signing method: %v", t.Header["alg"])
		}
		return secret, nil
	})
	tell("HMAC", token, err)
	token, err = jwt.Parse(text, key, jwt.WithValidMethods([]string{"HS384", "HS512"}))
	tell("method", token, err)
	// The methods with two keys are known, though no key here can be theirs.
	for _, alg := range []string{"RS256", "PS512", "ES384", "EdDSA"} {
		text := part(`{"alg":"`+alg+`"}`) + ".e30.eHg"
		token, err = jwt.Parse(text, key)
		tell(alg, token, err)
		token, err = jwt.Parse(text, key, jwt.WithValidMethods([]string{"HS256"}))
		tell(alg, token, err)
		_, err = jwt.New(jwt.GetSigningMethod(alg)).SignedString(secret)
		fmt.Println(err)
	}
}

func options() {
	text := signed(jwt.MapClaims{"n": 12345678901234567, "s": "~~~"})
	token, _ := jwt.Parse(text, key, jwt.WithJSONNumber())
	fmt.Printf("%T %v\n", token.Claims.(jwt.MapClaims)["n"], token.Claims.(jwt.MapClaims)["n"])
	p := jwt.NewParser(jwt.WithPaddingAllowed())
	padded := ""
	for i, s := range strings.Split(text, ".") {
		if i > 0 {
			padded += "."
		}
		padded += s + strings.Repeat("=", (4-len(s)%4)%4)
	}
	token, err := p.Parse(padded, key)
	tell("padded", token, err)
	token, err = jwt.Parse(padded, key)
	tell("not allowed", token, err)
	token, parts, err := jwt.NewParser().ParseUnverified(text[:len(text)-4], jwt.MapClaims{})
	fmt.Println(token.Valid, len(parts), err, token.Claims, token.Signature == nil)
	b, err := jwt.NewParser().DecodeSegment("eHl6")
	fmt.Println(string(b), err)
	_, err = jwt.NewParser(jwt.WithStrictDecoding()).DecodeSegment("eHl")
	fmt.Println(err)
}

func dates() {
	for _, text := range []string{"1300819380", "1300819380.75", "0", "-1.5", "1e9", `"1300819380"`, "null", "[]", `"x"`, "1e999"} {
		var d jwt.NumericDate
		err := json.Unmarshal([]byte(text), &d)
		fmt.Println(text, d.UTC().Format(time.RFC3339Nano), err)
	}
	t := time.Date(2026, 1, 2, 3, 4, 5, 678900000, time.UTC)
	for _, p := range []time.Duration{time.Second, time.Millisecond, time.Microsecond, time.Minute} {
		jwt.TimePrecision = p
		b, err := json.Marshal(jwt.NewNumericDate(t))
		fmt.Println(p, string(b), err)
	}
	jwt.TimePrecision = time.Second
	for _, text := range []string{`"a"`, `["a","b"]`, `[]`, `null`, `7`, `["a",null]`} {
		var s jwt.ClaimStrings
		err := json.Unmarshal([]byte(text), &s)
		fmt.Printf("%s %q %v\n", text, s, err)
	}
	one := jwt.RegisteredClaims{Audience: jwt.ClaimStrings{"a"}}
	b, _ := json.Marshal(one)
	jwt.MarshalSingleStringAsArray = false
	c, _ := json.Marshal(one)
	fmt.Println(string(b), string(c))
	jwt.MarshalSingleStringAsArray = true
}

func validator() {
	v := jwt.NewValidator(jwt.WithIssuer("us"), jwt.WithExpirationRequired())
	err := v.Validate(jwt.MapClaims{"iss": "them"})
	fmt.Println(err, kinds(err))
	fmt.Println(v.Validate(jwt.RegisteredClaims{Issuer: "us", ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}))
}
