//! What must be true of the spans of every tree, and what else of trees without errors. Used by the tests and by
//! `examples/parse_tree.rs`.

use golanes::base::{Interner, Pos, SourceFile, Span};
use golanes::syntax::ast::{Ast, DeclKind, ExprId, ExprKind, StmtId, StmtKind};

/// The text of a span; `None` if it is no proper part of the file.
fn text(file: &SourceFile, span: Span) -> Option<&str> {
    if span.lo < file.pos(0) || span.hi < span.lo {
        return None;
    }
    file.text().get(file.offset(span.lo)..file.offset(span.hi))
}

/// Complaints about the tree of `file`, which is the only one in `ast`. With `valid`, the program has no errors.
pub(crate) fn check(ast: &Ast, file: &SourceFile, interner: &Interner, valid: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut complain = |what: &str, span: Span| {
        let at = file.line_col(span.lo.max(file.pos(0)).min(file.pos(file.text().len())));
        found.push(format!("{}:{}:{}: {what}: {:?}", file.name(), at.line, at.col, text(file, span)));
    };
    let exprs = ast.exprs.iter().map(|e| (e.pos, e.span, matches!(e.kind, ExprKind::FuncType { .. })));
    let stmts = ast.stmts.iter().map(|s| (s.pos, s.span, matches!(s.kind, StmtKind::Empty)));
    let decls = ast.decls.iter().map(|d| (d.pos, d.span, false));
    for (pos, span, apart) in exprs.chain(stmts).chain(decls) {
        if text(file, span).is_none() || pos < file.pos(0) || pos > file.pos(file.text().len()) {
            complain("no proper span", span);
        }
        // gc's position of a generic signature is the bracket before it, of an empty statement the brace after it.
        if valid && !apart && (pos < span.lo || pos > span.hi) {
            complain("position outside of the span", span);
        }
    }
    if !valid {
        return found;
    }
    for expr in ast.exprs.iter() {
        let text = text(file, expr.span).unwrap_or("");
        let ends = |open: &str, close: &str| text.starts_with(open) && text.ends_with(close);
        let good = match &expr.kind {
            // Names and literals are the only ones that are not read again from their parts.
            ExprKind::Name(name) | ExprKind::Literal { text: name, .. } => text == interner.name(*name),
            ExprKind::CompositeLit { rbrace, .. } => text.ends_with('}') && rbrace.0 + 1 == expr.span.hi.0,
            ExprKind::Call { rparen, .. } => text.ends_with(')') && rparen.0 + 1 == expr.span.hi.0,
            ExprKind::FuncLit { .. } => ends("func", "}"),
            ExprKind::Paren(_) => ends("(", ")"),
            ExprKind::Index { .. } | ExprKind::Slice { .. } => text.ends_with(']'),
            ExprKind::Assert { .. } | ExprKind::TypeSwitchGuard { .. } => text.ends_with(')'),
            ExprKind::Unary { op, .. } => text.starts_with(op.text()),
            ExprKind::ArrayType { .. } | ExprKind::SliceType(_) => text.starts_with('['),
            ExprKind::DotsType(_) => text.starts_with("..."),
            ExprKind::StructType(_) => ends("struct", "}"),
            ExprKind::InterfaceType(_) => ends("interface", "}"),
            ExprKind::MapType { .. } => text.starts_with("map"),
            ExprKind::ChanType { .. } => text.starts_with("chan") || text.starts_with("<-"),
            ExprKind::FuncType { .. } => text.starts_with("func") || text.starts_with('('),
            ExprKind::Selector { .. } | ExprKind::Binary { .. } | ExprKind::KeyValue { .. } => !text.is_empty(),
            ExprKind::Bad => false,
        };
        if !good {
            complain("not the text of its kind", expr.span);
        }
        for child in operands(&expr.kind) {
            let inner = ast.exprs[child].span;
            if inner.lo < expr.span.lo || inner.hi > expr.span.hi {
                complain("a part lies outside", expr.span);
            }
        }
    }
    for stmt in ast.stmts.iter() {
        let text = text(file, stmt.span).unwrap_or("");
        let good = match &stmt.kind {
            StmtKind::Empty => text.is_empty(),
            StmtKind::Block(_) => text.starts_with('{') && text.ends_with('}'),
            StmtKind::If { .. } => text.starts_with("if") && text.ends_with('}'),
            StmtKind::For { .. } | StmtKind::Range { .. } => text.starts_with("for") && text.ends_with('}'),
            StmtKind::Switch { .. } => text.starts_with("switch") && text.ends_with('}'),
            StmtKind::Select { .. } => text.starts_with("select") && text.ends_with('}'),
            StmtKind::IncDec { inc, .. } => text.ends_with(if *inc { "++" } else { "--" }),
            StmtKind::Expr(x) => ast.exprs[*x].span == stmt.span,
            _ => !text.is_empty(),
        };
        if !good {
            complain("not the text of its kind", stmt.span);
        }
        for child in inner_stmts(&stmt.kind) {
            let inner = ast.stmts[child].span;
            if inner.lo < stmt.span.lo || inner.hi > stmt.span.hi {
                complain("a part lies outside", stmt.span);
            }
        }
    }
    for decl in ast.decls.iter() {
        let text = text(file, decl.span).unwrap_or("");
        let keyword = match &decl.kind {
            DeclKind::Import { .. } => "import",
            DeclKind::Const { .. } => "const",
            DeclKind::Var { .. } => "var",
            DeclKind::Type { .. } => "type",
            DeclKind::Func(_) => "func",
        };
        if text.starts_with(keyword) == decl.group.is_some() && !text[1..].starts_with(|c: char| c.is_alphanumeric()) {
            complain("the keyword belongs to a declaration that stands alone", decl.span);
        }
    }
    for &(id, span) in &ast.parens {
        let inner = ast.exprs[id].span;
        let inside = span.lo < inner.lo && inner.hi < span.hi;
        if !inside || !text(file, span).is_some_and(|t| t.starts_with('(') && t.ends_with(')')) {
            complain("not the parentheses of a type", span);
        }
    }
    for group in &ast.groups {
        let at = |pos: Pos| file.text()[file.offset(pos)..].chars().next();
        if (at(group.lparen), at(group.rparen)) != (Some('('), Some(')')) {
            complain("not the parentheses of a group", Span::new(group.lparen, group.rparen));
        }
    }
    found
}

