//! Where gc says that an expression starts and ends.
//!
//! gc computes both from the positions of nodes (`syntax/positions.go`), so they are not always those of the text: a
//! slice expression starts at its bracket, a function type at its parenthesis, and nothing ends at a closing
//! parenthesis. Most messages of the type checker stand at [`start_pos`]. For the text itself use [`Expr::span`].
//!
//! [`Expr::span`]: super::ast::Expr::span

use super::ast::{Ast, ExprId, ExprKind};
use crate::base::Pos;

/// gc's `StartPos` of an expression.
pub fn start_pos(ast: &Ast, id: ExprId) -> Pos {
    let mut at = id;
    loop {
        let expr = &ast.exprs[at];
        at = match expr.kind {
            ExprKind::CompositeLit { ty: Some(x), .. }
            | ExprKind::KeyValue { key: x, .. }
            | ExprKind::Selector { x, .. }
            | ExprKind::Index { x, .. }
            | ExprKind::Assert { x, .. }
            | ExprKind::TypeSwitchGuard { lhs: None, x }
            | ExprKind::Binary { x, .. }
            | ExprKind::Call { fun: x, .. } => x,
            ExprKind::TypeSwitchGuard { lhs: Some(name), .. } => return name.pos,
            ExprKind::Bad
            | ExprKind::Name(_)
            | ExprKind::Literal { .. }
            | ExprKind::CompositeLit { ty: None, .. }
            | ExprKind::FuncLit { .. }
            | ExprKind::Paren(_)
            | ExprKind::Slice { .. }
            | ExprKind::Unary { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::DotsType(_)
            | ExprKind::StructType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::FuncType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => return expr.pos,
        };
    }
}
