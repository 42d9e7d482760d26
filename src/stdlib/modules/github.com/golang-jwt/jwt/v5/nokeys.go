//go:build golanes

package jwt

// Stands for the methods of keys.go where a program mentions none of them, nor any package with keys for them: whatever its key is,
// it cannot fit. So a program that signs with a secret is spared the mathematics of the others.
type unmentioned struct {
	alg, family, public, private string
}

func init() {
	for _, alg := range []string{"RS256", "RS384", "RS512"} {
		register(&unmentioned{alg, "RSA", "*rsa.PublicKey", "*rsa.PrivateKey"})
	}
	for _, alg := range []string{"PS256", "PS384", "PS512"} {
		register(&unmentioned{alg, "RSA-PSS", "*rsa.PublicKey", "*rsa.PrivateKey"})
	}
	for _, alg := range []string{"ES256", "ES384", "ES512"} {
		register(&unmentioned{alg, "ECDSA", "*ecdsa.PublicKey", "*ecdsa.PrivateKey"})
	}
	register(&unmentioned{"EdDSA", "Ed25519", "ed25519.PublicKey", "crypto.Signer"})
}

func (m *unmentioned) Alg() string { return m.alg }

func (m *unmentioned) Verify(signingString string, sig []byte, key any) error {
	return fault(ErrInvalidKeyType, m.family+" verify expects "+m.public)
}

func (m *unmentioned) Sign(signingString string, key any) ([]byte, error) {
	return nil, fault(ErrInvalidKeyType, m.family+" sign expects "+m.private)
}
