package main

import (
	"fmt"
	"reflect"
	"time"
)

// The channel of a timer looks unbuffered.
func main() {
	t := time.NewTimer(time.Millisecond)
	k := time.NewTicker(time.Millisecond)
	fmt.Println(len(t.C), cap(t.C), len(k.C), cap(k.C), cap(time.After(1)), cap(make(chan time.Time, 1)))
	time.Sleep(3 * time.Millisecond)
	fmt.Println(len(t.C), cap(t.C), len(k.C), reflect.ValueOf(t.C).Len(), reflect.ValueOf(k.C).Cap())
	<-t.C
	<-k.C
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Stop())
	select {
	case <-t.C:
		fmt.Println("late")
	default:
		fmt.Println("nothing")
	}
	k.Stop()
}
