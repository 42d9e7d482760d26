package jwt

import (
	"crypto"
	"crypto/hmac"
	_ "crypto/sha256"
	_ "crypto/sha512"
	"errors"
)

// SigningMethodHMAC signs with a secret that both sides know, a []byte.
type SigningMethodHMAC struct {
	Name string
	Hash crypto.Hash
}

var (
	SigningMethodHS256 = &SigningMethodHMAC{"HS256", crypto.SHA256}
	SigningMethodHS384 = &SigningMethodHMAC{"HS384", crypto.SHA384}
	SigningMethodHS512 = &SigningMethodHMAC{"HS512", crypto.SHA512}

	ErrSignatureInvalid = errors.New("signature is invalid")
)

func init() {
	register(SigningMethodHS256, SigningMethodHS384, SigningMethodHS512)
	register(SigningMethodNone)
}

func (m *SigningMethodHMAC) Alg() string { return m.Name }

func (m *SigningMethodHMAC) Verify(signingString string, sig []byte, key any) error {
	secret, ok := key.([]byte)
	if !ok {
		return fault(ErrInvalidKeyType, "HMAC verify expects []byte")
	}
	is, err := m.sum(signingString, secret)
	if err == nil && !hmac.Equal(sig, is) {
		err = ErrSignatureInvalid
	}
	return err
}

func (m *SigningMethodHMAC) Sign(signingString string, key any) ([]byte, error) {
	secret, ok := key.([]byte)
	if !ok {
		return nil, fault(ErrInvalidKeyType, "HMAC sign expects []byte")
	}
	return m.sum(signingString, secret)
}

func (m *SigningMethodHMAC) sum(text string, secret []byte) ([]byte, error) {
	if !m.Hash.Available() {
		return nil, ErrHashUnavailable
	}
	h := hmac.New(m.Hash.New, secret)
	h.Write([]byte(text))
	return h.Sum(nil), nil
}

// SigningMethodNone does not sign. Its only key is UnsafeAllowNoneSignatureType.
var SigningMethodNone = &signingMethodNone{}

// UnsafeAllowNoneSignatureType is the key that says that tokens without a signature are wanted.
const UnsafeAllowNoneSignatureType unsafeNoneMagicConstant = "none signing method allowed"

// NoneSignatureTypeDisallowedError says that they are not.
var NoneSignatureTypeDisallowedError = fault(ErrTokenUnverifiable, "'none' signature type is not allowed")

type signingMethodNone struct{}
type unsafeNoneMagicConstant string

func (m *signingMethodNone) Alg() string { return "none" }

func (m *signingMethodNone) Verify(signingString string, sig []byte, key any) error {
	if _, ok := key.(unsafeNoneMagicConstant); !ok {
		return NoneSignatureTypeDisallowedError
	}
	if len(sig) != 0 {
		return fault(ErrTokenUnverifiable, "'none' signing method with non-empty signature")
	}
	return nil
}

func (m *signingMethodNone) Sign(signingString string, key any) ([]byte, error) {
	if _, ok := key.(unsafeNoneMagicConstant); !ok {
		return nil, NoneSignatureTypeDisallowedError
	}
	return []byte{}, nil
}
