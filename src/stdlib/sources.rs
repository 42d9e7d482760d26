//! The Go half of the library, embedded.

macro_rules! packages {
    ($($path:literal: $($file:literal)*;)*) => {
        /// The files (name, text) of the package with this import path.
        pub fn package(path: &str) -> Option<&'static [(&'static str, &'static str)]> {
            match path {
                $($path => Some(&[$(($file, include_str!(concat!("go/", $path, "/", $file)))),*]),)*
                _ => None,
            }
        }

        /// All import paths there are.
        pub const PACKAGES: &[&str] = &[$($path),*];
    };
}

packages! {
    "bytes": "bytes.go" "buffer.go";
    "cmp": "cmp.go";
    "context": "context.go";
    "crypto/fips140": "fips140.go";
    "crypto/internal/boring": "boring.go";
    "crypto/internal/fips140": "fips140.go";
    "crypto/internal/fips140/check": "check.go";
    "crypto/internal/fips140/drbg": "drbg.go";
    "crypto/internal/fips140/subtle": "subtle.go";
    "crypto/internal/fips140deps/cpu": "cpu.go";
    "crypto/internal/fips140hash": "hash.go";
    "crypto/internal/fips140only": "fips140only.go";
    "crypto/internal/rand": "rand.go";
    "crypto/subtle": "subtle.go";
    "embed": "add.go";
    "errors": "errors.go";
    "golang.org/x/sync/singleflight": "singleflight.go";
    "hash/maphash": "maphash.go";
    "internal/bytealg": "bytealg.go";
    "internal/godebug": "godebug.go";
    "internal/godebugs": "godebugs.go";
    "internal/goexperiment": "flags.go";
    "internal/mimeheader": "mimeheader.go";
    "internal/oserror": "errors.go";
    "internal/pdq": "pdq.go";
    "internal/redirect": "redirect.go";
    "internal/poll": "poll.go";
    "internal/signals": "signals.go";
    "internal/synctest": "synctest.go";
    "internal/unicode": "unicode.go";
    "iter": "iter.go";
    "maps": "maps.go";
    "math/bits": "bits.go";
    "os": "os.go" "change.go" "disk.go" "file.go" "pipe.go" "process.go" "root.go";
    "os/signal": "signal.go";
    "reflect": "type.go" "method.go" "field.go" "value.go" "container.go" "call.go" "convert.go" "equal.go" "make.go";
    "runtime": "error.go" "finalize.go" "profile.go" "runtime.go";
    "runtime/debug": "debug.go";
    "runtime/pprof": "pprof.go" "label.go";
    "runtime/trace": "trace.go";
    "slices": "slices.go" "sort.go";
    "sort": "sort.go";
    "strconv": "strconv.go";
    "strings": "strings.go" "builder.go";
    "sync": "sync.go" "map.go";
    "sync/atomic": "atomic.go";
    "syscall": "errno.go" "process.go" "syscall.go";
    "testing": "testing.go" "common.go" "corpus.go" "cover.go" "main.go" "match.go" "benchmark.go" "example.go" "fuzz.go";
    "testing/synctest": "synctest.go";
    "time": "time.go" "binary.go" "format.go" "sleep.go" "zone.go";
    "time/tzdata": "tzdata.go";
    "unicode/utf8": "utf8.go";
    "unique": "unique.go";
    "weak": "weak.go";
}
