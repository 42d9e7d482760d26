#!/usr/bin/env bash
# Writes the .out sections of tests/spec/*.txtar anew: what real Go prints for each .go section, then what it says on standard error
# up to traces, and its exit code if it is not 0. The test compares both.
#
#   GOROOT=/usr/local/go tests/oracle/spec.sh [ARCHIVE…]
set -euo pipefail
cd "$(dirname "$0")/../spec"
. ../oracle/archive.sh.inc

kind=out
expected() {
    "$GOROOT/bin/go" build -o "$work/bin" "$1" >&2
    local code=0
    "$work/bin" 2>"$work/err" || code=$?
    sed '/^goroutine /,$d; /^\[signal/d; /^$/d; s/^/! /' "$work/err"
    [ $code = 0 ] || echo "exit code $code"
}
archives "$@"
