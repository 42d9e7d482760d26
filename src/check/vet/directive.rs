//! `//go:debug` where it has no effect. Follows `passes/directive`, for Go files.

use super::{Vet, messages};

pub(super) fn run(vet: &mut Vet<'_>) {
    for file in &vet.ast.files {
        let source = vet.sources.file(file.file);
        for comment in &file.comments {
            let text = source.text().get(source.offset(comment.lo)..source.offset(comment.hi)).unwrap_or("");
            if !text.starts_with("//go:") {
                continue;
            }
            let verb = text.split(char::is_whitespace).next().unwrap_or("");
            let space = text[verb.len()..].chars().next();
            if let Some(space) = space.filter(|c| !matches!(c, ' ' | '\t' | '\n' | '\r')) {
                vet.report_at(comment.lo, messages::invalid_space(space, verb));
            }
            if verb != "//go:debug" {
                continue;
            }
            if vet.name(file.package.name) != "main" && !source.name().ends_with("_test.go") {
                vet.report_at(comment.lo, messages::debug_directive_package());
            } else if comment.lo > file.package.pos {
                vet.report_at(comment.lo, messages::debug_directive_place());
            }
        }
    }
}
