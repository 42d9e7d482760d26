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
# Of the others some that print, die, wait, read, or leave goroutines behind.
some=
for name in append_caps conc_basics conc_select conc_mixed deadlock_chan deadlock_ticker deadlock_wg exit_code fatal_map_writes lib_reflect \
  map_locks panic_custom panic_goroutine panic_nested prog_calc prog_generics prog_vms; do
  some="$some tests/run/$name.go"
done
failed=
n=0
for f in ${*:-public/programs/*.go tests/export/*.txtar tests/export/*.go $some}; do
  n=$((n + 1))
  dir=$tmp/$n
  how=
  if "$export" "$tmp/x.zip" "$f" && unzip -tq "$tmp/x.zip" >"$tmp/log" &&
    python3 -c 'import sys, zipfile; assert zipfile.ZipFile(sys.argv[1]).testzip() is None' "$tmp/x.zip" &&
    unzip -q "$tmp/x.zip" -d "$dir" && (cd "$dir" && [ -z "$(gofmt -l ./*_test.go 2>&1)" ] &&
      go vet . && go test .) >"$tmp/log" 2>&1; then
    test=$(grep -ls TestAsSeen "$dir"/*_test.go || true)
    if [ -n "$test" ]; then
      grep -q 'synctest.Test' "$test" && how=bubble
      grep -q 'exec.Command' "$test" && how="process, endings: $(grep -c '^	{' "$test")"
      grep -q 'to chance' "$test" && how="$how, output not compared"
    fi
    echo "module: $f: ${how:-no test}"
  else
    failed="$failed $f"
    echo "module: $f failed" >&2
    cat "$tmp/log" >&2
  fi
done
# And the pictures are XML to somebody else.
python3 -c 'import sys, xml.dom.minidom; [xml.dom.minidom.parse(f) for f in sys.argv[1:]]' tests/export/*.svg
[ -z "$failed" ] || exit 1
