package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"net/rpc"
	"net/rpc/jsonrpc"
	"net/textproto"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Connections of package net, and its errors.

var address = regexp.MustCompile(`127\.0\.0\.1:\d+|\[::1?\]:\d+|:\d{5}\b`)

func plain(x any) string { return address.ReplaceAllString(fmt.Sprint(x), "ADDRESS") }

// What kind of error it is.
func kind(err error) string {
	text := plain(err)
	var op *net.OpError
	if errors.As(err, &op) {
		text += fmt.Sprintf(" | %s %s %t %t", op.Op, op.Net, op.Source != nil, op.Addr != nil)
	}
	var n net.Error
	if errors.As(err, &n) {
		text += fmt.Sprintf(" | timeout %t temporary %t", n.Timeout(), n.Temporary())
	}
	for _, e := range []error{net.ErrClosed, os.ErrDeadlineExceeded, context.DeadlineExceeded, context.Canceled, syscall.ECONNREFUSED, syscall.ECONNRESET, syscall.EPIPE, syscall.EADDRINUSE, io.EOF} {
		if errors.Is(err, e) {
			text += fmt.Sprintf(" | is %v", e)
		}
	}
	return fmt.Sprintf("%T %s", err, text)
}

func pair() (client, server net.Conn) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer l.Close()
	client, err = net.Dial("tcp", l.Addr().String())
	if err != nil {
		panic(err)
	}
	server, err = l.Accept()
	if err != nil {
		panic(err)
	}
	return client, server
}

func listening() {
	fmt.Println("listening")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	fmt.Println(plain(l.Addr()), l.Addr().Network(), err, l.Addr().(*net.TCPAddr).Port > 0)
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(kind(err))
	_, err = net.Listen("tcp", fmt.Sprint(":", l.Addr().(*net.TCPAddr).Port))
	fmt.Println(kind(err))
	fmt.Println(kind(l.(*net.TCPListener).SetDeadline(time.Now().Add(50 * time.Millisecond))))
	start := time.Now()
	_, err = l.Accept()
	fmt.Println(kind(err), time.Since(start) >= 50*time.Millisecond)
	l.(*net.TCPListener).SetDeadline(time.Time{})
	time.AfterFunc(20*time.Millisecond, func() { l.Close() })
	_, err = l.Accept()
	fmt.Println(kind(err))
	fmt.Println(kind(l.Close()))
	_, err = net.Dial("tcp", l.Addr().String())
	fmt.Println(kind(err))
	all, err := net.Listen("tcp", ":0")
	fmt.Println(plain(all.Addr()), err)
	c, err := net.Dial("tcp", fmt.Sprint(":", all.Addr().(*net.TCPAddr).Port))
	fmt.Println(plain(c.RemoteAddr()), err)
	s, err := all.Accept()
	fmt.Println(plain(s.LocalAddr()), s.RemoteAddr().String() == c.LocalAddr().String(), err)
	c.Close()
	s.Close()
	all.Close()
	for _, a := range []string{"1.2.3.4:0", "127.0.0.1", "127.0.0.1:x", ":http9", ":-1", ":70000", "[::1", "nowhere.invalid:0", "127.0.0.1:0:0"} {
		_, err := net.Listen("tcp", a)
		text := plain(err)
		if strings.Contains(a, "nowhere") {
			text = "some error"
		}
		fmt.Println(a, text)
	}
	for _, n := range []string{"tcp5", "", "udp", "ip:icmp"} {
		_, err := net.Listen(n, "127.0.0.1:0")
		fmt.Println(n, err)
	}
	_, err = net.Dial("nothing", "127.0.0.1:1")
	fmt.Println(err)
	_, err = net.Dial("tcp", "")
	fmt.Println(err)
	_, err = net.DialTimeout("tcp", "127.0.0.1:1", -1)
	fmt.Println(kind(err))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = new(net.Dialer).DialContext(ctx, "tcp", "127.0.0.1:1")
	fmt.Println(kind(err))
	var lc net.ListenConfig
	l, err = lc.Listen(context.Background(), "tcp4", "localhost:0")
	fmt.Println(plain(l.Addr()), err)
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}, Timeout: time.Second}
	c, err = d.Dial("tcp4", l.Addr().String())
	fmt.Println(err, plain(c.LocalAddr()))
	c.Close()
	l.Close()
}

