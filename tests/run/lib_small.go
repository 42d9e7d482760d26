package main

import (
	"expvar"
	"fmt"
	"os"
	"os/user"
)

func main() {
	n := expvar.NewInt("n")
	n.Add(3)
	f := expvar.NewFloat("f")
	f.Set(1.5)
	s := expvar.NewString("s")
	s.Set("text \"x\"")
	m := expvar.NewMap("m")
	m.Add("b", 2)
	m.AddFloat("a", 0.5)
	m.Set("c", expvar.Func(func() any { return []int{1, 2} }))
	expvar.Do(func(kv expvar.KeyValue) {
		if kv.Key != "memstats" && kv.Key != "cmdline" {
			fmt.Println(kv.Key, kv.Value)
		}
	})
	fmt.Println(expvar.Get("n"), expvar.Get("none") == nil, n.Value())
	_, err := os.MkdirTemp("/not/there", "x")
	fmt.Println(err)
	u, err := user.LookupId("0")
	fmt.Println(u.Username, u.Uid, err)
	_, err = user.Lookup("nobody-of-this-name")
	fmt.Println(err)
	g, err := user.LookupGroupId("0")
	fmt.Println(g.Name, err)
}
