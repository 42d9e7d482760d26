// Package boring: another implementation of cryptography that Go may have been built with; we are not.
package boring

import (
	"crypto"
	"hash"
	"io"
)

const Enabled = false

func Unreachable()            {}
func UnreachableExceptTests() {}

func NewSHA1() hash.Hash                         { panic("boring") }
func NewSHA224() hash.Hash                       { panic("boring") }
func NewSHA256() hash.Hash                       { panic("boring") }
func NewSHA384() hash.Hash                       { panic("boring") }
func NewSHA512() hash.Hash                       { panic("boring") }
func NewHMAC(func() hash.Hash, []byte) hash.Hash { panic("boring") }
func SHA1([]byte) [20]byte                       { panic("boring") }
func SHA224([]byte) [28]byte                     { panic("boring") }
func SHA256([]byte) [32]byte                     { panic("boring") }
func SHA384([]byte) [48]byte                     { panic("boring") }
func SHA512([]byte) [64]byte                     { panic("boring") }

var RandReader io.Reader

// A block has the methods of a cipher.Block.
type block interface {
	BlockSize() int
	Encrypt(dst, src []byte)
	Decrypt(dst, src []byte)
}

func NewAESCipher(key []byte) (block, error) { panic("boring") }

// A BigInt is a number, its lowest word first.
type BigInt []uint

type (
	PublicKeyRSA    struct{ _ int }
	PrivateKeyRSA   struct{ _ int }
	PublicKeyECDSA  struct{ _ int }
	PrivateKeyECDSA struct{ _ int }
	PublicKeyECDH   struct{}
	PrivateKeyECDH  struct{}
)

func GenerateKeyRSA(int) (N, E, D, P, Q, Dp, Dq, Qinv BigInt, err error)          { panic("boring") }
func NewPrivateKeyRSA(N, E, D, P, Q, Dp, Dq, Qinv BigInt) (*PrivateKeyRSA, error) { panic("boring") }
func NewPublicKeyRSA(N, E BigInt) (*PublicKeyRSA, error)                          { panic("boring") }
func DecryptRSAOAEP(h, m hash.Hash, k *PrivateKeyRSA, c, label []byte) ([]byte, error) {
	panic("boring")
}
func DecryptRSAPKCS1(*PrivateKeyRSA, []byte) ([]byte, error)     { panic("boring") }
func DecryptRSANoPadding(*PrivateKeyRSA, []byte) ([]byte, error) { panic("boring") }
func EncryptRSAOAEP(h, m hash.Hash, k *PublicKeyRSA, msg, label []byte) ([]byte, error) {
	panic("boring")
}
func EncryptRSAPKCS1(*PublicKeyRSA, []byte) ([]byte, error)                        { panic("boring") }
func EncryptRSANoPadding(*PublicKeyRSA, []byte) ([]byte, error)                    { panic("boring") }
func SignRSAPKCS1v15(*PrivateKeyRSA, crypto.Hash, []byte) ([]byte, error)          { panic("boring") }
func SignRSAPSS(*PrivateKeyRSA, crypto.Hash, []byte, int) ([]byte, error)          { panic("boring") }
func VerifyRSAPKCS1v15(k *PublicKeyRSA, h crypto.Hash, hashed, sig []byte) error   { panic("boring") }
func VerifyRSAPSS(k *PublicKeyRSA, h crypto.Hash, hashed, sig []byte, n int) error { panic("boring") }

func GenerateKeyECDSA(string) (X, Y, D BigInt, err error)                   { panic("boring") }
func NewPrivateKeyECDSA(c string, X, Y, D BigInt) (*PrivateKeyECDSA, error) { panic("boring") }
func NewPublicKeyECDSA(c string, X, Y BigInt) (*PublicKeyECDSA, error)      { panic("boring") }
func SignMarshalECDSA(*PrivateKeyECDSA, []byte) ([]byte, error)             { panic("boring") }
func VerifyECDSA(k *PublicKeyECDSA, hash, sig []byte) bool                  { panic("boring") }

func ECDH(*PrivateKeyECDH, *PublicKeyECDH) ([]byte, error)      { panic("boring") }
func GenerateKeyECDH(string) (*PrivateKeyECDH, []byte, error)   { panic("boring") }
func NewPrivateKeyECDH(string, []byte) (*PrivateKeyECDH, error) { panic("boring") }
func NewPublicKeyECDH(string, []byte) (*PublicKeyECDH, error)   { panic("boring") }
func (*PublicKeyECDH) Bytes() []byte                            { panic("boring") }
func (*PrivateKeyECDH) PublicKey() (*PublicKeyECDH, error)      { panic("boring") }
