package main

// hash and its packages, crypto's hashes, crypto/subtle, crypto/rand.

import (
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"math/big"
)

var text = []byte("The quick brown fox jumps over the lazy dog")

func whole(name string, h hash.Hash) {
	h.Write(text[:10])
	state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
	fmt.Println(name, h.Size(), h.BlockSize(), len(state), err)
	clone, err := h.(hash.Cloner).Clone()
	fmt.Println(err)
	h.Write(text[10:])
	fmt.Printf("%x\n", h.Sum([]byte("in")))
	h.Reset()
	fmt.Printf("%x\n", h.Sum(nil))
	err = h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state)
	h.Write(text[10:])
	clone.Write(text[10:])
	fmt.Println(err, bytes.Equal(h.Sum(nil), clone.Sum(nil)))
	fmt.Println(h.(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("short")))
	switch h := h.(type) {
	case hash.Hash32:
		fmt.Println(h.Sum32())
	case hash.Hash64:
		fmt.Println(h.Sum64())
	}
}

func main() {
	fmt.Printf("%x\n%x\n%x\n%x\n", md5.Sum(text), sha1.Sum(text), sha256.Sum256(text), sha256.Sum224(text))
	fmt.Printf("%x\n%x\n%x\n%x\n", sha512.Sum512(text), sha512.Sum384(text), sha512.Sum512_224(text), sha512.Sum512_256(text))
	fmt.Println(md5.Size, md5.BlockSize, sha1.Size, sha1.BlockSize, sha256.Size, sha256.Size224, sha256.BlockSize, sha512.Size, sha512.Size224, sha512.Size256, sha512.Size384, sha512.BlockSize)
	whole("md5", md5.New())
	whole("sha1", sha1.New())
	whole("sha256", sha256.New())
	whole("sha224", sha256.New224())
	whole("sha512", sha512.New())
	whole("sha384", sha512.New384())
	whole("sha512/224", sha512.New512_224())
	whole("sha512/256", sha512.New512_256())
	whole("adler32", adler32.New())
	whole("crc32", crc32.NewIEEE())
	whole("castagnoli", crc32.New(crc32.MakeTable(crc32.Castagnoli)))
	whole("koopman", crc32.New(crc32.MakeTable(crc32.Koopman)))
	whole("iso", crc64.New(crc64.MakeTable(crc64.ISO)))
	whole("ecma", crc64.New(crc64.MakeTable(crc64.ECMA)))
	whole("fnv32", fnv.New32())
	whole("fnv32a", fnv.New32a())
	whole("fnv64", fnv.New64())
	whole("fnv64a", fnv.New64a())
	whole("fnv128", fnv.New128())
	whole("fnv128a", fnv.New128a())

	var table *crc32.Table = crc32.MakeTable(crc32.IEEE)
	var table64 *crc64.Table = crc64.MakeTable(crc64.ISO)
	fmt.Println(adler32.Checksum(text), adler32.Size, crc32.ChecksumIEEE(text), crc32.Checksum(text, table), crc32.Update(7, table, text), crc32.Size, table == crc32.IEEETable, table[3])
	fmt.Println(crc64.Checksum(text, table64), crc64.Update(7, table64, text), crc64.Size, table64[3])

	mac := hmac.New(sha256.New, []byte("key"))
	mac.Write(text)
	sum := mac.Sum(nil)
	fmt.Printf("%x %v\n", sum, hmac.Equal(sum, sum[1:]))

	fmt.Println(subtle.ConstantTimeByteEq(3, 3), subtle.ConstantTimeCompare(text, text[:3]), subtle.ConstantTimeCompare(text, bytes.Clone(text)), subtle.ConstantTimeEq(1, -1), subtle.ConstantTimeLessOrEq(2, 3), subtle.ConstantTimeLessOrEq(3, 2), subtle.ConstantTimeSelect(1, 5, 6), subtle.ConstantTimeSelect(0, 5, 6))
	x, y := []byte("abc"), []byte("xyz")
	subtle.ConstantTimeCopy(0, x, y)
	fmt.Println(string(x))
	subtle.ConstantTimeCopy(1, x, y)
	fmt.Println(string(x))
	dst := make([]byte, 5)
	fmt.Println(subtle.XORBytes(dst, []byte{1, 2, 3, 4}, []byte{1, 1, 1}), dst)
	subtle.WithDataIndependentTiming(func() { fmt.Println("inside") })
	func() {
		defer func() { fmt.Println(recover()) }()
		subtle.ConstantTimeCopy(1, x, y[1:])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		subtle.XORBytes(dst[:1], x, y)
	}()

	n, err := rand.Int(rand.Reader, big.NewInt(10))
	fmt.Println(n.Cmp(big.NewInt(10)) < 0, n.Sign() >= 0, err)
	p, err := rand.Prime(rand.Reader, 40)
	fmt.Println(p.BitLen(), p.ProbablyPrime(10), err)
	b := make([]byte, 32)
	m, err := rand.Read(b)
	fmt.Println(m, err, bytes.Equal(b, make([]byte, 32)))
	fmt.Println(len(rand.Text()), rand.Text() == rand.Text())
	_, err = rand.Prime(rand.Reader, 1)
	fmt.Println(err)

	seed := maphash.MakeSeed()
	var h, g maphash.Hash
	h.SetSeed(seed)
	g.SetSeed(h.Seed())
	h.Write(text)
	h.WriteByte('x')
	g.WriteString(string(text) + "x")
	fmt.Println(h.Sum64() == g.Sum64(), h.Size(), h.BlockSize(), len(h.Sum(nil)))
	fmt.Println(maphash.Bytes(seed, text) == maphash.String(seed, string(text)), maphash.Comparable(seed, 3) == maphash.Comparable(seed, 3), maphash.Comparable(seed, 3) == maphash.Comparable(seed, 4))
	maphash.WriteComparable(&h, struct{ a, b int }{1, 2})
	maphash.WriteComparable(&g, struct{ a, b int }{1, 2})
	fmt.Println(h.Sum64() == g.Sum64())
	clone, err := h.Clone()
	fmt.Println(clone.(*maphash.Hash).Sum64() == h.Sum64(), err)
	h.Reset()
	fmt.Println(h.Sum64() == g.Sum64(), h.Seed() == g.Seed())
	var hasher maphash.Hasher[string] = maphash.ComparableHasher[string]{}
	hasher.Hash(&h, "a")
	fmt.Println(hasher.Equal("a", "a"), hasher.Equal("a", "b"))
	c := maphash.ComparableHasher[int]{}
	c.Hash(&g, 1)
	fmt.Println(c.Equal(1, 1))
	var x1 hash.XOF
	fmt.Println(x1 == nil)
}
