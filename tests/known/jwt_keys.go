package main

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func number(text string) *big.Int {
	return new(big.Int).SetBytes(raw(text))
}

func raw(text string) []byte {
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return b
}

// Python's PyJWT signed these tokens with these keys.
var (
	rsaKey = &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: number("vlCGyDfM7qWexxXOVoF8zJMt9Xy96xdaSlvtgb2iyo6AsTxfwsCMe1wUnI2eUhFL5VdfSfWyuc5VskzO6YKV3n5OjeLe-wXSaMj8bZA5nK_9lzXoiIrmwj1l71TCMrbG1xNIThUwgif-Ys6D1LfbnaCAVoqzTShqEZ4YNBsd_NU"), E: 65537},
		D:         number("oO4DKydUWbEfNIYR90CDwZHrWRzkk_kpVpupmP48vEAIPtcousyLfnz8yO1QJWGO5h4d67KiMVBzUtR0Wy0bgJXGm_qyRhJIXV7o-lp4MEmBtcX_QqLBNO_BVfrZ_ms02IXOuz0UoBmSPIOvDkOEuCg-NN0PEdQ1nBwQNAw4JsE"),
		Primes:    []*big.Int{number("31w3QJVLl47PXXfd75IaxcdaZHaAamJbX3A7GtG0faho2yvSHm51FEqcVWnsQa5YBsgdNFv8C5WX8xWWL9rh6Q"), number("2iAXKCYTOfqwDKIJVXTkt4JJPI5iB8tw4wMevY57L-35URGkZ0BN2Y0cNc6l_pfyB8fZ3bpVw1qkB56IGEXkDQ")},
	}
	rs256 = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3In0.O8rsdsTihefduwR626I2nO2BUNf9XmNv2TLrPKhMOnkqpf5fiz2ajdhsiCBXcUWcXVDKWwurYyjijTnsMQhTL6KXyb9KS5j-xerUAo7fOq3FO-Um9naEK3JIbsWlKicGNFvQjThCugYayyeRAMdDz_HQlRbn0qx5ubS7hhHJ-tE"
	ps256 = "eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3In0.iIX-Hlu5VH0T0O4sww81FQScZg1BzkixGFmReCNp_h2mx045o_VBa9i8jmjbOHBO31Nlmt1Ye91f0rRmQOGpmL6UQU6a_zbzQZ4S4hXvHGLCeZwbNO1_4sraALqSiYljTd6EQi8PUVH2D_4VTalpBsuLumyfYuKj6vRmiBRW2-w"

	ecKey = &ecdsa.PrivateKey{
		PublicKey: ecdsa.PublicKey{Curve: elliptic.P256(), X: number("WCiJUUqDKl-zaxWKup9CLdtB9mlI4pSW24705UeE9H4"), Y: number("MNy0b-Z0WCek7xnHpSvMbxDXcwv_m5EPvRTiWsIPhJE")},
		D:         number("qEVwfnwZG012gpP26f3gbnz2pvRpDZge97C26EdTqBA"),
	}
	es256 = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3In0.hNLhPT3uMeXqL2PdQ8w-b3EKUYyHK_jmc4dJ9uMNVgDXo4MKeBCb8Ts9yigd3f_4v80bce8YWil83axFjLNyGw"

	edKey = ed25519.NewKeyFromSeed(raw("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
	eddsa = "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3In0.6Ahf7sVWJ81qwMHho_8KK5n6yshlQdTuzRdhOnyCxO9FUmATGlro2Ef2UWneBdgDxmn9Pja28n2YHozVvXXUDg"
)

func main() {
	fits := func(key any) jwt.Keyfunc { return func(*jwt.Token) (any, error) { return key, nil } }
	for _, one := range []struct {
		text            string
		public, private any
		method          jwt.SigningMethod
	}{
		{rs256, &rsaKey.PublicKey, rsaKey, jwt.SigningMethodRS256},
		{ps256, &rsaKey.PublicKey, rsaKey, jwt.SigningMethodPS256},
		{es256, &ecKey.PublicKey, ecKey, jwt.SigningMethodES256},
		{eddsa, edKey.Public(), edKey, jwt.SigningMethodEdDSA},
	} {
		alg := one.method.Alg()
		token, err := jwt.Parse(one.text, fits(one.public), jwt.WithValidMethods([]string{alg}))
		fmt.Println(alg, token.Valid, err, token.Claims)
		text, err := jwt.NewWithClaims(one.method, jwt.MapClaims{"sub": "7"}).SignedString(one.private)
		// Signatures with a part that is random differ from time to time.
		fmt.Println(err, len(text) == len(one.text), text == one.text)
		token, err = jwt.Parse(text, fits(one.public))
		fmt.Println(token.Valid, err)
		at := strings.LastIndexByte(text, '.') + 9
		_, err = jwt.Parse(text[:at]+string(text[at]^1)+text[at+1:], fits(one.public))
		fmt.Println(err)
		_, err = jwt.Parse(text[:at], fits(one.public))
		fmt.Println(err, errors.Is(err, jwt.ErrECDSAVerification), errors.Is(err, jwt.ErrEd25519Verification), errors.Is(err, rsa.ErrVerification))
		for _, key := range []any{[]byte("secret"), one.private, nil} {
			_, err = jwt.Parse(text, fits(key))
			fmt.Println(err)
		}
		_, err = jwt.New(one.method).SignedString([]byte("secret"))
		fmt.Println(err)
	}
	// The key of a signature is no secret: taken for one it must not fit.
	forged, _ := jwt.New(jwt.SigningMethodHS256).SignedString([]byte(edKey.Public().(ed25519.PublicKey)))
	_, err := jwt.Parse(forged, fits(edKey.Public()))
	fmt.Println(err)
	_, err = jwt.New(jwt.SigningMethodES384).SignedString(ecKey)
	fmt.Println(err, err == jwt.ErrInvalidKey)
	_, err = jwt.New(jwt.SigningMethodEdDSA).SignedString(ecKey)
	fmt.Println(err)
	p384, _ := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	text, err := jwt.New(jwt.SigningMethodES384).SignedString(p384)
	fmt.Println(len(text), err)

	// RFC 7515, A.3, and RFC 8037, A.4.
	public := &ecdsa.PublicKey{Curve: elliptic.P256(), X: number("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"), Y: number("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")}
	fmt.Println(jwt.SigningMethodES256.Verify("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
		raw("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"), public))
	fmt.Println(jwt.SigningMethodEdDSA.Verify("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
		raw("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"), edKey.Public()))
}
