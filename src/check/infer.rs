//! Inference of type arguments.

use super::checker::Checker;
use super::errors;
use super::operand::Operand;
use super::unify::{Unifier, UnifyMode};
use crate::base::Pos;
use crate::types::{Term, Type, TypeId, TypeParamId};

/// Where inference failed and why; `None` if that was reported before.
pub(super) type Failure = Option<(Pos, String)>;

impl Checker<'_> {
    /// All type arguments for `tparams`, given some of them and the arguments for parameters of types `params`.
    pub(super) fn infer(
        &mut self,
        pos: Pos,
        tparams: &[TypeParamId],
        targs: &[Option<TypeId>],
        params: &[TypeId],
        args: &[Operand],
        reverse: bool,
    ) -> Result<Vec<TypeId>, Failure> {
        let n = tparams.len();
        if targs.len() == n
            && let Some(all) = targs.iter().copied().collect::<Option<Vec<TypeId>>>()
        {
            return Ok(all);
        }
        if args.iter().any(|a| !a.is_valid()) {
            return Err(None);
        }
        let known: Vec<_> = tparams.iter().zip(targs).filter_map(|(&p, &t)| t.map(|t| (p, t))).collect();
        let params: Vec<TypeId> = params.iter().map(|&p| self.types.subst(p, &known)).collect();
        let mut u = Unifier::new(tparams, targs, self.allow_version(21));
        let mut untyped: Vec<usize> = Vec::new();
        for (i, (&par, arg)) in params.iter().zip(args).enumerate() {
            if !self.types.is_parameterized(tparams, par) && !self.types.is_parameterized(tparams, arg.ty) {
                continue;
            }
            if self.types.is_typed(arg.ty) {
                if !u.unify(self, par, arg.ty, UnifyMode::ASSIGN) {
                    return Err(Some(self.infer_mismatch(&u, tparams, par, arg, reverse)));
                }
            } else if matches!(self.types.types[par], Type::TypeParam(_)) && !arg.is_nil() {
                untyped.push(i);
            }
        }
        self.infer_constraints(pos, &mut u, tparams)?;
        let mut largest: Vec<(usize, TypeId)> = Vec::new();
        for i in untyped {
            let Some(tparam) = self.types.as_type_param(params[i]) else { continue };
            let Some(at) = tparams.iter().position(|&t| t == tparam) else { continue };
            if u.at(at).is_some() {
                continue;
            }
            let arg = &args[i];
            match largest.iter().position(|l| l.0 == at) {
                None => largest.push((at, arg.ty)),
                Some(l) => {
                    let max = largest[l].1;
                    match self.max_type(max, arg.ty) {
                        Some(m) => largest[l].1 = m,
                        None => {
                            let name = self.tparam_name(tparam);
                            let text = errors::mismatched_untyped(self.ts(max), self.ts(arg.ty), name);
                            return Err(Some((self.xpos(arg), text)));
                        }
                    }
                }
            }
        }
        for (at, ty) in largest {
            let ty = self.types.default_type(ty);
            u.set(at, ty);
        }
        let mut inferred = u.inferred();
        self.kill_cycles(tparams, &mut inferred);
        self.simplify(tparams, targs, &mut inferred);
        let mut out = Vec::with_capacity(n);
        for (i, ty) in inferred.into_iter().enumerate() {
            match ty {
                Some(ty) if !self.types.is_parameterized(tparams, ty) => out.push(ty),
                _ => {
                    let obj = self.types.tparams[tparams[i]].obj;
                    let at = self.pos_string(self.obj(obj).pos);
                    let text = errors::cannot_infer(self.tparam_name(tparams[i]), at);
                    return Err(Some((pos, text)));
                }
            }
        }
        Ok(out)
    }

    fn tparam_name(&self, tparam: TypeParamId) -> String {
        self.name(self.obj(self.types.tparams[tparam].obj).name).to_owned()
    }

    fn tparam_names(&self, list: &[TypeParamId]) -> String {
        let names: Vec<String> = list.iter().map(|&t| self.tparam_name(t)).collect();
        match names.as_slice() {
            [] => String::new(),
            [a] => a.clone(),
            [a, b] => format!("{a} and {b}"),
            [head @ .., last] => format!("{}, and {last}", head.join(", ")),
        }
    }

    fn infer_mismatch(
        &mut self,
        u: &Unifier,
        tparams: &[TypeParamId],
        par: TypeId,
        arg: &Operand,
        reverse: bool,
    ) -> (Pos, String) {
        let pos = self.xpos(arg);
        let inferred = u.inferred();
        let (targ, x) = (self.ts(arg.ty), self.xs(arg));
        if inferred.iter().all(Option::is_none) {
            let names = self.tparam_names(tparams);
            return (pos, errors::does_not_match_cannot_infer(targ, x, self.ts(par), names));
        }
        let map: Vec<_> = tparams.iter().zip(inferred).filter_map(|(&p, t)| t.map(|t| (p, t))).collect();
        let got = self.types.subst(par, &map);
        let text = if got == par {
            errors::does_not_match(targ, x, self.ts(par))
        } else if reverse {
            errors::inferred_does_not_match(self.ts(got), self.ts(par), targ, x)
        } else {
            errors::does_not_match_inferred(targ, x, self.ts(got), self.ts(par))
        };
        (pos, text)
    }

    /// The single type, or the common underlying type, of a type parameter's set.
    fn core_term(&mut self, tparam: TypeParamId) -> Option<(Term, bool)> {
        let terms = self.types.tparam_terms(tparam)?;
        if let [one] = terms.as_slice() {
            return Some((*one, true));
        }
        let tilde = terms.iter().any(|t| t.tilde);
        let ty = self.types.tparam_type(tparam);
        let ty = self.common_under(ty, None).ok()?;
        Some((Term { tilde, ty }, false))
    }

    /// Uses what constraints say until nothing new is learned.
    fn infer_constraints(&mut self, pos: Pos, u: &mut Unifier, tparams: &[TypeParamId]) -> Result<(), Failure> {
        loop {
            let before = u.unknowns();
            for (i, &tparam) in tparams.iter().enumerate() {
                let tx = u.at(i);
                if let Some((core, single)) = self.core_term(tparam) {
                    match tx {
                        Some(tx) => {
                            let ok = u.unify(self, tx, core.ty, UnifyMode::INEXACT);
                            if !ok {
                                let text = self.not_satisfied(tparam, tx, String::new());
                                return Err(Some((pos, text)));
                            }
                        }
                        None if single && !core.tilde => u.set(i, core.ty),
                        None => {}
                    }
                }
                let Some(tx) = tx.filter(|&tx| !self.types.is_parameterized(tparams, tx)) else { continue };
                let constraint = self.types.tparam_interface(tparam);
                if let Some(cause) = self.unify_methods(u, tx, constraint) {
                    let text = self.not_satisfied(tparam, tx, format!(" {cause}"));
                    return Err(Some((pos, text)));
                }
            }
            if u.unknowns() == before {
                return Ok(());
            }
        }
    }

    fn not_satisfied(&mut self, tparam: TypeParamId, ty: TypeId, cause: String) -> String {
        let bound = self.types.tparams[tparam].constraint;
        errors::type_does_not_satisfy(self.tparam_name(tparam), self.ts(ty), self.ts(bound), cause)
    }

    /// Unifies the methods of a constraint with those of a type; the reason if they do not fit.
    fn unify_methods(&mut self, u: &mut Unifier, ty: TypeId, constraint: TypeId) -> Option<String> {
        let iface = self.types.as_interface(constraint)?;
        if self.types.type_set(iface).methods.is_empty() {
            return None;
        }
        self.prepare_methods(ty, constraint);
        // First which methods pair up, then their unification, which needs the checker.
        let mut found: Vec<(TypeId, TypeId)> = Vec::new();
        let cause = self.missing_methods_by(ty, constraint, true, &mut |_, x, y| {
            found.push((x, y));
            true
        });
        for (x, y) in found {
            if !u.unify(self, x, y, UnifyMode::EXACT) {
                return self.missing_methods_by(ty, constraint, true, &mut |_, a, b| (a, b) != (x, y));
            }
        }
        cause
    }

    /// Forgets types that contain themselves.
    fn kill_cycles(&mut self, tparams: &[TypeParamId], inferred: &mut [Option<TypeId>]) {
        for (i, &tparam) in tparams.iter().enumerate() {
            // Follow what parameter i's type mentions.
            let mut seen = vec![false; tparams.len()];
            let mut stack = vec![i];
            let mut cyclic = false;
            while let Some(at) = stack.pop() {
                let Some(ty) = inferred[at] else { continue };
                for (j, &other) in tparams.iter().enumerate() {
                    if self.types.is_parameterized(&[other], ty) {
                        if other == tparam {
                            cyclic = true;
                        }
                        if !seen[j] {
                            seen[j] = true;
                            stack.push(j);
                        }
                    }
                }
            }
            if cyclic {
                inferred[i] = None;
            }
        }
    }

    /// Replaces type parameters in inferred types by what was inferred for them.
    fn simplify(&mut self, tparams: &[TypeParamId], targs: &[Option<TypeId>], inferred: &mut [Option<TypeId>]) {
        let mut dirty: Vec<usize> = (0..inferred.len())
            .filter(|&i| inferred[i].is_some() && targs.get(i).copied().flatten().is_none())
            .collect();
        for _ in 0..=inferred.len() {
            if dirty.is_empty() {
                return;
            }
            let map: Vec<_> = tparams.iter().zip(inferred.iter()).filter_map(|(&p, &t)| t.map(|t| (p, t))).collect();
            dirty.retain(|&i| {
                let Some(old) = inferred[i] else { return false };
                let new = self.types.subst(old, &map);
                inferred[i] = Some(new);
                new != old
            });
        }
    }
}
