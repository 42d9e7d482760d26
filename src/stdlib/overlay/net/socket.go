package net

import (
	"context"
	"internal/network"
	"internal/poll"
	"io"
	"os"
	"sync"
	"syscall"
	"time"
)

// As many bytes may lie between the ends of a connection before who writes has to wait.
const bufferSize = 1 << 20

// A netFD is one end of a connection, a listener, or a socket for datagrams. There is no system below: what is written to one end is
// appended to what lies before the other.
type netFD struct {
	family      int
	sotype      int
	isConnected bool
	net         string
	laddr       Addr
	raddr       Addr
	v6only      bool

	// Both ends of a connection share it.
	mu   *sync.Mutex
	peer *netFD
	// What is there to be read: bytes of a stream, else packets; or connections to be accepted.
	data    []byte
	packets []packet
	queue   []*netFD
	// Bytes in packets or data that are there, or on their way.
	size, limit int
	// What is still on its way to here, first come first.
	coming []arrival

	listening bool
	closed    bool
	// No more comes from the other end.
	ended bool
	// What has been shut down here.
	readShut, writeShut bool
	// The connection is no more; err is still to be told.
	broken bool
	err    error
	// Closing throws away what is not read yet.
	hard bool

	reading, writing side
}

type packet struct {
	data []byte
	from sockaddr
}

// An arrival is what reaches an end at some time: bytes, or the end of them.
type arrival struct {
	at   time.Time
	data []byte
	from sockaddr
	end  bool
}

// A side is who waits to read, or to write.
type side struct {
	poll.Desc
	// When its time is up; passed is set then.
	timer  *time.Timer
	passed bool
}

func newFD(net string, family, sotype int) *netFD {
	return &netFD{net: net, family: family, sotype: sotype, mu: new(sync.Mutex), limit: bufferSize}
}

func (fd *netFD) isStream() bool { return fd.sotype == syscall.SOCK_STREAM }

// Why nobody can use this side now, if so.
func (fd *netFD) unusable(s *side) error {
	switch {
	case fd.closed:
		// For the next one who waits.
		s.Ready()
		return poll.ErrNetClosing
	case s.passed:
		s.Ready()
		return os.ErrDeadlineExceeded
	}
	return nil
}

// Waits until something has changed for this side. The lock is not held meanwhile.
func (fd *netFD) wait(s *side) {
	fd.mu.Unlock()
	s.Wait()
	fd.mu.Lock()
}

// Takes an error that is told once.
func (fd *netFD) takeErr() error {
	err := fd.err
	fd.err = nil
	return err
}

func (fd *netFD) receive(p []byte) (n int, from sockaddr, err error) {
	fd.mu.Lock()
	for {
		if err = fd.unusable(&fd.reading); err != nil {
			break
		}
		if len(fd.data) > 0 {
			n = copy(p, fd.data)
			fd.data = fd.data[n:]
			fd.size -= n
			if len(fd.data) == 0 {
				fd.data = nil
			} else {
				fd.reading.Ready()
			}
			break
		}
		if len(fd.packets) > 0 {
			first := fd.packets[0]
			fd.packets = fd.packets[1:]
			n, from = copy(p, first.data), first.from
			fd.size -= len(first.data)
			if len(fd.packets) > 0 {
				fd.reading.Ready()
			}
			break
		}
		if fd.listening {
			err = syscall.ENOTCONN
			break
		}
		if err = fd.takeErr(); err != nil {
			break
		}
		if fd.ended || fd.readShut || fd.broken {
			err = io.EOF
			fd.reading.Ready()
			break
		}
		fd.wait(&fd.reading)
	}
	peer := fd.peer
	if n > 0 && peer != nil {
		peer.writing.Ready()
	}
	fd.mu.Unlock()
	if err == nil {
		poll.Call(n)
	}
	return n, from, wrapSyscallError("read", err)
}

func (fd *netFD) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		fd.mu.Lock()
		defer fd.mu.Unlock()
		if fd.closed {
			err = poll.ErrNetClosing
		}
		return 0, err
	}
	n, _, err = fd.receive(p)
	if n == 0 && err == nil && len(p) > 0 && !fd.isStream() && fd.sotype != syscall.SOCK_DGRAM {
		err = io.EOF
	}
	return n, err
}

