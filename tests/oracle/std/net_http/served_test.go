package http_test

import (
	"context"
	"log"
	"net"
	. "net/http"
	"net/http/httptest"
	"slices"
	"testing"
)

// What the tests of net/http make their servers and clients with, for HTTP/1.1 without TLS.

func run[T TBRun[T]](t T, f func(t T, mode testMode), opts ...any) {
	t.Helper()
	for _, opt := range opts {
		only, isOnly := opt.([]testMode)
		skip, isSkip := opt.(testSkipMode)
		if isOnly && !slices.Contains(only, http1Mode) || isSkip && slices.Contains(skip, http1Mode) {
			t.Skip("not for HTTP/1.1")
		}
	}
	t.Run(string(http1Mode), func(t T) {
		t.Helper()
		t.Cleanup(func() { afterTest(t) })
		f(t, http1Mode)
	})
}

func newClientServerTest(t testing.TB, mode testMode, h Handler, opts ...any) *clientServerTest {
	if mode != http1Mode {
		t.Skip("not for HTTP/1.1")
	}
	cst := &clientServerTest{t: t, h: h}
	var ofClient []func(*Transport)
	if i := slices.Index(opts, any(optFakeNet)); i >= 0 {
		opts = slices.Delete(opts, i, i+1)
		cst.li = fakeNetListen()
		cst.ts = &httptest.Server{Config: &Server{Handler: h}, Listener: cst.li}
		ofClient = append(ofClient, func(tr *Transport) {
			tr.DialContext = func(context.Context, string, string) (net.Conn, error) { return cst.li.connect(), nil }
		})
	} else {
		cst.ts = httptest.NewUnstartedServer(h)
	}
	for _, opt := range opts {
		switch opt := opt.(type) {
		case func(*Transport):
			ofClient = append(ofClient, opt)
		case func(*httptest.Server):
			opt(cst.ts)
		case func(*Server):
			opt(cst.ts.Config)
		default:
			t.Fatalf("what is %T?", opt)
		}
	}
	if cst.ts.Config.ErrorLog == nil {
		cst.ts.Config.ErrorLog = log.New(testLogWriter{t}, "", 0)
	}
	protocols := new(Protocols)
	protocols.SetHTTP1(true)
	if cst.ts.Config.Protocols == nil {
		cst.ts.Config.Protocols = protocols
	}
	cst.ts.Start()
	cst.c = cst.ts.Client()
	cst.tr = cst.c.Transport.(*Transport)
	for _, f := range ofClient {
		f(cst.tr)
	}
	if cst.tr.Protocols == nil {
		cst.tr.Protocols = protocols
	}
	t.Cleanup(cst.close)
	return cst
}
