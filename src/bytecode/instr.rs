//! The instruction set, in one table.
//!
//! Each instruction is 8 bytes: an opcode, up to three register numbers `a`, `b`, `c` (or a 16-bit constant `k` in place of
//! two of them) and a 32-bit operand `m`. Registers are the 256 slots from the frame pointer; a value of several slots
//! stands in consecutive registers and is named by the first. A jump's `m` is relative to the instruction after it.
//! Integers of every width live in a slot extended to 64 bits by their own signedness.

macro_rules! with_m_field {
    (m, $new:expr) => {
        $new
    };
    ($field:ident, $new:expr) => {
        $field
    };
}

macro_rules! instructions {
    ($( $(#[doc = $doc:literal])+ $name:ident { $($field:ident : $ty:ty),* } )+) => {
        /// An instruction. The comment of each says what it does; `a:n` means the `n` registers from `a`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Instr {
            $( $(#[doc = $doc])+ $name { $(#[allow(missing_docs)] $field: $ty),* }, )+
        }

        impl Instr {
            /// The instruction's name.
            pub fn name(&self) -> &'static str {
                match self { $( Instr::$name { .. } => stringify!($name), )+ }
            }

            /// The operands in the order of the table, as `(name, value)`.
            pub fn operands(&self) -> Vec<(&'static str, i64)> {
                match *self { $( Instr::$name { $($field),* } => vec![$((stringify!($field), i64::from($field))),*], )+ }
            }
        }

        impl Instr {
            /// The instruction with another `m`; unchanged if it has none.
            #[must_use]
            #[allow(unused_variables)]
            pub fn with_m(self, new: i32) -> Instr {
                match self { $( Instr::$name { $($field),* } => Instr::$name { $($field: with_m_field!($field, new)),* }, )+ }
            }
        }

        /// Name and meaning of every instruction, for documentation.
        pub fn operand_doc() -> Vec<(&'static str, String)> {
            vec![$( (stringify!($name), [$($doc),+].concat()), )+]
        }
    };
}

/// Return address of the bottom frame of a goroutine: [`Instr::Exit`].
pub const PC_EXIT: u32 = 0;
/// Return address of a deferred call that a panic runs: [`Instr::PanicNext`].
pub const PC_PANIC: u32 = 1;
/// Return address of the `Error` or `String` call that prints a fatal panic's value: [`Instr::FatalNext`].
pub const PC_FATAL: u32 = 2;
/// Every program's code starts with these, so that the return addresses above mean something.
pub const PROLOGUE: [Instr; 3] = [Instr::Exit {}, Instr::PanicNext {}, Instr::FatalNext {}];

/// How a value narrower than 64 bits is read from packed memory. The number is the operand of the `…X` instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say all")]
pub enum Narrow {
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
}

impl Narrow {
    /// From an instruction's operand; the compiler only emits valid ones, anything else is `U32`.
    pub fn from_operand(n: u8) -> Narrow {
        match n {
            0 => Narrow::I8,
            1 => Narrow::U8,
            2 => Narrow::I16,
            3 => Narrow::U16,
            4 => Narrow::I32,
            _ => Narrow::U32,
        }
    }
}

instructions! {
    // Goroutine and panic bookkeeping, only at fixed addresses.
    /// The goroutine's first function has returned: it ends.
    Exit {}
    /// A deferred call made by a panic has returned: run the next one, or recover, or die.
    PanicNext {}
    /// `Error` or `String` of a fatal panic's value has returned: print and end the program.
    FatalNext {}

    // Moves and constants.
    /// Nothing.
    Nop {}
    /// a = b
    Mov { a: u8, b: u8 }
    /// a:2 = b:2
    Mov2 { a: u8, b: u8 }
    /// a:3 = b:3
    Mov3 { a: u8, b: u8 }
    /// a:c = b:c, as if through a copy
    MovN { a: u8, b: u8, c: u8 }
    /// a = m, sign extended
    LdI { a: u8, m: i32 }
    /// a = constant m
    LdK { a: u8, m: i32 }
    /// a:2 = string constant m
    LdStr { a: u8, m: i32 }
    /// a:c = 0
    Zero { a: u8, c: u8 }

    // 64-bit integers.
    /// a = b + c
    Add { a: u8, b: u8, c: u8 }
    /// a = b - c
    Sub { a: u8, b: u8, c: u8 }
    /// a = b * c
    Mul { a: u8, b: u8, c: u8 }
    /// a = b / c, signed; panics when c is 0
    Div { a: u8, b: u8, c: u8 }
    /// a = b % c, signed; panics when c is 0
    Rem { a: u8, b: u8, c: u8 }
    /// a = b / c, unsigned; panics when c is 0
    DivU { a: u8, b: u8, c: u8 }
    /// a = b % c, unsigned; panics when c is 0
    RemU { a: u8, b: u8, c: u8 }
    /// a = b & c
    And { a: u8, b: u8, c: u8 }
    /// a = b | c
    Or { a: u8, b: u8, c: u8 }
    /// a = b ^ c
    Xor { a: u8, b: u8, c: u8 }
    /// a = b &^ c
    AndNot { a: u8, b: u8, c: u8 }
    /// a = b << c; 0 from 64 on
    Shl { a: u8, b: u8, c: u8 }
    /// a = b >> c, signed
    Shr { a: u8, b: u8, c: u8 }
    /// a = b >> c, unsigned; 0 from 64 on
    ShrU { a: u8, b: u8, c: u8 }
    /// a = b + m
    AddK { a: u8, b: u8, m: i32 }
    /// a = b * m
    MulK { a: u8, b: u8, m: i32 }
    /// a = b / m, signed; m is neither 0 nor -1
    DivK { a: u8, b: u8, m: i32 }
    /// a = b % m, signed; m is neither 0 nor -1
    RemK { a: u8, b: u8, m: i32 }
    /// a = b & m
    AndK { a: u8, b: u8, m: i32 }
    /// a = b << m, 0 <= m < 64
    ShlK { a: u8, b: u8, m: i32 }
    /// a = b >> m, signed, 0 <= m < 64
    ShrK { a: u8, b: u8, m: i32 }
    /// a = b >> m, unsigned, 0 <= m < 64
    ShrUK { a: u8, b: u8, m: i32 }
    /// a = -b
    Neg { a: u8, b: u8 }
    /// a = ^b
    Com { a: u8, b: u8 }
    /// a = !b
    Not { a: u8, b: u8 }
    /// a = int8(b)
    Ext8 { a: u8, b: u8 }
    /// a = int16(b)
    Ext16 { a: u8, b: u8 }
    /// a = int32(b)
    Ext32 { a: u8, b: u8 }
    /// a = uint8(b)
    ExtU8 { a: u8, b: u8 }
    /// a = uint16(b)
    ExtU16 { a: u8, b: u8 }
    /// a = uint32(b)
    ExtU32 { a: u8, b: u8 }
    /// panics when the signed shift count a is negative
    ChkShift { a: u8 }

    // Floats.
    /// a = b + c, float64
    AddF { a: u8, b: u8, c: u8 }
    /// a = b - c, float64
    SubF { a: u8, b: u8, c: u8 }
    /// a = b * c, float64
    MulF { a: u8, b: u8, c: u8 }
    /// a = b / c, float64
    DivF { a: u8, b: u8, c: u8 }
    /// a = a + b*c, float64, rounded twice
    MulAddF { a: u8, b: u8, c: u8 }
    /// a = a - b*c, float64, rounded twice
    MulSubF { a: u8, b: u8, c: u8 }
    /// a = -b, float64
    NegF { a: u8, b: u8 }
    /// a = sqrt(b), float64
    SqrtF { a: u8, b: u8 }
    /// a = b + c, float32
    AddF32 { a: u8, b: u8, c: u8 }
    /// a = b - c, float32
    SubF32 { a: u8, b: u8, c: u8 }
    /// a = b * c, float32
    MulF32 { a: u8, b: u8, c: u8 }
    /// a = b / c, float32
    DivF32 { a: u8, b: u8, c: u8 }
    /// a = -b, float32
    NegF32 { a: u8, b: u8 }
    /// a = float64(int b)
    I2F { a: u8, b: u8 }
    /// a = float64(uint b)
    U2F { a: u8, b: u8 }
    /// a = int64(float64 b) as amd64 does it: the minimum when it does not fit
    F2I { a: u8, b: u8 }
    /// a = uint64(float64 b) as amd64 does it
    F2U { a: u8, b: u8 }
    /// a = float32(int b)
    I2F32 { a: u8, b: u8 }
    /// a = float32(uint b)
    U2F32 { a: u8, b: u8 }
    /// a = float32(float64 b)
    F2F32 { a: u8, b: u8 }
    /// a = float64(float32 b)
    F32ToF { a: u8, b: u8 }
    /// a:2 = b:2 op c:2, complex; m: 0 add, 1 sub, 2 mul, 3 div; + 4 for complex64
    Complex { a: u8, b: u8, c: u8, m: i32 }

    // Comparisons to a bool.
    /// a = b == c
    EqI { a: u8, b: u8, c: u8 }
    /// a = b != c
    NeI { a: u8, b: u8, c: u8 }
    /// a = b < c, signed
    LtI { a: u8, b: u8, c: u8 }
    /// a = b <= c, signed
    LeI { a: u8, b: u8, c: u8 }
    /// a = b < c, unsigned
    LtU { a: u8, b: u8, c: u8 }
    /// a = b <= c, unsigned
    LeU { a: u8, b: u8, c: u8 }
    /// a = b == c, float64
    EqF { a: u8, b: u8, c: u8 }
    /// a = b != c, float64
    NeF { a: u8, b: u8, c: u8 }
    /// a = b < c, float64
    LtF { a: u8, b: u8, c: u8 }
    /// a = b <= c, float64
    LeF { a: u8, b: u8, c: u8 }
    /// a = b:2 == c:2, strings
    EqS { a: u8, b: u8, c: u8 }
    /// a = b:2 < c:2, strings
    LtS { a: u8, b: u8, c: u8 }
    /// a = b:2 <= c:2, strings
    LeS { a: u8, b: u8, c: u8 }
    /// a = b == c, values of run-time type m; panics when an interface holds something that cannot be compared
    EqT { a: u8, b: u8, c: u8, m: i32 }

    // Jumps.
    /// jump
    Jmp { m: i32 }
    /// jump if a
    JT { a: u8, m: i32 }
    /// jump if !a
    JF { a: u8, m: i32 }
    /// jump if a == b
    JEq { a: u8, b: u8, m: i32 }
    /// jump if a != b
    JNe { a: u8, b: u8, m: i32 }
    /// jump if a < b, signed
    JLt { a: u8, b: u8, m: i32 }
    /// jump if a <= b, signed
    JLe { a: u8, b: u8, m: i32 }
    /// jump if a < b, unsigned
    JLtU { a: u8, b: u8, m: i32 }
    /// jump if a <= b, unsigned
    JLeU { a: u8, b: u8, m: i32 }
    /// jump if a == k
    JEqK { a: u8, k: i16, m: i32 }
    /// jump if a != k
    JNeK { a: u8, k: i16, m: i32 }
    /// jump if a < k, signed
    JLtK { a: u8, k: i16, m: i32 }
    /// jump if a <= k, signed
    JLeK { a: u8, k: i16, m: i32 }
    /// jump if a > k, signed
    JGtK { a: u8, k: i16, m: i32 }
    /// jump if a >= k, signed
    JGeK { a: u8, k: i16, m: i32 }
    /// jump if a < b, float64
    JLtF { a: u8, b: u8, m: i32 }
    /// jump if a <= b, float64
    JLeF { a: u8, b: u8, m: i32 }
    /// jump unless a < b, float64
    JNLtF { a: u8, b: u8, m: i32 }
    /// jump unless a <= b, float64
    JNLeF { a: u8, b: u8, m: i32 }
    /// a = a + 1; jump if a < b, signed
    IncJLt { a: u8, b: u8, m: i32 }
    /// a = a + 1; jump if a < k, signed
    IncJLtK { a: u8, k: i16, m: i32 }
    /// a = a + 1; jump if a <= b, signed
    IncJLe { a: u8, b: u8, m: i32 }
    /// a = a + b; jump if a < c (by the register), signed
    AddJLt { a: u8, b: u8, c: u8, m: i32 }
    /// a = a + b; jump if a <= c (by the register), signed
    AddJLe { a: u8, b: u8, c: u8, m: i32 }

    // Memory. A pointer is object id << 32 | offset, offsets count slots (or packed elements).
    /// a = [b + m]; panics when b is nil
    Ld { a: u8, b: u8, m: i32 }
    /// [a + m] = b; panics when a is nil
    St { a: u8, b: u8, m: i32 }
    /// a:c = [b + m]:c
    LdN { a: u8, b: u8, c: u8, m: i32 }
    /// [a + m]:c = b:c
    StN { a: u8, b: u8, c: u8, m: i32 }
    /// a = [b + m] of width c (a `Narrow`)
    LdX { a: u8, b: u8, c: u8, m: i32 }
    /// [a + m] = b of width c (a `Narrow`)
    StX { a: u8, b: u8, c: u8, m: i32 }
    /// a:c = [b + m>>3]:c, of width m&7 (a `Narrow`)
    LdNX { a: u8, b: u8, c: u8, m: i32 }
    /// [a + m>>3]:c = b:c
    StNX { a: u8, b: u8, c: u8, m: i32 }
    /// a = b + m; panics when b is nil
    Lea { a: u8, b: u8, m: i32 }
    /// copies m slots from pointer b to pointer a, whatever their widths (c: a `Narrow`); panics when one is nil
    CopyMem { a: u8, b: u8, c: u8, m: i32 }
    /// a = new object of layout m, zeroed
    New { a: u8, m: i32 }
    /// a = global slot m
    LdG { a: u8, m: i32 }
    /// global slot m = a
    StG { a: u8, m: i32 }
    /// a:c = global slots m..
    LdGN { a: u8, c: u8, m: i32 }
    /// global slots m.. = a:c
    StGN { a: u8, c: u8, m: i32 }
    /// a = slot m of closure b
    LdCap { a: u8, b: u8, m: i32 }
    /// a = [[b + m]]: the variable that a closure holds by reference
    LdCapRef { a: u8, b: u8, m: i32 }
    /// [[a + m]] = b
    StCapRef { a: u8, b: u8, m: i32 }

    // Slices, arrays, strings. A slice is (pointer, len, cap), a string (pointer, len).
    /// a = b:3[c], one 64-bit slot an element
    LdIdx { a: u8, b: u8, c: u8 }
    /// a:3[b] = c
    StIdx { a: u8, b: u8, c: u8 }
    /// a = b:3[c], bytes and bools
    LdIdx8 { a: u8, b: u8, c: u8 }
    /// a:3[b] = c, bytes and bools
    StIdx8 { a: u8, b: u8, c: u8 }
    /// a = b:3[c], width m (a `Narrow`)
    LdIdxX { a: u8, b: u8, c: u8, m: i32 }
    /// a:3[b] = c, width m (a `Narrow`)
    StIdxX { a: u8, b: u8, c: u8, m: i32 }
    /// a = &b:3[c], m slots an element
    LeaIdx { a: u8, b: u8, c: u8, m: i32 }
    /// a = b:3[c].f, m = element slots << 16 | offset of f
    LdIdxF { a: u8, b: u8, c: u8, m: i32 }
    /// a:3[b].f = c, m = element slots << 16 | offset of f
    StIdxF { a: u8, b: u8, c: u8, m: i32 }
    /// a = b:3[c][register m], slices of slices of 64-bit slots
    LdIdxIdx { a: u8, b: u8, c: u8, m: i32 }
    /// panics unless 0 <= a < m
    ChkIdx { a: u8, m: i32 }
    /// a = (pointer b)[c] with 0 <= c < m checked, one 64-bit slot an element
    LdArr { a: u8, b: u8, c: u8, m: i32 }
    /// (pointer a)[b] = c with 0 <= b < m checked
    StArr { a: u8, b: u8, c: u8, m: i32 }
    /// a = &(pointer b)[c], m slots an element, c checked before; panics when b is nil
    LeaArr { a: u8, b: u8, c: u8, m: i32 }
    /// a = b:2[c], a byte of a string
    StrIdx { a: u8, b: u8, c: u8 }
    /// a:3 = b:3[c : c+1 : c+2]; m = element slots << 4 | which indices are given (1 low, 2 high, 4 max)
    /// | 8 if an array is sliced
    Slice { a: u8, b: u8, c: u8, m: i32 }
    /// a:2 = b:2[c : c+1]; m = which indices are given (1 low, 2 high)
    SliceStr { a: u8, b: u8, c: u8, m: i32 }
    /// a:3 = make of b elements, capacity c, of layout m
    MakeSlice { a: u8, b: u8, c: u8, m: i32 }
    /// a:3 = append(a:3, one element at b) of layout m
    Append { a: u8, b: u8, m: i32 }
    /// unless b: gives a:3, if its length and capacity are 0, an array of c elements of layout m, and sets b
    Reserve { a: u8, b: u8, c: u8, m: i32 }
    /// a:3 = append(a:3, b:3...) of layout m
    AppendSlice { a: u8, b: u8, m: i32 }
    /// a:3 = append(a:3, make of b elements of layout m...)
    AppendZero { a: u8, b: u8, m: i32 }
    /// a:3 = append(a:3, b:2...) from a string; m is the layout of bytes
    AppendStr { a: u8, b: u8, m: i32 }
    /// a = copy(b:3, c:3), m slots an element
    Copy { a: u8, b: u8, c: u8, m: i32 }
    /// a = copy(b:3, c:2) from a string
    CopyStr { a: u8, b: u8, c: u8 }
    /// clears slice a:3, m slots an element
    ClearSlice { a: u8, m: i32 }
    /// a:2 = b:2 + c:2
    Concat { a: u8, b: u8, c: u8 }
    /// a:2 = the c strings from b, joined
    ConcatN { a: u8, b: u8, c: u8 }
    /// string conversions, m: 0 string(bytes b:3), 1 []byte(string b:2), 2 string(runes b:3), 3 []rune(string b:2), 4 string(rune b); c
    /// is unused
    StrConv { a: u8, b: u8, m: i32 }
    /// next rune of string b:2 at offset a: a+1 = its offset, a+2 = rune, a = offset after it; jumps m when there is none
    RangeStr { a: u8, b: u8, m: i32 }

    // Maps and channels.
    /// a = make(map) of type m, with room for b
    MakeMap { a: u8, b: u8, m: i32 }
    /// a:v = b[c], zero when missing; m is the map's type, or its complement where the entry is assigned to next
    MapGet { a: u8, b: u8, c: u8, m: i32 }
    /// a:v, ok after it = b[c]
    MapGet2 { a: u8, b: u8, c: u8, m: i32 }
    /// a[b] = c
    MapSet { a: u8, b: u8, c: u8, m: i32 }
    /// panics unless map a of type m can be given a value at key b
    MapChk { a: u8, b: u8, m: i32 }
    /// delete(a, b)
    MapDelete { a: u8, b: u8, m: i32 }
    /// clear(a)
    MapClear { a: u8 }
    /// a = len(map b)
    MapLen { a: u8, b: u8 }
    /// a:3 = iterator over map b
    MapIter { a: u8, b: u8 }
    /// next entry of iterator a:3 over map a+3: key at b, value at c; jumps m when there is none
    MapNext { a: u8, b: u8, c: u8, m: i32 }
    /// a = make(chan) with capacity b, m is the channel's type
    MakeChan { a: u8, b: u8, m: i32 }
    /// a = len(chan b)
    ChanLen { a: u8, b: u8 }
    /// a = cap(chan b)
    ChanCap { a: u8, b: u8 }
    /// a <- b; m is the frame's size
    Send { a: u8, b: u8, m: i32 }
    /// a = <-b; c: 0 plain, 1 with ok after the value; m is the frame's size
    Recv { a: u8, b: u8, c: u8, m: i32 }
    /// close(a)
    Close { a: u8 }
    /// a = the case chosen of select table m (default is the last number)
    Select { a: u8, m: i32 }

    // Interfaces. An interface is (run-time type, value or pointer to a copy); type 0 is nil.
    /// a:2 = interface of the value at b of type m
    MkIface { a: u8, b: u8, m: i32 }
    /// a = b:2.(m), a concrete type; c: 1 with ok after the value instead of panicking
    Assert { a: u8, b: u8, c: u8, m: i32 }
    /// a:2 = b:2.(m), an interface; c: 1 with ok after the value instead of panicking
    AssertI { a: u8, b: u8, c: u8, m: i32 }
    /// a = whether b:2 holds type m; an interface type asks for its methods, 0 for nil
    TypeIs { a: u8, b: u8, m: i32 }

    // Calls. Arguments stand from register a on, results come back there.
    /// call the function whose code starts at m
    Call { a: u8, m: i32 }
    /// call closure b; it is handed over in register a + c, behind c slots of arguments
    CallC { a: u8, b: u8, c: u8 }
    /// call method (site m) of interface b:2; the receiver is put at a
    CallI { a: u8, b: u8, m: i32 }
    /// call native m
    CallN { a: u8, m: i32 }
    /// call native m, `sync.(*Mutex).Lock`: in the loop when the mutex that a points to is free
    Lock { a: u8, m: i32 }
    /// call native m, `sync.(*Mutex).Unlock`: in the loop when nobody waits for the mutex that a points to
    Unlock { a: u8, m: i32 }
    /// return; results stand from register 0 on
    Ret {}
    /// return register a
    Ret1 { a: u8 }
    /// a = closure of function m over the c slots from b
    Closure { a: u8, b: u8, c: u8, m: i32 }
    /// start a goroutine: closure b, c slots of arguments from a
    Go { a: u8, b: u8, c: u8 }
    /// defer closure b, c slots of arguments from a
    Defer { a: u8, b: u8, c: u8 }
    /// a = this frame, for `DeferAt`
    Frame { a: u8 }
    /// defer closure b, c slots of arguments from a, in the frame that register m holds
    DeferAt { a: u8, b: u8, c: u8, m: i32 }
    /// run the frame's deferred calls, last first
    RunDefers {}
    /// panic with interface a:2
    Panic { a: u8 }
    /// a:2 = recover(), nil unless called by a deferred function directly
    Recover { a: u8 }
    /// panic because a function value or method receiver is nil
    NilPanic {}
}
