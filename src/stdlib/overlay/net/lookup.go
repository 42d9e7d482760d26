package net

import (
	"context"
	"internal/stringslite"
	"math/rand/v2"
)

// Names: localhost is there, and nobody to ask for others.

// Order by chance among servers of the same weight.
func runtime_rand() uint64 { return rand.Uint64() }

// So many lookups may be at work at once.
func concurrentThreadsLimit() int { return 500 }

func lookupProtocol(_ context.Context, name string) (int, error) { return lookupProtocolMap(name) }

func (r *Resolver) lookupPort(ctx context.Context, network, service string) (int, error) {
	return lookupPortMap(network, service)
}

func isLocalName(name string) bool {
	const local = "localhost"
	name = stringslite.TrimSuffix(name, ".")
	at := len(name) - len(local)
	if at < 0 || at > 0 && name[at-1] != '.' {
		return false
	}
	lower := []byte(name[at:])
	lowerASCIIBytes(lower)
	return string(lower) == local
}

func (r *Resolver) lookupHost(ctx context.Context, host string) ([]string, error) {
	ips, err := r.lookupIP(ctx, "ip", host)
	var list []string
	for _, ip := range ips {
		list = append(list, ip.String())
	}
	return list, err
}

func (r *Resolver) lookupIP(ctx context.Context, network, host string) ([]IPAddr, error) {
	if err := ctx.Err(); err != nil {
		return nil, newDNSError(mapErr(err), host, "")
	}
	if !isLocalName(host) {
		return nil, newDNSError(errNoSuchHost, host, "")
	}
	if network[len(network)-1] == '6' {
		return []IPAddr{{IP: IPv6loopback}}, nil
	}
	return []IPAddr{{IP: IPv4(127, 0, 0, 1)}}, nil
}

func (r *Resolver) lookupCNAME(ctx context.Context, name string) (string, error) {
	if isLocalName(name) {
		return absDomainName(name), nil
	}
	return "", newDNSError(errNoSuchHost, name, "")
}

func (r *Resolver) lookupSRV(ctx context.Context, service, proto, name string) (string, []*SRV, error) {
	if service != "" || proto != "" {
		name = "_" + service + "._" + proto + "." + name
	}
	return "", nil, newDNSError(errNoSuchHost, name, "")
}

func (r *Resolver) lookupMX(ctx context.Context, name string) ([]*MX, error) {
	return nil, newDNSError(errNoSuchHost, name, "")
}

func (r *Resolver) lookupNS(ctx context.Context, name string) ([]*NS, error) {
	return nil, newDNSError(errNoSuchHost, name, "")
}

func (r *Resolver) lookupTXT(ctx context.Context, name string) ([]string, error) {
	return nil, newDNSError(errNoSuchHost, name, "")
}

func (r *Resolver) lookupAddr(ctx context.Context, addr string) ([]string, error) {
	ip := ParseIP(addr)
	if ip == nil {
		return nil, newDNSError(&notFoundError{"unrecognized address"}, addr, "")
	}
	if ip.IsLoopback() {
		return []string{"localhost"}, nil
	}
	return nil, newDNSError(errNoSuchHost, addr, "")
}
