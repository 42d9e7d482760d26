package http

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http/httptrace"
)

// Where TLS would begin.

func (pconn *persistConn) addTLS(ctx context.Context, name string, trace *httptrace.ClientTrace) error {
	pconn.conn.Close()
	return errors.New("golanes has no TLS: use http instead of https")
}

func unencryptedTLSConn(c net.Conn) *tls.Conn { return nil }
