#!/usr/bin/env bash
# Writes the `want` section of tests/modules/*.txtar anew: what `go run .` prints in a folder with the other sections as files,
# what the compiler says about packages included. Addresses and the place of the library are normalised by the test.
#
#   GOROOT=/usr/local/go tests/oracle/modules.sh [ARCHIVE…]
set -euo pipefail
cd "$(dirname "$0")/../modules"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local GOPROXY=off CGO_ENABLED=0
root=$(cd ../.. && pwd)
work=$(mktemp -d)
. ../oracle/xsync.sh.inc
trap 'rm -rf "$work"' EXIT

[ $# -gt 0 ] || set -- *.txtar
for archive; do
    rm -rf "${work:?}"/* "$work/.xsync"
    awk -v dir="$work" '
        /^-- .* --$/ { name = $2; next }
        name != "want" { path = dir "/" name; folder = path; sub(/\/[^\/]*$/, "", folder); system("mkdir -p " folder); print > path }
    ' "$archive"
    awk '/^-- want --$/ { exit } { print }' "$archive" >"$work.new"
    echo "-- want --" >>"$work.new"
    if grep -qs golang.org/x/sync "$work/go.mod"; then
        xsync "$work/.xsync"
        printf '\nreplace golang.org/x/sync => ./.xsync\n' >>"$work/go.mod"
    fi
    # `go run` would not say what a broken package is called.
    build=("$GOROOT/bin/go" build -p 1 -o "$work.bin" .)
    if ls "$work"/*.go >/dev/null 2>&1 && ! grep -qs "^package main$" "$work"/*.go; then build=("$GOROOT/bin/go" run .); fi
    (cd "$work" && "${build[@]}" 2>&1 && "$work.bin" 2>&1 || true) </dev/null |
        sed "/^goroutine /,\$d; /^\[signal/d; /^\$/d; s|$GOROOT|/usr/local/go|g; s|$work|/tmp/sandbox|g" >>"$work.new"
    mv "$work.new" "$archive"
done
