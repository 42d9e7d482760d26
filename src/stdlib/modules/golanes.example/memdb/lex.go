package memdb

import (
	"fmt"
	"strings"
)

func failf(code, format string, args ...any) error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

type tokenKind int

const (
	end tokenKind = iota
	word
	quoted // "name"
	number
	str // 'text'
	param
	symbol
)

// A token of SQL. Words are in lower case, as names without quotes are.
type token struct {
	kind tokenKind
	text string
	at   int
}

func (t token) String() string {
	if t.kind == end {
		return "end of input"
	}
	return fmt.Sprintf("%q", t.text)
}

func letter(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}
func digit(c byte) bool { return '0' <= c && c <= '9' }

// lex cuts a query into tokens.
func lex(query string) ([]token, error) {
	var out []token
	for i := 0; i < len(query); {
		start, c := i, query[i]
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
			continue
		case strings.HasPrefix(query[i:], "--"):
			if n := strings.IndexByte(query[i:], '\n'); n >= 0 {
				i += n
			} else {
				i = len(query)
			}
			continue
		case strings.HasPrefix(query[i:], "/*"):
			n := strings.Index(query[i:], "*/")
			if n < 0 {
				return nil, failf(SyntaxError, "unterminated /* comment")
			}
			i += n + 2
			continue
		case letter(c):
			for i < len(query) && (letter(query[i]) || digit(query[i])) {
				i++
			}
			out = append(out, token{word, strings.ToLower(query[start:i]), start})
		case digit(c) || c == '.' && i+1 < len(query) && digit(query[i+1]):
			for i < len(query) && (digit(query[i]) || query[i] == '.') {
				i++
			}
			if i < len(query) && (query[i] == 'e' || query[i] == 'E') {
				i++
				if i < len(query) && (query[i] == '+' || query[i] == '-') {
					i++
				}
				for i < len(query) && digit(query[i]) {
					i++
				}
			}
			out = append(out, token{number, query[start:i], start})
		case c == '\'' || c == '"':
			var text strings.Builder
			for i++; ; i++ {
				if i >= len(query) {
					return nil, failf(SyntaxError, "unterminated quoted string at %q", query[start:])
				}
				if query[i] == c {
					if i+1 < len(query) && query[i+1] == c {
						i++
					} else {
						break
					}
				}
				text.WriteByte(query[i])
			}
			i++
			kind := str
			if c == '"' {
				kind = quoted
			}
			out = append(out, token{kind, text.String(), start})
		case c == '?':
			i++
			out = append(out, token{param, "?", start})
		case c == '$' && i+1 < len(query) && digit(query[i+1]):
			for i++; i < len(query) && digit(query[i]); {
				i++
			}
			out = append(out, token{param, query[start:i], start})
		default:
			for _, s := range []string{"<=", ">=", "<>", "!=", "||", "::"} {
				if strings.HasPrefix(query[i:], s) {
					i += 2
					break
				}
			}
			if i == start {
				if !strings.ContainsRune("(),;.*+-/%=<>", rune(c)) {
					return nil, failf(SyntaxError, "syntax error at or near %q", query[i:i+1])
				}
				i++
			}
			out = append(out, token{symbol, query[start:i], start})
		}
	}
	return append(out, token{kind: end, at: len(query)}), nil
}