func (fd *netFD) Write(p []byte) (n int, err error) {
	if fd.sotype == syscall.SOCK_DGRAM {
		n, err = fd.send(p, nil)
		return n, wrapSyscallError("write", err)
	}
	fd.mu.Lock()
	defer fd.mu.Unlock()
	for {
		if err := fd.unusable(&fd.writing); err != nil {
			return n, err
		}
		peer := fd.peer
		if peer == nil {
			return n, wrapSyscallError("write", syscall.ENOTCONN)
		}
		if err := fd.takeErr(); err != nil {
			return n, wrapSyscallError("write", err)
		}
		if fd.writeShut || fd.broken {
			return n, wrapSyscallError("write", syscall.EPIPE)
		}
		if peer.closed && fd.isStream() {
			// The other side answers that there is nobody.
			fd.broken = true
			return n + len(p), nil
		}
		if peer.closed {
			return n, wrapSyscallError("write", syscall.EPIPE)
		}
		k := min(len(p), peer.limit-peer.size)
		if !fd.isStream() && k < len(p) {
			// A packet goes at once or not at all.
			k = 0
			if len(p) > peer.limit {
				return n, wrapSyscallError("write", syscall.EMSGSIZE)
			}
		}
		if k > 0 || len(p) == 0 && !fd.isStream() {
			if err := fd.carry(peer, p[:k], false); err != nil {
				return n, wrapSyscallError("write", err)
			}
			p = p[k:]
			n += k
			poll.Call(k)
		}
		if len(p) == 0 {
			return n, nil
		}
		fd.wait(&fd.writing)
	}
}

// Brings bytes, or the end of them, to another end, whose lock is held. All that is sent passes here.
func (fd *netFD) carry(to *netFD, p []byte, end bool) error {
	kind := network.Data
	if end {
		kind = network.End
	}
	delay, err := network.Pass(network.Parcel{Kind: kind, Network: fd.net, From: fd.laddr.String(), To: to.laddr.String(), Size: len(p)})
	if err != nil {
		return err
	}
	from, _ := fd.laddr.(sockaddr)
	if unix, ok := from.(*UnixAddr); ok && unix.Name == "@" {
		from = nil
	}
	to.size += len(p)
	if delay <= 0 && len(to.coming) == 0 {
		to.arrive(arrival{data: p, from: from, end: end})
		return nil
	}
	at := time.Now().Add(max(delay, 0))
	if n := len(to.coming); n > 0 && at.Before(to.coming[n-1].at) {
		at = to.coming[n-1].at
	}
	to.coming = append(to.coming, arrival{at, append([]byte(nil), p...), from, end})
	time.AfterFunc(time.Until(at), func() {
		to.mu.Lock()
		defer to.mu.Unlock()
		now := time.Now()
		for len(to.coming) > 0 && !to.coming[0].at.After(now) {
			to.arrive(to.coming[0])
			to.coming = to.coming[1:]
		}
	})
	return nil
}

func (fd *netFD) arrive(a arrival) {
	switch {
	case a.end:
		fd.ended = true
	case fd.closed:
	case fd.isStream():
		fd.data = append(fd.data, a.data...)
	default:
		fd.packets = append(fd.packets, packet{append([]byte(nil), a.data...), a.from})
	}
	fd.reading.Ready()
}

// Sends a datagram to an address, or to where the socket is connected to.
func (fd *netFD) send(p []byte, to sockaddr) (n int, err error) {
	fd.mu.Lock()
	err = fd.unusable(&fd.writing)
	if err == nil {
		err = fd.takeErr()
	}
	fd.mu.Unlock()
	if err != nil {
		return 0, err
	}
	if to == nil {
		to, _ = fd.raddr.(sockaddr)
	}
	if to == nil {
		return 0, syscall.EDESTADDRREQ
	}
	if len(p) > 65507 {
		return 0, syscall.EMSGSIZE
	}
	if fd.laddr == nil || portOf(fd.laddr) == 0 && fd.family != syscall.AF_UNIX {
		if err := fd.bind(nil); err != nil {
			return 0, err
		}
	}
	poll.Call(len(p))
	peer, err := find(fd, to)
	if err != nil {
		return 0, err
	}
	if peer == nil {
		if fd.family == syscall.AF_UNIX {
			return 0, syscall.ECONNREFUSED
		}
		if fd.isConnected {
			fd.mu.Lock()
			fd.err = syscall.ECONNREFUSED
			fd.reading.Ready()
			fd.mu.Unlock()
		}
		return len(p), nil
	}
	peer.mu.Lock()
	defer peer.mu.Unlock()
	switch {
	case peer.closed, peer.isConnected && !sameAddr(peer.raddr, fd.laddr), peer.limit-peer.size < len(p):
		// Lost.
		return len(p), nil
	}
	return len(p), fd.carry(peer, p, false)
}

func (fd *netFD) accept() (*netFD, error) {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	for {
		if err := fd.unusable(&fd.reading); err != nil {
			return nil, err
		}
		if len(fd.queue) > 0 {
			c := fd.queue[0]
			fd.queue = fd.queue[1:]
			if len(fd.queue) > 0 {
				fd.reading.Ready()
			}
			return c, nil
		}
		fd.wait(&fd.reading)
	}
}

