#!/usr/bin/env bash
# Writes src/check/vet/stdversion.list: what packages of our library export only since Go 1.22 or later, as go vet's stdversion knows it.
# A package's path, then lines of a version and names: functions, types and so on, `T.Field`, `(T).Method`, `(*T).Method`.
#
#   GOROOT=/usr/local/go tests/oracle/stdversion.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
manifest=$GOROOT/src/cmd/vendor/golang.org/x/tools/internal/stdlib/manifest.go
awk -F'\t' 'NR == FNR { if ($2 != "none") ours[$1] = 1; next }
    /^\t"/ { split($0, parts, "\""); path = parts[2] }
    /^\t\t\{"/ && path in ours {
        split($0, parts, "\""); split(parts[3], rest, ", ")
        if (rest[3] + 0 >= 22) print path "\t" rest[3] + 0 "\t" parts[2]
    }' src/stdlib/packages.txt "$manifest" | LC_ALL=C sort |
    awk -F'\t' '$1 != path { path = $1; version = 0; printf "%s%s", sep, path; sep = "\n" }
        $2 != version { version = $2; printf "\n%s", version }
        { printf " %s", $3 }
        END { print "" }' >src/check/vet/stdversion.list
