package main

import (
	"fmt"
	"sync"
)

// A Cache remembers pages.
type Cache struct {
	mu    sync.Mutex // guards pages
	pages map[string]string
}

func (c *Cache) Get(name string) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.get(name)
}

// get expects c.mu to be locked.
func (c *Cache) get(name string) (string, bool) {
	page, ok := c.pages[name]
	return page, ok
}

// Load makes a page if it is not there yet.
func (c *Cache) Load(name string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if page, ok := c.get(name); ok {
		return page
	}
	page := "<h1>" + name + "</h1>"
	c.pages[name] = page
	return page
}

func main() {
	cache := &Cache{pages: make(map[string]string)}
	fmt.Println(cache.Load("about"))
	fmt.Println(cache.Load("about"))
}
