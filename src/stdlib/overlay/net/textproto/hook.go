package textproto

import "internal/mimeheader"

var hooked = hook()

func hook() bool {
	mimeheader.Read = func(r any, maxMemory, maxHeaders int64) (map[string][]string, error) {
		return readMIMEHeader(r.(*Reader), maxMemory, maxHeaders)
	}
	return true
}
