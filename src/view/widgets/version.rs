//! Versions and module paths, as `golang.org/x/mod/semver` and `golang.org/x/mod/module` read them.

use std::cmp::Ordering;

/// The parts of a version `v1.2.3-pre+build`; what is left out of `v1` and `v1.2` is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Version<'a> {
    pub(super) major: &'a str,
    pub(super) minor: &'a str,
    pub(super) patch: &'a str,
    /// Without its `-`.
    pub(super) pre: &'a str,
    /// Without its `+`.
    pub(super) build: &'a str,
    /// Whether minor or patch were left out.
    pub(super) short: bool,
}

/// A number without zeros before it.
fn number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.is_empty() || digits.len() > 1 && digits.starts_with('0') { None } else { Some((digits, rest)) }
}

/// Identifiers between dots.
fn identifiers(text: &str, zeros: bool) -> bool {
    text.split('.').all(|id| {
        let numeric = id.bytes().all(|b| b.is_ascii_digit());
        let leading = numeric && id.len() > 1 && id.starts_with('0');
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && (zeros || !leading)
    })
}

impl<'a> Version<'a> {
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let (major, rest) = number(text.strip_prefix('v')?)?;
        let mut version = Self { major, minor: "0", patch: "0", pre: "", build: "", short: true };
        if rest.is_empty() {
            return Some(version);
        }
        let (minor, rest) = number(rest.strip_prefix('.')?)?;
        version.minor = minor;
        if rest.is_empty() {
            return Some(version);
        }
        let (patch, rest) = number(rest.strip_prefix('.')?)?;
        version.patch = patch;
        version.short = false;
        let (rest, build) = rest.split_once('+').map_or((rest, None), |(a, b)| (a, Some(b)));
        if let Some(pre) = rest.strip_prefix('-') {
            version.pre = pre;
            if !identifiers(pre, false) {
                return None;
            }
        } else if !rest.is_empty() {
            return None;
        }
        if let Some(build) = build {
            version.build = build;
            if !identifiers(build, true) {
                return None;
            }
        }
        Some(version)
    }

    /// As `go` writes it into `go.mod`: all three numbers, no build but `+incompatible`.
    pub(super) fn canonical(&self) -> String {
        let mut out = format!("v{}.{}.{}", self.major, self.minor, self.patch);
        if !self.pre.is_empty() {
            out = format!("{out}-{}", self.pre);
        }
        if self.build == "incompatible" { out + "+incompatible" } else { out }
    }

    /// What build it is does not count.
    pub(super) fn order(&self, other: &Version<'_>) -> Ordering {
        digits(self.major, other.major)
            .then_with(|| digits(self.minor, other.minor))
            .then_with(|| digits(self.patch, other.patch))
            .then_with(|| prerelease(self.pre, other.pre))
    }
}

/// Numbers of any length.
fn digits(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// A release is above its pre-releases; numbers are below words.
fn prerelease(a: &str, b: &str) -> Ordering {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        (false, false) => {}
    }
    let (mut left, mut right) = (a.split('.'), b.split('.'));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) if x == y => {}
            (Some(x), Some(y)) => {
                let numeric = |id: &str| id.bytes().all(|c| c.is_ascii_digit());
                return match (numeric(x), numeric(y)) {
                    (true, true) => digits(x, y),
                    (true, false) => Ordering::Less,
                    (false, true) => Ordering::Greater,
                    (false, false) => x.cmp(y),
                };
            }
        }
    }
}

/// Versions by their order; what is none comes first.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    match (Version::parse(a), Version::parse(b)) {
        (Some(x), Some(y)) => x.order(&y).then_with(|| a.cmp(b)),
        (x, y) => x.is_some().cmp(&y.is_some()).then_with(|| a.cmp(b)),
    }
}

/// A commit without a tag of its own: what it follows, when it was made (UTC), and its first twelve digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pseudo<'a> {
    /// What stands before the time in the pre-release: nothing, `0` or `pre.0`.
    pub(super) base: &'a str,
    pub(super) time: &'a str,
    pub(super) commit: &'a str,
}

/// The pseudo-version that this is, if it is one: `vX.0.0-time-commit`, `vX.Y.Z-pre.0.time-commit`, `vX.Y.(Z+1)-0.time-commit`.
pub(super) fn pseudo<'a>(version: &Version<'a>) -> Option<Pseudo<'a>> {
    let (before, commit) = version.pre.rsplit_once('-')?;
    let split = before.len().checked_sub(14)?;
    let (base, time) = (before.get(..split)?, before.get(split..)?);
    let named = commit.len() == 12 && commit.bytes().all(|b| b.is_ascii_alphanumeric());
    let dated = time.bytes().all(|b| b.is_ascii_digit());
    let first = base.is_empty() && version.minor == "0" && version.patch == "0";
    let later = base == "0." || base.ends_with(".0.");
    (named && dated && (first || later)).then_some(Pseudo { base: base.trim_end_matches('.'), time, commit })
}

