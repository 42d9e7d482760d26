#!/usr/bin/env bash
# Runs the examples of Go's packages that our library has, by golanes: each file example*_test.go is tested as it is, read from the
# toolchain. Prints what fails; examples.list says which files may, and why. Ends with 1 if another fails, or one of those does not.
#
#   GOROOT=/usr/local/go tests/oracle/examples.sh [PACKAGE…]
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${GOROOT:=$(go env GOROOT)}" "${SECONDS_EACH:=60}"
export GOROOT
cargo build --release --quiet
ours=$PWD/${CARGO_TARGET_DIR:-target}/release/golanes
case ${CARGO_TARGET_DIR:-} in /*) ours=$CARGO_TARGET_DIR/release/golanes ;; esac
known=$PWD/tests/oracle/examples.list
if [ $# -gt 0 ]; then
    packages=("$@")
else
    mapfile -t packages < <({
        sed -n 's/^package \([^ ]*\).*/\1/p' src/stdlib/pack.list
        (cd src/stdlib/go && find . -name '*.go' -printf '%h\n' | sed 's/^..//')
    } | grep -v internal | sort -u)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files=0 passed=0 bad=0
for package in "${packages[@]}"; do
    for file in "$GOROOT/src/$package"/example*_test.go; do
        [ -e "$file" ] || continue
        name=$package/$(basename "$file")
        # What is not for this system, or has no output to compare.
        grep -q '// *\(Unordered \)\?[oO]utput:' "$file" || continue
        files=$((files + 1))
        reason=$(sed -n "s|^$name: ||p" "$known")
        rm -rf "${work:?}"/*
        cp "$file" "$work/"
        [ ! -d "$GOROOT/src/$package/testdata" ] || cp -r "$GOROOT/src/$package/testdata" "$work/"
        code=0
        (cd "$work" && timeout "$SECONDS_EACH" "$ours" test -v "$(basename "$file")") >"$work/out" 2>&1 </dev/null || code=$?
        # Few need the functions of another file.
        if [ "$code" = 1 ] && grep -q 'undefined: ' "$work/out"; then
            cp "$GOROOT/src/$package"/example*_test.go "$work/"
            code=0
            echo "module example" >"$work/go.mod"
            (cd "$work" && timeout "$SECONDS_EACH" "$ours" test -v .) >"$work/out" 2>&1 </dev/null || code=$?
        fi
        passed=$((passed + $(grep -c '^--- PASS: Example' "$work/out" || true)))
        if [ "$code" = 0 ] && [ -n "$reason" ]; then
            echo "$name: passes now, but is in examples.list"
            bad=1
        elif [ "$code" != 0 ] && [ -z "$reason" ]; then
            echo "$name: exit code $code"
            grep -v '^=== RUN\|^--- PASS' "$work/out" | head -n 15
            bad=1
        fi
    done
done
echo "$files files, $passed examples passed, $(grep -c '^[a-z].*: ' "$known" || true) files excepted"
exit $bad
