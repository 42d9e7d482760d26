#!/usr/bin/env bash
# What `go mod edit` says of each file in tests/widgets/gomod.errors: the words that src/view/widgets/modfile.rs has to find.
#
#   GOROOT=/usr/local/go tests/oracle/gomod.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local GOPROXY=off GOWORK=off
golden=$PWD/tests/widgets/gomod.errors
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# A file for each case, numbered; one whose last line has no end is marked by a backslash.
awk '/^=== $/ { n++; keep = 1; next } /^--- go$/ { keep = 0; next } keep { print > sprintf("%03d.txt", n) } n && !keep { next }
  END { print n > "count" }' "$golden"
for i in $(seq -f %03g "$(cat count)"); do
  touch "$i.txt"
  printf '=== \n'
  cat "$i.txt"
  printf -- '--- go\n'
  cp "$i.txt" go.mod
  if [ "$(tail -c 2 go.mod | tr -d '\n')" = "\\" ]; then truncate -s -2 go.mod; fi
  "$GOROOT/bin/go" mod edit -json 2>&1 >/dev/null | sed "s#$work/##g" || true
done >new
cp new "$golden"
