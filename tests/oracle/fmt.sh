#!/usr/bin/env bash
# Writes what real gofmt makes of tests/fmt/*.input to *.golden, what it makes of that, if it changes it, to *.again, and
# what it makes of the programs of tests/run, where it changes them, to tests/fmt/run/*.golden.
#
#   GOROOT=/usr/local/go tests/oracle/fmt.sh
set -euo pipefail
cd "$(dirname "$0")/../fmt"
: "${GOROOT:=$(go env GOROOT)}"
want=go1.27.3
have=$(head -n 1 "$GOROOT/VERSION")
[ "$have" = "$want" ] || echo "warning: goldens are made with $want, this is $have" >&2
gofmt=$GOROOT/bin/gofmt
for input in *.input; do
    name=${input%.input}
    "$gofmt" "$input" >"$name.golden"
    "$gofmt" "$name.golden" >"$name.again"
    if cmp -s "$name.golden" "$name.again"; then rm "$name.again"; fi
done
rm -rf run
mkdir -p run
"$gofmt" -l ../run | while read -r program; do
    "$gofmt" "$program" >"run/$(basename "$program" .go).golden"
done
echo "$(ls ./*.golden | wc -l) inputs, $(ls run | wc -l) programs that gofmt changes"
