#!/usr/bin/env bash
# Compares our diagnostics with gc's on the programs that types2 is tested with ($GOROOT/src/internal/types/testdata), or on the Go
# files given. Each is compiled as a program of its own; equal means: the whole listing, line, column and words.
#
#   GOROOT=/usr/local/go tests/oracle/types2.sh [-d] [-e] [FILE.go…]
#
# -d shows the differences, -e compares all errors of each program and not only the ten that gc stops after. Programs that need
# flags other than -lang are left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local CGO_ENABLED=0
show=no all=
while :; do
    case ${1:-} in
    -d) show=yes ;;
    -e) all=-e ;;
    *) break ;;
    esac
    shift
done
export all
compile=$(echo "$GOROOT"/pkg/tool/*/compile)
[ -x "$compile" ] || compile=$("$GOROOT/bin/go" tool -n compile)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- "$GOROOT"/src/internal/types/testdata/*/*.go
"$GOROOT/bin/go" list -export -f '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}' std >"$work/importcfg"
cargo build -q --example listings
n=0
for file; do
    # A constant of 2 GB: minutes of work for gc; we have a smaller limit.
    case $file in */issue78346.go) continue ;; esac
    if head -n 1 "$file" | grep -q '^// -' && ! head -n 1 "$file" | grep -q '^// -lang=go1\.[0-9]*$'; then continue; fi
    n=$((n + 1))
    name=$(printf '%04d_%s' $n "$(basename "$file")")
    # A program is package main.
    sed '0,/^package [^ \t;]*/s//package main/' "$file" >"$work/$name"
done
(cd "$work" && printf '%s\n' *.go | xargs -P 2 -I{} bash -c '
    lang=$(head -n 1 "{}" | sed -n "s,^// \(-lang=go1\.[0-9]*\)$,\1,p")
    '"$compile"' $all -p main -complete -importcfg importcfg ${lang:--lang=go1.27} -o "{}.o" "{}" >"{}.gc" 2>&1 || true; rm -f "{}.o"
    # What the go command has to say comes before the compiler.
    if grep -q "could not import" "{}.gc"; then
        "$GOROOT/bin/go" build "{}" 2>&1 | grep -v "^# " | sed "s,$GOROOT,/usr/local/go,g" >"{}.gc" || true
    fi')
printf '%s\0' "$work"/*.go | xargs -0 "${CARGO_TARGET_DIR:-target}"/debug/examples/listings $all
equal=0 differ=0
for file in "$work"/*.go; do
    ours=${file%.go}.ours
    if cmp -s "$file.gc" "$ours"; then equal=$((equal + 1)); continue; fi
    differ=$((differ + 1))
    if [ $show = yes ]; then
        echo "== $(basename "$file")"
        diff "$file.gc" "$ours" || true
    fi
done
echo "$equal equal, $differ differ"
