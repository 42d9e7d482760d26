package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"internal/unicode"
)

// matchString says whether a regular expression matches, or what is wrong with it.
func matchString(pattern, s string) (ok bool, problem string)

// matcher chooses tests by name and makes names of subtests unique.
type matcher struct {
	filter [][]string // alternatives, each split at slashes; none: everything
	skip   [][]string
	mu     sync.Mutex
	seen   map[string]int32
}

func newMatcher(pattern, flag, skip string) *matcher {
	m := &matcher{seen: map[string]int32{}}
	if pattern != "" {
		m.filter = split(pattern)
		verify(m.filter, flag)
	}
	if skip != "" {
		m.skip = split(skip)
		verify(m.skip, "-test.skip")
	}
	return m
}

// verify rewrites patterns as names are rewritten, and ends the program if one is no regular expression.
func verify(alternatives [][]string, flag string) {
	for i, elems := range alternatives {
		for j, elem := range elems {
			elems[j] = rewrite(elem)
		}
		for j, elem := range elems {
			_, problem := matchString(elem, "non-empty")
			if problem == "" {
				continue
			}
			where := fmt.Sprintf("element %d of %s (%q): %s", j, flag, elem, problem)
			if len(alternatives) > 1 {
				where = fmt.Sprintf("alternation %d of %s", i, where)
			}
			fmt.Fprintf(os.Stderr, "testing: invalid regexp for %s\n", where)
			os.Exit(1)
		}
	}
}

// split takes a pattern apart at | and / outside of brackets.
func split(s string) [][]string {
	var all [][]string
	var elems []string
	class, group, start := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			class++
		case ']':
			class = max(class-1, 0)
		case '(':
			if class == 0 {
				group++
			}
		case ')':
			if class == 0 {
				group--
			}
		case '\\':
			i++
		case '/', '|':
			if class != 0 || group != 0 {
				break
			}
			elems = append(elems, s[start:i])
			start = i + 1
			if s[i] == '|' {
				all = append(all, elems)
				elems = nil
			}
		}
	}
	elems = append(elems, s[start:])
	return append(all, elems)
}

// matches says whether one of the alternatives fits, and whether it has more elements than the name.
func matches(alternatives [][]string, name []string) (ok, partial bool) {
	for _, elems := range alternatives {
		fits := true
		for i, s := range name {
			if i >= len(elems) {
				break
			}
			if ok, _ := matchString(elems[i], s); !ok {
				fits = false
				break
			}
		}
		if fits {
			return true, len(name) < len(elems)
		}
	}
	return false, false
}

// fullName is the name of a (sub)test, and whether it shall run; partial when only some of what it contains shall.
func (m *matcher) fullName(c *common, name string) (full string, ok, partial bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c != nil && c.level > 0 {
		name = m.unique(c.name, rewrite(name))
	}
	elems := strings.Split(name, "/")
	ok = true
	if m.filter != nil {
		ok, partial = matches(m.filter, elems)
	}
	if skip, some := matches(m.skip, elems); skip && !some {
		ok = false
	}
	if !ok {
		return name, false, false
	}
	return name, ok, partial
}

// unique adds a number to a name that was given before, is empty, or looks like one with a number that may come.
func (m *matcher) unique(parent, name string) string {
	base := parent + "/" + name
	for {
		n := m.seen[base]
		m.seen[base] = n + 1
		if n == 0 && name != "" {
			prefix, number := numbered(base)
			if len(prefix) < len(base) && number < m.seen[prefix] {
				continue
			}
			return base
		}
		full := fmt.Sprintf("%s#%02d", base, n)
		if m.seen[full] == 0 {
			return full
		}
	}
}

// numbered takes a name of unique's making apart.
func numbered(s string) (prefix string, n int32) {
	at := strings.LastIndexByte(s, '#')
	if at < 0 {
		return s, 0
	}
	prefix, suffix := s[:at], s[at+1:]
	if len(suffix) < 2 || len(suffix) > 2 && suffix[0] == '0' {
		return s, 0
	}
	if suffix == "00" && !strings.HasSuffix(prefix, "/") {
		return s, 0
	}
	v, err := strconv.ParseInt(suffix, 10, 32)
	if err != nil || v < 0 {
		return s, 0
	}
	return prefix, int32(v)
}

// rewrite makes a name printable and free of spaces.
func rewrite(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			b.WriteByte('_')
		case !strconv.IsPrint(r):
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
