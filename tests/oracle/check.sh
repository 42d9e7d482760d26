#!/usr/bin/env bash
# Writes the .err sections of tests/check/*.txtar anew: what `go build` says about each .go section.
#
#   GOROOT=/usr/local/go tests/oracle/check.sh [ARCHIVE…]
#
# Paths are normalised to the file's name. The Go version must be the one we follow.
set -euo pipefail
cd "$(dirname "$0")/../check"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local CGO_ENABLED=0
want=go1.27.3
have=$(head -n 1 "$GOROOT/VERSION")
[ "$have" = "$want" ] || echo "warning: goldens are made with $want, this is $have" >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

[ $# -gt 0 ] || set -- *.txtar
for archive; do
    rm -rf "${work:?}"/*
    awk -v dir="$work" '
        /^-- .* --$/ { name = $2; if (name ~ /\.go$/) { print name > (dir "/order"); printf "" > (dir "/" name) } next }
        name ~ /\.go$/ { print > (dir "/" name) }
    ' "$archive"
    while read -r name; do
        echo "-- $name --"
        cat "$work/$name"
        echo "-- ${name%.go}.err --"
        (cd "$work" && "$GOROOT/bin/go" build -o "$work/out" "$name" 2>&1 </dev/null) | grep -v '^# ' |
            sed "s|$GOROOT|/usr/local/go|g; s|\./$name|$name|g; s|^$work/||" || true
    done <"$work/order" >"$work/new"
    cp "$work/new" "$archive"
    echo "$archive: $(wc -l <"$work/order") programs"
done
