package jwt

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"math/big"
)

// Programs get this file if they mention these methods or such keys, and otherwise nokeys.go.

var (
	ErrECDSAVerification   = errors.New("crypto/ecdsa: verification error")
	ErrEd25519Verification = errors.New("ed25519: verification error")
)

// SigningMethodRSA signs as PKCS #1 v1.5 has it, with an *rsa.PrivateKey.
type SigningMethodRSA struct {
	Name string
	Hash crypto.Hash
}

// SigningMethodRSAPSS signs as RSASSA-PSS, with an *rsa.PrivateKey.
type SigningMethodRSAPSS struct {
	*SigningMethodRSA
	Options       *rsa.PSSOptions
	VerifyOptions *rsa.PSSOptions
}

// SigningMethodECDSA signs with an *ecdsa.PrivateKey of the right curve.
type SigningMethodECDSA struct {
	Name      string
	Hash      crypto.Hash
	KeySize   int
	CurveBits int
}

// SigningMethodEd25519 signs with an ed25519.PrivateKey.
type SigningMethodEd25519 struct{}

var (
	SigningMethodRS256 = &SigningMethodRSA{"RS256", crypto.SHA256}
	SigningMethodRS384 = &SigningMethodRSA{"RS384", crypto.SHA384}
	SigningMethodRS512 = &SigningMethodRSA{"RS512", crypto.SHA512}
	SigningMethodPS256 = pss("PS256", crypto.SHA256)
	SigningMethodPS384 = pss("PS384", crypto.SHA384)
	SigningMethodPS512 = pss("PS512", crypto.SHA512)
	SigningMethodES256 = &SigningMethodECDSA{"ES256", crypto.SHA256, 32, 256}
	SigningMethodES384 = &SigningMethodECDSA{"ES384", crypto.SHA384, 48, 384}
	SigningMethodES512 = &SigningMethodECDSA{"ES512", crypto.SHA512, 66, 521}
	SigningMethodEdDSA = &SigningMethodEd25519{}
)

func pss(name string, hash crypto.Hash) *SigningMethodRSAPSS {
	salt := func(length int) *rsa.PSSOptions { return &rsa.PSSOptions{SaltLength: length} }
	return &SigningMethodRSAPSS{&SigningMethodRSA{name, hash}, salt(rsa.PSSSaltLengthEqualsHash), salt(rsa.PSSSaltLengthAuto)}
}

func init() {
	register(SigningMethodRS256, SigningMethodRS384, SigningMethodRS512)
	register(SigningMethodPS256, SigningMethodPS384, SigningMethodPS512)
	register(SigningMethodES256, SigningMethodES384, SigningMethodES512)
	register(SigningMethodEdDSA)
}

func digest(hash crypto.Hash, text string) ([]byte, error) {
	if !hash.Available() {
		return nil, ErrHashUnavailable
	}
	h := hash.New()
	h.Write([]byte(text))
	return h.Sum(nil), nil
}

func (m *SigningMethodRSA) Alg() string { return m.Name }

func (m *SigningMethodRSA) Verify(signingString string, sig []byte, key any) error {
	public, ok := key.(*rsa.PublicKey)
	if !ok {
		return fault(ErrInvalidKeyType, "RSA verify expects *rsa.PublicKey")
	}
	sum, err := digest(m.Hash, signingString)
	if err != nil {
		return err
	}
	return rsa.VerifyPKCS1v15(public, m.Hash, sum, sig)
}

func (m *SigningMethodRSA) Sign(signingString string, key any) ([]byte, error) {
	private, ok := key.(*rsa.PrivateKey)
	if !ok {
		return nil, fault(ErrInvalidKeyType, "RSA sign expects *rsa.PrivateKey")
	}
	sum, err := digest(m.Hash, signingString)
	if err != nil {
		return nil, err
	}
	return rsa.SignPKCS1v15(rand.Reader, private, m.Hash, sum)
}

func (m *SigningMethodRSAPSS) Verify(signingString string, sig []byte, key any) error {
	public, ok := key.(*rsa.PublicKey)
	if !ok {
		return fault(ErrInvalidKeyType, "RSA-PSS verify expects *rsa.PublicKey")
	}
	sum, err := digest(m.Hash, signingString)
	if err != nil {
		return err
	}
	options := m.VerifyOptions
	if options == nil {
		options = m.Options
	}
	return rsa.VerifyPSS(public, m.Hash, sum, sig, options)
}

func (m *SigningMethodRSAPSS) Sign(signingString string, key any) ([]byte, error) {
	private, ok := key.(*rsa.PrivateKey)
	if !ok {
		return nil, fault(ErrInvalidKeyType, "RSA-PSS sign expects *rsa.PrivateKey")
	}
	sum, err := digest(m.Hash, signingString)
	if err != nil {
		return nil, err
	}
	return rsa.SignPSS(rand.Reader, private, m.Hash, sum, m.Options)
}

func (m *SigningMethodECDSA) Alg() string { return m.Name }

func (m *SigningMethodECDSA) Verify(signingString string, sig []byte, key any) error {
	public, ok := key.(*ecdsa.PublicKey)
	if !ok {
		return fault(ErrInvalidKeyType, "ECDSA verify expects *ecdsa.PublicKey")
	}
	if len(sig) != 2*m.KeySize {
		return ErrECDSAVerification
	}
	sum, err := digest(m.Hash, signingString)
	if err != nil {
		return err
	}
	r, s := new(big.Int).SetBytes(sig[:m.KeySize]), new(big.Int).SetBytes(sig[m.KeySize:])
	if !ecdsa.Verify(public, sum, r, s) {
		return ErrECDSAVerification
	}
	return nil
}

// Sign returns both numbers of the signature, each of KeySize bytes.
func (m *SigningMethodECDSA) Sign(signingString string, key any) ([]byte, error) {
	private, ok := key.(*ecdsa.PrivateKey)
	if !ok {
		return nil, fault(ErrInvalidKeyType, "ECDSA sign expects *ecdsa.PrivateKey")
	}
	sum, err := digest(m.Hash, signingString)
	if err != nil {
		return nil, err
	}
	r, s, err := ecdsa.Sign(rand.Reader, private, sum)
	if err != nil {
		return nil, err
	}
	if private.Curve.Params().BitSize != m.CurveBits {
		return nil, ErrInvalidKey
	}
	sig := make([]byte, 2*m.KeySize)
	r.FillBytes(sig[:m.KeySize])
	s.FillBytes(sig[m.KeySize:])
	return sig, nil
}

func (m *SigningMethodEd25519) Alg() string { return "EdDSA" }

func (m *SigningMethodEd25519) Verify(signingString string, sig []byte, key any) error {
	public, ok := key.(ed25519.PublicKey)
	if !ok {
		return fault(ErrInvalidKeyType, "Ed25519 verify expects ed25519.PublicKey")
	}
	if len(public) != ed25519.PublicKeySize {
		return ErrInvalidKey
	}
	if !ed25519.Verify(public, []byte(signingString), sig) {
		return ErrEd25519Verification
	}
	return nil
}

func (m *SigningMethodEd25519) Sign(signingString string, key any) ([]byte, error) {
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, fault(ErrInvalidKeyType, "Ed25519 sign expects crypto.Signer")
	}
	if _, ok := signer.Public().(ed25519.PublicKey); !ok {
		return nil, ErrInvalidKey
	}
	return signer.Sign(rand.Reader, []byte(signingString), crypto.Hash(0))
}
