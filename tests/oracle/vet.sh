#!/usr/bin/env bash
# Writes the .err sections of tests/vet/*.txtar anew: what `go vet` says about each .go section.
#
#   GOROOT=/usr/local/go tests/oracle/vet.sh [ARCHIVE…]
#
# go vet prints passes in random order: lines are sorted by place. A line `//go:build go1.21` at the top of a program sets the
# language version. With --run it lists what go vet says about tests/run/*.go instead.
set -euo pipefail
cd "$(dirname "$0")/../vet"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local CGO_ENABLED=0
want=go1.27.3
have=$(head -n 1 "$GOROOT/VERSION")
[ "$have" = "$want" ] || echo "warning: goldens are made with $want, this is $have" >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

vet() {
    local out
    out=$("$GOROOT/bin/go" vet "$1" 2>&1 </dev/null || true)
    case $out in
    '' ) ;;
    '#'*) echo "$out" ;;
    *$'\n\t'*) echo "$out" ;; # expressions over several lines
    *) echo "$out" | LC_ALL=C sort -t: -k2,2n -k3,3n -k4 ;;
    esac
}

if [ "${1:-}" = --run ]; then
    cd ../run
    for program in *.go; do
        out=$(vet "$program")
        [ -z "$out" ] || echo "$out"
    done >"$work/run"
    cp "$work/run" ../vet/run.err
    exit
fi

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
        (cd "$work" && vet "$name")
    done <"$work/order" >"$work/new"
    cp "$work/new" "$archive"
    echo "$archive: $(wc -l <"$work/order") programs"
done