func (fd *netFD) Close() error {
	fd.mu.Lock()
	if fd.closed {
		fd.mu.Unlock()
		return poll.ErrNetClosing
	}
	fd.closed = true
	fd.reading.stop()
	fd.writing.stop()
	fd.reading.Ready()
	fd.writing.Ready()
	if peer := fd.peer; peer != nil && !peer.closed && !fd.broken {
		if len(fd.data)+len(fd.packets) > 0 || fd.hard {
			peer.reset()
		} else if !fd.writeShut && fd.carry(peer, nil, true) != nil {
			peer.reset()
		}
		peer.writing.Ready()
	}
	fd.data, fd.packets = nil, nil
	waiting := fd.queue
	fd.queue = nil
	fd.mu.Unlock()
	unbind(fd)
	// Nobody will accept those.
	for _, c := range waiting {
		c.hard = true
		c.Close()
	}
	return nil
}

// The connection is cut off.
func (fd *netFD) reset() {
	fd.broken = true
	fd.err = syscall.ECONNRESET
	if fd.ended {
		fd.err = syscall.EPIPE
	}
	fd.reading.Ready()
	fd.writing.Ready()
}

func (fd *netFD) shutdown(how int) error {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	switch {
	case fd.closed:
		return poll.ErrNetClosing
	case fd.peer == nil:
		return wrapSyscallError("shutdown", syscall.ENOTCONN)
	}
	if how == syscall.SHUT_RD {
		fd.readShut = true
		fd.reading.Ready()
		return nil
	}
	if !fd.writeShut {
		fd.writeShut = true
		fd.writing.Ready()
		if !fd.peer.closed {
			return wrapSyscallError("shutdown", fd.carry(fd.peer, nil, true))
		}
	}
	return nil
}

func (fd *netFD) closeRead() error  { return fd.shutdown(syscall.SHUT_RD) }
func (fd *netFD) closeWrite() error { return fd.shutdown(syscall.SHUT_WR) }

func (s *side) stop() {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
}

func (fd *netFD) deadline(s *side, t time.Time) error {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	if fd.closed {
		return poll.ErrNetClosing
	}
	s.stop()
	s.passed = false
	if t.IsZero() {
		return nil
	}
	if left := time.Until(t); left > 0 {
		var timer *time.Timer
		timer = time.AfterFunc(left, func() {
			fd.mu.Lock()
			defer fd.mu.Unlock()
			if s.timer == timer {
				s.passed = true
				s.Ready()
			}
		})
		s.timer = timer
		return nil
	}
	s.passed = true
	s.Ready()
	return nil
}

func (fd *netFD) SetReadDeadline(t time.Time) error  { return fd.deadline(&fd.reading, t) }
func (fd *netFD) SetWriteDeadline(t time.Time) error { return fd.deadline(&fd.writing, t) }

func (fd *netFD) SetDeadline(t time.Time) error {
	if err := fd.SetReadDeadline(t); err != nil {
		return err
	}
	return fd.SetWriteDeadline(t)
}

// A descriptor that a file could have does not exist.
func (fd *netFD) dup() (*os.File, error) { return nil, os.NewSyscallError("dup", syscall.ENOSYS) }

func (fd *netFD) readFrom(p []byte) (n int, sa syscall.Sockaddr, err error) {
	n, from, err := fd.receive(p)
	if from != nil {
		sa, _ = from.sockaddr(fd.family)
	}
	return n, sa, err
}

func (fd *netFD) readFromInet4(p []byte, sa *syscall.SockaddrInet4) (n int, err error) {
	n, from, err := fd.readFrom(p)
	if from, ok := from.(*syscall.SockaddrInet4); ok {
		*sa = *from
	}
	return n, err
}

func (fd *netFD) readFromInet6(p []byte, sa *syscall.SockaddrInet6) (n int, err error) {
	n, from, err := fd.readFrom(p)
	if from, ok := from.(*syscall.SockaddrInet6); ok {
		*sa = *from
	}
	return n, err
}

const readMsgFlags = 0

func setReadMsgCloseOnExec([]byte) {}

func (fd *netFD) readMsg(p, oob []byte, flags int) (n, oobn, retflags int, sa syscall.Sockaddr, err error) {
	n, sa, err = fd.readFrom(p)
	return n, 0, 0, sa, err
}

func (fd *netFD) readMsgInet4(p, oob []byte, flags int, sa *syscall.SockaddrInet4) (n, oobn, retflags int, err error) {
	n, err = fd.readFromInet4(p, sa)
	return n, 0, 0, err
}

func (fd *netFD) readMsgInet6(p, oob []byte, flags int, sa *syscall.SockaddrInet6) (n, oobn, retflags int, err error) {
	n, err = fd.readFromInet6(p, sa)
	return n, 0, 0, err
}

