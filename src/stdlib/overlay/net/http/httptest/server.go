package httptest

import (
	"context"
	"internal/nettest"
	"net"
	"net/http"
)

// A server that a test talks to over a network of its own, without TLS.
func (s *Server) startFakeNet() {
	s.startCommon(false)
	tr := &http.Transport{}
	s.client = &http.Client{Transport: tr}
	s.fakeListener = nettest.NewListener()
	s.fakeTLSListener = nettest.NewListener()
	tr.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		return s.fakeListener.NewConn(), nil
	}
	s.URL = "http://example.com"
	s.goServe(s.fakeListener)
}
