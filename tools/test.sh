#!/usr/bin/env bash
# All checks, one after the other; ends with `N passed, N failed`.
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Runs a step; adds the test counts it prints, or counts itself as one test.
step() {
  local name=$1
  shift
  printf '\n== %s\n' "$name"
  "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]}
  local ok bad
  ok=$(sed -n 's/^test result: .* \([0-9]*\) passed; .*/\1/p; s/^end to end: \([0-9]*\) passed, .*/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
  bad=$(sed -n 's/^test result: .* \([0-9]*\) failed; .*/\1/p; s/^end to end: .* \([0-9]*\) failed$/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
  if [ "$ok" = 0 ] && [ "$bad" = 0 ]; then
    if [ "$status" = 0 ]; then ok=1; else bad=1; fi
  elif [ "$status" != 0 ] && [ "$bad" = 0 ]; then
    bad=1
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
}

step "format" cargo fmt --check
step "lints, native" cargo clippy --all-targets -- -D warnings
step "lints, wasm" cargo clippy --target wasm32-unknown-unknown -- -D warnings
step "spelling of lessons and reference" cspell --no-progress --no-summary
step "native tests" cargo test --no-fail-fast
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export WASM_BINDGEN_TEST_TIMEOUT=120
step "components in the browser" cargo test --target wasm32-unknown-unknown --lib
step "tests in the browser" cargo test --target wasm32-unknown-unknown --test browser
step "the page, built" trunk build --offline --release
step "sizes" node tools/sizes.mjs dist
step "end to end" node tests/e2e/run.mjs dist

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
