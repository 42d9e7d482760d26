//! The page when built for wasm, the `golanes` command when built natively.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    golanes::cli::main(&args)
}

#[cfg(target_arch = "wasm32")]
fn main() {
    golanes::ui::mount();
}
