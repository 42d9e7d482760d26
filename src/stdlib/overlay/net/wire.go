package net

import (
	"context"
	"internal/network"
	"os"
	"slices"
	"sync"
	"syscall"
	"time"
)

// The network: one machine that has nothing but itself, with its addresses 127.0.0.0/8 and ::1.

// Ports that are given to who asks for none in particular.
const firstPort, lastPort = 49152, 65535

// Who listens, or gets datagrams.
var sockets struct {
	sync.Mutex
	// By port; those of Unix domain sockets by name.
	ports    map[int][]*netFD
	names    map[string]*netFD
	lastPort int
}

func (p *ipStackCapabilities) probe() {
	p.ipv4Enabled, p.ipv6Enabled, p.ipv4MappedIPv6Enabled = true, true, true
}

func maxListenerBacklog() int { return syscall.SOMAXCONN }

func socket(ctx context.Context, net string, family, sotype, proto int, ipv6only bool, laddr, raddr sockaddr, control func(context.Context, string, string, syscall.RawConn) error) (*netFD, error) {
	if sotype == syscall.SOCK_RAW {
		return nil, os.NewSyscallError("socket", syscall.EPERM)
	}
	// A nil pointer is no address, either.
	laddr, raddr = some(laddr), some(raddr)
	fd := newFD(net, family, sotype)
	fd.v6only = ipv6only
	if control != nil {
		address := ""
		if raddr != nil {
			address = raddr.String()
		} else if laddr != nil {
			address = laddr.String()
		}
		if err := control(ctx, fd.wholeNetwork(), address, newRawConn(fd)); err != nil {
			return nil, err
		}
	}
	if raddr == nil {
		if sotype != syscall.SOCK_DGRAM {
			fd.listening = true
		}
		if err := fd.bind(laddr); err != nil {
			return nil, err
		}
		fd.reading.Outside()
		return fd, nil
	}
	if err := fd.connect(ctx, laddr, raddr); err != nil {
		fd.Close()
		return nil, err
	}
	return fd, nil
}

func some(a sockaddr) sockaddr {
	switch p := a.(type) {
	case *TCPAddr:
		if p == nil {
			return nil
		}
	case *UDPAddr:
		if p == nil {
			return nil
		}
	case *IPAddr:
		if p == nil {
			return nil
		}
	case *UnixAddr:
		if p == nil {
			return nil
		}
	}
	return a
}

// The network with the version of IP.
func (fd *netFD) wholeNetwork() string {
	if last := fd.net[len(fd.net)-1]; fd.family == syscall.AF_UNIX || last == '4' || last == '6' {
		return fd.net
	}
	if fd.family == syscall.AF_INET {
		return fd.net + "4"
	}
	return fd.net + "6"
}

// The address as a socket of this family has it.
func (fd *netFD) asIs(a sockaddr) (sockaddr, error) {
	sa, err := a.sockaddr(fd.family)
	if err != nil {
		return nil, err
	}
	if sa, ok := sa.(*syscall.SockaddrUnix); ok {
		return &UnixAddr{Name: sa.Name, Net: fd.net}, nil
	}
	is, _ := fd.addrFunc()(sa).(sockaddr)
	if port := portOf(is); port < 0 || port > 65535 {
		return nil, syscall.EINVAL
	}
	return is, nil
}

// An address of no machine in particular.
func (fd *netFD) anywhere() sockaddr {
	ip := IPv4zero.To4()
	if fd.family == syscall.AF_INET6 {
		ip = IPv6unspecified
	}
	if fd.isStream() {
		return &TCPAddr{IP: ip}
	}
	return &UDPAddr{IP: ip}
}

func ipOf(a Addr) IP {
	switch a := a.(type) {
	case *TCPAddr:
		return a.IP
	case *UDPAddr:
		return a.IP
	}
	return nil
}

func portOf(a Addr) int {
	switch a := a.(type) {
	case *TCPAddr:
		return a.Port
	case *UDPAddr:
		return a.Port
	}
	return 0
}

func withPort(a sockaddr, port int) sockaddr {
	switch a := a.(type) {
	case *TCPAddr:
		return &TCPAddr{a.IP, port, a.Zone}
	case *UDPAddr:
		return &UDPAddr{a.IP, port, a.Zone}
	}
	return a
}

func sameAddr(a, b Addr) bool {
	if a, ok := a.(*UnixAddr); ok {
		b, ok := b.(*UnixAddr)
		return ok && b != nil && a.Name == b.Name
	}
	return portOf(a) == portOf(b) && ipOf(a).Equal(ipOf(b))
}

