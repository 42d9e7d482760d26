// Package idna: host names with letters beyond ASCII, by Punycode. Without the tables of Unicode's rules such names are neither
// normalised nor refused; others are as they are.
package idna

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// A Profile is how to convert names: as they are, or to look them up, which makes letters small first.
type Profile struct{ small bool }

var (
	Punycode = &Profile{}
	Lookup   = &Profile{true}
)

var errLabel = errors.New("idna: invalid label")

var dots = strings.NewReplacer("\u3002", ".", "\uff0e", ".", "\uff61", ".")

func ToASCII(s string) (string, error) { return Punycode.ToASCII(s) }

func (p *Profile) ToASCII(s string) (string, error) {
	if isASCII(s) {
		if p.small {
			s = strings.ToLower(s)
		}
		return s, nil
	}
	if !utf8.ValidString(s) {
		return s, errLabel
	}
	name := s
	if p.small {
		name = strings.ToLower(dots.Replace(s))
	}
	labels := strings.Split(name, ".")
	for i, label := range labels {
		if isASCII(label) {
			continue
		}
		encoded, ok := encode(label)
		if !ok || p.small && len(encoded) > 63 {
			return s, errLabel
		}
		labels[i] = encoded
	}
	return strings.Join(labels, "."), nil
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// As RFC 3492 has it.
func encode(s string) (string, bool) {
	const base, tmin, tmax, skew, damp = 36, 1, 26, 38, 700
	out := []byte("xn--")
	runes := []rune(s)
	for _, r := range runes {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		}
	}
	basic := len(out) - len("xn--")
	done := basic
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(128), 0, 72
	for done < len(runes) {
		next := rune(utf8.MaxRune)
		for _, r := range runes {
			if r >= n && r < next {
				next = r
			}
		}
		delta += int(next-n) * (done + 1)
		if delta < 0 || delta > 1<<40 {
			return "", false
		}
		n = next
		for _, r := range runes {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := base; ; k += base {
				t := min(max(k-bias, tmin), tmax)
				if q < t {
					break
				}
				out = append(out, digit(t+(q-t)%(base-t)))
				q = (q - t) / (base - t)
			}
			out = append(out, digit(q))
			if done == basic {
				delta /= damp
			} else {
				delta /= 2
			}
			delta += delta / (done + 1)
			k := 0
			for ; delta > (base-tmin)*tmax/2; k += base {
				delta /= base - tmin
			}
			bias = k + (base-tmin+1)*delta/(delta+skew)
			delta = 0
			done++
		}
		delta++
		n++
	}
	return string(out), true
}

func digit(d int) byte {
	if d < 26 {
		return byte('a' + d)
	}
	return byte('0' + d - 26)
}
