package main

import (
	"fmt"
)

type entry struct {
	key, val   int
	prev, next *entry
}

type LRU struct {
	cap        int
	items      map[int]*entry
	head, tail *entry
}

func New(n int) *LRU {
	l := &LRU{cap: n, items: map[int]*entry{}, head: &entry{}, tail: &entry{}}
	l.head.next, l.tail.prev = l.tail, l.head
	return l
}

func (l *LRU) unlink(e *entry) { e.prev.next, e.next.prev = e.next, e.prev }

func (l *LRU) front(e *entry) {
	e.prev, e.next = l.head, l.head.next
	e.prev.next, e.next.prev = e, e
}

func (l *LRU) Get(k int) (int, bool) {
	e, ok := l.items[k]
	if !ok {
		return 0, false
	}
	l.unlink(e)
	l.front(e)
	return e.val, true
}

func (l *LRU) Put(k, v int) {
	if e, ok := l.items[k]; ok {
		e.val = v
		l.unlink(e)
		l.front(e)
		return
	}
	if len(l.items) == l.cap {
		last := l.tail.prev
		l.unlink(last)
		delete(l.items, last.key)
	}
	e := &entry{key: k, val: v}
	l.items[k] = e
	l.front(e)
}

func main() {
	l := New(2)
	l.Put(1, 10)
	l.Put(2, 20)
	fmt.Println(l.Get(1))
	l.Put(3, 30)
	fmt.Println(l.Get(2))
	l.Put(1, 11)
	fmt.Println(l.Get(1))
	fmt.Println(l.Get(3))
	for e := l.head.next; e != l.tail; e = e.next {
		fmt.Print(e.key, "=", e.val, " ")
	}
	fmt.Println()
}
