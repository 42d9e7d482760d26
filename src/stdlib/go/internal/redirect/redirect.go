// Package redirect: how fmt learns that a program has put another file into os.Stdout. Package os sets Write; without it, or when
// it says no, standard output is standard output.
package redirect

var Write func(s string) (n int, err error, redirected bool)
