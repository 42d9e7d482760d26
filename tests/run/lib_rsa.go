package main

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
)

func number(s string) *big.Int {
	n, _ := new(big.Int).SetString(s, 0)
	return n
}

func main() {
	p := number("0xc752495dc7fd41f58f5941c57f5072455b6135dbaec4959dd74305e86ba0e870812dee665dc1ab9ce3484ff3f71dad80ccc5611586f65bacf8c09d8a3c328293")
	q := number("0xf569eafa15074761c6bf96be5e15d5e3676d155e97255ccafc38c8ea3ee6358dce0a1fe21392cd70fa36e34391f51f53a916ac1e2b88c0ef68de9bda6d0be2d7")
	one := big.NewInt(1)
	phi := new(big.Int).Mul(new(big.Int).Sub(p, one), new(big.Int).Sub(q, one))
	key := &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537},
		D:         new(big.Int).ModInverse(big.NewInt(65537), phi),
		Primes:    []*big.Int{p, q},
	}
	fmt.Println(key.Validate(), key.N.BitLen(), key.Size())
	key.Precompute()
	digest := sha256.Sum256([]byte("text"))
	sig, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, digest[:])
	fmt.Println(hex.EncodeToString(sig), err)
	fmt.Println(rsa.VerifyPKCS1v15(&key.PublicKey, crypto.SHA256, digest[:], sig))
	sig[5] ^= 1
	fmt.Println(rsa.VerifyPKCS1v15(&key.PublicKey, crypto.SHA256, digest[:], sig))
	pss, err := rsa.SignPSS(rand.Reader, key, crypto.SHA256, digest[:], nil)
	fmt.Println(err, rsa.VerifyPSS(&key.PublicKey, crypto.SHA256, digest[:], pss, nil))
	sealed, err := rsa.EncryptOAEP(sha256.New(), rand.Reader, &key.PublicKey, []byte("secret"), []byte("label"))
	open, err2 := rsa.DecryptOAEP(sha256.New(), nil, key, sealed, []byte("label"))
	fmt.Println(len(sealed), err, string(open), err2)
	_, err = rsa.DecryptOAEP(sha256.New(), nil, key, sealed, []byte("other"))
	fmt.Println(err)
	made, err := rsa.GenerateKey(rand.Reader, 1024)
	fmt.Println(made.N.BitLen(), err, made.Validate())
	_, err = rsa.GenerateKey(rand.Reader, 100)
	fmt.Println(err)
}
