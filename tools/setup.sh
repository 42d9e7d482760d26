#!/usr/bin/env bash
# Installs what building and testing need and this machine lacks, and says what and why.
# Usage: tools/setup.sh build | test
# Tools of exact versions go to .tools/ beside the checkout's sources, so nothing of the machine's own is replaced.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-build}
say() { printf 'setup: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

have cargo || [ -x "$HOME/.cargo/bin/cargo" ] || die "Rust is missing. Install it by hand: https://rustup.rs, then run this again."
have npm || die "npm is missing. Install Node.js 20 or later by hand, then run this again."

if have rustup && ! rustup target list --installed | grep -q '^wasm32-unknown-unknown$'; then
  say "adding the Rust target wasm32-unknown-unknown: the page and the engine are compiled for it"
  rustup target add wasm32-unknown-unknown >&2
fi

# The command-line tool must have the version of the crate.
bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
[ -n "$bindgen" ] || die "Cargo.lock names no wasm-bindgen; is the checkout complete?"
version_of() { "$1" --version 2>/dev/null | awk '{print $2}'; }
mkdir -p .tools/bin
tool() { # name, crate, version, why
  if [ "$(version_of ".tools/bin/$1")" = "$3" ]; then return; fi
  if have "$1" && [ "$(version_of "$1")" = "$3" ]; then
    ln -sf "$(command -v "$1")" ".tools/bin/$1"
    return
  fi
  say "installing $2 $3: $4 (some minutes)"
  cargo install "$2" --version "$3" --locked --root .tools --force >&2
}
tool wasm-bindgen wasm-bindgen-cli "$bindgen" "it makes the JavaScript around the compiled page"
if [ ! -x .tools/bin/wasm-bindgen-test-runner ] && have wasm-bindgen-test-runner; then
  ln -sf "$(command -v wasm-bindgen-test-runner)" .tools/bin/wasm-bindgen-test-runner
fi
tool trunk trunk 0.21.14 "it builds and serves the page"

if [ ! -x node_modules/.bin/wasm-opt ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  say "installing npm packages: CodeMirror and esbuild are the editor, wasm-opt makes downloads smaller, puppeteer-core and axe-core test the page"
  npm ci --no-audit --no-fund >&2
fi

if [ "$what" = test ]; then
  if ! have chromium && [ -z "${CHROME:-}" ]; then
    if have apt-get && [ "$(id -u)" = 0 ]; then
      say "installing Chromium and its driver: tests run in a real browser"
      apt-get update -qq >&2 && apt-get install -y -qq chromium chromium-driver >&2
    else
      die "no Chromium found and no right to install one. Install the packages chromium and chromium-driver by hand, or set CHROME and CHROMEDRIVER."
    fi
  fi
  if ! have firefox-esr && [ -z "${FIREFOX+set}" ]; then
    if have apt-get && [ "$(id -u)" = 0 ]; then
      say "installing Firefox ESR: the page is tried in a second engine"
      { apt-get update -qq && apt-get install -y -qq firefox-esr; } >&2 || say "Firefox could not be installed: the page is tried in Chromium only"
    else
      say "no Firefox found and no right to install one: the page is tried in Chromium only (or set FIREFOX)"
    fi
  fi
  have chromedriver || [ -n "${CHROMEDRIVER:-}" ] || die "chromedriver is missing. Install the package chromium-driver by hand, or set CHROMEDRIVER."
fi