fn operands(kind: &ExprKind) -> Vec<ExprId> {
    match kind {
        ExprKind::CompositeLit { ty, elems, .. } => ty.iter().chain(elems).copied().collect(),
        ExprKind::KeyValue { key: x, value: y } | ExprKind::Binary { x, y, .. } | ExprKind::Assert { x, ty: y } => {
            vec![*x, *y]
        }
        ExprKind::Paren(x) | ExprKind::Unary { x, .. } | ExprKind::SliceType(x) | ExprKind::DotsType(x) => vec![*x],
        ExprKind::Selector { x, sel } => vec![*x, sel.id],
        ExprKind::Index { x, indices } => [*x].iter().chain(indices).copied().collect(),
        ExprKind::Slice { x, index, .. } => [*x].into_iter().chain(index.iter().flatten().copied()).collect(),
        ExprKind::Call { fun, args, .. } => [*fun].iter().chain(args).copied().collect(),
        ExprKind::ArrayType { len, elem } => len.iter().chain([elem]).copied().collect(),
        ExprKind::FuncType { params, results } => params.iter().chain(results).map(|p| p.ty).collect(),
        ExprKind::StructType(fields) => fields.iter().map(|f| f.ty).collect(),
        ExprKind::InterfaceType(elems) => elems.iter().map(|e| e.ty).collect(),
        ExprKind::MapType { key, value } => vec![*key, *value],
        ExprKind::ChanType { elem, .. } => vec![*elem],
        ExprKind::Bad
        | ExprKind::Name(_)
        | ExprKind::Literal { .. }
        | ExprKind::FuncLit { .. }
        | ExprKind::TypeSwitchGuard { .. } => Vec::new(),
    }
}

fn inner_stmts(kind: &StmtKind) -> Vec<StmtId> {
    match kind {
        StmtKind::Labeled { stmt, .. } => vec![*stmt],
        StmtKind::Block(block) => block.stmts.clone(),
        StmtKind::If { init, then, els, .. } => init.iter().chain(&then.stmts).chain(els).copied().collect(),
        StmtKind::For { init, post, body, .. } => init.iter().chain(post).chain(&body.stmts).copied().collect(),
        StmtKind::Range { body, .. } => body.stmts.clone(),
        StmtKind::Switch { clauses, .. } => clauses.iter().flat_map(|c| c.body.clone()).collect(),
        _ => Vec::new(),
    }
}
