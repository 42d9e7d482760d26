#!/usr/bin/env bash
# Our speed beside real Go's, interleaved in one run; start-up (that of hello) taken off both.
# Usage: tools/bench.sh [rounds]; needs real Go (GOROOT or .tools/go, see tools/oracle.sh).
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
export GOROOT=${GOROOT:-$PWD/.tools/go/go} GOMAXPROCS=1
[ -x "$GOROOT/bin/go" ] || { echo "no real Go at $GOROOT: run make oracle first" >&2; exit 1; }
cargo build --release -q
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for f in tests/bench/*.go; do "$GOROOT/bin/go" build -o "$out/$(basename "$f" .go)" "$f"; done
python3 - "$out" "$rounds" <<'PY'
import math, statistics, subprocess, sys, time
out, rounds = sys.argv[1], int(sys.argv[2])
sequential = "fib sieve nbody matmul maps strbuild sortslice iface closures".split()
concurrent = "pingpong buffered primes primeselect pool fanin mutex spawn parked".split()
names = ["hello"] + sequential + concurrent
times = {n: ([], []) for n in names}
def clock(cmd):
    t = time.perf_counter()
    p = subprocess.run(cmd, capture_output=True, text=True)
    return time.perf_counter() - t, p.stdout
for _ in range(rounds):
    for n in names:
        g, go_out = clock([f"{out}/{n}"])
        w, our_out = clock(["target/release/golanes", "run", "--procs", "1", f"tests/bench/{n}.go"])
        assert go_out == our_out, (n, go_out, our_out)
        times[n][0].append(g)
        times[n][1].append(w)
base = [statistics.median(t) for t in times["hello"]]
print(f"{'':10} {'Go ms':>9} {'ours ms':>9} {'ratio':>7}")
ratios = {}
for n in names:
    g, w = (statistics.median(t) for t in times[n])
    if n != "hello":
        g, w = max(g - base[0], 1e-4), w - base[1]
        ratios[n] = w / g
    print(f"{n:10} {g*1000:9.1f} {w*1000:9.1f} {w/g:7.2f}")
geo = lambda ns: math.exp(sum(math.log(ratios[n]) for n in ns) / len(ns))
print(f"sequential geometric mean {geo(sequential):.2f}, concurrent {geo(concurrent):.2f}")
PY
for n in parked bytes; do
  /usr/bin/env bash -c "command -v python3 >/dev/null && python3 - target/release/golanes run tests/bench/$n.go" <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(sys.argv[-1], "peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, "MB")
PY
done
