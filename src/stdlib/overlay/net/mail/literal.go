package mail

import (
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"unicode/utf8"
)

// consumeDomainLiteral reads an address in brackets.
func (p *addrParser) consumeDomainLiteral() (string, error) {
	if !p.consume('[') {
		return "", errors.New(`mail: missing "[" in domain-literal`)
	}
	rest := p.s
	for {
		if p.empty() {
			return "", errors.New("mail: unclosed domain-literal")
		}
		if p.peek() == ']' {
			break
		}
		r, size := utf8.DecodeRuneInString(p.s)
		if size == 1 && r == utf8.RuneError {
			return "", fmt.Errorf("mail: invalid utf-8 in domain-literal: %q", p.s)
		}
		if !isDtext(r) {
			return "", fmt.Errorf("mail: bad character in domain-literal: %q", r)
		}
		p.s = p.s[size:]
	}
	text := rest[:len(rest)-len(p.s)]
	p.consume(']')
	if v6, ok := strings.CutPrefix(text, "IPv6:"); ok {
		if addr, err := netip.ParseAddr(v6); err != nil || addr.Zone() != "" {
			return "", fmt.Errorf("mail: invalid IPv6 address in domain-literal: %q", text)
		}
	} else if addr, err := netip.ParseAddr(text); err != nil || !addr.Unmap().Is4() {
		return "", fmt.Errorf("mail: invalid IP address in domain-literal: %q", text)
	}
	return "[" + text + "]", nil
}
