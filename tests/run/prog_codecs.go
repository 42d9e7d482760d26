// Encodings, hashes, ciphers, compression, archives.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/ascii85"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/gob"
	"encoding/hex"
	"encoding/pem"
	"encoding/xml"
	"errors"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"io"
	"os"
	"strings"
	"time"
)

type Header struct {
	Magic   [4]byte
	Version uint16
	Flags   uint16
	Size    int32
	Ratio   float32
}

type Animal interface{ Name() string }
type Cat struct{ N string }
type Dog struct {
	N   string
	Age int
}

func (c Cat) Name() string  { return "cat " + c.N }
func (d *Dog) Name() string { return fmt.Sprint("dog ", d.N, d.Age) }

type Zoo struct {
	Animals []Animal
	ByName  map[string]Animal
	When    time.Time
	F       *float64
	private int
}

type Book struct {
	XMLName xml.Name  `xml:"book"`
	ID      string    `xml:"id,attr"`
	Lang    string    `xml:"lang,attr,omitempty"`
	Title   string    `xml:"title"`
	Authors []Author  `xml:"authors>author"`
	Price   float64   `xml:"price"`
	Note    string    `xml:",comment"`
	Desc    CData     `xml:"desc"`
	Pub     time.Time `xml:"published"`
	Empty   *string   `xml:"empty"`
	Inner   string    `xml:",innerxml"`
}
type CData struct {
	Text string `xml:",cdata"`
}
type Author struct {
	First string `xml:"first"`
	Last  string `xml:"last,omitempty"`
	Text  string `xml:",chardata"`
}

