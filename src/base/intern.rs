//! Interned names: equal text, equal [`Symbol`].

use rustc_hash::FxHashMap;

crate::define_id! {
    /// An interned name. Its number depends on the order of interning, so it must never decide an order that a
    /// user can see.
    Symbol
}

impl Symbol {
    /// The empty name.
    pub const EMPTY: Symbol = Symbol(0);
    /// The blank identifier `_`.
    pub const BLANK: Symbol = Symbol(1);
}

/// The table of interned names of one compilation.
#[derive(Debug, Clone)]
pub struct Interner {
    map: FxHashMap<Box<str>, Symbol>,
    names: Vec<Box<str>>,
}

impl Interner {
    /// A table that holds [`Symbol::EMPTY`] and [`Symbol::BLANK`].
    pub fn new() -> Self {
        let mut interner = Self { map: FxHashMap::default(), names: Vec::new() };
        interner.intern("");
        interner.intern("_");
        interner
    }

    /// The symbol of `name`, new or known.
    pub fn intern(&mut self, name: &str) -> Symbol {
        if let Some(&symbol) = self.map.get(name) {
            return symbol;
        }
        let symbol = Symbol(u32::try_from(self.names.len()).expect("fewer than 2^32 names"));
        self.names.push(name.into());
        self.map.insert(name.into(), symbol);
        symbol
    }

    /// The symbol of `name` if it was interned before.
    pub fn get(&self, name: &str) -> Option<Symbol> {
        self.map.get(name).copied()
    }

    /// The text of `symbol`.
    pub fn name(&self, symbol: Symbol) -> &str {
        &self.names[symbol.0 as usize]
    }
}

impl Default for Interner {
    fn default() -> Self {
        Self::new()
    }
}
