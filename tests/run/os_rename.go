package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	for _, mode := range []string{"os", "root"} {
		for _, target := range []string{"file", "dir", "none", "empty"} {
			for _, what := range []string{"link", "link/", target + "/"} {
				for _, src := range []string{"source", "sdir", "source/", "sdir/", "slink", "slink/"} {
					for _, op := range []string{"rename", "link"} {
						top, _ := os.MkdirTemp("", "ren")
						p := func(n string) string { return top + "/" + n }
						os.WriteFile(p("source"), nil, 0o600)
						os.Mkdir(p("sdir"), 0o700)
						os.WriteFile(p("file"), nil, 0o600)
						os.Mkdir(p("dir"), 0o700)
						os.Mkdir(p("empty"), 0o700)
						os.WriteFile(p("dir/x"), nil, 0o600)
						os.Symlink(target, p("link"))
						os.Symlink("sdir", p("slink"))
						var err error
						switch {
						case mode == "os" && op == "rename":
							err = os.Rename(p(src), p(what))
						case mode == "os":
							err = os.Link(p(src), p(what))
						default:
							r, _ := os.OpenRoot(top)
							if op == "rename" {
								err = r.Rename(src, what)
							} else {
								err = r.Link(src, what)
							}
							r.Close()
						}
						if e, ok := err.(*os.LinkError); ok {
							err = e.Err
						}
						list, _ := filepath.Glob(p("*"))
						for i := range list {
							list[i] = filepath.Base(list[i])
						}
						fmt.Println(mode, op, src, what, target, "->", err, list)
						os.RemoveAll(top)
					}
				}
			}
		}
	}
}