func isHere(ip IP) bool { return ip.IsLoopback() || ip.IsUnspecified() || ip.IsMulticast() }

// Whether what is sent to ip reaches the socket, when the port is right.
func (fd *netFD) reachedAt(ip IP) bool {
	own := ipOf(fd.laddr)
	if own.Equal(ip) {
		return true
	}
	if !own.IsUnspecified() {
		return false
	}
	v4 := ip.To4() != nil
	return v4 && fd.family == syscall.AF_INET || fd.family == syscall.AF_INET6 && !(v4 && fd.v6only)
}

// Whether two sockets cannot have the same port.
func (fd *netFD) collides(other *netFD) bool {
	if fd.sotype != other.sotype {
		return false
	}
	return fd.reachedAt(ipOf(other.laddr)) || other.reachedAt(ipOf(fd.laddr))
}

// Gives the socket an address: this one, or any.
func (fd *netFD) bind(a sockaddr) error {
	if fd.family == syscall.AF_UNIX {
		return fd.bindName(a)
	}
	if a == nil {
		a = fd.anywhere()
	}
	a, err := fd.asIs(a)
	if err != nil {
		return wrapSyscallError("bind", err)
	}
	if !isHere(ipOf(a)) {
		return os.NewSyscallError("bind", syscall.EADDRNOTAVAIL)
	}
	if fd.sotype == syscall.SOCK_DGRAM && ipOf(a).IsMulticast() {
		a = withPort(fd.anywhere(), portOf(a))
	}
	sockets.Lock()
	defer sockets.Unlock()
	if sockets.ports == nil {
		sockets.ports = map[int][]*netFD{}
		sockets.lastPort = firstPort - 1
	}
	port := portOf(a)
	taken := func(port int) bool {
		fd.laddr = withPort(a, port)
		return slices.ContainsFunc(sockets.ports[port], fd.collides)
	}
	if port == 0 {
		port = nextPort()
		for tries := 0; len(sockets.ports[port]) > 0; tries++ {
			if tries > lastPort-firstPort {
				fd.laddr = nil
				return os.NewSyscallError("bind", syscall.EADDRINUSE)
			}
			port = nextPort()
		}
		fd.laddr = withPort(a, port)
	} else if taken(port) {
		fd.laddr = nil
		return os.NewSyscallError("bind", syscall.EADDRINUSE)
	}
	sockets.ports[port] = append(sockets.ports[port], fd)
	return nil
}

// With the lock held.
func nextPort() int {
	sockets.lastPort++
	if sockets.lastPort > lastPort {
		sockets.lastPort = firstPort
	}
	return sockets.lastPort
}

func (fd *netFD) bindName(a sockaddr) error {
	unix, _ := a.(*UnixAddr)
	if unix == nil {
		unix = &UnixAddr{}
	}
	name := unix.Name
	if len(name) > 107 {
		return os.NewSyscallError("bind", syscall.EINVAL)
	}
	if name != "" && name[0] != '@' {
		// There is no file for it, but where one is there can be none.
		if _, err := os.Lstat(name); err == nil {
			return os.NewSyscallError("bind", syscall.EADDRINUSE)
		}
		at := len(name)
		for at > 0 && name[at-1] != '/' {
			at--
		}
		if _, err := os.Stat(name[:at] + "."); err != nil {
			return os.NewSyscallError("bind", syscall.ENOENT)
		}
	}
	sockets.Lock()
	defer sockets.Unlock()
	if sockets.names == nil {
		sockets.names = map[string]*netFD{}
	}
	if name == "" && a != nil {
		// Linux finds a name that starts with NUL, which is written as @.
		const digits = "0123456789abcdef"
		for n := 0; name == "" || sockets.names[name] != nil; n++ {
			name = "@" + string([]byte{digits[n>>16&15], digits[n>>12&15], digits[n>>8&15], digits[n>>4&15], digits[n&15]})
		}
	}
	if name == "" {
		name = "@"
	} else if sockets.names[name] != nil {
		return os.NewSyscallError("bind", syscall.EADDRINUSE)
	} else {
		sockets.names[name] = fd
	}
	fd.laddr = &UnixAddr{Name: name, Net: fd.net}
	return nil
}

// The socket's address is free again.
func unbind(fd *netFD) {
	if fd.laddr == nil {
		return
	}
	sockets.Lock()
	defer sockets.Unlock()
	if unix, ok := fd.laddr.(*UnixAddr); ok {
		if sockets.names[unix.Name] == fd {
			delete(sockets.names, unix.Name)
		}
		return
	}
	port := portOf(fd.laddr)
	if left := slices.DeleteFunc(sockets.ports[port], func(other *netFD) bool { return other == fd }); len(left) > 0 {
		sockets.ports[port] = left
	} else {
		delete(sockets.ports, port)
	}
}

