// Writes, for each package of Go's library that programs may import, a program that uses all its exported names with their types:
// DIR/PATH.go, with _ for /. A line uses one name, which stands in a comment at its end. Below `main` constants are compared
// with their values; the program prints those that differ.
//
//	GOROOT=/usr/local/go go run main.go DIR
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/constant"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// probe collects the lines about one package.
type probe struct {
	pkg     *types.Package
	imports map[string]string // path to name
	decls   []string
	checks  []string
}

func (p *probe) qualify(pkg *types.Package) string {
	if name, ok := p.imports[pkg.Path()]; ok {
		return name
	}
	name := pkg.Name()
	for _, taken := range p.imports {
		if taken == name {
			name = fmt.Sprintf("%s%d", name, len(p.imports))
		}
	}
	p.imports[pkg.Path()] = name
	return name
}

func (p *probe) text(t types.Type) string { return types.TypeString(t, p.qualify) }

// sayable tells whether a program may write t: it has no unexported name and nothing of an internal package in it.
func sayable(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return true
	}
	seen[t] = true
	all := func(ts *types.Tuple) bool {
		for v := range ts.Variables() {
			if !sayable(v.Type(), seen) {
				return false
			}
		}
		return true
	}
	named := func(obj *types.TypeName, args *types.TypeList) bool {
		if pkg := obj.Pkg(); pkg != nil && (!obj.Exported() || strings.Contains(pkg.Path(), "internal") || strings.HasPrefix(pkg.Path(), "vendor/")) {
			return false
		}
		for i := range args.Len() {
			if !sayable(args.At(i), seen) {
				return false
			}
		}
		return true
	}
	switch t := t.(type) {
	case *types.Alias:
		return named(t.Obj(), t.TypeArgs())
	case *types.Named:
		return named(t.Obj(), t.TypeArgs())
	case *types.Pointer:
		return sayable(t.Elem(), seen)
	case *types.Slice:
		return sayable(t.Elem(), seen)
	case *types.Array:
		return sayable(t.Elem(), seen)
	case *types.Chan:
		return sayable(t.Elem(), seen)
	case *types.Map:
		return sayable(t.Key(), seen) && sayable(t.Elem(), seen)
	case *types.Signature:
		return all(t.Params()) && all(t.Results())
	case *types.Struct:
		for f := range t.Fields() {
			if !f.Exported() || !sayable(f.Type(), seen) {
				return false
			}
		}
	case *types.Interface:
		for m := range t.ExplicitMethods() {
			if !m.Exported() || !sayable(m.Type(), seen) {
				return false
			}
		}
	}
	return true
}

func ok(t types.Type) bool { return sayable(t, map[types.Type]bool{}) }

// instance gives a generic type or signature arguments that satisfy it.
func instance(t types.Type, params *types.TypeParamList) (types.Type, []types.Type) {
	basic := func(k types.BasicKind) types.Type { return types.Typ[k] }
	empty := types.NewInterfaceType(nil, nil)
	yield := func(ts ...types.Type) types.Type {
		var vars []*types.Var
		for _, t := range ts {
			vars = append(vars, types.NewParam(0, nil, "", t))
		}
		f := types.NewSignatureType(nil, nil, nil, types.NewTuple(vars...), types.NewTuple(types.NewParam(0, nil, "", basic(types.Bool))), false)
		return types.NewSignatureType(nil, nil, nil, types.NewTuple(types.NewParam(0, nil, "", f)), nil, false)
	}
	candidates := []types.Type{
		basic(types.Int), basic(types.String), types.NewSlice(basic(types.Int)), types.NewMap(basic(types.Int), basic(types.Int)),
		types.NewSlice(basic(types.Uint8)), empty, types.Universe.Lookup("error").Type(), yield(basic(types.Int)),
	}
	n := params.Len()
	args := make([]types.Type, n)
	var try func(i int) types.Type
	try = func(i int) types.Type {
		if i == n {
			made, err := types.Instantiate(nil, t, args, true)
			if err != nil {
				return nil
			}
			return made
		}
		for _, c := range candidates {
			args[i] = c
			if made := try(i + 1); made != nil {
				return made
			}
		}
		return nil
	}
	return try(0), args
}

