package main

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"
	"golang.org/x/crypto/argon2"
)

// Passwords with hashes that Python's argon2-cffi made, which is Argon2's own code.
var hashes = [][2]string{
	{"correct horse", "$argon2id$v=19$m=256,t=2,p=4$c29tZXNhbHQxMjM0NTY3OA$Tds5WX0rYntSIzPEa5GDCUAM+c4/F7ehxJ5fOEV43pQ"},
	{"pässword", "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$OquhGGKR3ScQaJXOsjtF4A"},
	{"", "$argon2id$v=19$m=100,t=3,p=3$c2FsdHNhbHRzYWx0$1scdAugALTix4V9XUNtPp4UkVqmodqr6"},
	{"x", "$argon2id$v=19$m=65536,t=1,p=4$c2FsdHNhbHRzYWx0$JZSxtjctkqXqNSIHCQpOk0/xmzzXJLKiB55gxXXamkA"},
}

func main() {
	for _, h := range hashes {
		match, err := argon2id.ComparePasswordAndHash(h[0], h[1])
		other, params, err2 := argon2id.CheckHash(h[0]+"!", h[1])
		fmt.Println(match, err, other, *params, err2)
	}
	// With Argon2i.
	fmt.Println(hex.EncodeToString(argon2.Key([]byte("somedata"), []byte("somesalt"), 2, 256, 4, 32)))
	fmt.Println(hex.EncodeToString(argon2.IDKey([]byte("x"), []byte("saltsaltsalt"), 1, 64, 1, 4)))

	few := &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 2, SaltLength: 16, KeyLength: 32}
	one, err := argon2id.CreateHash("pa$$word", few)
	two, _ := argon2id.CreateHash("pa$$word", few)
	fmt.Println(len(one), err, one[:30], one != two)
	match, err := argon2id.ComparePasswordAndHash("pa$$word", one)
	fmt.Println(match, err)
	params, salt, key, err := argon2id.DecodeHash(one)
	fmt.Println(*params, len(salt), len(key), err)
	fmt.Println(*argon2id.DefaultParams)

	start := time.Now()
	long, err := argon2id.CreateHash("pa$$word", argon2id.DefaultParams)
	fmt.Println(long[:31], err, time.Since(start).Round(10*time.Millisecond))

	good := hashes[1][1]
	for _, text := range []string{
		"", "x", good[1:], good + "$", strings.Replace(good, "2id", "2i", 1), strings.Replace(good, "19", "18", 1), strings.Replace(good, "v=19", "19", 1),
		strings.Replace(good, "m=64", "m=x", 1), strings.Replace(good, ",p=1", "", 1), strings.Replace(good, "$c29", "$%29", 1), good[:len(good)-1] + "B", strings.Replace(good, "p=1", "p=300", 1),
	} {
		match, err := argon2id.ComparePasswordAndHash("pässword", text)
		fmt.Println(match, err, err == argon2id.ErrInvalidHash || err == argon2id.ErrIncompatibleVariant || err == argon2id.ErrIncompatibleVersion)
	}
	for _, f := range []func(){
		func() { argon2.IDKey(nil, make([]byte, 8), 0, 64, 1, 32) },
		func() { argon2.IDKey(nil, make([]byte, 8), 1, 64, 0, 32) },
		func() { argon2.IDKey(nil, make([]byte, 8), 1, 1<<20, 1, 32) },
		func() { argon2.IDKey(nil, make([]byte, 7), 1, 64, 1, 32) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
