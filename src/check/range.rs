//! `for … range`.

use super::checker::Checker;
use super::errors;
use super::info::Mode;
use super::operand::{Operand, Source};
use crate::base::{Pos, Symbol};
use crate::constant::Value;
use crate::syntax::ast::{Block, ExprId, ExprKind};
use crate::types::{BasicInfo, ChanDir, ObjId, Type, TypeId, VarKind};

impl<'a> Checker<'a> {
    pub(super) fn range_stmt(&mut self, pos: Pos, vars: &[ExprId], define: bool, e: ExprId, body: &Block) {
        let mut x = Operand::new();
        self.env.has_call_or_recv = false;
        self.expr(None, &mut x, e);
        let (key_e, value_e, extra) = (vars.first().copied(), vars.get(1).copied(), vars.get(2).copied());
        if x.is_valid() && value_e.is_none() && !self.env.has_call_or_recv {
            // `for i := range array` is over its length: the array need not exist.
            let u = self.types.under(x.ty);
            let t = self.types.array_ptr_deref(u);
            if let Type::Array { len, .. } = self.types.types[t] {
                let inner = self.unparen(e);
                self.record_value(inner, Mode::Constant, TypeId::INT, Some(Value::Int(len)));
            }
        }
        let (mut key, mut val) = (None, None);
        if x.is_valid() {
            let pos = self.xpos(&x);
            match self.range_key_val(x.ty) {
                Err(cause) => {
                    let text = self.os(&x);
                    self.err(pos, errors::cannot_range(text, &cause));
                    (key, val) = (Some(TypeId::INVALID), Some(TypeId::INVALID));
                }
                Ok((k, v)) => {
                    if let (None, Some(e)) = (k, key_e) {
                        let text = self.os(&x);
                        self.err(self.start(e), errors::range_no_variables(text));
                    } else if let (None, Some(e)) = (v, value_e) {
                        let text = self.os(&x);
                        self.err(self.start(e), errors::range_one_variable(text));
                    } else if let Some(e) = extra {
                        self.err(self.start(e), errors::range_two_variables());
                    }
                    (key, val) = (k, v);
                }
            }
        }
        self.open_scope();
        let lhs = [(key_e, key), (value_e, val)];
        let over_int = self.is_integer(x.ty);
        if define {
            self.define_range_vars(pos, &lhs, over_int, &mut x);
        } else if key_e.is_some() {
            for (e, ty) in lhs {
                let (Some(e), Some(ty)) = (e, ty.filter(|&t| t != TypeId::INVALID)) else { continue };
                if over_int {
                    self.assign_var(e, None, Some(&mut x), "range clause");
                    if x.is_valid() && !self.is_integer(x.ty) {
                        let text = self.ts(x.ty);
                        self.err(self.start(e), errors::iteration_variable_type(text));
                    }
                } else {
                    let mut y = Operand::value(Source::Expr(e), ty);
                    self.assign_var(e, None, Some(&mut y), "assignment");
                }
            }
        } else if over_int {
            self.assignment(&mut x, None, "range clause");
        }
        self.block(body);
        self.close_scope();
    }

    fn define_range_vars(
        &mut self,
        pos: Pos,
        lhs: &[(Option<ExprId>, Option<TypeId>); 2],
        over_int: bool,
        x: &mut Operand,
    ) {
        let mut vars: Vec<ObjId> = Vec::new();
        let mut any = false;
        for &(e, ty) in lhs {
            let Some(e) = e else { continue };
            any = true;
            let at = self.ast.exprs[e].pos;
            let obj = if let ExprKind::Name(name) = self.ast.exprs[e].kind {
                let obj = self.new_var(VarKind::Local, name, TypeId::NONE, at);
                let pkg = self.env.pkg;
                self.pkgs[pkg].defs.insert(e, obj);
                if name != Symbol::BLANK {
                    vars.push(obj);
                }
                obj
            } else {
                self.err(self.start(e), errors::invalid_tree());
                self.new_var(VarKind::Local, Symbol::BLANK, TypeId::NONE, at)
            };
            let Some(ty) = ty.filter(|&t| t != TypeId::INVALID) else {
                self.types.objects[obj].ty = TypeId::INVALID;
                self.used_vars.insert(obj);
                continue;
            };
            if over_int {
                self.init_var(obj, x, "range clause");
            } else {
                let mut y = Operand::value(Source::Expr(e), ty);
                self.init_var(obj, &mut y, "assignment");
            }
            let ty = self.obj(obj).ty;
            self.record_value(e, Mode::Variable, ty, None);
        }
        if vars.is_empty() && any {
            self.err(pos, errors::no_new_variables());
        }
        for obj in vars {
            self.declare(self.env.scope, None, obj);
        }
    }

    /// The types of the iteration variables, or why one cannot range over a type.
    fn range_key_val(&mut self, ty: TypeId) -> Result<(Option<TypeId>, Option<TypeId>), String> {
        let u = self.common_under(
            ty,
            Some(&mut |c: &mut Checker<'a>, t, u| match u.map(|u| &c.types.types[u]) {
                Some(Type::Chan { dir: ChanDir::SendOnly, .. }) => Some(errors::receive_from_send_only(c.ts(t))),
                _ => None,
            }),
        )?;
        let t = self.types.array_ptr_deref(u);
        match &self.types.types[t] {
            Type::Basic(basic) if basic.info().has(BasicInfo::STRING) => Ok((Some(TypeId::INT), Some(TypeId::RUNE))),
            Type::Basic(basic) if basic.info().has(BasicInfo::INTEGER) => {
                if self.allow_version(22) {
                    Ok((Some(ty), None))
                } else {
                    Err(errors::requires(22))
                }
            }
            &Type::Array { elem, .. } | &Type::Slice(elem) => Ok((Some(TypeId::INT), Some(elem))),
            &Type::Map { key, value } => Ok((Some(key), Some(value))),
            &Type::Chan { elem, .. } => Ok((Some(elem), None)),
            Type::Signature(sig) => {
                let sig = sig.clone();
                if !self.allow_version(23) {
                    return Err(errors::requires(23));
                }
                if sig.params.len() != 1 {
                    return Err(errors::range_func("wrong argument count"));
                }
                if !sig.results.is_empty() {
                    return Err(errors::range_func("unexpected results"));
                }
                let yielder = match self.common_under(sig.params[0].ty, None) {
                    Ok(u) => self.sig_of(u).ok_or_else(|| errors::range_func("argument is not func"))?,
                    Err(why) => return Err(errors::range_func(errors::in_yield_type(why))),
                };
                if yielder.params.len() > 2 {
                    return Err(errors::range_func("yield func has too many parameters"));
                }
                let bool_result = match yielder.results.as_slice() {
                    [one] => {
                        let exact = self.types.identical(one.ty, TypeId::BOOL);
                        if !exact && self.is_boolean(one.ty) {
                            return Err(errors::range_func("yield func returns user-defined boolean, not bool"));
                        }
                        exact
                    }
                    _ => false,
                };
                if !bool_result {
                    return Err(errors::range_func("yield func does not return bool"));
                }
                if yielder.variadic {
                    let u = self.common_under(sig.params[0].ty, None).unwrap_or(TypeId::INVALID);
                    return Err(errors::yield_variadic(self.ts(u)));
                }
                Ok((yielder.params.first().map(|p| p.ty), yielder.params.get(1).map(|p| p.ty)))
            }
            _ => Err(String::new()),
        }
    }
}
