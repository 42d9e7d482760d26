// Package fips140 tells of the mode of certified cryptography, which is off.
package fips140

func Enabled() bool { return false }

func Enforced() bool { return false }

func Version() string { return "latest" }

func WithoutEnforcement(f func()) { f() }
