package main

import (
	"bytes"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"math/big"
)

func show(name string, b []byte) { fmt.Println(name, len(b), hex.EncodeToString(b)) }

func main() {
	key := []byte("0123456789abcdef0123456789abcdef")
	text := []byte("a text that is a little longer than two blocks of AES, padded")
	for _, n := range []int{16, 24, 32} {
		block, err := aes.NewCipher(key[:n])
		fmt.Println(block.BlockSize(), err)
		one := make([]byte, 16)
		block.Encrypt(one, text[:16])
		show("block", one)
		block.Decrypt(one, one)
		fmt.Println(string(one))
		padded := append(bytes.Clone(text), make([]byte, 16-len(text)%16)...)
		out := make([]byte, len(padded))
		cipher.NewCBCEncrypter(block, key[:16]).CryptBlocks(out, padded)
		show("cbc", out)
		cipher.NewCBCDecrypter(block, key[:16]).CryptBlocks(out, out)
		fmt.Println(bytes.Equal(out, padded))
		stream := make([]byte, len(text))
		cipher.NewCTR(block, key[:16]).XORKeyStream(stream, text)
		show("ctr", stream)
		cipher.NewOFB(block, key[:16]).XORKeyStream(stream, text)
		show("ofb", stream)
		cipher.NewCFBEncrypter(block, key[:16]).XORKeyStream(stream, text)
		show("cfb", stream)
		gcm, err := cipher.NewGCM(block)
		fmt.Println(gcm.NonceSize(), gcm.Overhead(), err)
		sealed := gcm.Seal(nil, key[:12], text, []byte("more"))
		show("gcm", sealed)
		open, err := gcm.Open(nil, key[:12], sealed, []byte("more"))
		fmt.Println(string(open), err)
		sealed[3] ^= 1
		_, err = gcm.Open(nil, key[:12], sealed, []byte("more"))
		fmt.Println(err)
	}
	_, err := aes.NewCipher(key[:5])
	fmt.Println(err)

	d, err := des.NewCipher(key[:8])
	out := make([]byte, 8)
	d.Encrypt(out, text[:8])
	show("des", out)
	t, err := des.NewTripleDESCipher(key[:24])
	t.Encrypt(out, text[:8])
	show("3des", out)
	r, _ := rc4.NewCipher(key[:16])
	rc := make([]byte, 20)
	r.XORKeyStream(rc, text[:20])
	show("rc4", rc)

	priv := ed25519.NewKeyFromSeed(key)
	sig := ed25519.Sign(priv, text)
	show("ed25519", priv.Public().(ed25519.PublicKey))
	show("signature", sig)
	fmt.Println(ed25519.Verify(priv.Public().(ed25519.PublicKey), text, sig), ed25519.Verify(priv.Public().(ed25519.PublicKey), text[1:], sig))
	pub2, priv2, err := ed25519.GenerateKey(rand.Reader)
	fmt.Println(ed25519.Verify(pub2, text, ed25519.Sign(priv2, text)), err)

	for _, s := range []struct {
		name string
		sum  []byte
	}{
		{"sha3-256", sum(sha3.Sum256(text))}, {"sha3-512", sum64(sha3.Sum512(text))}, {"shake128", sha3.SumSHAKE128(text, 40)}, {"shake256", sha3.SumSHAKE256(bytes.Repeat(text, 9), 200)},
	} {
		show(s.name, s.sum)
	}
	derived, err := pbkdf2.Key(sha256.New, "password", []byte("salt"), 50, 40)
	show("pbkdf2", derived)
	k, err := hkdf.Key(sha512.New, key, []byte("salt"), "info", 50)
	show("hkdf", k)
	mac := hmac.New(sha256.New, key)
	mac.Write(text)
	show("hmac", mac.Sum(nil))

	x, _ := ecdh.X25519().NewPrivateKey(key)
	y, _ := ecdh.X25519().NewPrivateKey(append([]byte{9}, key[1:]...))
	s1, _ := x.ECDH(y.PublicKey())
	s2, _ := y.ECDH(x.PublicKey())
	show("x25519", s1)
	fmt.Println(bytes.Equal(s1, s2))
	p, err := ecdh.P256().NewPrivateKey(key)
	show("p256", p.PublicKey().Bytes())

	curve := elliptic.P256()
	fmt.Println(curve.Params().Name, curve.Params().BitSize, curve.Params().N)
	digest := sha256.Sum256(text)
	ek, err := ecdsa.GenerateKey(curve, rand.Reader)
	es, err := ecdsa.SignASN1(rand.Reader, ek, digest[:])
	fmt.Println(ecdsa.VerifyASN1(&ek.PublicKey, digest[:], es), ecdsa.VerifyASN1(&ek.PublicKey, digest[1:], es), err)
	px, py := curve.ScalarBaseMult(key)
	fixed := &ecdsa.PrivateKey{PublicKey: ecdsa.PublicKey{Curve: curve, X: px, Y: py}, D: new(big.Int).SetBytes(key)}
	det, err := fixed.Sign(nil, digest[:], crypto.SHA256)
	show("deterministic", det)
	fmt.Println(err, ecdsa.VerifyASN1(&fixed.PublicKey, digest[:], det))
}

func sum(b [32]byte) []byte   { return b[:] }
func sum64(b [64]byte) []byte { return b[:] }
