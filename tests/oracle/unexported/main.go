// Writes src/stdlib/unexported.txt: for each package of the library the unexported names in its export data, which gc calls "not exported" where it calls all others "undefined".
//
//	cd tests/oracle/unexported && GOROOT=/usr/local/go go run main.go >../../../src/stdlib/unexported.txt
package main

import (
	"bufio"
	"fmt"
	"go/importer"
	"go/token"
	"io"
	"os"
	"os/exec"
	"strings"
)

func main() {
	out, err := exec.Command(os.Getenv("GOROOT")+"/bin/go", "list", "-export", "-f", "{{.ImportPath}} {{.Export}}", "std").Output()
	if err != nil {
		panic(err)
	}
	exports := map[string]string{}
	var paths []string
	for scan := bufio.NewScanner(strings.NewReader(string(out))); scan.Scan(); {
		if path, file, ok := strings.Cut(scan.Text(), " "); ok && file != "" {
			exports[path] = file
			paths = append(paths, path)
		}
	}
	open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	for _, path := range paths {
		if strings.Contains(path, "internal") || strings.HasPrefix(path, "vendor/") {
			continue
		}
		pkg, err := importer.ForCompiler(token.NewFileSet(), "gc", open).Import(path)
		if err != nil {
			panic(err)
		}
		fmt.Print(path)
		for _, name := range pkg.Scope().Names() {
			if !token.IsExported(name) {
				fmt.Print(" ", name)
			}
		}
		fmt.Println()
	}
}
