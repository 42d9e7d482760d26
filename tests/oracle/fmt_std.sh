#!/usr/bin/env bash
# Formats every Go file of GOROOT/src that real gofmt accepts, and compares with what gofmt makes of it: each that it
# leaves alone must stay as it is, each that it changes must become the same bytes. Writes nothing; fails if one differs.
#
#   GOROOT=/usr/local/go tests/oracle/fmt_std.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${GOROOT:=$(go env GOROOT)}"
gofmt=$GOROOT/bin/gofmt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$gofmt" -l "$GOROOT/src" >"$work/changed" 2>"$work/errors" || true
cut -d: -f1 "$work/errors" | sort -u >"$work/rejected"
number=0
while read -r file; do
    number=$((number + 1))
    "$gofmt" "$file" >"$work/$number.golden"
    printf '%s\t%s\n' "$file" "$work/$number.golden" >>"$work/list"
done <"$work/changed"
find "$GOROOT/src" -type f -name '[!.]*.go' | sort | grep -vxFf "$work/rejected" | grep -vxFf "$work/changed" >>"$work/list"
echo "gofmt: $(wc -l <"$work/list") files, $(wc -l <"$work/changed") of them changed; $(wc -l <"$work/rejected") rejected"
cargo run -q --example fmt_std -- "$work/list" >"$work/result" || { cat "$work/result"; exit 1; }
tail -n 1 "$work/result"