// The listener or socket for datagrams that an address leads to, or nil.
func find(fd *netFD, to sockaddr) (*netFD, error) {
	if unix, ok := to.(*UnixAddr); ok {
		sockets.Lock()
		defer sockets.Unlock()
		found := sockets.names[unix.Name]
		switch {
		case found == nil:
			return nil, syscall.ENOENT
		case found.sotype != fd.sotype:
			return nil, syscall.EPROTOTYPE
		}
		return found, nil
	}
	ip := ipOf(to)
	if ip.IsUnspecified() {
		ip = loopbackIP(fd.wholeNetwork())
	}
	if !isHere(ip) {
		return nil, syscall.ENETUNREACH
	}
	sockets.Lock()
	defer sockets.Unlock()
	var found *netFD
	for _, other := range sockets.ports[portOf(to)] {
		fits := other.sotype == fd.sotype && (other.listening || fd.sotype == syscall.SOCK_DGRAM)
		if fits && other.reachedAt(ip) && (found == nil || ipOf(other.laddr).Equal(ip)) {
			found = other
		}
	}
	return found, nil
}

func (fd *netFD) connect(ctx context.Context, laddr, raddr sockaddr) error {
	raddr, err := fd.asIs(raddr)
	if err != nil {
		return wrapSyscallError("connect", err)
	}
	if ip := ipOf(raddr); fd.family != syscall.AF_UNIX && ip.IsUnspecified() {
		here, _ := raddr.toLocal(fd.wholeNetwork()).(sockaddr)
		raddr, err = fd.asIs(here)
		if err != nil {
			return err
		}
	}
	delay, err := network.Pass(network.Parcel{Kind: network.Dial, Network: fd.net, To: raddr.String()})
	if delay > 0 {
		err = pause(ctx, delay)
	}
	if err == nil && ctx.Err() != nil {
		err = mapErr(ctx.Err())
	}
	if err != nil {
		return wrapSyscallError("connect", err)
	}
	var listener *netFD
	if fd.sotype != syscall.SOCK_DGRAM || fd.family == syscall.AF_UNIX {
		listener, err = find(fd, raddr)
		if err == nil && listener == nil {
			err = syscall.ECONNREFUSED
		}
	} else if !isHere(ipOf(raddr)) {
		err = syscall.ENETUNREACH
	}
	if err != nil {
		return os.NewSyscallError("connect", err)
	}
	if laddr == nil && fd.family != syscall.AF_UNIX {
		laddr = fd.anywhere()
	}
	if err := fd.bind(laddr); err != nil {
		return err
	}
	if ip := ipOf(fd.laddr); ip.IsUnspecified() {
		network := "tcp6"
		if ipOf(raddr).To4() != nil {
			network = "tcp4"
		}
		own, _ := fd.laddr.(sockaddr)
		fd.laddr, err = fd.asIs(withPort(own.toLocal(network), portOf(own)))
		if err != nil {
			return err
		}
	}
	fd.raddr = raddr
	fd.isConnected = true
	if fd.sotype == syscall.SOCK_DGRAM {
		return nil
	}
	c := newFD(listener.net, listener.family, listener.sotype)
	own, _ := fd.laddr.(sockaddr)
	if c.laddr, err = c.asIs(raddr); err != nil {
		return err
	}
	if c.raddr, err = c.asIs(own); err != nil {
		return err
	}
	c.isConnected = true
	c.mu = fd.mu
	c.peer, fd.peer = fd, c
	listener.mu.Lock()
	defer listener.mu.Unlock()
	if listener.closed {
		fd.peer = nil
		return os.NewSyscallError("connect", syscall.ECONNREFUSED)
	}
	listener.queue = append(listener.queue, c)
	listener.reading.Ready()
	return nil
}

// Sleeps, unless the context ends before.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return mapErr(ctx.Err())
	}
}

// The interfaces: there is one, and it leads back.

func interfaceTable(index int) ([]Interface, error) {
	if index > 1 {
		return nil, errInvalidInterfaceIndex
	}
	return []Interface{{Index: 1, MTU: 65536, Name: "lo", Flags: FlagUp | FlagLoopback | FlagRunning}}, nil
}

func interfaceAddrTable(*Interface) ([]Addr, error) {
	return []Addr{&IPNet{IPv4(127, 0, 0, 1), CIDRMask(8, 32)}, &IPNet{IPv6loopback, CIDRMask(128, 128)}}, nil
}

func interfaceMulticastAddrTable(*Interface) ([]Addr, error) { return nil, nil }