func (fd *netFD) writeTo(p []byte, sa syscall.Sockaddr) (int, error) {
	if fd.sotype != syscall.SOCK_DGRAM {
		return fd.Write(p)
	}
	var to sockaddr
	if sa != nil {
		to, _ = fd.addrFunc()(sa).(sockaddr)
	}
	n, err := fd.send(p, to)
	return n, wrapSyscallError("sendto", err)
}

func (fd *netFD) writeToInet4(p []byte, sa *syscall.SockaddrInet4) (int, error) {
	return fd.writeTo(p, sa)
}

func (fd *netFD) writeToInet6(p []byte, sa *syscall.SockaddrInet6) (int, error) {
	return fd.writeTo(p, sa)
}

func (fd *netFD) writeMsg(p, oob []byte, sa syscall.Sockaddr) (n, oobn int, err error) {
	if len(oob) > 0 {
		return 0, 0, os.NewSyscallError("sendmsg", syscall.EINVAL)
	}
	n, err = fd.writeTo(p, sa)
	return n, 0, err
}

func (fd *netFD) writeMsgInet4(p, oob []byte, sa *syscall.SockaddrInet4) (n, oobn int, err error) {
	if sa == nil {
		return fd.writeMsg(p, oob, nil)
	}
	return fd.writeMsg(p, oob, sa)
}

func (fd *netFD) writeMsgInet6(p, oob []byte, sa *syscall.SockaddrInet6) (n, oobn int, err error) {
	if sa == nil {
		return fd.writeMsg(p, oob, nil)
	}
	return fd.writeMsg(p, oob, sa)
}

// Options of sockets: those that mean something here.

func setReadBuffer(fd *netFD, bytes int) error {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	fd.limit = max(bytes, 1)
	return nil
}

func setWriteBuffer(fd *netFD, bytes int) error { return nil }

func setLinger(fd *netFD, sec int) error {
	fd.mu.Lock()
	defer fd.mu.Unlock()
	fd.hard = sec == 0
	return nil
}

func setNoDelay(fd *netFD, noDelay bool) error                                  { return nil }
func setKeepAlive(fd *netFD, keepalive bool) error                              { return nil }
func setKeepAliveIdle(fd *netFD, d time.Duration) error                         { return nil }
func setKeepAliveInterval(fd *netFD, d time.Duration) error                     { return nil }
func setKeepAliveCount(fd *netFD, n int) error                                  { return nil }
func isUsingMultipathTCP(fd *netFD) bool                                        { return false }
func setIPv4MulticastInterface(fd *netFD, ifi *Interface) error                 { return nil }
func setIPv4MulticastLoopback(fd *netFD, v bool) error                          { return nil }
func joinIPv4Group(fd *netFD, ifi *Interface, ip IP) error                      { return nil }
func setIPv6MulticastInterface(fd *netFD, ifi *Interface) error                 { return nil }
func setIPv6MulticastLoopback(fd *netFD, v bool) error                          { return nil }
func joinIPv6Group(fd *netFD, ifi *Interface, ip IP) error                      { return nil }
func spliceFrom(c *netFD, r io.Reader) (written int64, err error, handled bool) { return 0, nil, false }
func spliceTo(w io.Writer, c *netFD) (written int64, err error, handled bool)   { return 0, nil, false }
func sendFile(c *netFD, r io.Reader) (written int64, err error, handled bool)   { return 0, nil, false }
func (sd *sysDialer) dialMPTCP(ctx context.Context, l, r *TCPAddr) (*TCPConn, error) {
	return sd.dialTCP(ctx, l, r)
}
func (sl *sysListener) listenMPTCP(ctx context.Context, l *TCPAddr) (*TCPListener, error) {
	return sl.listenTCP(ctx, l)
}

func (ln *UnixListener) close() error { return ln.fd.Close() }

// What a program would reach the descriptor by.
type rawConn struct {
	fd *netFD
}

func newRawConn(fd *netFD) *rawConn { return &rawConn{fd} }

func (c *rawConn) fail(op string) error {
	return &OpError{Op: op, Net: c.fd.net, Addr: c.fd.laddr, Err: syscall.ENOSYS}
}

func (c *rawConn) Control(f func(uintptr)) error    { return c.fail("raw-control") }
func (c *rawConn) Read(f func(uintptr) bool) error  { return c.fail("raw-read") }
func (c *rawConn) Write(f func(uintptr) bool) error { return c.fail("raw-write") }

func newRawListener(fd *netFD) *rawConn { return newRawConn(fd) }

func fileConn(f *os.File) (Conn, error)             { return nil, syscall.ENOTSOCK }
func fileListener(f *os.File) (Listener, error)     { return nil, syscall.ENOTSOCK }
func filePacketConn(f *os.File) (PacketConn, error) { return nil, syscall.ENOTSOCK }
