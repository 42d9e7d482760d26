//! Our subsets of the modules of others: programs over them, other implementations of the same, and what is said of names they lack.

use super::run;
use golanes::engine::{BuildOptions, Inputs, Schedule, Session, SourceText, build};
use std::path::Path;

/// Their golden files are not real Go's, which does not have the modules here: what they say stands in the modules' documentation
/// or was made by another implementation.
#[test]
fn programs_over_known_modules_print_what_they_should() {
    run::check_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/known"), 1);
}

fn source(name: &str, text: &str) -> SourceText {
    SourceText { name: name.into(), text: text.into() }
}

fn listing(text: &str) -> String {
    build(&[source("x.go", text)], &BuildOptions::default()).listing
}

/// What a program prints.
fn prints(text: &str) -> String {
    let built = build(&[source("x.go", text)], &BuildOptions::default());
    let mut session =
        Session::new(built.program.expect(&built.listing), &Inputs::default(), &Schedule::default(), false);
    while session.progress().end.is_none() {
        session.run(1_000_000);
    }
    session.output().iter().map(|o| String::from_utf8_lossy(&o.bytes).into_owned()).collect()
}

/// A few words that differ from seed to seed.
fn random(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

#[test]
fn bcrypt_is_what_the_crate_bcrypt_is() {
    let mut seed = 72;
    let mut program =
        "package main\n\nimport (\n\t\"fmt\"\n\n\t\"golang.org/x/crypto/bcrypt\"\n)\n\nfunc main() {\n".to_owned();
    let mut passwords = Vec::new();
    for len in (0..72).step_by(3) {
        let password: Vec<u8> = (0..len).map(|_| (random(&mut seed) % 255 + 1) as u8).collect();
        let salt = std::array::from_fn(|_| random(&mut seed) as u8);
        let hash = bcrypt::hash_with_salt(&password, 4, salt).expect("a hash").to_string();
        program +=
            &format!("\tfmt.Println(bcrypt.CompareHashAndPassword([]byte({hash:?}), {}))\n", go_bytes(&password));
        program += &format!(
            "\tif h, err := bcrypt.GenerateFromPassword({}, 4); err == nil {{\n\t\tfmt.Println(string(h))\n\t}}\n",
            go_bytes(&password)
        );
        passwords.push(password);
    }
    let printed = prints(&(program + "}\n"));
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 2 * passwords.len(), "{printed}");
    for (pair, password) in lines.chunks(2).zip(&passwords) {
        assert_eq!(pair[0], "<nil>");
        assert!(bcrypt::verify(password, pair[1]).expect("it is a hash"), "{password:?} {}", pair[1]);
        let other = [password.as_slice(), b"x"].concat();
        assert!(!bcrypt::verify(&other, pair[1]).expect("it is a hash"), "{other:?} {}", pair[1]);
    }
}

fn go_bytes(bytes: &[u8]) -> String {
    format!("[]byte{{{}}}", bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(", "))
}

/// The signature as RustCrypto makes it.
fn hmac(bits: u64, key: &[u8], text: &str) -> String {
    use hmac::{Hmac, Mac as _};
    let bytes = match bits {
        256 => {
            Hmac::<sha2::Sha256>::new_from_slice(key).expect("any").chain_update(text).finalize().into_bytes().to_vec()
        }
        384 => {
            Hmac::<sha2::Sha384>::new_from_slice(key).expect("any").chain_update(text).finalize().into_bytes().to_vec()
        }
        _ => {
            Hmac::<sha2::Sha512>::new_from_slice(key).expect("any").chain_update(text).finalize().into_bytes().to_vec()
        }
    };
    part(&bytes)
}

