// Package bcrypt hashes passwords so that trying many takes long: a subset of golang.org/x/crypto/bcrypt, of which nothing is lacking.
package bcrypt

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strconv"
)

const (
	// MinCost is the lowest cost that GenerateFromPassword takes.
	MinCost int = 4
	// MaxCost is the highest cost that GenerateFromPassword takes.
	MaxCost int = 31
	// DefaultCost is what GenerateFromPassword takes for a cost below MinCost.
	DefaultCost int = 10
)

var (
	// ErrMismatchedHashAndPassword says that a hash is not that of the password.
	ErrMismatchedHashAndPassword = errors.New("crypto/bcrypt: hashedPassword is not the hash of the given password")
	// ErrHashTooShort says that a hash is too short for one of bcrypt's.
	ErrHashTooShort = errors.New("crypto/bcrypt: hashedSecret too short to be a bcrypted password")
	// ErrPasswordTooLong says that a password has more than 72 bytes.
	ErrPasswordTooLong = errors.New("bcrypt: password length exceeds 72 bytes")
)

// HashVersionTooNewError says that a hash is of a version of bcrypt after 2; it is that version's digit.
type HashVersionTooNewError byte

func (e HashVersionTooNewError) Error() string {
	return fmt.Sprintf("crypto/bcrypt: bcrypt algorithm version '%c' requested is newer than current version '2'", byte(e))
}

// InvalidHashPrefixError says that a hash does not start with '$' but with this byte.
type InvalidHashPrefixError byte

func (e InvalidHashPrefixError) Error() string {
	return fmt.Sprintf("crypto/bcrypt: bcrypt hashes must start with '$', but hashedSecret started with '%c'", byte(e))
}

// InvalidCostError says that there is no such cost.
type InvalidCostError int

func (e InvalidCostError) Error() string {
	return fmt.Sprintf("crypto/bcrypt: cost %d is outside allowed inclusive range %d..%d", int(e), MinCost, MaxCost)
}

const (
	limit    = 72 // of a password, in bytes
	shortest = 59 // hash
	saltSize = 16
	saltText = 22 // characters
	hashText = 31
)

// In this alphabet bcrypt writes bytes in groups of six bits.
var alphabet = base64.NewEncoding("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
var unpadded = alphabet.WithPadding(base64.NoPadding)

// GenerateFromPassword returns the hash of a password with a new salt. Each step of cost doubles the time that takes.
func GenerateFromPassword(password []byte, cost int) ([]byte, error) {
	if len(password) > limit {
		return nil, ErrPasswordTooLong
	}
	if cost < MinCost {
		cost = DefaultCost
	}
	if cost > MaxCost {
		return nil, InvalidCostError(cost)
	}
	salt := make([]byte, saltSize)
	if _, err := io.ReadFull(rand.Reader, salt); err != nil {
		return nil, err
	}
	out := fmt.Appendf(nil, "$2a$%02d$", cost)
	out = unpadded.AppendEncode(out, salt)
	return append(out, digest(password, cost, salt)...), nil
}

// CompareHashAndPassword returns nil if a hash is that of the password. What is behind the 72nd byte of a password does not count.
func CompareHashAndPassword(hashedPassword, password []byte) error {
	h, err := parse(hashedPassword)
	if err != nil {
		return err
	}
	salt, err := alphabet.AppendDecode(nil, append(h.salt, "=="...))
	if err != nil {
		return err
	}
	if subtle.ConstantTimeCompare(h.digest, digest(password, h.cost, salt)) != 1 {
		return ErrMismatchedHashAndPassword
	}
	return nil
}

// Cost returns the cost that a hash was made with.
func Cost(hashedPassword []byte) (int, error) {
	h, err := parse(hashedPassword)
	return h.cost, err
}

// The parts of a hash, as text.
type parts struct {
	cost   int
	salt   []byte
	digest []byte
}

// Takes "$2a$10$" with salt and digest apart; the minor version may lack, and may be any.
func parse(hash []byte) (parts, error) {
	if len(hash) < shortest {
		return parts{}, ErrHashTooShort
	}
	if hash[0] != '$' {
		return parts{}, InvalidHashPrefixError(hash[0])
	}
	if hash[1] > '2' {
		return parts{}, HashVersionTooNewError(hash[1])
	}
	rest := hash[3:]
	if hash[2] != '$' {
		rest = hash[4:]
	}
	cost, err := strconv.Atoi(string(rest[:2]))
	if err != nil {
		return parts{}, err
	}
	if cost < MinCost || cost > MaxCost {
		return parts{}, InvalidCostError(cost)
	}
	rest = rest[3:]
	h := parts{cost, append([]byte(nil), rest[:saltText]...), make([]byte, hashText)}
	// A longer one is cut.
	copy(h.digest, rest[saltText:])
	return h, nil
}

// The digest of a password as text: a text of three blocks, encrypted 64 times by a cipher that took long to set up. Of its 24 bytes
// the last one is never written.
func digest(password []byte, cost int, salt []byte) []byte {
	key := append(append(make([]byte, 0, len(password)+1), password...), 0)
	state := make([]uint32, 18+4*256)
	setUp(state, key, salt)
	for range uint64(1) << cost {
		expand(state, key)
		settle()
		settle()
		expand(state, salt)
		settle()
		settle()
	}
	return unpadded.AppendEncode(nil, encrypt(state)[:23])
}

// Makes the first state of Blowfish out of a key and a salt: its 18 round keys, then its four tables.
func setUp(state []uint32, key, salt []byte)

// Mixes a key into the state, in about 20 µs.
func expand(state []uint32, key []byte)

// Lets time pass for what was done: a native pays for at most 10 µs at once.
func settle()

// Encrypts the text "OrpheanBeholderScryDoubt" 64 times.
func encrypt(state []uint32) []byte
