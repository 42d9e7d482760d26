use golanes::bytecode::*;
use golanes::runtime::*;
use std::sync::Arc;
fn main() {
    let mut p = Program::default();
    p.layouts.push(Layout::default());
    p.code.extend(PROLOGUE);
    // fib at 3: r0=n ; r1 closure; 
    // if r0>=2 jump +1 ; ret ; r3? window: a=4 link at 3
    let fib = vec![
        Instr::JGeK { a: 0, k: 2, m: 1 },
        Instr::Ret {},
        Instr::AddK { a: 4, b: 0, m: -1 },
        Instr::Call { a: 4, m: 3 },
        Instr::AddK { a: 6, b: 0, m: -2 },
        Instr::Call { a: 6, m: 3 },
        Instr::Add { a: 2, b: 4, c: 6 },
        Instr::Ret1 { a: 2 },
    ];
    let n = fib.len() as u32;
    p.code.extend(fib);
    p.code.extend([Instr::LdI { a: 2, m: 38 }, Instr::Call { a: 2, m: 3 }, Instr::Ret {}]);
    let f = |name: &str, entry, end| Func { name: name.into(), entry, end, params: 1, results: 1, frame: 8, epilogue: 0, wrapper: false, pos: golanes::base::Pos::NONE, vars: vec![] };
    p.funcs.push(f("fib", 3, 3 + n));
    p.funcs.push(f("main", 3 + n, 6 + n));
    p.lines.resize(p.code.len(), LineInfo::default());
    p.entry = FuncId(1);
    p.globals = LayoutId(0);
    p.rtypes.push(RType { name: String::new(), kind: Kind::Invalid, named: false, pkg_path: String::new(), slots: 0, layout: LayoutId(0), elem: RTypeId(0), key: RTypeId(0), len: 0, dir: ChanDir::Both, fields: vec![], params: vec![], results: vec![], variadic: false, methods: vec![], comparable: true, plain_eq: true });
    let p = Arc::new(p);
    for _ in 0..3 {
        let mut m = Machine::new(p.clone(), Arc::from([]), Box::new(golanes::sched::Seeded::new(1)), 1, Limits::default());
        let t = std::time::Instant::now();
        golanes::vm::run_for(&mut m, u64::MAX);
        println!("{:?} executed {} ns/instr {:.2} r2={}", t.elapsed(), m.executed, t.elapsed().as_nanos() as f64 / m.executed as f64, m.stack[3]);
    }
}
