// Package synctest: bubbles. Goroutines started in one belong to it, and so do the channels, timers and WaitGroups they make.
package synctest

// Run calls f in a goroutine in a new bubble, to which the caller belongs until all goroutines of it have ended.
func Run(f func())

// Wait waits until all other goroutines of the bubble wait for each other or for time.
func Wait()

// RunTest runs a func(*testing.T) as a part of a *testing.T: package testing sets it, which nobody below may import.
var RunTest func(t, f any) bool
