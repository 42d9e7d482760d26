package net

import (
	"context"
	"errors"
	"internal/bytealg"
	"io"
	"net/netip"
	"os"
	"strconv"
	"syscall"
	"time"
)

// Addresses, errors and what connections have in common; there are no sockets.

type Addr interface {
	Network() string
	String() string
}

type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

type PacketConn interface {
	ReadFrom(p []byte) (n int, addr Addr, err error)
	WriteTo(p []byte, addr Addr) (n int, err error)
	Close() error
	LocalAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

var ErrWriteToConnected = errors.New("use of WriteTo with pre-connected connection")

type closedError struct{}

func (closedError) Error() string   { return "use of closed network connection" }
func (closedError) Timeout() bool   { return false }
func (closedError) Temporary() bool { return false }

var ErrClosed error = closedError{}

type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Error() string {
	if e == nil {
		return "<nil>"
	}
	text := e.Op
	if e.Net != "" {
		text += " " + e.Net
	}
	between := " "
	if e.Source != nil {
		text += " " + e.Source.String()
		between = "->"
	}
	if e.Addr != nil {
		text += between + e.Addr.String()
	}
	return text + ": " + e.Err.Error()
}

// What went wrong below a system call, or else the error itself.
func (e *OpError) cause() error {
	if call, ok := e.Err.(*os.SyscallError); ok {
		return call.Err
	}
	return e.Err
}

func (e *OpError) Timeout() bool {
	t, ok := e.cause().(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *OpError) Temporary() bool {
	if code, ok := e.Err.(syscall.Errno); ok && e.Op == "accept" && (code == syscall.ECONNRESET || code == syscall.ECONNABORTED) {
		return true
	}
	t, ok := e.cause().(interface{ Temporary() bool })
	return ok && t.Temporary()
}

type ParseError struct {
	Type string
	Text string
}

func (e *ParseError) Error() string   { return "invalid " + e.Type + ": " + e.Text }
func (e *ParseError) Timeout() bool   { return false }
func (e *ParseError) Temporary() bool { return false }

type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string {
	switch {
	case e == nil:
		return "<nil>"
	case e.Addr == "":
		return e.Err
	}
	return "address " + e.Addr + ": " + e.Err
}

func (e *AddrError) Timeout() bool   { return false }
func (e *AddrError) Temporary() bool { return false }

type UnknownNetworkError string

func (e UnknownNetworkError) Error() string   { return "unknown network " + string(e) }
func (e UnknownNetworkError) Timeout() bool   { return false }
func (e UnknownNetworkError) Temporary() bool { return false }

type InvalidAddrError string

func (e InvalidAddrError) Error() string   { return string(e) }
func (e InvalidAddrError) Timeout() bool   { return false }
func (e InvalidAddrError) Temporary() bool { return false }

type DNSConfigError struct {
	Err error
}

func (e *DNSConfigError) Unwrap() error   { return e.Err }
func (e *DNSConfigError) Error() string   { return "error reading DNS config: " + e.Err.Error() }
func (e *DNSConfigError) Timeout() bool   { return false }
func (e *DNSConfigError) Temporary() bool { return false }

type DNSError struct {
	UnwrapErr   error
	Err         string
	Name        string
	Server      string
	IsTimeout   bool
	IsTemporary bool
	IsNotFound  bool
}

func (e *DNSError) Unwrap() error { return e.UnwrapErr }

func (e *DNSError) Error() string {
	if e == nil {
		return "<nil>"
	}
	text := "lookup " + e.Name
	if e.Server != "" {
		text += " on " + e.Server
	}
	return text + ": " + e.Err
}

func (e *DNSError) Timeout() bool   { return e.IsTimeout }
func (e *DNSError) Temporary() bool { return e.IsTimeout || e.IsTemporary }

type timeoutError struct{}

func (*timeoutError) Error() string        { return "i/o timeout" }
func (*timeoutError) Timeout() bool        { return true }
func (*timeoutError) Temporary() bool      { return true }
func (*timeoutError) Is(target error) bool { return target == context.DeadlineExceeded }

// An address of a host with a port, as those of TCP and UDP are.
func hostPort(ip IP, zone string, port int) string {
	return JoinHostPort(withZone(ip, zone), strconv.Itoa(port))
}

func withZone(ip IP, zone string) string {
	if zone != "" {
		return ipEmptyString(ip) + "%" + zone
	}
	return ipEmptyString(ip)
}

func addrPort(ip IP, zone string, port int) netip.AddrPort {
	addr, _ := netip.AddrFromSlice(ip)
	return netip.AddrPortFrom(addr.WithZone(zone), uint16(port))
}

type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

func TCPAddrFromAddrPort(addr netip.AddrPort) *TCPAddr {
	return &TCPAddr{IP: addr.Addr().AsSlice(), Zone: addr.Addr().Zone(), Port: int(addr.Port())}
}

func (a *TCPAddr) Network() string { return "tcp" }

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return hostPort(a.IP, a.Zone, a.Port)
}

func (a *TCPAddr) AddrPort() netip.AddrPort {
	if a == nil {
		return netip.AddrPort{}
	}
	return addrPort(a.IP, a.Zone, a.Port)
}

type UDPAddr struct {
	IP   IP
	Port int
	Zone string
}

func UDPAddrFromAddrPort(addr netip.AddrPort) *UDPAddr {
	return &UDPAddr{IP: addr.Addr().AsSlice(), Zone: addr.Addr().Zone(), Port: int(addr.Port())}
}

func (a *UDPAddr) Network() string { return "udp" }

func (a *UDPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return hostPort(a.IP, a.Zone, a.Port)
}

func (a *UDPAddr) AddrPort() netip.AddrPort {
	if a == nil {
		return netip.AddrPort{}
	}
	return addrPort(a.IP, a.Zone, a.Port)
}

type IPAddr struct {
	IP   IP
	Zone string
}

func (a *IPAddr) Network() string { return "ip" }

func (a *IPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return withZone(a.IP, a.Zone)
}

type UnixAddr struct {
	Name string
	Net  string
}

func (a *UnixAddr) Network() string { return a.Net }

func (a *UnixAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return a.Name
}

// With the length of the mask, or the mask itself if it has none.
func (n *IPNet) String() string {
	if n == nil {
		return "<nil>"
	}
	ip, mask := networkNumberAndMask(n)
	if ip == nil || mask == nil {
		return "<nil>"
	}
	if ones := simpleMaskLength(mask); ones >= 0 {
		return ip.String() + "/" + strconv.Itoa(ones)
	}
	return ip.String() + "/" + mask.String()
}

func SplitHostPort(hostport string) (host, port string, err error) {
	wrong := func(what string) (string, string, error) {
		return "", "", &AddrError{Err: what + " in address", Addr: hostport}
	}
	colon := bytealg.LastIndexByteString(hostport, ':')
	if colon < 0 {
		return wrong("missing port")
	}
	// Where brackets may not open, and where they may not close any more.
	opens, closes := 0, 0
	if hostport[0] == '[' {
		end := bytealg.IndexByteString(hostport, ']')
		switch {
		case end < 0:
			return wrong("missing ']'")
		case end+1 == len(hostport):
			return wrong("missing port")
		case end+1 != colon && hostport[end+1] == ':':
			return wrong("too many colons")
		case end+1 != colon:
			return wrong("missing port")
		}
		host = hostport[1:end]
		opens, closes = 1, end+1
	} else {
		host = hostport[:colon]
		if bytealg.IndexByteString(host, ':') >= 0 {
			return wrong("too many colons")
		}
	}
	if bytealg.IndexByteString(hostport[opens:], '[') >= 0 {
		return wrong("unexpected '['")
	}
	if bytealg.IndexByteString(hostport[closes:], ']') >= 0 {
		return wrong("unexpected ']'")
	}
	return host, hostport[colon+1:], nil
}

func JoinHostPort(host, port string) string {
	if bytealg.IndexByteString(host, ':') >= 0 {
		host = "[" + host + "]"
	}
	return host + ":" + port
}

type Buffers [][]byte

func (v *Buffers) WriteTo(w io.Writer) (n int64, err error) {
	for _, b := range *v {
		done, wrong := w.Write(b)
		n += int64(done)
		if wrong != nil {
			v.consume(n)
			return n, wrong
		}
	}
	v.consume(n)
	return n, nil
}

func (v *Buffers) Read(p []byte) (n int, err error) {
	for len(p) > 0 && len(*v) > 0 {
		done := copy(p, (*v)[0])
		v.consume(int64(done))
		p = p[done:]
		n += done
	}
	if len(*v) == 0 {
		err = io.EOF
	}
	return n, err
}

func (v *Buffers) consume(n int64) {
	for len(*v) > 0 {
		size := int64(len((*v)[0]))
		if size > n {
			(*v)[0] = (*v)[0][n:]
			return
		}
		n -= size
		(*v)[0] = nil
		*v = (*v)[1:]
	}
}
