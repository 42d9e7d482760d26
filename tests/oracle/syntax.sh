#!/usr/bin/env bash
# Writes the .err sections of tests/syntax/*.txtar anew: what the real compiler says about each .go section.
#
#   GOROOT=/usr/local/go tests/oracle/syntax.sh
#
# A section whose name ends in _noeol is compiled without its last newline. The Go version must be the one we follow.
set -euo pipefail
cd "$(dirname "$0")/../syntax"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT
want=go1.27.3
have=$(head -n 1 "$GOROOT/VERSION")
[ "$have" = "$want" ] || echo "warning: goldens are made with $want, this is $have" >&2
compile=$(echo "$GOROOT"/pkg/tool/*/compile)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for archive in *.txtar; do
    rm -rf "${work:?}"/*
    awk -v dir="$work" '
        /^-- .* --$/ { name = $2; if (name ~ /\.go$/) { print name > (dir "/order"); printf "" > (dir "/" name) } next }
        name ~ /\.go$/ { print > (dir "/" name) }
    ' "$archive"
    while read -r name; do
        cp "$work/$name" "$work/text"
        case $name in *_noeol.go) printf '%s' "$(cat "$work/text")" >"$work/$name" ;; esac
        echo "-- $name --"
        cat "$work/text"
        echo "-- ${name%.go}.err --"
        (cd "$work" && "$compile" -p p -o "$work/out.o" "$name" 2>&1) || true
    done <"$work/order" >"$work/new"
    cp "$work/new" "$archive"
    echo "$archive: $(wc -l <"$work/order") programs"
done
