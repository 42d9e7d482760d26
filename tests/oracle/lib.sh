#!/usr/bin/env bash
# Writes what real Go prints for each program of tests/lib, and which program uses what the library exports (tests/lib/exported.list).
set -euo pipefail
cd "$(dirname "$0")"
: "${GOROOT:=$(go env GOROOT)}"
export GOROOT
RUN_DIR=../lib ./run.sh "$@"
(cd exported && "$GOROOT/bin/go" run main.go) >../lib/exported.list.new
mv ../lib/exported.list.new ../lib/exported.list
