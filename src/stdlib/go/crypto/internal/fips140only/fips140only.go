// Package fips140only: whether anything else than certified cryptography is forbidden. It is not.
package fips140only

import (
	"hash"
	"io"
)

func Enforced() bool                      { return false }
func ApprovedHash(hash.Hash) bool         { return true }
func ApprovedRandomReader(io.Reader) bool { return true }
