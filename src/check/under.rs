//! Common underlying types of type sets, with the reasons why there is none.

use super::checker::Checker;
use super::errors;
use crate::types::{BasicInfo, ChanDir, Incomparable, Type, TypeId};

/// A condition on the members of a type set (type and underlying type; none for sets without specific types): the
/// reason why it does not hold.
pub(super) type Condition<'c, 'a> = &'c mut dyn FnMut(&mut Checker<'a>, TypeId, Option<TypeId>) -> Option<String>;

impl<'a> Checker<'a> {
    /// The underlying type that all types of `ty`'s set have in common (channels may differ in direction), or why there
    /// is none.
    pub(super) fn common_under(&mut self, ty: TypeId, cond: Option<Condition<'_, 'a>>) -> Result<TypeId, String> {
        let none = |_: &mut Checker<'a>, _, _| None;
        let mut none = none;
        let cond = cond.unwrap_or(&mut none);
        if !self.types.is_type_param(ty) {
            let u = self.types.under(ty);
            return match cond(self, ty, Some(u)) {
                Some(why) => Err(why),
                None => Ok(u),
            };
        }
        let Some(set) = self.types.type_set_of(ty) else {
            return Err(cond(self, TypeId::NONE, None).unwrap_or_else(errors::no_specific_type));
        };
        let mut common: Option<(TypeId, TypeId)> = None;
        for (t, u) in set {
            if let Some(why) = cond(self, t, Some(u)) {
                return Err(why);
            }
            let Some((ct, cu)) = common else {
                common = Some((t, u));
                continue;
            };
            if let (&Type::Chan { dir: cd, elem: ce }, &Type::Chan { dir: d, elem: e }) =
                (&self.types.types[cu], &self.types.types[u])
            {
                if !self.types.identical(ce, e) {
                    return Err(errors::different_channel_elements(self.ts(ct), self.ts(t)));
                }
                if cd != d {
                    if cd == ChanDir::Both {
                        common = Some((t, u));
                    } else if d != ChanDir::Both {
                        return Err(errors::conflicting_directions(self.ts(ct), self.ts(t)));
                    }
                }
                continue;
            }
            if !self.types.identical(cu, u) {
                return Err(errors::different_underlying(self.ts(ct), self.ts(t)));
            }
        }
        common.map(|c| c.1).ok_or_else(errors::no_specific_type)
    }

    /// Whether `pred` holds for all underlying types of the set (`None` if there are no specific types).
    pub(super) fn under_is(
        &mut self,
        ty: TypeId,
        pred: &mut dyn FnMut(&mut Checker<'a>, Option<TypeId>) -> bool,
    ) -> bool {
        match self.types.type_set_of(ty) {
            None => pred(self, None),
            Some(set) => set.into_iter().all(|(_, u)| pred(self, Some(u))),
        }
    }

    /// Why values of a type cannot be compared, in words.
    pub(super) fn incomparable_cause(&mut self, ty: TypeId) -> String {
        match self.types.under_type(ty) {
            Type::Slice(_) | Type::Signature(_) | Type::Map { .. } => {
                return errors::only_compared_to_nil(self.composite_kind(ty));
            }
            _ => {}
        }
        match self.types.incomparable(ty, true) {
            None | Some(Incomparable::Plain) => String::new(),
            Some(Incomparable::Struct(field)) => errors::struct_cannot_be_compared(self.ts(field)),
            Some(Incomparable::Array(array)) => errors::cannot_be_compared(self.ts(array)),
            Some(Incomparable::EmptyTypeSet) => errors::empty_type_set(),
            Some(Incomparable::InTypeSet) => errors::incomparable_types(),
        }
    }

    pub(super) fn is_integer(&mut self, ty: TypeId) -> bool {
        self.types.is_basic(ty, BasicInfo::INTEGER)
    }

    pub(super) fn is_numeric(&mut self, ty: TypeId) -> bool {
        self.types.is_basic(ty, BasicInfo::NUMERIC)
    }

    pub(super) fn is_string(&mut self, ty: TypeId) -> bool {
        self.types.is_basic(ty, BasicInfo::STRING)
    }

    pub(super) fn is_boolean(&mut self, ty: TypeId) -> bool {
        self.types.is_basic(ty, BasicInfo::BOOLEAN)
    }

    pub(super) fn all_integer(&mut self, ty: TypeId) -> bool {
        self.types.all_basic(ty, BasicInfo::INTEGER)
    }

    pub(super) fn all_numeric(&mut self, ty: TypeId) -> bool {
        self.types.all_basic(ty, BasicInfo::NUMERIC)
    }

    pub(super) fn all_string(&mut self, ty: TypeId) -> bool {
        self.types.all_basic(ty, BasicInfo::STRING)
    }

    pub(super) fn all_boolean(&mut self, ty: TypeId) -> bool {
        self.types.all_basic(ty, BasicInfo::BOOLEAN)
    }
}
