package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"log"
)

func capture(f func()) string {
	old := os.Stdout
	r, w, _ := os.Pipe()
	os.Stdout = w
	f()
	w.Close()
	os.Stdout = old
	var b bytes.Buffer
	io.Copy(&b, r)
	return b.String()
}

func main() {
	s := capture(func() { fmt.Println("captured", 1); fmt.Print("x") ; fmt.Printf("%d\n", 5)})
	fmt.Printf("%q\n", s)
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Println("logged")
	os.Stdout.WriteString("hi\n")
	io.WriteString(os.Stdout, "yo\n")
	l := log.New(os.Stderr, "p: ", log.Lshortfile)
	l.Println("x")
}
