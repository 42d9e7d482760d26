package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
)

func main() {
	for e := syscall.Errno(0); e < 140; e++ {
		fmt.Println(int(e), e, e.Temporary(), e.Timeout(), errors.Is(e, os.ErrExist), errors.Is(e, os.ErrPermission), errors.Is(e, errors.ErrUnsupported))
	}
	for s := syscall.Signal(0); s < 40; s++ {
		fmt.Println(int(s), s)
	}
	fmt.Println(syscall.EWOULDBLOCK == syscall.EAGAIN, syscall.ENOSPC, syscall.SIGWINCH, int(syscall.SIGURG))
	fmt.Println(os.Setenv("", "x"), os.Setenv("a=b", "x"), syscall.Setenv("A", "b\x00"), os.Setenv("KEY", "value"))
	fmt.Println(syscall.Getenv("KEY"))
	fmt.Println(os.LookupEnv("NONE"))
	fmt.Println(os.Unsetenv("KEY"), os.Getenv("KEY") == "")
	os.Clearenv()
	fmt.Println(os.Environ(), syscall.Environ())

	var seed [32]byte
	copy(seed[:], "chacha8 seed of thirty-two bytes")
	c := rand.NewChaCha8(seed)
	for i := range 130 {
		c.Uint64()
		if i%13 == 0 {
			c.Read(make([]byte, i%7))
		}
		data, err := c.MarshalBinary()
		if i%9 == 0 {
			fmt.Printf("%x %v\n", data, err)
		}
		d := rand.NewChaCha8([32]byte{})
		err = d.UnmarshalBinary(data)
		a, b := make([]byte, 3), make([]byte, 3)
		c.Read(a)
		d.Read(b)
		if err != nil || string(a) != string(b) || c.Uint64() != d.Uint64() {
			fmt.Println("differ", i, err)
		}
	}
	fmt.Println(c.UnmarshalBinary([]byte("bad")), c.UnmarshalBinary([]byte("readbuf:")))

	info, err := debug.ParseBuildInfo("go\tgo1.21\npath\tx/y\nmod\tx\tv1.0.0\th1:abc\ndep\ta/b\tv0.1.0\nbuild\tCGO_ENABLED=0\n")
	fmt.Println(err, info.GoVersion, info.Main, len(info.Deps), info.Settings)
	fmt.Print(info)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(len(m.PauseNs), len(m.BySize), m.EnableGC, m.DebugGC)
	records := make([]runtime.StackRecord, 10)
	n, ok := runtime.GoroutineProfile(records)
	fmt.Println(n, ok, len(records[0].Stack()) > 0)
	_, ok = runtime.GoroutineProfile(nil)
	fmt.Println(ok)
}
