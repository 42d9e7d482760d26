//! `//go:embed` above a variable: files that belong to a program are not built into it here, and the program must not run without them.

use super::errors;
use super::unit::Unit;
use crate::base::Pos;
use crate::syntax::ast::DeclKind;

const DIRECTIVE: &str = "//go:embed";

impl Unit<'_> {
    /// Refuses every variable with such a line above it.
    pub(super) fn refuse_embedding(&mut self) {
        let packages = self.packages;
        for ast in packages.iter().map(|p| &p.ast) {
            for &decl in ast.files.iter().flat_map(|f| &f.decls) {
                if let DeclKind::Var { names, values, .. } = &ast.decls[decl].kind
                    && let Some(name) = names.first().filter(|_| values.is_empty())
                    && let Some(pos) = self.directive_above(name.pos)
                {
                    self.diags.push(errors::feature(pos, "go:embed"));
                }
            }
        }
    }

    /// Where the directive stands in the comment above a place; gc means what is behind the slashes.
    fn directive_above(&self, pos: Pos) -> Option<Pos> {
        let file = self.program.sources.file(self.program.sources.file_of(pos)?);
        let line = file.line_col(pos).line;
        for above in (1..line).rev() {
            let start = file.line_start(above)?;
            let text = file.text()[file.offset(start)..].lines().next().unwrap_or("");
            let indent = text.len() - text.trim_start().len();
            if !text[indent..].starts_with("//") {
                return None;
            }
            if text[indent..].strip_prefix(DIRECTIVE).is_some_and(|r| r.is_empty() || r.starts_with([' ', '\t'])) {
                return Some(Pos(start.0 + (indent + 2) as u32));
            }
        }
        None
    }
}