func streams() {
	fmt.Println("streams")
	client, server := pair()
	fmt.Println(client.LocalAddr().String() == server.RemoteAddr().String(), client.RemoteAddr().String() == server.LocalAddr().String())
	var group sync.WaitGroup
	group.Go(func() {
		in := bufio.NewScanner(server)
		for in.Scan() {
			fmt.Fprintf(server, "%s!\n", in.Text())
		}
		server.Close()
	})
	in := bufio.NewReader(client)
	for _, word := range []string{"one", "two", "three"} {
		fmt.Fprintln(client, word)
		line, err := in.ReadString('\n')
		fmt.Printf("%q %v\n", line, err)
	}
	fmt.Println(client.(*net.TCPConn).CloseWrite())
	line, err := in.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	_, err = client.Write([]byte("x"))
	fmt.Println(kind(err))
	group.Wait()
	fmt.Println(kind(client.Close()), kind(client.Close()))
	_, err = client.Read(make([]byte, 1))
	fmt.Println(kind(err))
	_, err = client.Write([]byte("x"))
	fmt.Println(kind(err))
	fmt.Println(kind(client.SetDeadline(time.Now())))

	// Deadlines.
	client, server = pair()
	client.SetReadDeadline(time.Now().Add(30 * time.Millisecond))
	_, err = client.Read(make([]byte, 1))
	fmt.Println(kind(err))
	_, err = client.Read(make([]byte, 1))
	fmt.Println(kind(err))
	server.Write([]byte("late"))
	client.SetReadDeadline(time.Time{})
	b := make([]byte, 10)
	n, err := client.Read(b)
	fmt.Printf("%q %v\n", b[:n], err)
	n, err = client.Read(nil)
	fmt.Println(n, err)
	client.SetReadDeadline(time.Now().Add(-time.Second))
	server.Write([]byte("more"))
	_, err = client.Read(b)
	fmt.Println(kind(err))
	client.SetDeadline(time.Time{})
	time.AfterFunc(20*time.Millisecond, func() { client.SetReadDeadline(time.Unix(1, 0)) })
	n, err = client.Read(b)
	fmt.Printf("%q %v\n", b[:n], err)
	_, err = client.Read(b)
	fmt.Println(kind(err))
	// Nobody reads: at some time nobody can write.
	client.SetWriteDeadline(time.Now().Add(300 * time.Millisecond))
	big := make([]byte, 1<<20)
	total := 0
	for {
		n, err = client.Write(big)
		total += n
		if err != nil {
			break
		}
	}
	fmt.Println(kind(err), total > 0)
	go io.Copy(io.Discard, server)
	client.SetDeadline(time.Time{})
	n, err = client.Write(big)
	fmt.Println(n, err)
	time.AfterFunc(20*time.Millisecond, func() { client.Close() })
	_, err = client.Read(b)
	fmt.Println(kind(err))
	server.Close()

	// The other side is gone.
	client, server = pair()
	server.Close()
	_, err = client.Read(b)
	fmt.Println(kind(err))
	client.Write([]byte("x"))
	time.Sleep(20 * time.Millisecond)
	_, err = client.Write([]byte("x"))
	fmt.Println(kind(err))
	client.Close()
	client, server = pair()
	client.Write([]byte("never read"))
	time.Sleep(20 * time.Millisecond)
	server.Close()
	_, err = client.Read(b)
	fmt.Println(kind(err))
	client.Close()
	client, server = pair()
	server.(*net.TCPConn).SetLinger(0)
	server.Close()
	time.Sleep(20 * time.Millisecond)
	_, err = client.Write([]byte("x"))
	fmt.Println(kind(err))
	client.Close()

	client, server = pair()
	t := client.(*net.TCPConn)
	fmt.Println(t.SetKeepAlive(true), t.SetKeepAlivePeriod(time.Second), t.SetNoDelay(false), t.SetReadBuffer(1<<16), t.SetWriteBuffer(1<<16),
		t.SetKeepAliveConfig(net.KeepAliveConfig{Enable: true}))
	go func() {
		t.ReadFrom(strings.NewReader("read from"))
		t.CloseWrite()
	}()
	var text strings.Builder
	m, err := server.(*net.TCPConn).WriteTo(&text)
	fmt.Println(m, err, text.String())
	buffers := net.Buffers{[]byte("a"), []byte("bc")}
	m, err = buffers.WriteTo(server)
	fmt.Println(m, err, len(buffers))
	server.Close()
	all, err := io.ReadAll(client)
	fmt.Printf("%q %v\n", all, err)
	client.Close()

	// One goroutine each.
	l, _ := net.Listen("tcp", "localhost:0")
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				io.Copy(c, c)
			}()
		}
	}()
	var mu sync.Mutex
	sum := 0
	for i := range 20 {
		group.Go(func() {
			c, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				fmt.Println(err)
				return
			}
			defer c.Close()
			fmt.Fprintf(c, "%d\n", i)
			var back int
			fmt.Fscan(c, &back)
			mu.Lock()
			sum += back
			mu.Unlock()
		})
	}
	group.Wait()
	l.Close()
	fmt.Println(sum)
}

