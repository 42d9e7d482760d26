#!/usr/bin/env bash
# Random calls of the library by real Go and by golanes: each program of tests/oracle/values makes $LINES_EACH calls (default 100,000)
# from each of $SEEDS, and every line that differs is shown. For seed 1 the first 3,000 lines are kept as sums of 100 lines each
# (values/NAME.sum), which `cargo test` compares without Go. Ends with 1 if anything differs.
#
#   GOROOT=/usr/local/go tests/oracle/values.sh [NAME…]
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${GOROOT:=$(go env GOROOT)}" "${SEEDS:=1 2}" "${LINES_EACH:=100000}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local
cargo build --release --quiet
ours=${CARGO_TARGET_DIR:-target}/release/golanes
dir=tests/oracle/values
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- $(cd "$dir" && ls ./*.go | sed 's/^..//; s/\.go$//; /^common$/d')
bad=0
for name; do
    "$GOROOT/bin/go" build -o "$work/bin" "$dir/common.go" "$dir/$name.go"
    "$work/bin" 1 3000 | awk -v command="cksum" '
        { print | command } NR % 100 == 0 { close(command) }
    ' | cut -d ' ' -f 1 >"$dir/$name.sum"
    for seed in $SEEDS; do
        "$work/bin" "$seed" "$LINES_EACH" >"$work/want"
        "$ours" run "$dir/common.go" "$dir/$name.go" "$seed" "$LINES_EACH" >"$work/have" || echo "$name: exit code $?"
        diff --text "$work/want" "$work/have" >"$work/diff" || true
        wrong=$(grep --text -c '^<' "$work/diff" || true)
        echo "$name, seed $seed: $wrong of $LINES_EACH lines differ"
        if [ "$wrong" != 0 ]; then
            bad=1
            head -n 12 "$work/diff" | cut -c 1-1000
        fi
    done
done
exit $bad
