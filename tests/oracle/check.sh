#!/usr/bin/env bash
# Writes the .err sections of tests/check/*.txtar anew: what `go build` says about each .go section.
#
#   GOROOT=/usr/local/go tests/oracle/check.sh [ARCHIVE…]
#
# Paths are normalised to the file's name.
set -euo pipefail
cd "$(dirname "$0")/../check"
. ../oracle/archive.sh.inc

expected() {
    { "$GOROOT/bin/go" build -o "$work/out" "$1" 2>&1 || true; } | { grep -v '^# ' || true; } |
        sed "s|$GOROOT|/usr/local/go|g; s|\./$1|$1|g; s|^$work/||"
}
archives "$@"
