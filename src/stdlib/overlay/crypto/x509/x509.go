// Package x509 has the types that crypto/tls mentions, and no certificates.
package x509

import (
	"math/big"
	"net"
	"net/url"
	"time"
)

// A Certificate: none can be read or made here.
type Certificate struct {
	Raw                     []byte
	RawTBSCertificate       []byte
	RawSubjectPublicKeyInfo []byte
	RawSubject              []byte
	RawIssuer               []byte
	Signature               []byte
	PublicKey               any
	Version                 int
	SerialNumber            *big.Int
	NotBefore, NotAfter     time.Time
	BasicConstraintsValid   bool
	IsCA                    bool
	DNSNames                []string
	EmailAddresses          []string
	IPAddresses             []net.IP
	URIs                    []*url.URL
}

// A CertPool is a set of certificates.
type CertPool struct {
	list []*Certificate
}

func NewCertPool() *CertPool { return &CertPool{} }

func (s *CertPool) AddCert(cert *Certificate) {
	if cert == nil {
		panic("adding nil Certificate to CertPool")
	}
	s.list = append(s.list, cert)
}

func (s *CertPool) Clone() *CertPool {
	return &CertPool{append([]*Certificate(nil), s.list...)}
}
