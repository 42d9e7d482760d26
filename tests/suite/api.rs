//! The API server of the sandbox (`public/api`): its own tests, run as a person would run them.

use std::path::Path;
use std::process::{Command, Output};

fn golanes(args: &[&str]) -> Output {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/api");
    Command::new(env!("CARGO_BIN_EXE_golanes")).args(args).current_dir(project).output().expect("the command runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn its_own_tests_pass() {
    for (package, least) in [("./internal/config", 4), ("./internal/handlers", 15)] {
        let output = golanes(&["test", "-v", package]);
        let said = said(&output);
        assert!(output.status.success(), "{package}: {said}");
        assert!(said.matches("--- PASS: ").count() >= least, "{package}: {said}");
    }
}

#[test]
fn it_does_not_start_without_a_secret() {
    let output = golanes(&["run", "./cmd/server"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("JWT_SECRET is required"), "{said}");
}

#[test]
fn vet_finds_nothing() {
    for package in ["auth", "config", "database", "handlers", "middleware", "models", "respond"] {
        let output = golanes(&["vet", &format!("./internal/{package}")]);
        assert!(output.status.success(), "{package}: {}", said(&output));
    }
}