func datagrams() {
	fmt.Println("datagrams")
	s, err := net.ListenPacket("udp", "127.0.0.1:0")
	fmt.Println(plain(s.LocalAddr()), s.LocalAddr().Network(), err)
	c, err := net.Dial("udp", s.LocalAddr().String())
	fmt.Println(err, plain(c.RemoteAddr()))
	fmt.Fprint(c, "first")
	fmt.Fprint(c, "second one")
	b := make([]byte, 6)
	n, from, err := s.ReadFrom(b)
	fmt.Printf("%q %t %v\n", b[:n], from.String() == c.LocalAddr().String(), err)
	n, from, err = s.ReadFrom(b)
	fmt.Printf("%q %v\n", b[:n], err)
	n, err = s.WriteTo([]byte("answer"), from)
	fmt.Println(n, err)
	n, err = c.Read(b)
	fmt.Printf("%q %v\n", b[:n], err)
	s.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, _, err = s.ReadFrom(b)
	fmt.Println(kind(err))
	_, err = s.(*net.UDPConn).Write([]byte("x"))
	fmt.Println(kind(err))
	_, err = c.(*net.UDPConn).WriteTo([]byte("x"), s.LocalAddr())
	fmt.Println(kind(err))
	_, err = s.WriteTo(make([]byte, 70000), from)
	fmt.Println(kind(err))
	_, err = s.WriteTo(nil, &net.TCPAddr{})
	fmt.Println(kind(err))
	u := s.(*net.UDPConn)
	u.SetReadDeadline(time.Time{})
	c.Write([]byte("again"))
	n, ap, err := u.ReadFromUDPAddrPort(b)
	fmt.Println(n, ap.Addr(), err)
	c.Write([]byte("again"))
	n, oobn, flags, at, err := u.ReadMsgUDP(b, nil)
	fmt.Println(n, oobn, flags, at.IP, err)
	n, err = u.WriteToUDPAddrPort([]byte("ap"), ap)
	fmt.Println(n, err)
	n, oobn, err = u.WriteMsgUDP([]byte("msg"), nil, at)
	fmt.Println(n, oobn, err)
	s.Close()
	_, _, err = s.ReadFrom(b)
	fmt.Println(kind(err))
	c.Close()
	_, err = net.ListenUDP("udp", &net.UDPAddr{IP: net.ParseIP("1.2.3.4")})
	fmt.Println(kind(err))
}

func unix() {
	fmt.Println("unix")
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "s")
	short := func(x any) string { return strings.ReplaceAll(fmt.Sprint(x), dir, "DIR") }
	l, err := net.Listen("unix", name)
	fmt.Println(short(l.Addr()), l.Addr().Network(), err)
	_, err = net.Listen("unix", name)
	fmt.Println(short(kind(err)))
	c, err := net.Dial("unix", name)
	fmt.Println(err, short(c.RemoteAddr()))
	s, err := l.Accept()
	fmt.Println(err, short(s.LocalAddr()))
	fmt.Fprint(c, "over there")
	c.Close()
	all, err := io.ReadAll(s)
	fmt.Printf("%q %v\n", all, err)
	s.Close()
	fmt.Println(l.Close())
	_, err = net.Dial("unix", name)
	fmt.Println(short(kind(err)))
	g, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: filepath.Join(dir, "g"), Net: "unixgram"})
	fmt.Println(err)
	d, err := net.Dial("unixgram", filepath.Join(dir, "g"))
	fmt.Println(err)
	d.Write([]byte("packet"))
	b := make([]byte, 10)
	n, _, err := g.ReadFrom(b)
	fmt.Printf("%q %v\n", b[:n], err)
	g.Close()
	d.Close()
}

