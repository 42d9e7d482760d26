#!/usr/bin/env bash
# Writes tests/explore/race.verdicts: what real Go's race detector says of the programs and tests in tests/explore, those of bugs*
# that want a race, and all of correct* and order*. Each is run several times, with one to four processors; `race` stands for a race
# in at least one of the runs. A race may be rare: where the old file has one, it is given up only after ten times as many runs. The
# lines of the old file that start with # stay: `# rare ARCHIVE/NAME: why` says that real Go's schedules do not get to a race that is
# there.
#
#   GOROOT=/usr/local/go tests/oracle/race.sh [ARCHIVE…]
#
# With archives named, the lines of the others stay as they are. Needs a C compiler.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
: "${GOROOT:=$(go env GOROOT)}" "${RUNS:=12}"
export GOROOT GOFLAGS=-p=2 GOTOOLCHAIN=local GOPROXY=off CGO_ENABLED=1 GORACE="halt_on_error=0 exitcode=66 atexit_sleep_ms=20"
want=go1.27.3
have=$(head -n 1 "$GOROOT/VERSION")
[ "$have" = "$want" ] || echo "warning: verdicts are made with $want, this is $have" >&2
cd "$root/tests/explore"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$here/xsync.sh.inc"
xsync "$work/xsync"
printf 'module m\n\ngo 1.27\n\nrequire golang.org/x/sync v0.20.0\n\nreplace golang.org/x/sync => ./xsync\n' >"$work/go.mod"
touch race.verdicts
old=$(cat race.verdicts) known=$old

# The verdict on the program in the folder $1.
verdict() {
    local dir=$1 name=$2 runs=$RUNS run
    ! grep -qxF "$base/$name race" <<<"$known" || runs=$((RUNS * 10))
    if [[ $name == *_test.go ]]; then
        (cd "$dir" && "$GOROOT/bin/go" test -race -vet=off -c -o program . >&2)
        set -- ./program -test.v -test.timeout=5s
    else
        (cd "$dir" && "$GOROOT/bin/go" build -race -o program . >&2)
        set -- ./program
    fi
    for run in $(seq "$runs"); do
        # Some wait for ever; what they printed until then counts.
        (cd "$dir" && GOMAXPROCS=$((run % 4 + 1)) timeout -k 1 5 "$@" >output 2>&1) </dev/null || true
        if grep -qE 'WARNING: DATA RACE|concurrent map' "$dir/output"; then
            echo race
            return
        fi
    done
    echo none
}

[ $# -gt 0 ] || set -- bugs*.txtar correct*.txtar order*.txtar
for archive; do
    base=$(basename "$archive" .txtar)
    old=$(grep -v "^$base/" <<<"$old" || true)
    mkdir "$work/$base"
    awk -v dir="$work/$base" '
        /^-- .* --$/ { folder = dir "/" substr($2, 1, length($2) - 3); system("mkdir -p " folder); path = folder "/" $2; print $2 > (dir "/order"); next }
        path != "" { print > path }
    ' "$base.txtar"
    while read -r name; do
        dir=$work/$base/${name%.go}
        [[ $base != bugs* ]] || grep -qE '// want: (.*\|)?race' "$dir/$name" || continue
        echo "$base/$name $(verdict "$dir" "$name")"
    done <"$work/$base/order" >"$work/new"
    old=$old$'\n'$(cat "$work/new")
    echo "$base: $(wc -l <"$work/new") programs"
done
{
    grep '^#' <<<"$old" || true
    grep -v '^#' <<<"$old" | sed '/^$/d' | sort
} >"$work/verdicts"
cp "$work/verdicts" race.verdicts
