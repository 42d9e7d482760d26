package main

import (
	"fmt"
	"sync"
)

// A Settings loads itself when it is first asked.
type Settings struct {
	once   sync.Once
	values map[string]string
}

func (s *Settings) load() {
	s.values = map[string]string{"home": "/srv"}
	s.values["data"] = s.Get("home") + "/data"
}

func (s *Settings) Get(name string) string {
	s.once.Do(s.load)
	return s.values[name]
}

func main() {
	var settings Settings
	fmt.Println(settings.Get("data"))
}
