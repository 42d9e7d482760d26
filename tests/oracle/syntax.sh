#!/usr/bin/env bash
# Writes the .err sections of tests/syntax/*.txtar anew: what the real compiler says about each .go section.
#
#   GOROOT=/usr/local/go tests/oracle/syntax.sh [ARCHIVE…]
#
# A section whose name ends in _noeol is compiled without its last newline.
set -euo pipefail
cd "$(dirname "$0")/../syntax"
. ../oracle/archive.sh.inc

compile=$(echo "$GOROOT"/pkg/tool/*/compile)
expected() {
    case $1 in *_noeol.go) perl -pi -e 'chomp if eof' "$1" ;; esac
    "$compile" -p p -o "$work/out.o" "$1" 2>&1 || true
}
archives "$@"
