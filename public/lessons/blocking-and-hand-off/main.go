package main

import (
	"fmt"
	"os"
	"path/filepath"
)

const kilobytes = 500

func main() {
	dir, err := os.MkdirTemp("", "hand-off")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)

	counted := make(chan int)
	go func() {
		sum := 0
		for i := range 1_000 {
			sum += i
		}
		fmt.Println("counted while main was in the kernel")
		counted <- sum
	}()

	// One long system call: the thread of main waits in the kernel.
	data := make([]byte, kilobytes<<10)
	err = os.WriteFile(filepath.Join(dir, "data"), data, 0o600)
	fmt.Println("file written, error:", err)
	fmt.Println("sum:", <-counted)
}
