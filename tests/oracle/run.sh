#!/usr/bin/env bash
# Writes what real Go prints for each program of tests/run (or $RUN_DIR): NAME.out (standard output), and NAME.code when the exit code is not 0.
set -euo pipefail
cd "$(dirname "$0")" && cd "${RUN_DIR:-../run}"
root=$(cd ../.. && pwd)
# The time zones of the library, not of this machine, whose files may be of another make.
export GOFLAGS= GOTOOLCHAIN=local GOPROXY=off ZONEINFO=$GOROOT/lib/time/zoneinfo.zip
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
. ../oracle/xsync.sh.inc
xsync "$bin/xsync"
printf 'module m\n\ngo 1.27\n\nrequire golang.org/x/sync v0.20.0\n\nreplace golang.org/x/sync => ./xsync\n' >"$bin/go.mod"
for f in ${*:-*.go}; do
  n=${f%.go}
  if grep -q '"golang.org/x/sync/' "$f"; then
    cp "$f" "$bin/$f"
    (cd "$bin" && "$GOROOT/bin/go" build -o p "$f")
  else
    "$GOROOT/bin/go" build -o "$bin/p" "$f"
  fi
  code=0
  "$bin/p" >"$n.out" 2>"$bin/err" </dev/null || code=$?
  rm -f "$n.code" "$n.err"
  if [ "$code" != 0 ]; then
    echo "$code" >"$n.code"
    # What a panic or fatal error says, up to the traces: addresses differ.
    sed '/^goroutine /,$d; /^\[signal/d; /^$/d' "$bin/err" >"$n.err"
  fi
done
