#!/usr/bin/env bash
# Compares our library with Go's, name by name, and writes src/stdlib/packages.txt (whose last field, why something is lacking, is
# written by hand and stays), public/library.json and docs/library.md.
#
#   GOROOT=/usr/local/go tests/oracle/library.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT GOFLAGS= GOTOOLCHAIN=local GOPROXY=off
target=${CARGO_TARGET_DIR:-target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd tests/oracle/library && "$GOROOT/bin/go" run main.go "$work/probes")
cargo build --quiet --release
nm -S --size-sort -t d -C "$target/release/golanes" | awk '$4 ~ /golanes::stdlib::/ {
    split($4, a, "golanes::stdlib::"); split(a[2], b, "::"); bytes[b[1]] += $2
} END { for (name in bytes) if (name ~ /^[a-z]+$/) printf "| `%s` | %d |\n", name, bytes[name] }' | sort >"$work/natives"
cargo run --quiet --example library -- "$work/probes" "$work/natives"
cut -f 2 src/stdlib/packages.txt | sort | uniq -c