func names() {
	fmt.Println("names")
	fmt.Println(net.LookupHost("127.0.0.1"))
	ips, err := net.DefaultResolver.LookupIP(context.Background(), "ip4", "localhost")
	fmt.Println(ips, err)
	fmt.Println(net.LookupPort("tcp", "http"))
	fmt.Println(net.LookupPort("udp", "domain"))
	fmt.Println(net.LookupPort("tcp", "nothing"))
	_, err = net.LookupHost("")
	fmt.Println(err)
	fmt.Println(net.ResolveTCPAddr("tcp", "127.0.0.1:https"))
	fmt.Println(net.ResolveUDPAddr("udp4", "localhost:53"))
	fmt.Println(net.ResolveIPAddr("ip", "::1"))
	fmt.Println(net.ResolveUnixAddr("unix", "/x"))
	fmt.Println(net.ResolveTCPAddr("udp", "127.0.0.1:80"))
	for _, s := range []string{"127.0.0.1", "::1", "::ffff:1.2.3.4", "1.2.3", "fe80::1%lo", "2001:db8::1"} {
		ip := net.ParseIP(s)
		fmt.Println(s, ip, ip.To4() != nil, ip.IsLoopback(), ip.IsPrivate(), ip.IsGlobalUnicast(), ip.DefaultMask())
	}
	for _, s := range []string{"10.1.2.3/8", "2001:db8::/32", "1.2.3.4/33", "x"} {
		ip, n, err := net.ParseCIDR(s)
		fmt.Println(ip, n, err)
		if err == nil {
			ones, bits := n.Mask.Size()
			fmt.Println(ones, bits, n.Contains(ip), n.Network(), n.IP.Mask(n.Mask))
		}
	}
	for _, s := range []string{"h:1", "[::1]:80", "h", ":1", "h:", "a:b:c", "[h", "[h]", "[h]x:1", "h]:1"} {
		host, port, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %v\n", host, port, err)
	}
	fmt.Println(net.JoinHostPort("::1", "80"), net.JoinHostPort("h", "http"))
	fmt.Println(net.TCPAddrFromAddrPort(netip.MustParseAddrPort("[fe80::1%eth0]:1")), (&net.UDPAddr{IP: net.IPv4bcast, Port: 9}).AddrPort())
	fmt.Println(net.ParseMAC("00:00:5e:00:53:01"))
	fmt.Println(net.CIDRMask(20, 32), net.IPv4Mask(255, 0, 255, 0), net.FlagUp|net.FlagLoopback)
	loop, err := net.InterfaceByName("lo")
	fmt.Println(loop.Name, loop.Index, loop.Flags&net.FlagLoopback != 0, err)
	_, err = net.InterfaceByName("none")
	fmt.Println(err)
}

type Arith int

type Args struct{ A, B int }

func (Arith) Multiply(args *Args, reply *int) error {
	*reply = args.A * args.B
	return nil
}

func (Arith) Divide(args *Args, reply *int) error {
	if args.B == 0 {
		return errors.New("divide by zero")
	}
	*reply = args.A / args.B
	return nil
}

func above() {
	fmt.Println("above")
	a, b := net.Pipe()
	go func() {
		fmt.Fprint(a, "piped")
		a.Close()
	}()
	all, err := io.ReadAll(b)
	fmt.Printf("%q %v %v\n", all, err, b.LocalAddr())
	_, err = b.Write([]byte("x"))
	fmt.Println(err)
	b.SetDeadline(time.Now())
	_, err = b.Read(nil)
	fmt.Println(err)

	server := rpc.NewServer()
	fmt.Println(server.Register(Arith(0)))
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	go server.Accept(l)
	c, err := rpc.Dial("tcp", l.Addr().String())
	fmt.Println(err)
	var reply int
	fmt.Println(c.Call("Arith.Multiply", &Args{6, 7}, &reply), reply)
	fmt.Println(c.Call("Arith.Divide", &Args{6, 0}, &reply))
	fmt.Println(c.Call("Arith.Nothing", &Args{6, 0}, &reply))
	call := <-c.Go("Arith.Divide", &Args{6, 3}, &reply, nil).Done
	fmt.Println(call.Error, reply)
	fmt.Println(c.Close(), c.Close())
	l.Close()
	x, y := net.Pipe()
	go server.ServeCodec(jsonrpc.NewServerCodec(x))
	c = jsonrpc.NewClient(y)
	fmt.Println(c.Call("Arith.Multiply", &Args{3, 4}, &reply), reply)
	c.Close()

	l, _ = net.Listen("tcp", "127.0.0.1:0")
	go func() {
		c, _ := l.Accept()
		t := textproto.NewConn(c)
		t.PrintfLine("220 ready")
		line, _ := t.ReadLine()
		t.PrintfLine("250-you said\r\n250 %s", line)
		t.Close()
	}()
	t, err := textproto.Dial("tcp", l.Addr().String())
	fmt.Println(err)
	fmt.Println(t.ReadResponse(220))
	id, err := t.Cmd("HELO %s", "me")
	t.StartResponse(id)
	fmt.Println(err)
	fmt.Println(t.ReadResponse(250))
	t.EndResponse(id)
	t.Close()
	l.Close()
}

func main() {
	listening()
	streams()
	datagrams()
	unix()
	names()
	above()
}
