// Writes tests/lib/exported.list: what the packages of the library that must be whole export (functions, methods, types, variables,
// constants), each with a program of ours that uses it, or `-`. What counts as a use is said by go/types.
//
//	cd tests/oracle/exported && GOROOT=/usr/local/go go run main.go >../../lib/exported.list
package main

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

var paths = strings.Fields(`bytes cmp context crypto/hmac crypto/md5 crypto/rand crypto/sha1 crypto/sha256 crypto/sha512 crypto/subtle errors fmt
	hash hash/adler32 hash/crc32 hash/crc64 hash/fnv hash/maphash io io/fs iter maps math math/bits math/rand math/rand/v2 os reflect runtime
	runtime/debug slices sort strconv strings sync sync/atomic testing testing/synctest time unicode/utf8`)

func main() {
	out, err := exec.Command(os.Getenv("GOROOT")+"/bin/go", "list", "-export", "-f", "{{.ImportPath}} {{.Export}}", "std").Output()
	check(err)
	exports := map[string]string{}
	for _, line := range strings.Split(string(out), "\n") {
		if path, file, ok := strings.Cut(line, " "); ok && file != "" {
			exports[path] = file
		}
	}
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := exports[path]
		if !ok {
			return nil, fmt.Errorf("no package %s", path)
		}
		return os.Open(file)
	})

	used := map[string]string{}
	for name, files := range programs(fset) {
		info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
		conf := types.Config{Importer: imports, Error: func(error) {}}
		conf.Check("main", fset, files, info)
		for _, object := range info.Uses {
			if key := keyOf(object); key != "" && (used[key] == "" || name < used[key]) {
				used[key] = name
			}
		}
	}
	for _, path := range paths {
		pkg, err := imports.Import(path)
		check(err)
		for _, name := range names(pkg) {
			by := used[path+" "+name]
			if by == "" {
				by = "-"
			}
			fmt.Println(path, name, by)
		}
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// programs parses our programs; those of archives are taken together, archive by archive.
func programs(fset *token.FileSet) map[string][]*ast.File {
	all := map[string][]*ast.File{}
	add := func(name, file string, text []byte) {
		f, _ := parser.ParseFile(fset, file, text, 0)
		if f != nil {
			all[name] = append(all[name], f)
		}
	}
	for _, glob := range []string{"tests/lib/*.go", "tests/run/*.go", "tests/oracle/values/*.go", "tests/test/*.txtar", "tests/lib/*.txtar"} {
		matches, err := filepath.Glob("../../../" + glob)
		check(err)
		for _, match := range matches {
			name := strings.TrimPrefix(match, "../../../tests/")
			text, err := os.ReadFile(match)
			check(err)
			if strings.HasSuffix(match, ".go") {
				add(name, name, text)
				if strings.HasPrefix(name, "oracle/values/") && !strings.HasSuffix(name, "common.go") {
					common, err := os.ReadFile("../values/common.go")
					check(err)
					add(name, "common.go", common)
				}
				continue
			}
			file := ""
			var lines []string
			flush := func() {
				if strings.HasSuffix(file, ".go") {
					add(name, file, []byte(strings.Join(lines, "\n")))
				}
				lines = nil
			}
			for _, line := range strings.Split(string(text), "\n") {
				if inner, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(inner, " --") {
					flush()
					file = strings.TrimSuffix(inner, " --")
					continue
				}
				lines = append(lines, line)
			}
			flush()
		}
	}
	return all
}

// keyOf is `PACKAGE NAME` or `PACKAGE TYPE.METHOD` of what a package of the library exports.
func keyOf(object types.Object) string {
	if object.Pkg() == nil || !object.Exported() {
		return ""
	}
	if f, ok := object.(*types.Func); ok {
		f = f.Origin()
		if recv := f.Signature().Recv(); recv != nil {
			t := recv.Type()
			if p, ok := t.(*types.Pointer); ok {
				t = p.Elem()
			}
			named, ok := t.(*types.Named)
			if !ok {
				return ""
			}
			return object.Pkg().Path() + " " + named.Obj().Name() + "." + f.Name()
		}
	}
	if object.Parent() != object.Pkg().Scope() {
		return ""
	}
	return object.Pkg().Path() + " " + object.Name()
}

func names(pkg *types.Package) []string {
	var names []string
	for _, name := range pkg.Scope().Names() {
		object := pkg.Scope().Lookup(name)
		if !object.Exported() {
			continue
		}
		names = append(names, name)
		t, ok := object.(*types.TypeName)
		if !ok {
			continue
		}
		named, ok := t.Type().(*types.Named)
		if !ok {
			continue
		}
		for m := range named.Methods() {
			if m.Exported() {
				names = append(names, name+"."+m.Name())
			}
		}
		if i, ok := named.Underlying().(*types.Interface); ok {
			for m := range i.ExplicitMethods() {
				if m.Exported() {
					names = append(names, name+"."+m.Name())
				}
			}
		}
	}
	sort.Strings(names)
	return names
}