fn part(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

#[test]
fn tokens_have_the_signatures_of_rustcrypto() {
    let mut seed = 7519;
    let mut program = "package main\n\nimport (\n\t\"fmt\"\n\n\t\"github.com/golang-jwt/jwt/v5\"\n)\n\n\
        func try(m jwt.SigningMethod, key []byte, n int, theirs string) {\n\
        \ttext, err := jwt.NewWithClaims(m, jwt.MapClaims{\"n\": n, \"s\": fmt.Sprint(n)}).SignedString(key)\n\
        \t_, err2 := jwt.Parse(theirs, func(*jwt.Token) (any, error) { return key, nil })\n\
        \tfmt.Println(text, err, err2)\n}\n\nfunc main() {\n"
        .to_owned();
    let mut wanted = String::new();
    for i in 0..60 {
        let bits = [256, 384, 512][i % 3];
        let key: Vec<u8> = (0..random(&mut seed) % 200).map(|_| random(&mut seed) as u8).collect();
        let n = random(&mut seed) % 1_000_000;
        let sign = |header: &str, claims: &str| {
            let text = format!("{}.{}", part(header.as_bytes()), part(claims.as_bytes()));
            format!("{text}.{}", hmac(bits, &key, &text))
        };
        let theirs = sign(&format!("{{ \"alg\": \"HS{bits}\", \"kid\": null }}"), &format!("{{\"n\":{n}.5}}"));
        program += &format!("\ttry(jwt.SigningMethodHS{bits}, {}, {n}, {theirs:?})\n", go_bytes(&key));
        let ours = sign(&format!("{{\"alg\":\"HS{bits}\",\"typ\":\"JWT\"}}"), &format!("{{\"n\":{n},\"s\":\"{n}\"}}"));
        wanted += &format!("{ours} <nil> <nil>\n");
    }
    assert_eq!(prints(&(program + "}\n")), wanted);
}

/// Signatures with keys of two halves are compiled only for programs that mention them.
#[test]
fn a_secret_needs_no_part_crypto() {
    let program = |words: &str| {
        let text = format!(
            "package main\n\nimport \"github.com/golang-jwt/jwt/v5\"\n\nfunc main() {{\n\tprintln(jwt.{words}.Alg())\n}}\n"
        );
        build(&[source("x.go", &text)], &BuildOptions::default()).program.expect("it builds").funcs.len()
    };
    let (secret, keys) = (program("SigningMethodHS256"), program("SigningMethodES256"));
    assert!(secret < keys, "{secret} functions and {keys}");
}

#[test]
fn a_run_can_stop_within_a_hash() {
    let text = "package main\n\nimport \"golang.org/x/crypto/bcrypt\"\n\nfunc main() {\n\tbcrypt.GenerateFromPassword(nil, 31)\n}\n";
    let built = build(&[source("x.go", text)], &BuildOptions::default());
    let program = built.program.expect(&built.listing);
    let mut session = Session::new(program, &Inputs::default(), &Schedule::default(), false);
    assert!(session.run(10_000_000).end.is_none());
}

/// What is said of a name that a subset lacks, and of a package of a module that others are here of.
#[test]
fn lacking_names_are_said_to_be_ours() {
    let of =
        |path: &str, body: &str| listing(&format!("package main\n\nimport \"{path}\"\n\n{body}\n\nfunc main() {{}}\n"));
    assert_eq!(
        of("golang.org/x/crypto/bcrypt", "var _ = bcrypt.GenerateFromPasswordAndSalt"),
        "x.go:5:16: golanes does not have bcrypt.GenerateFromPasswordAndSalt: its golang.org/x/crypto/bcrypt is our subset, not the module\n"
    );
    assert_eq!(
        of("golang.org/x/crypto/bcrypt", "var _ = bcrypt.limit"),
        "x.go:5:16: name limit not exported by package bcrypt\n"
    );
    assert_eq!(
        of("golang.org/x/crypto/bcrypt", "var e bcrypt.InvalidCostError\n\nvar _ = e.Cost()"),
        "x.go:7:11: e.Cost undefined (golanes does not have bcrypt.InvalidCostError.Cost: its golang.org/x/crypto/bcrypt is our subset, not the module)\n"
    );
    assert_eq!(
        of(
            "github.com/golang-jwt/jwt/v5",
            "var _, _ = jwt.ParseRSAPublicKeyFromPEM(nil)\nvar t jwt.Token\nvar _ = t.Signed"
        ),
        "x.go:5:16: golanes does not have jwt.ParseRSAPublicKeyFromPEM: its github.com/golang-jwt/jwt/v5 is our subset, not the module\n\
         x.go:7:11: t.Signed undefined (golanes does not have jwt.Token.Signed: its github.com/golang-jwt/jwt/v5 is our subset, not the module)\n"
    );
    assert_eq!(
        of("golang.org/x/crypto/ssh", "var _ = ssh.Dial"),
        "x.go:3:8: golanes does not have package golang.org/x/crypto/ssh, and fetches none: of that module there is golang.org/x/crypto/argon2, golang.org/x/crypto/bcrypt\n"
    );
}
