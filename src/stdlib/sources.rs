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
    "context": "context.go";
    "errors": "errors.go";
    "fmt": "print.go" "errors.go" "scan.go";
    "io": "io.go" "pipe.go";
    "iter": "iter.go";
    "strconv": "strconv.go";
    "strings": "strings.go" "builder.go";
    "sync": "sync.go" "map.go";
    "sync/atomic": "atomic.go";
    "time": "time.go" "format.go" "sleep.go";
    "unicode": "unicode.go";
    "unicode/utf8": "utf8.go";
}