/// A module path without its major version, and that: `/v2`, `.v3` at gopkg.in, or nothing. `None` for what can be no path,
/// such as `/v1`.
pub(super) fn split_path(path: &str) -> Option<(&str, &str)> {
    let gopkg = path.starts_with("gopkg.in/");
    let whole = if gopkg { path.strip_suffix("-unstable").unwrap_or(path) } else { path };
    let bare = whole.trim_end_matches(|c: char| c.is_ascii_digit() || !gopkg && c == '.');
    let mark = if gopkg { ".v" } else { "/v" };
    let prefix = match bare.strip_suffix(mark) {
        Some(prefix) if bare.len() < whole.len() && !prefix.is_empty() => prefix,
        _ if gopkg => return None,
        _ => return Some((path, "")),
    };
    let major = &whole[prefix.len()..];
    let number = &major[2..];
    let zero = number.starts_with('0') && !(gopkg && number == "0");
    if number.contains('.') || zero || !gopkg && number == "1" { None } else { Some((prefix, major)) }
}

/// Whether a version may stand beside a path with this major version, and what `go` says if not.
pub(super) fn check_major(version: &str, major: &str) -> Result<(), String> {
    let Some(parsed) = Version::parse(version) else { return Ok(()) };
    let is = format!("v{}", parsed.major);
    let wanted = match major.get(1..) {
        None | Some("") if matches!(parsed.major, "0" | "1") || parsed.build == "incompatible" => return Ok(()),
        None | Some("") => "v0 or v1",
        Some(m) if m == is => return Ok(()),
        Some(m) => m,
    };
    if major == ".v1" && version.starts_with("v0.0.0-") {
        return Ok(());
    }
    Err(format!("should be {wanted}, not {is}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order of semver.org, with words of the same length beside numbers.
    #[test]
    fn versions_have_an_order() {
        let sorted = [
            "bad",
            "v01.0.0",
            "v1.0.0-0",
            "v1.0.0-alpha",
            "v1.0.0-alpha.1",
            "v1.0.0-alpha.beta",
            "v1.0.0-beta.2",
            "v1.0.0-beta.11",
            "v1.0.0-rc.1",
            "v1.0.0",
            "v1.2.0",
            "v1.10.0",
            "v2.0.0+incompatible",
            "v10.0.0",
            "v18446744073709551617.0.0",
        ];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(compare(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
        for bad in [
            "",
            "v",
            "1.0.0",
            "v1.",
            "v1.2.",
            "v1-a",
            "v1.2.3-",
            "v1.2.3-a..b",
            "v1.2.3-01",
            "v1.2.3+",
            "v1.2.3+a+b",
            "v1.2.3x",
        ] {
            assert_eq!(Version::parse(bad), None, "{bad}");
        }
        assert_eq!(Version::parse("v1.2").map(|v| v.canonical()).as_deref(), Some("v1.2.0"));
        assert_eq!(Version::parse("v1.2.3-a+meta").map(|v| v.canonical()).as_deref(), Some("v1.2.3-a"));
    }

    #[test]
    fn commits_without_a_tag_are_told() {
        let of =
            |text: &'static str| Version::parse(text).as_ref().and_then(pseudo).map(|p| (p.base, p.time, p.commit));
        assert_eq!(of("v0.0.0-20260102030405-0123456789ab"), Some(("", "20260102030405", "0123456789ab")));
        assert_eq!(of("v1.2.4-0.20260102030405-0123456789ab"), Some(("0", "20260102030405", "0123456789ab")));
        assert_eq!(of("v1.2.3-rc.1.0.20260102030405-0123456789ab"), Some(("rc.1.0", "20260102030405", "0123456789ab")));
        assert_eq!(of("v1.2.3-20260102030405-0123456789ab"), None);
        assert_eq!(of("v1.2.3-rc.1"), None);
        assert_eq!(of("v1.2.3-é-b"), None);
    }

    #[test]
    fn paths_have_major_versions() {
        let all = [
            ("example.com/m", Some(("example.com/m", ""))),
            ("example.com/m/v2", Some(("example.com/m", "/v2"))),
            ("example.com/m/v1", None),
            ("example.com/m/v0", None),
            ("example.com/m/v02", None),
            ("example.com/m/v2.1", None),
            ("gopkg.in/yaml.v3", Some(("gopkg.in/yaml", ".v3"))),
            ("gopkg.in/yaml.v0", Some(("gopkg.in/yaml", ".v0"))),
            ("gopkg.in/yaml.v2-unstable", Some(("gopkg.in/yaml", ".v2"))),
            ("gopkg.in/yaml", None),
            ("/v2", Some(("/v2", ""))),
            ("é", Some(("é", ""))),
            ("", Some(("", ""))),
        ];
        for (path, wanted) in all {
            assert_eq!(split_path(path), wanted, "{path}");
        }
        assert_eq!(check_major("v2.0.0", ""), Err("should be v0 or v1, not v2".into()));
        assert_eq!(check_major("v2.0.0+incompatible", ""), Ok(()));
        assert_eq!(check_major("v1.0.0", "/v2"), Err("should be v2, not v1".into()));
    }
}
