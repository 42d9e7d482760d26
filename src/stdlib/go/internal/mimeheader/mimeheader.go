// Package mimeheader: what net/textproto gives mime/multipart alone.
package mimeheader

// Read reads a header of limited size from a *textproto.Reader. Package textproto sets it.
var Read func(r any, maxMemory, maxHeaders int64) (map[string][]string, error)