func main() {
	var buf bytes.Buffer
	h := Header{[4]byte{'G', 'O', 'L', 'N'}, 2, 0x8001, -5, 1.5}
	fmt.Println(binary.Write(&buf, binary.BigEndian, h), hex.EncodeToString(buf.Bytes()), binary.Size(h))
	var h2 Header
	fmt.Println(binary.Read(bytes.NewReader(buf.Bytes()), binary.BigEndian, &h2), h2 == h)
	fmt.Println(binary.Read(bytes.NewReader(buf.Bytes()[:7]), binary.LittleEndian, &h2), binary.Write(&buf, binary.BigEndian, "str"))
	vb := binary.AppendUvarint(binary.AppendVarint(nil, -300), 1<<40)
	v1, n1 := binary.Varint(vb)
	v2, n2 := binary.Uvarint(vb[n1:])
	fmt.Println(vb, v1, n1, v2, n2, binary.LittleEndian.Uint32([]byte{1, 2, 3, 4}), binary.BigEndian.AppendUint16(nil, 258))
	fmt.Print(hex.Dump([]byte("hello world, this is hex\x00\xff")))
	_, err := hex.DecodeString("abc")
	_, err2 := hex.DecodeString("zz")
	fmt.Println(err, err2, errors.Is(err, hex.ErrLength))
	src := []byte("any carnal pleas\xfb\xff")
	for _, e := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding} {
		s := e.EncodeToString(src)
		d, err := e.DecodeString(s)
		fmt.Print(s, " ", bytes.Equal(d, src), err, "; ")
	}
	_, err = base64.StdEncoding.DecodeString("a$b=")
	fmt.Println(err, base32.StdEncoding.EncodeToString(src), base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(src[:3]))
	a85 := make([]byte, ascii85.MaxEncodedLen(len(src)))
	fmt.Println(string(a85[:ascii85.Encode(a85, src)]))
	for _, x := range []struct {
		n string
		h hash.Hash
	}{{"md5", md5.New()}, {"sha1", sha1.New()}, {"sha256", sha256.New()}, {"sha224", sha256.New224()}, {"sha512", sha512.New()}, {"sha384", sha512.New384()}, {"hmac", hmac.New(sha256.New, []byte("key"))}, {"crc32", crc32.NewIEEE()}, {"crc64", crc64.New(crc64.MakeTable(crc64.ECMA))}, {"adler", adler32.New()}, {"fnv1a", fnv.New32a()}, {"fnv128", fnv.New128()}} {
		io.WriteString(x.h, "The quick brown fox")
		fmt.Printf("%-7s %d %d %x\n", x.n, x.h.Size(), x.h.BlockSize(), x.h.Sum(nil))
	}
	fmt.Println(subtle.ConstantTimeCompare([]byte("a"), []byte("a")), hmac.Equal([]byte("a"), []byte("b")))
	key := sha256.Sum256([]byte("pass"))
	blk, _ := aes.NewCipher(key[:])
	gcm, _ := cipher.NewGCM(blk)
	ct := gcm.Seal(nil, make([]byte, gcm.NonceSize()), []byte("attack at dawn"), []byte("ad"))
	pt, err := gcm.Open(nil, make([]byte, 12), ct, []byte("ad"))
	fmt.Printf("%x %s %v\n", ct, pt, err)
	ct[0] ^= 1
	_, err = gcm.Open(nil, make([]byte, 12), ct, nil)
	fmt.Println(err)
	_, err = aes.NewCipher(key[:5])
	fmt.Println(err)
	ctr := cipher.NewCTR(blk, make([]byte, 16))
	out := make([]byte, 10)
	ctr.XORKeyStream(out, []byte("0123456789"))
	cbc := make([]byte, 32)
	cipher.NewCBCEncrypter(blk, key[:16]).CryptBlocks(cbc, []byte("exactly 32 bytes of plain text!!"))
	fmt.Printf("%x %x\n", out, cbc)
	text := strings.Repeat("compress me please ", 50)
	for _, c := range []string{"gzip", "zlib", "flate"} {
		var b bytes.Buffer
		var w io.WriteCloser
		switch c {
		case "gzip":
			g, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
			g.Name, g.Comment, g.ModTime = "f.txt", "c", time.Unix(1e9, 0)
			w = g
		case "zlib":
			w = zlib.NewWriter(&b)
		case "flate":
			w, _ = flate.NewWriter(&b, flate.BestSpeed)
		}
		io.WriteString(w, text)
		w.Close()
		var r io.Reader
		switch c {
		case "gzip":
			g, err := gzip.NewReader(&b)
			fmt.Println(g.Header.Name, g.ModTime.UTC(), err)
			r = g
		case "zlib":
			r, _ = zlib.NewReader(&b)
		default:
			r = flate.NewReader(&b)
		}
		n := b.Len()
		back, err := io.ReadAll(r)
		fmt.Println(c, n > 10, string(back) == text, err)
	}
	_, err = gzip.NewReader(strings.NewReader("not gzip at all"))
	fmt.Println(err)
	gob.Register(Cat{})
	gob.Register(&Dog{})
	buf.Reset()
	f := 2.5
	z := Zoo{[]Animal{Cat{"tom"}, &Dog{"rex", 3}}, map[string]Animal{"t": Cat{"t"}}, time.Unix(5, 0).UTC(), &f, 9}
	fmt.Println(gob.NewEncoder(&buf).Encode(z))
	var z2 Zoo
	fmt.Println(gob.NewDecoder(&buf).Decode(&z2), z2.Animals[1].Name(), z2.ByName["t"].Name(), z2.When, *z2.F, z2.private)
	fmt.Println(gob.NewEncoder(io.Discard).Encode(struct{ a int }{1}), gob.NewEncoder(io.Discard).Encode(func() {}))
	b := Book{ID: "b1", Title: "Go & <XML>", Authors: []Author{{First: "A", Text: "chars"}, {"B", "C", ""}}, Price: 9.5, Note: " note ", Desc: CData{"<raw>"}, Pub: time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)}
	x, err := xml.MarshalIndent(b, "", "  ")
	fmt.Println(xml.Header+string(x), err)
	var b2 Book
	err = xml.Unmarshal(x, &b2)
	fmt.Println(err, b2.XMLName.Local, b2.ID, b2.Title, b2.Authors, b2.Price, strings.TrimSpace(b2.Note), b2.Desc, len(b2.Inner))
	for _, bad := range []string{"<book>", "<book></bok>", "<book id=1/>", "<x/>", "<book><price>abc</price></book>", "", "<book>&bad;</book>"} {
		fmt.Println(xml.Unmarshal([]byte(bad), &b2))
	}
	d := xml.NewDecoder(strings.NewReader(`<?xml version="1.0"?><!-- c --><a:r xmlns:a="urn:x" k="v"><b/>text</a:r>`))
	for {
		t, err := d.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			fmt.Print("<", t.Name.Space, t.Name.Local, t.Attr, ">")
		case xml.EndElement:
			fmt.Print("</", t.Name.Local, ">")
		case xml.CharData:
			fmt.Printf("%q", string(t))
		case xml.Comment:
			fmt.Printf("comment %q", string(t))
		case xml.ProcInst:
			fmt.Printf("pi %s %q", t.Target, t.Inst)
		}
	}
	buf.Reset()
	zw := zip.NewWriter(&buf)
	for _, n := range []string{"a.txt", "dir/b.txt"} {
		w, _ := zw.Create(n)
		fmt.Fprintf(w, "content of %s", n)
	}
	zw.SetComment("zip comment")
	zw.Close()
	zr, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	fmt.Println(err, zr.Comment)
	for _, f := range zr.File {
		rc, _ := f.Open()
		c, _ := io.ReadAll(rc)
		fmt.Println(f.Name, string(c), f.UncompressedSize64, f.Mode(), f.CRC32)
	}
	buf.Reset()
	tw := tar.NewWriter(&buf)
	tw.WriteHeader(&tar.Header{Name: "x", Mode: 0600, Size: 2, ModTime: time.Unix(0, 0)})
	tw.Write([]byte("hi"))
	fmt.Println(tw.Close(), buf.Len())
	tr := tar.NewReader(&buf)
	hd, err := tr.Next()
	fmt.Println(hd.Name, hd.FileInfo().Mode(), err)
	pem.Encode(os.Stdout, &pem.Block{Type: "TEST", Headers: map[string]string{"K": "v"}, Bytes: []byte("some bytes here")})
}
