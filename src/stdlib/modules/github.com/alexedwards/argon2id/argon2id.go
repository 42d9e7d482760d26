// Package argon2id hashes passwords by Argon2id, and writes hashes with their parameters: a subset of github.com/alexedwards/argon2id, of
// which nothing is lacking.
package argon2id

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"
)

var (
	// ErrInvalidHash says that a text is no such hash.
	ErrInvalidHash = errors.New("argon2id: hash is not in the correct format")
	// ErrIncompatibleVariant says that a hash is of another variant of Argon2.
	ErrIncompatibleVariant = errors.New("argon2id: incompatible variant of argon2")
	// ErrIncompatibleVersion says that a hash is of another version of Argon2.
	ErrIncompatibleVersion = errors.New("argon2id: incompatible version of argon2")
)

// Params say how much work a hash is: Memory in KiB, passes over it, threads, and bytes of salt and key.
type Params struct {
	Memory      uint32
	Iterations  uint32
	Parallelism uint8
	SaltLength  uint32
	KeyLength   uint32
}

// DefaultParams are one pass over 64 MiB by as many threads as there are processors.
var DefaultParams = &Params{
	Memory:      64 * 1024,
	Iterations:  1,
	Parallelism: uint8(runtime.NumCPU()),
	SaltLength:  16,
	KeyLength:   32,
}

// CreateHash returns the hash of a password with a new salt.
func CreateHash(password string, params *Params) (hash string, err error) {
	salt := make([]byte, params.SaltLength)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	key := params.key(password, salt)
	text := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, params.Memory, params.Iterations, params.Parallelism, text(salt), text(key)), nil
}

func (p *Params) key(password string, salt []byte) []byte {
	return argon2.IDKey([]byte(password), salt, p.Iterations, p.Memory, p.Parallelism, p.KeyLength)
}

// ComparePasswordAndHash reports whether a hash is that of the password.
func ComparePasswordAndHash(password, hash string) (match bool, err error) {
	match, _, err = CheckHash(password, hash)
	return match, err
}

// CheckHash reports whether a hash is that of the password, and what it was made with.
func CheckHash(password, hash string) (match bool, params *Params, err error) {
	params, salt, key, err := DecodeHash(hash)
	if err != nil {
		return false, nil, err
	}
	return subtle.ConstantTimeCompare(key, params.key(password, salt)) == 1, params, nil
}

// DecodeHash takes a hash apart.
func DecodeHash(hash string) (params *Params, salt, key []byte, err error) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 {
		return nil, nil, nil, ErrInvalidHash
	}
	if parts[1] != "argon2id" {
		return nil, nil, nil, ErrIncompatibleVariant
	}
	var version int
	if _, err := fmt.Sscanf(parts[2], "v=%d", &version); err != nil {
		return nil, nil, nil, err
	}
	if version != argon2.Version {
		return nil, nil, nil, ErrIncompatibleVersion
	}
	params = &Params{}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &params.Memory, &params.Iterations, &params.Parallelism); err != nil {
		return nil, nil, nil, err
	}
	if salt, err = base64.RawStdEncoding.Strict().DecodeString(parts[4]); err != nil {
		return nil, nil, nil, err
	}
	if key, err = base64.RawStdEncoding.Strict().DecodeString(parts[5]); err != nil {
		return nil, nil, nil, err
	}
	params.SaltLength, params.KeyLength = uint32(len(salt)), uint32(len(key))
	return params, salt, key, nil
}
