#!/usr/bin/env bash
# Writes the .err sections of tests/vet/*.txtar anew: what `go vet` says about each .go section.
#
#   GOROOT=/usr/local/go tests/oracle/vet.sh [ARCHIVE…]
#
# go vet prints passes in random order: lines are sorted by place. A line `//go:build go1.21` at the top of a program sets the
# language version. What go vet says about tests/run/*.go is in run.err (--run: only that).
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

if [ $# = 0 ] || [ "$1" = --run ]; then
    # What imports golang.org/x/sync is vetted in a module with what stands for that.
    . ../oracle/xsync.sh.inc
    root=$(cd ../.. && pwd)
    mkdir "$work/m"
    xsync "$work/m/xsync"
    printf 'module m\n\ngo 1.27\n\nrequire golang.org/x/sync v0.20.0\n\nreplace golang.org/x/sync => ./xsync\n' >"$work/m/go.mod"
    export GOPROXY=off
    for program in ../run/*.go; do
        if grep -q '"golang.org/x/sync/' "$program"; then
            cp "$program" "$work/m/"
            (cd "$work/m" && vet "$(basename "$program")")
        else
            (cd ../run && vet "$(basename "$program")")
        fi
    done >"$work/run"
    cp "$work/run" run.err
    echo "run.err: $(wc -l <run.err) lines"
    [ $# = 0 ] || exit 0
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
