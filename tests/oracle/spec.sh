#!/usr/bin/env bash
# Writes the .out sections of tests/spec/*.txtar anew: what real Go prints for each .go section, then what it says on standard error
# up to traces, and its exit code if it is not 0. The test compares both.
#
#   GOROOT=/usr/local/go tests/oracle/spec.sh [ARCHIVE…]
set -euo pipefail
cd "$(dirname "$0")/../spec"
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
        echo "-- ${name%.go}.out --"
        (cd "$work" && "$GOROOT/bin/go" build -o "$work/bin" "$name" >&2)
        code=0
        "$work/bin" 2>"$work/err" </dev/null || code=$?
        sed '/^goroutine /,$d; /^\[signal/d; /^$/d; s/^/! /' "$work/err"
        [ $code = 0 ] || echo "exit code $code"
    done <"$work/order" >"$work/new"
    cp "$work/new" "$archive"
    echo "$archive: $(wc -l <"$work/order") programs"
done
