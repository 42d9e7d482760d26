#!/usr/bin/env bash
# Writes the .err sections of tests/vet/*.txtar anew: what `go vet` says about each .go section.
#
#   GOROOT=/usr/local/go tests/oracle/vet.sh [ARCHIVE…]
#
# go vet prints passes in random order: lines are sorted by place. A line `//go:build go1.21` at the top of a program sets the
# language version. What go vet says about tests/run/*.go is in run.err (--run: only that);
# those that import other modules are left out, since go vet needs a go.mod for them.
set -euo pipefail
cd "$(dirname "$0")/../vet"
. ../oracle/archive.sh.inc

expected() {
    local out
    out=$("$GOROOT/bin/go" vet "$1" 2>&1 </dev/null || true)
    case $out in
    '' ) ;;
    '#'*) echo "$out" ;;
    *$'\n\t'*) echo "$out" ;; # expressions over several lines
    *) echo "$out" | LC_ALL=C sort -t: -k2,2n -k3,3n -k4 ;;
    esac
}

if [ $# = 0 ] || [ "$1" = --run ]; then
    (cd ../run && for program in *.go; do [[ $program == xsync_* ]] || expected "$program"; done) >"$work/run"
    cp "$work/run" run.err
    echo "run.err: $(wc -l <run.err) lines"
    [ $# = 0 ] || exit 0
fi

archives "$@"