func (p *probe) arguments(args []types.Type) string {
	var words []string
	for _, a := range args {
		words = append(words, p.text(a))
	}
	return "[" + strings.Join(words, ", ") + "]"
}

func (p *probe) line(name, format string, args ...any) {
	p.decls = append(p.decls, fmt.Sprintf(format, args...)+" // "+name)
}

// signature writes a function type with these parameters before its own.
func (p *probe) signature(s *types.Signature, before ...string) string {
	var params []string
	params = append(params, before...)
	for i := range s.Params().Len() {
		t := s.Params().At(i).Type()
		if s.Variadic() && i == s.Params().Len()-1 {
			if sl, ok := t.(*types.Slice); ok {
				params = append(params, "..."+p.text(sl.Elem()))
			} else {
				params = append(params, "...byte")
			}
			continue
		}
		params = append(params, p.text(t))
	}
	var results []string
	for v := range s.Results().Variables() {
		results = append(results, p.text(v.Type()))
	}
	text := "func(" + strings.Join(params, ", ") + ")"
	if len(results) > 0 {
		text += " (" + strings.Join(results, ", ") + ")"
	}
	return text
}

func (p *probe) object(obj types.Object) {
	name := obj.Name()
	q := p.qualify(p.pkg) + "." + name
	switch obj := obj.(type) {
	case *types.Const:
		v := obj.Val()
		text := v.ExactString()
		if b, isBasic := obj.Type().(*types.Basic); isBasic && b.Info()&types.IsUntyped != 0 {
			p.line(name, "const _ = %s", q)
		} else {
			p.line(name, "const _ %s = %s", p.text(obj.Type()), q)
		}
		if v.Kind() == constant.Float {
			// Exact ones are fractions of integers that are too long.
			f, _ := constant.Float64Val(v)
			q, text = "float64("+q+")", strconv.FormatFloat(f, 'x', -1, 64)
		}
		if v.Kind() != constant.Unknown {
			p.checks = append(p.checks, fmt.Sprintf("if %s != %s { println(%q) } // %s", q, text, name, name))
		}
	case *types.Var:
		if ok(obj.Type()) {
			p.line(name, "var _ *%s = &%s", wrap(p.text(obj.Type())), q)
		} else {
			p.line(name, "var _ = &%s", q)
		}
	case *types.Func:
		s := obj.Signature()
		if s.TypeParams().Len() > 0 {
			made, args := instance(s, s.TypeParams())
			if made == nil {
				p.line(name, "// no arguments found")
				return
			}
			p.line(name, "var _ %s = %s%s", p.signature(made.(*types.Signature)), q, p.arguments(args))
			return
		}
		if ok(s) {
			p.line(name, "var _ %s = %s", p.signature(s), q)
		} else {
			p.line(name, "var _ = %s", q)
		}
	case *types.TypeName:
		p.typeName(obj, q)
	}
}

func wrap(text string) string {
	if strings.HasPrefix(text, "func") || strings.HasPrefix(text, "<-") {
		return "(" + text + ")"
	}
	return text
}

