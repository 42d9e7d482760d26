#!/usr/bin/env bash
# Writes the .err sections of tests/header/*.txtar anew: what `go run` says about each .go section, `# command-line-arguments`
# included. What cannot stand in an archive is written as {NUL}, {BOM}, {FF} (a byte that is not UTF-8) and {CUT} (the text ends here).
#
#   GOROOT=/usr/local/go tests/oracle/header.sh [ARCHIVE…]
set -euo pipefail
cd "$(dirname "$0")/../header"
. ../oracle/archive.sh.inc

expected() {
    perl -0pi -e 's/\{NUL\}/\0/g; s/\{BOM\}/\xEF\xBB\xBF/g; s/\{FF\}/\xFF/g; s/\{CUT\}.*//s' "$1"
    { "$GOROOT/bin/go" run "$1" 2>&1 >/dev/null || true; } | sed "s|$GOROOT|/usr/local/go|g; s|$work|/tmp/sandbox|g"
}
archives "$@"
