package main

import (
	"bytes"
	"fmt"
	"strings"
)

func main() {
	for _, s := range []string{"", "é", "abc"} {
		for _, sep := range []string{"", "b"} {
			for n := -1; n < 5; n++ {
				fmt.Printf("%q %q %#v %#v\n", strings.SplitN(s, sep, n), strings.SplitAfterN(s, sep, n), bytes.SplitN([]byte(s), []byte(sep), n) == nil, bytes.SplitAfterN([]byte(s), []byte(sep), n))
				fmt.Printf("%q\n", bytes.SplitN([]byte(s), []byte(sep), n))
			}
		}
	}
	fmt.Printf("%#v %#v %#v\n", bytes.Split(nil, nil), bytes.Split([]byte{}, []byte{}), strings.Split("", ""))
}
