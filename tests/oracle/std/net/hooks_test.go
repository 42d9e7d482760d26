package net

import (
	"context"
	"os"
	"syscall"
	"testing"
)

// What the tests of net want of the system below it: nothing is watched here.

type watched struct{}

func (watched) Set(what, f any) {}

func (watched) Sockets() map[int]int { return nil }

var sw watched

func TestMain(m *testing.M) {
	setupTestData()
	os.Exit(m.Run())
}

func installTestHooks()           {}
func uninstallTestHooks()         {}
func disableSocketConnect(string) {}
func enableSocketConnect()        {}
func supportsUnixSocket() bool    { return true }
func forceGoDNS() func()          { return func() {} }
func forceCgoDNS() func()         { return func() {} }

const netGoBuildTag = true

func controlOnConnSetup(network, address string, c syscall.RawConn) error { return nil }

func controlCtxOnConnSetup(ctx context.Context, network, address string, c syscall.RawConn) error {
	return nil
}
