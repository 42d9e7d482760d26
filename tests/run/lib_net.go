// Package net without sockets: addresses, networks, errors, pipes.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"strings"
	"syscall"
	"time"
)

type server struct{ net.Conn }

func (s server) serve() {
	defer s.Close()
	in := bufio.NewScanner(s)
	for in.Scan() {
		line := in.Text()
		if line == "quit" {
			fmt.Fprintln(s, "bye")
			return
		}
		fmt.Fprintf(s, "echo %s\n", strings.ToUpper(line))
	}
}

type cidrSet []*net.IPNet

func (c cidrSet) find(ip net.IP) string {
	for _, n := range c {
		if n.Contains(ip) {
			return n.String()
		}
	}
	return "none"
}

func main() {
	for _, s := range []string{"192.168.1.10", "::1", "2001:db8::ff00:42:8329", "::ffff:10.0.0.1", "300.1.1.1", "fe80::1%eth0", "", "01.2.3.4", "1.2.3"} {
		ip := net.ParseIP(s)
		fmt.Printf("%q %v %d %v %v %q\n", s, ip, len(ip), ip.To4() != nil, ip == nil, ip.String())
		if ip == nil {
			continue
		}
		fmt.Println(ip.IsLoopback(), ip.IsPrivate(), ip.IsMulticast(), ip.IsUnspecified(), ip.IsGlobalUnicast(), ip.IsLinkLocalUnicast(), ip.DefaultMask(), ip.Equal(net.IPv4(10, 0, 0, 1)))
	}
	var set cidrSet
	for _, s := range []string{"10.0.0.0/8", "192.168.1.77/24", "2001:db8::/32", "1.2.3.4/33", "x", "1.2.3.4"} {
		ip, n, err := net.ParseCIDR(s)
		var pe *net.ParseError
		if err != nil {
			fmt.Println(err, errors.As(err, &pe), pe.Type, pe.Text)
			continue
		}
		ones, bits := n.Mask.Size()
		fmt.Println(ip, n, n.IP, n.Mask, ones, bits, n.Network())
		set = append(set, n)
	}
	fmt.Println(set.find(net.ParseIP("10.9.8.7")), set.find(net.ParseIP("2001:db8::1")), set.find(net.IPv4bcast))
	m := net.CIDRMask(20, 32)
	fmt.Println(m, net.IPv4Mask(255, 255, 0, 0), net.IP{172, 16, 200, 7}.Mask(m), &net.IPNet{IP: net.IP{1, 2, 3, 4}, Mask: net.IPMask{255, 0, 255, 0}}, net.IPv6loopback, net.IPv4zero)
	// All addresses of a small network.
	_, small, _ := net.ParseCIDR("172.16.5.248/29")
	for ip := small.IP.Mask(small.Mask); small.Contains(ip); {
		fmt.Print(ip, " ")
		for i := len(ip) - 1; i >= 0; i-- {
			if ip[i]++; ip[i] != 0 {
				break
			}
		}
	}
	fmt.Println()
	for _, s := range []string{"localhost:80", "[::1]:443", "::1:80", "host", "[::1]", "[::1", "[::1]x:1", "a[b:1", "a]b:1", ":8080", "", "[a]:b:c", "host:http"} {
		h, p, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %q %v\n", s, h, p, err)
	}
	fmt.Println(net.JoinHostPort("::1", "80"), net.JoinHostPort("host", "http"))
	for _, s := range []string{"00:00:5e:00:53:01", "02-00-5e-10-00-00-00-01", "0000.5e00.5301", "zz:00:5e:00:53:01", "00:00"} {
		hw, err := net.ParseMAC(s)
		fmt.Println(hw, len(hw), err)
	}
	for _, a := range []net.Addr{&net.TCPAddr{IP: net.IPv4(1, 2, 3, 4), Port: 80}, &net.UDPAddr{IP: net.IPv6loopback, Port: 53, Zone: "lo"}, &net.IPAddr{IP: net.IPv4zero}, &net.UnixAddr{Name: "/tmp/s", Net: "unix"}, (*net.TCPAddr)(nil), &net.TCPAddr{}} {
		fmt.Println(a.Network(), a, a.String())
	}
	ta := net.TCPAddrFromAddrPort(netip.MustParseAddrPort("[fe80::2%eth1]:99"))
	fmt.Printf("%+v %v\n", *ta, ta.AddrPort())
	b, err := json.Marshal(map[string]any{"ip": net.ParseIP("1.2.3.4"), "nil": net.IP(nil)})
	fmt.Println(string(b), err)
	var cfg struct {
		Bind net.IP
		Mask net.IPMask
	}
	fmt.Println(json.Unmarshal([]byte(`{"Bind":"::2"}`), &cfg), cfg.Bind, json.Unmarshal([]byte(`{"Bind":"x.y"}`), &cfg))
	for _, err := range []error{
		&net.OpError{Op: "dial", Net: "tcp", Addr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1}, Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)},
		&net.OpError{Op: "read", Net: "tcp", Source: &net.TCPAddr{Port: 1}, Addr: &net.TCPAddr{Port: 2}, Err: os.ErrDeadlineExceeded},
		&net.OpError{Op: "accept", Err: syscall.ECONNRESET}, &net.OpError{Op: "close", Net: "tcp", Err: net.ErrClosed},
		&net.DNSError{Err: "no such host", Name: "x.y", Server: "1.1.1.1:53", IsNotFound: true}, &net.AddrError{Err: "bad", Addr: "q"}, net.UnknownNetworkError("foo"), net.InvalidAddrError("inv"), &net.ParseError{Type: "t", Text: "x"}, net.ErrWriteToConnected,
	} {
		var ne net.Error
		if errors.As(err, &ne) {
			fmt.Print(ne.Timeout(), " ", ne.Temporary(), " ")
		}
		fmt.Printf("%v %T %v %v\n", err, err, errors.Is(err, net.ErrClosed), errors.Is(err, syscall.ECONNREFUSED))
	}
	client, srv := net.Pipe()
	go server{srv}.serve()
	r := bufio.NewReader(client)
	for _, s := range []string{"hello", "world", "quit"} {
		fmt.Fprintln(client, s)
		line, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", line, err)
	}
	_, err = r.ReadByte()
	fmt.Println(err, err == io.EOF, client.LocalAddr(), client.RemoteAddr().Network())
	_, err = client.Write([]byte("x"))
	fmt.Println(err, errors.Is(err, io.ErrClosedPipe))
	c2, s2 := net.Pipe()
	c2.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
	_, err = c2.Read(make([]byte, 1))
	var ne net.Error
	fmt.Println(err, errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &ne) && ne.Timeout(), errors.Is(err, context.DeadlineExceeded))
	go io.Copy(io.Discard, s2)
	bufs := net.Buffers{[]byte("a"), []byte("bc"), []byte("def")}
	n, err := bufs.WriteTo(c2)
	fmt.Println(n, err, len(bufs), c2.Close(), s2.Close())
	bufs = net.Buffers{[]byte("xy"), []byte("z")}
	var out bytes.Buffer
	one := make([]byte, 2)
	for {
		n, err := bufs.Read(one)
		out.Write(one[:n])
		if err != nil {
			fmt.Println(out.String(), err)
			break
		}
	}
}