func (p *probe) typeName(obj *types.TypeName, q string) {
	name := obj.Name()
	t := obj.Type()
	if alias, isAlias := t.(*types.Alias); isAlias {
		if alias.TypeParams().Len() == 0 {
			p.line(name, "type _ = %s", q)
		}
		if named, isNamed := types.Unalias(t).(*types.Named); isNamed && named.Obj().Pkg() == p.pkg {
			t = named
		} else {
			t = types.Unalias(t)
		}
	} else if i, isIface := t.Underlying().(*types.Interface); isIface && !i.IsMethodSet() {
		p.line(name, "func _[T %s]() {}", q)
		return
	}
	if n, isNamed := t.(*types.Named); isNamed && n.TypeParams().Len() > 0 && n.TypeArgs().Len() == 0 {
		made, args := instance(n, n.TypeParams())
		if made == nil {
			p.line(name, "// no arguments found")
			return
		}
		t, q = made, q+p.arguments(args)
	}
	p.line(name, "var _ %s", q)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		zero := "0"
		switch {
		case u.Info()&types.IsString != 0:
			zero = `""`
		case u.Info()&types.IsBoolean != 0:
			zero = "false"
		}
		p.line(name, "var _ = %s(%s(%s))", p.text(u), q, zero)
	case *types.Struct:
		for f := range u.Fields() {
			if !f.Exported() {
				continue
			}
			if ok(f.Type()) {
				p.line(name+"."+f.Name(), "func _(x *%s) *%s { return &x.%s }", q, wrap(p.text(f.Type())), f.Name())
			} else {
				p.line(name+"."+f.Name(), "func _(x *%s) any { return &x.%s }", q, f.Name())
			}
		}
	}
	own := types.NewMethodSet(t)
	all := own
	receiver, ptr := q, ""
	if !types.IsInterface(t) {
		all = types.NewMethodSet(types.NewPointer(t))
	}
	for sel := range all.Methods() {
		m := sel.Obj().(*types.Func)
		if !m.Exported() {
			continue
		}
		receiver, ptr = q, q
		if own.Lookup(m.Pkg(), m.Name()) == nil {
			receiver, ptr = "(*"+q+")", "*"+q
		}
		s := sel.Type().(*types.Signature)
		if s.TypeParams().Len() > 0 {
			made, args := instance(s, s.TypeParams())
			if made != nil {
				p.line(name+"."+m.Name(), "func _(x *%s) { _ = x.%s%s }", q, m.Name(), p.arguments(args))
			}
			continue
		}
		if ok(s) {
			p.line(name+"."+m.Name(), "var _ %s = %s.%s", p.signature(s, ptr), receiver, m.Name())
		} else {
			p.line(name+"."+m.Name(), "var _ = %s.%s", receiver, m.Name())
		}
	}
}

func main() {
	dir := os.Args[1]
	if err := os.MkdirAll(dir, 0o777); err != nil {
		panic(err)
	}
	out, err := exec.Command(os.Getenv("GOROOT")+"/bin/go", "list", "-export", "-f", "{{.ImportPath}} {{.Export}}", "std").Output()
	if err != nil {
		panic(err)
	}
	exports := map[string]string{}
	var paths []string
	for scan := bufio.NewScanner(bytes.NewReader(out)); scan.Scan(); {
		if path, file, ok := strings.Cut(scan.Text(), " "); ok {
			exports[path] = file
			paths = append(paths, path)
		}
	}
	open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	imp := importer.ForCompiler(token.NewFileSet(), "gc", open)
	for _, path := range paths {
		if strings.Contains(path, "internal") || strings.HasPrefix(path, "vendor/") || path == "unsafe" || exports[path] == "" {
			continue
		}
		pkg, err := imp.Import(path)
		if err != nil {
			panic(err)
		}
		p := &probe{pkg: pkg, imports: map[string]string{}}
		p.qualify(pkg)
		for _, name := range pkg.Scope().Names() {
			if token.IsExported(name) {
				p.object(pkg.Scope().Lookup(name))
			}
		}
		var b strings.Builder
		b.WriteString("package main\n\n")
		imported := []string{fmt.Sprintf("import _ %q", path)}
		text := strings.Join(p.decls, "\n") + strings.Join(p.checks, "\n")
		for path, name := range p.imports {
			if !strings.Contains(text, name+".") {
				continue
			}
			imported = append(imported, fmt.Sprintf("import %s %q", name, path))
		}
		sort.Strings(imported)
		for _, line := range imported {
			b.WriteString(line + "\n")
		}
		for _, line := range p.decls {
			b.WriteString(line + "\n")
		}
		b.WriteString("func main() {\n")
		for _, line := range p.checks {
			b.WriteString(line + "\n")
		}
		b.WriteString("}\n")
		if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(path, "/", "_")+".go"), []byte(b.String()), 0o666); err != nil {
			panic(err)
		}
	}
}
