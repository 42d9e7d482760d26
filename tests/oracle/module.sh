#!/usr/bin/env bash
# Proves with real Go that programs exported as modules are what they say: the archive is whole, `go vet` has nothing to say, `go test`
# passes. Arguments: other programs than these.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
export GOFLAGS=-count=1 GOTOOLCHAIN=local GOPROXY=off PATH=$GOROOT/bin:$PATH
cargo build -q --example export
export=${CARGO_TARGET_DIR:-target}/debug/examples/export
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=
n=0
for f in ${*:-public/programs/*.go tests/export/*.txtar tests/export/*.go}; do
  n=$((n + 1))
  dir=$tmp/$n
  how=
  if "$export" "$tmp/x.zip" "$f" && unzip -tq "$tmp/x.zip" >"$tmp/log" &&
    python3 -c 'import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None' "$tmp/x.zip" &&
    unzip -q "$tmp/x.zip" -d "$dir" && (cd "$dir" && gofmt -l ./*_test.go >gofmt.log && [ ! -s gofmt.log ] && rm gofmt.log &&
      go vet . && go test .) >"$tmp/log" 2>&1; then
    grep -qs 'synctest.Test' "$dir"/*_test.go && how=bubble
    grep -qs 'exec.Command' "$dir"/*_test.go && how="process, $(grep -c '^	{' "$dir"/*_test.go) endings"
    grep -qs 'to chance' "$dir"/*_test.go && how="$how, output not compared"
    echo "module: $f: ${how:-no test}"
  else
    failed="$failed $f"
    echo "module: $f failed" >&2
    cat "$tmp/log" >&2
  fi
done
[ -z "$failed" ] || exit 1
