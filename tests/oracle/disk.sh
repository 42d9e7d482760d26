#!/usr/bin/env bash
# Writes the sections `stdout`, `code` and `after` of tests/disk/*.txtar anew: what `go run .` prints in a folder with an archive's
# other sections as files, and which files are there afterwards.
#
#   GOROOT=/usr/local/go tests/oracle/disk.sh [ARCHIVE…]
set -euo pipefail
cd "$(dirname "$0")/../disk"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local GOPROXY=off CGO_ENABLED=0
work=$(mktemp -d)
trap 'rm -rf "$work" "$work".*' EXIT
umask 022
[ $# -gt 0 ] || set -- *.txtar
for archive; do
    rm -rf "${work:?}"
    mkdir "$work"
    awk -v dir="$work" '
        /^-- (stdout|code|after) --$/ { name = ""; next }
        /^-- .* --$/ { name = $2; path = dir "/" name; folder = path; sub(/\/[^\/]*$/, "", folder); system("mkdir -p " folder); printf "" > path; next }
        name != "" { print > path }
    ' "$archive"
    awk '/^-- stdout --$/ { exit } { print }' "$archive" >"$work.new"
    code=0
    # go run ends with 1 whatever the program ends with.
    (cd "$work" && "$GOROOT/bin/go" build -o "$work.program" . && "$work.program" >"$work.out") </dev/null || code=$?
    {
        echo "-- stdout --"
        sed "s|$work|/tmp/sandbox|g" "$work.out"
        echo "-- code --"
        echo "$code"
        echo "-- after --"
        (cd "$work" && find . -mindepth 1 -printf '%P %M %l\n' | LC_ALL=C sort | while read -r name mode link; do
            case $mode in
            -*) echo "$name $mode $(cksum <"$name")" ;;
            l*) echo "$name -> $link" ;;
            *) echo "$name $mode" ;;
            esac
        done)
    } >>"$work.new"
    cp "$work.new" "$archive"
done
