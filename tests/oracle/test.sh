#!/usr/bin/env bash
# Writes the sections `stdout`, `stderr` and `code` of tests/test/*.txtar anew: what `go test` prints with the arguments of an
# archive's first line in a folder with its other sections as files. Durations, figures of benchmarks, stacks and folders are
# normalised here as tests/suite/testing.rs does it with ours.
#
#   GOROOT=/usr/local/go tests/oracle/test.sh [ARCHIVE…]
set -euo pipefail
cd "$(dirname "$0")/../test"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS=-p=1 GOTOOLCHAIN=local GOPROXY=off CGO_ENABLED=0 GOMAXPROCS=4
want=go1.27.3
have=$(head -n 1 "$GOROOT/VERSION")
[ "$have" = "$want" ] || echo "warning: goldens are made with $want, this is $have" >&2
work=$(mktemp -d)
trap 'rm -rf "$work" "$work".*' EXIT

# A stack goes from `goroutine N […]:` to go test's own lines; the empty line before it goes too.
normal() {
    awk '
        /^goroutine [0-9]+ .*\]:$/ { stack = 1; empty = 0 }
        /^(exit status |FAIL\t)/ { stack = 0 }
        /^(cpu: |\[signal )/ { next }
        stack { next }
        /^$/ { empty++; next }
        { for (; empty > 0; empty--) print ""; print }
        END { for (; empty > 0; empty--) print "" }
    ' | sed -E "s|$work|/tmp/sandbox|g; s|$GOROOT|/usr/local/go|g"'
        s/\([0-9]+\.[0-9][0-9]s\)/(0.00s)/
        s/^((ok  |FAIL)\t[^\t]+\t)([0-9.]+s|\(cached\))/\10.000s/
        s/^( +)(testing|benchmark|fuzz)\.go:[0-9]+:/\1testing.go:0:/
        /^Benchmark.*\t/{
            s/ *\t */ /g
            s/ [0-9.]+ / N /g
            s/ [0-9.]+ / N /g
            s/ +/ /g
        }'
}

# go test tells of packages that do not build as it comes to them: here by their names.
by_package() {
    awk '/^# / { package = $2; gsub(/[][]/, "", package) } { printf "%s\t%d\t%s\n", package, NR, $0 }' | LC_ALL=C sort -t "$(printf '\t')" -k 1,1 -k 2,2n | cut -f 3-
}

[ $# -gt 0 ] || set -- *.txtar
for archive; do
    rm -rf "${work:?}"
    mkdir "$work"
    awk -v dir="$work" '
        /^-- .* --$/ { name = $2; next }
        name != "" && name != "stdout" && name != "stderr" && name != "code" {
            path = dir "/" name; folder = path; sub(/\/[^\/]*$/, "", folder); system("mkdir -p " folder); print > path
        }
    ' "$archive"
    awk '/^-- stdout --$/ { exit } { print }' "$archive" >"$work.new"
    read -r -a args <"$archive" || true
    code=0
    (cd "$work" && "$GOROOT/bin/go" test "${args[@]}" >"$work.out" 2>"$work.err") </dev/null || code=$?
    {
        echo "-- stdout --"
        normal <"$work.out"
        echo "-- stderr --"
        normal <"$work.err" | by_package
        echo "-- code --"
        echo "$code"
    } >>"$work.new"
    cp "$work.new" "$archive"
done
