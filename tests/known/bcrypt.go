package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/bcrypt"
)

// Passwords with hashes that others made: Openwall's and jBCrypt's test vectors, perl with libxcrypt, Python's bcrypt.
var vectors = [][2]string{
	{"U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"},
	{"U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK"},
	{"U*U*U", "$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"},
	{"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored", "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui"},
	{"", "$2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s."},
	{"a", "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe"},
	{"abc", "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"},
	{"abcdefghijklmnopqrstuvwxyz", "$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC"},
	{"~!@#$%^&*()      ~!@#$%^&*()PNBFRD", "$2a$06$fPIsBO8qRqkjj273rfaOI.HtSV9jLDpTbZn782DC6/t7qT67P6FfO"},
	{"allmine", "$2a$10$XajjQvNhvvRt5GSeFk1xFeyqRrsxkhBkUiQeg0dt.wU1qD4aFDcga"},
	{"swordfish", "$2y$05$abcdefghijklmnopqrstuupWDwJQeCHYIBQy8WvkVB6ImhZ476YYy"},
	{"été", "$2b$06$QQQQQQQQQQQQQQQQQQQQQulGUjw3JYiFjxXlpR289mRi7ekptMl1K"},
	{"", "$2y$04$......................w74bL5gU7LSJClZClCa.Pkz14aTv/XO"},
}

func main() {
	for _, v := range vectors {
		right := bcrypt.CompareHashAndPassword([]byte(v[1]), []byte(v[0]))
		wrong := bcrypt.CompareHashAndPassword([]byte(v[1]), []byte("x"+v[0]))
		cost, err := bcrypt.Cost([]byte(v[1]))
		fmt.Println(right, errors.Is(wrong, bcrypt.ErrMismatchedHashAndPassword), cost, err)
	}
	fmt.Println(bcrypt.ErrMismatchedHashAndPassword)

	fmt.Println("\nNew hashes")
	var last string
	for _, cost := range []int{-1, 0, 3, 4, 5} {
		hash, err := bcrypt.GenerateFromPassword([]byte("hunter2"), cost)
		was, _ := bcrypt.Cost(hash)
		fmt.Println(len(hash), err, was, string(hash[:7]), string(hash) != last, bcrypt.CompareHashAndPassword(hash, []byte("hunter2")))
		last = string(hash)
	}
	for _, cost := range []int{32, 100} {
		hash, err := bcrypt.GenerateFromPassword([]byte("hunter2"), cost)
		var invalid bcrypt.InvalidCostError
		fmt.Println(hash == nil, err, errors.As(err, &invalid), int(invalid))
	}

	fmt.Println("\nThe 72 bytes")
	for _, password := range []string{strings.Repeat("x", 72), strings.Repeat("x", 73), strings.Repeat("é", 36), strings.Repeat("é", 37)} {
		hash, err := bcrypt.GenerateFromPassword([]byte(password), 4)
		fmt.Println(len(password), len(hash), err, err == bcrypt.ErrPasswordTooLong)
	}
	hash, _ := bcrypt.GenerateFromPassword([]byte(strings.Repeat("x", 72)), 4)
	fmt.Println(bcrypt.CompareHashAndPassword(hash, []byte(strings.Repeat("x", 72)+"anything")))
	fmt.Println(bcrypt.CompareHashAndPassword(hash, []byte(strings.Repeat("x", 71))))

	fmt.Println("\nWhat is no hash")
	text := "$2a$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
	for _, hash := range []string{
		"", "$2a$10$fooo", text[:58], text[:59], text + "\n", "%" + text[1:], "$3" + text[2:], "$a$a$" + text,
		"$2a$32$" + text[7:], "$2a$03$" + text[7:], "$2a$x4$" + text[7:], "$2$04$" + text[7:], "$2a$04$!" + text[8:],
	} {
		_, costs := bcrypt.Cost([]byte(hash))
		err := bcrypt.CompareHashAndPassword([]byte(hash), []byte("x"))
		fmt.Printf("%T %v | %v\n", err, err, costs)
	}
	fmt.Println(bcrypt.HashVersionTooNewError('3'), bcrypt.InvalidHashPrefixError('x') == bcrypt.InvalidHashPrefixError('x'))
	fmt.Println(bcrypt.MinCost, bcrypt.DefaultCost, bcrypt.MaxCost)

	// The password is not changed, nor what is behind it.
	source := []byte("passw0rd123456")
	bcrypt.CompareHashAndPassword(hash, source[:8])
	bcrypt.GenerateFromPassword(source[:8], 4)
	fmt.Println(string(source))

	fmt.Println("\nTime")
	took := func(f func()) time.Duration {
		start := time.Now()
		f()
		return time.Since(start).Round(5 * time.Millisecond)
	}
	generate := func(cost int) func() {
		return func() { bcrypt.GenerateFromPassword([]byte("slow on purpose"), cost) }
	}
	fmt.Println(took(generate(8)), took(generate(9)), took(generate(10)))
	fmt.Println(took(func() {
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(generate(8))
		}
		wg.Wait()
	}))
}
