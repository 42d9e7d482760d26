#!/usr/bin/env bash
# Runs Go's own tests of the packages of std.list (or of those named) on golanes and prints for each: tests passed, failed,
# skipped, functions that do not compile here, and the first reason. What each run wrote is in $OUT (default /tmp/golanes-std).
#
#   GOROOT=/usr/local/go tests/oracle/std.sh [PACKAGE…]
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${GOROOT:=$(go env GOROOT)}" "${OUT:=/tmp/golanes-std}" "${SECONDS_EACH:=60}" "${CONFORM:=}"
export GOROOT
if [ -z "$CONFORM" ]; then
    cargo build --release --quiet --example conform
    CONFORM=${CARGO_TARGET_DIR:-target}/release/examples/conform
fi
mkdir -p "$OUT"
[ $# -gt 0 ] || mapfile -t list < <(sed -n 's/^\([a-z][^ ]*\).*/\1/p' tests/oracle/std.list)
[ $# -eq 0 ] || list=("$@")
printf '%-24s %6s %6s %6s %6s  %s\n' package passed failed skipped lost reason
for package in "${list[@]}"; do
    out=$OUT/${package//\//_}
    (
        ulimit -v 8000000
        timeout $((SECONDS_EACH * 3)) "$CONFORM" --verbose --seconds "$SECONDS_EACH" "$package" >"$out" 2>&1
    ) || echo "$package	0	0	0	0	ended with $?: $(tail -n 1 "$out")" >>"$out"
    tail -n 1 "$out" | awk -F '\t' '{ printf "%-24s %6d %6d %6d %6d  %s\n", $1, $2, $3, $4, $5, substr($6, 1, 300) }'
done | tee "$OUT/table" | awk '{ passed += $2; failed += $3; lost += $5 } END { printf "%-24s %6d %6d %6s %6d\n", "all", passed, failed, "", lost }'
