//! What an instruction costs in virtual time.
//!
//! The figures are what real Go takes on a machine of today, rounded: close enough that contention, speed-up and the price of
//! a channel show in the right order, and the same everywhere. Garbage collection costs nothing.

use super::Instr;

/// Taking the next goroutine from a run queue: `schedule` and `execute`.
pub const SWITCH: u64 = 100;
/// From `wakep` until the thread of an idle P looks for work.
pub const WAKE: u64 = 10_000;
/// Handing a P to another thread: for a goroutine wired to its thread, and in long system calls.
pub const HANDOFF: u64 = 5_000;
/// A call into the operating system; each byte of a file that it moves costs one more.
pub const SYSCALL: u64 = 300;
/// So many bytes are allocated, cleared or copied in one nanosecond.
pub const BYTES: u64 = 8;
/// One instruction takes at most so much longer for the bytes moved; the rest falls to those after it. Whoever drives the machine
/// to an exact step relies on it.
pub const MOST: u64 = 10_000;

macro_rules! costs {
    ($( $($name:ident)|+ => $cost:literal, )+) => {
        impl Instr {
            /// Virtual nanoseconds beyond the one that every instruction takes, where it is more than a few steps of the loop:
            /// an `append` with room, or an interface of a plain value, is not.
            #[inline(always)]
            pub const fn cost(self) -> u64 {
                match self {
                    $( $(Instr::$name { .. })|+ => $cost - 1, )+
                    _ => 0,
                }
            }
        }

        /// Instructions and what they cost in nanoseconds, for documentation.
        pub const COSTS: &[(&str, u64)] = &[$( (concat!($(stringify!($name), " "),+), $cost), )+];
    };
}

costs! {
    CallN => 10,
    Lock | Unlock => 10,
    Send | Recv => 50,
    Close => 60,
    Select => 100,
    MakeChan => 60,
    Go => 250,
    Defer | DeferAt | RunDefers => 4,
    Panic | NilPanic | PanicNext => 500,
    Recover => 20,
    New | MakeSlice | Append | AppendSlice | AppendZero | AppendStr | Reserve | Closure | MkIface => 20,
    Concat | ConcatN | StrConv => 20,
    EqT => 4,
    MakeMap => 100,
    MapGet | MapGet2 | MapIter | MapNext => 15,
    MapSet | MapDelete | MapClear => 30,
    Assert | AssertI | TypeIs => 4,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_has_the_table() {
        let text = include_str!("../../ARCHITECTURE.md");
        for (names, cost) in COSTS {
            let row = format!("\n| {}| {cost} |\n", names);
            assert!(text.contains(&row), "ARCHITECTURE.md lacks {row}");
        }
        assert_eq!(Instr::Go { a: 0, b: 0, c: 0 }.cost() + 1, 250);
        assert_eq!(Instr::Nop {}.cost(), 0);
    }
}
