#!/usr/bin/env bash
# Writes the .err sections of tests/header/*.txtar anew: what `go run` says about each .go section, `# command-line-arguments`
# included. What cannot stand in an archive is written as {NUL}, {BOM}, {FF} (a byte that is not UTF-8) and {CUT} (the text ends here).
#
#   GOROOT=/usr/local/go tests/oracle/header.sh [ARCHIVE…]
set -euo pipefail
cd "$(dirname "$0")/../header"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local GOPROXY=off CGO_ENABLED=0
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
        perl -0pi -e 's/\{NUL\}/\0/g; s/\{BOM\}/\xEF\xBB\xBF/g; s/\{FF\}/\xFF/g; s/\{CUT\}.*//s' "$work/$name"
        echo "-- ${name%.go}.err --"
        (cd "$work" && "$GOROOT/bin/go" run "$name" 2>&1 >/dev/null </dev/null || true) |
            sed "s|$GOROOT|/usr/local/go|g; s|$work|/tmp/sandbox|g"
    done <"$work/order" >"$work/new"
    cp "$work/new" "$archive"
    echo "$archive: $(wc -l <"$work/order") programs"
done
