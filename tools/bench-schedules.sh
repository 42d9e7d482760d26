#!/usr/bin/env bash
# Schedules a second of one program (tests/bench/schedules): by golanes check, and by the crates shuttle and loom in Rust.
#
#   tools/bench-schedules.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-5}
cargo build -q --release --bin golanes
dir=target/bench-schedules
mkdir -p "$dir/src"
cp tests/bench/schedules/loom_shuttle.rs "$dir/src/main.rs"
cat >"$dir/Cargo.toml" <<'EOF'
[package]
name = "bench-schedules"
version = "0.0.0"
edition = "2024"

[dependencies]
loom = "0.7"
shuttle = "0.8"

[profile.release]
lto = "fat"
codegen-units = 1

[workspace]
EOF
cargo build -q --release --manifest-path "$dir/Cargo.toml" --target-dir "$dir/target"
target/release/golanes check --timeout "$seconds" tests/bench/schedules/main.go |
    awk -v s="$seconds" '/schedules,/ { printf "golanes %.0f\n", $1 / s }'
"$dir/target/release/bench-schedules"
