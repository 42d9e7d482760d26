#!/usr/bin/env bash
# Writes what real Go prints for each program of tests/run (or $RUN_DIR): NAME.out (standard output), and NAME.code when the exit code is not 0.
set -euo pipefail
cd "$(dirname "$0")" && cd "${RUN_DIR:-../run}"
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
for f in ${*:-*.go}; do
  n=${f%.go}
  "$GOROOT/bin/go" build -o "$bin/p" "$f"
  code=0
  "$bin/p" >"$n.out" 2>"$bin/err" </dev/null || code=$?
  rm -f "$n.code" "$n.err"
  if [ "$code" != 0 ]; then
    echo "$code" >"$n.code"
    # What a panic or fatal error says, up to the traces: addresses differ.
    sed '/^goroutine /,$d; /^\[signal/d; /^$/d' "$bin/err" >"$n.err"
  fi
done
