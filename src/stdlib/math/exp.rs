//! Exponentials, logarithms, powers and roots, each as Go computes it on amd64, so that all bits agree. Go's Exp and Log are
//! assembly there: Exp uses fused multiplication, Log takes denormal numbers as they are.

use super::basic::{copysign, frexp, ldexp, modf};

const LN2_HI: f64 = 6.931_471_803_691_238_164_90e-01;
const LN2_LO: f64 = 1.908_214_929_270_587_700_02e-10;

/// Horner's rule, highest coefficient first.
pub(super) fn poly(x: f64, coefficients: &[f64]) -> f64 {
    let (&first, rest) = coefficients.split_first().expect("a polynomial has coefficients");
    rest.iter().fold(first, |acc, &c| acc * x + c)
}

pub(crate) fn exp(x: f64) -> f64 {
    const LN2_UPPER: f64 = 0.693_147_180_559_662_956_511_601_805_686_950_683_593_75;
    const LN2_LOWER: f64 = 0.282_352_905_630_315_771_225_884_481_750_134_360_255_254_120_68e-12;
    const OVERFLOW: f64 = 7.097_827_128_933_84e+02;
    const TAYLOR: [f64; 8] = [
        2.480_158_730_158_730_158_7e-5,
        1.984_126_984_126_984_127_0e-4,
        1.388_888_888_888_888_888_9e-3,
        8.333_333_333_333_333_333_3e-3,
        4.166_666_666_666_666_666_7e-2,
        1.666_666_666_666_666_666_7e-1,
        0.5,
        1.0,
    ];
    if x.is_nan() {
        return x;
    }
    if x == f64::NEG_INFINITY {
        return 0.0;
    }
    if x > OVERFLOW {
        return f64::INFINITY;
    }
    let n = (x * std::f64::consts::LOG2_E).round_ties_even();
    if n < -1100.0 {
        return 0.0;
    }
    let mut r = (-n).mul_add(LN2_UPPER, x);
    r = (-n).mul_add(LN2_LOWER, r);
    r *= 0.0625;
    let mut t = TAYLOR[0];
    for &c in &TAYLOR[1..] {
        t = t.mul_add(r, c);
    }
    // exp(r) − 1, squared four times: (1+a)² − 1 = a·(a+2).
    r *= t;
    for _ in 0..3 {
        r *= r + 2.0;
    }
    let two = r + 2.0;
    r = r.mul_add(two, 1.0);
    let e = n as i64 + 0x3FF;
    let scale = |e: i64| f64::from_bits((e as u64) << 52);
    if e <= 0 {
        if e < -52 {
            return 0.0;
        }
        return r * scale(e + 0x3FE) * scale(1);
    }
    if e >= 0x7FF { f64::INFINITY } else { r * scale(e) }
}

pub(super) fn exp2(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 1.023_999_999_999_999_9e+03 {
        return f64::INFINITY;
    }
    if x < -1.0740e+03 {
        return 0.0;
    }
    let k = if x > 0.0 {
        (x + 0.5) as i64
    } else if x < 0.0 {
        (x - 0.5) as i64
    } else {
        0
    };
    let t = x - k as f64;
    let (hi, lo) = (t * LN2_HI, -t * LN2_LO);
    let r = hi - lo;
    let t = r * r;
    let c = r - t * poly(
        t,
        &[
            4.138_136_797_057_238_460_39e-08,
            -1.653_390_220_546_525_153_90e-06,
            6.613_756_321_437_934_361_17e-05,
            -2.777_777_777_701_559_338_42e-03,
            1.666_666_666_666_666_574_15e-01,
        ],
    );
    let y = 1.0 - ((lo - (r * c) / (2.0 - c)) - hi);
    ldexp(y, k)
}

const L: [f64; 7] = [
    6.666_666_666_666_735_130e-01,
    3.999_999_999_940_941_908e-01,
    2.857_142_874_366_239_149e-01,
    2.222_219_843_214_978_396e-01,
    1.818_357_216_161_805_012e-01,
    1.531_383_769_920_937_332e-01,
    1.479_819_860_511_658_591e-01,
];

pub(crate) fn log(x: f64) -> f64 {
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x < 0.0 {
        return f64::NAN;
    }
    let bits = x.to_bits();
    let mut f1 = f64::from_bits(bits & 0x000F_FFFF_FFFF_FFFF | 0x3FE0_0000_0000_0000);
    let mut k = ((bits >> 52 & 0x7FF) as i64 - 0x3FE) as f64;
    if f1 <= std::f64::consts::FRAC_1_SQRT_2 {
        k -= 1.0;
        f1 *= 2.0;
    }
    let f = f1 - 1.0;
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let t1 = s2 * poly(s4, &[L[6], L[4], L[2], L[0]]);
    let t2 = s4 * poly(s4, &[L[5], L[3], L[1]]);
    let r = t1 + t2;
    let hfsq = 0.5 * f * f;
    k * LN2_HI - ((hfsq - (s * (hfsq + r) + k * LN2_LO)) - f)
}

pub(super) fn log10(x: f64) -> f64 {
    log(x) * std::f64::consts::LOG10_E
}

pub(super) fn log2(x: f64) -> f64 {
    let (frac, exp) = frexp(x);
    if frac == 0.5 {
        return (exp - 1) as f64;
    }
    log(frac) * std::f64::consts::LOG2_E + exp as f64
}

pub(super) fn log1p(x: f64) -> f64 {
    if x < -1.0 || x.is_nan() {
        return f64::NAN;
    }
    if x == -1.0 {
        return f64::NEG_INFINITY;
    }
    if x == f64::INFINITY {
        return x;
    }
    let absx = x.abs();
    let (mut f, mut iu, mut k) = (0.0, 0u64, 1i64);
    if absx < 4.142_135_623_730_950_488_017e-01 {
        if absx < 1.0 / f64::from(1 << 29) {
            if absx < 1.0 / (1u64 << 54) as f64 {
                return x;
            }
            return x - x * x * 0.5;
        }
        if x > -2.928_932_188_134_524_755_992e-01 {
            k = 0;
            f = x;
            iu = 1;
        }
    }
    let mut c = 0.0;
    if k != 0 {
        let mut u;
        if absx < (1u64 << 53) as f64 {
            u = 1.0 + x;
            iu = u.to_bits();
            k = (iu >> 52) as i64 - 1023;
            c = if k > 0 { 1.0 - (u - x) } else { x - (u - 1.0) };
            c /= u;
        } else {
            u = x;
            iu = u.to_bits();
            k = (iu >> 52) as i64 - 1023;
        }
        iu &= 0x000f_ffff_ffff_ffff;
        if iu < 0x0006_a09e_667f_3bcd {
            u = f64::from_bits(iu | 0x3ff0_0000_0000_0000);
        } else {
            k += 1;
            u = f64::from_bits(iu | 0x3fe0_0000_0000_0000);
            iu = (0x0010_0000_0000_0000 - iu) >> 2;
        }
        f = u - 1.0;
    }
    let kf = k as f64;
    let hfsq = 0.5 * f * f;
    if iu == 0 {
        if f == 0.0 {
            if k == 0 {
                return 0.0;
            }
            c += kf * LN2_LO;
            return kf * LN2_HI + c;
        }
        let r = hfsq * (1.0 - 0.666_666_666_666_666_66 * f);
        if k == 0 {
            return f - r;
        }
        return kf * LN2_HI - ((r - (kf * LN2_LO + c)) - f);
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let r = z * poly(z, &[L[6], L[5], L[4], L[3], L[2], L[1], L[0]]);
    if k == 0 {
        return f - (hfsq - s * (hfsq + r));
    }
    kf * LN2_HI - ((hfsq - (s * (hfsq + r) + (kf * LN2_LO + c))) - f)
}

pub(super) fn expm1(x: f64) -> f64 {
    if x == f64::INFINITY || x.is_nan() {
        return x;
    }
    if x == f64::NEG_INFINITY {
        return -1.0;
    }
    let sign = x < 0.0;
    let absx = if sign { -x } else { x };
    if absx >= 3.881_624_211_135_693_732_74e+01 {
        if sign {
            return -1.0;
        }
        if absx >= 7.097_827_128_933_839_730_96e+02 {
            return f64::INFINITY;
        }
    }
    let (mut x, mut c, mut k) = (x, 0.0, 0i64);
    if absx > 3.465_735_902_799_726_547_09e-01 {
        let (hi, lo);
        if absx < 1.039_720_770_839_917_964_13e+00 {
            if sign {
                (hi, lo, k) = (x + LN2_HI, -LN2_LO, -1);
            } else {
                (hi, lo, k) = (x - LN2_HI, LN2_LO, 1);
            }
        } else {
            let half = if sign { -0.5 } else { 0.5 };
            k = (std::f64::consts::LOG2_E * x + half) as i64;
            let t = k as f64;
            (hi, lo) = (x - t * LN2_HI, t * LN2_LO);
        }
        x = hi - lo;
        c = (hi - x) - lo;
    } else if absx < 1.0 / (1u64 << 54) as f64 {
        return x;
    }
    let hfx = 0.5 * x;
    let hxs = x * hfx;
    let r1 = poly(
        hxs,
        &[
            -2.010_992_181_836_243_713_26e-07,
            4.008_217_827_329_362_395_52e-06,
            -7.936_507_578_674_879_424_73e-05,
            1.587_301_587_254_814_601_65e-03,
            -3.333_333_333_333_313_164_28e-02,
            1.0,
        ],
    );
    let t = 3.0 - r1 * hfx;
    let mut e = hxs * ((r1 - t) / (6.0 - x * t));
    if k == 0 {
        return x - (x * e - hxs);
    }
    e = x * (e - c) - c;
    e -= hxs;
    let scale = |y: f64| f64::from_bits(y.to_bits().wrapping_add((k as u64) << 52));
    match k {
        -1 => 0.5 * (x - e) - 0.5,
        1 if x < -0.25 => -2.0 * (e - (x + 0.5)),
        1 => 1.0 + 2.0 * (x - e),
        _ if k <= -2 || k > 56 => scale(1.0 - (e - x)) - 1.0,
        _ if k < 20 => {
            let t = f64::from_bits(0x3ff0_0000_0000_0000 - (0x20_0000_0000_0000 >> k));
            scale(t - (e - x))
        }
        _ => {
            let t = f64::from_bits(((0x3ff - k) as u64) << 52);
            scale(x - (e + t) + 1.0)
        }
    }
}

fn is_odd(x: f64) -> bool {
    if x.abs() >= (1u64 << 53) as f64 {
        return false;
    }
    let (whole, fraction) = modf(x);
    fraction == 0.0 && whole as i64 & 1 == 1
}

pub(super) fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if y == 1.0 {
        return x;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == 0.0 {
        let odd = x.is_sign_negative() && is_odd(y);
        return match (y < 0.0, odd) {
            (true, true) => copysign(f64::INFINITY, x),
            (true, false) => f64::INFINITY,
            (false, true) => x,
            (false, false) => 0.0,
        };
    }
    if y.is_infinite() {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    if x.is_infinite() {
        if x < 0.0 {
            return if y < 0.0 { copysign_if_odd(0.0, y) } else { copysign_if_odd(f64::INFINITY, y) };
        }
        return if y < 0.0 { 0.0 } else { f64::INFINITY };
    }
    if y == 0.5 {
        return x.sqrt();
    }
    if y == -0.5 {
        return 1.0 / x.sqrt();
    }
    let (mut yi, mut yf) = modf(y.abs());
    if yf != 0.0 && x < 0.0 {
        return f64::NAN;
    }
    if yi >= 9_223_372_036_854_775_808.0 {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    let (mut a1, mut ae) = (1.0, 0i64);
    if yf != 0.0 {
        if yf > 0.5 {
            yf -= 1.0;
            yi += 1.0;
        }
        a1 = exp(yf * log(x));
    }
    let (mut x1, mut xe) = frexp(x);
    let mut i = yi as i64;
    while i != 0 {
        if !(-(1 << 12)..=1 << 12).contains(&xe) {
            ae += xe;
            break;
        }
        if i & 1 == 1 {
            a1 *= x1;
            ae += xe;
        }
        x1 *= x1;
        xe <<= 1;
        if x1 < 0.5 {
            x1 += x1;
            xe -= 1;
        }
        i >>= 1;
    }
    if y < 0.0 {
        a1 = 1.0 / a1;
        ae = -ae;
    }
    ldexp(a1, ae)
}

/// What a power of −∞ is: negative for odd exponents.
fn copysign_if_odd(v: f64, y: f64) -> f64 {
    if is_odd(y) { -v } else { v }
}

pub(super) fn cbrt(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() || x.is_infinite() {
        return x;
    }
    let a = x.abs();
    let mut t = f64::from_bits(a.to_bits() / 3 + (715_094_163 << 32));
    if a < 2.225_073_858_507_201_383_09e-308 {
        t = (1u64 << 54) as f64 * a;
        t = f64::from_bits(t.to_bits() / 3 + (696_219_795 << 32));
    }
    let mut r = t * t / a;
    let mut s = 5.428_571_428_571_428_159_06e-01 + r * t;
    t *= 3.571_428_571_428_571_507_87e-01
        + 1.607_142_857_142_857_206_30e+00
            / (s + 1.414_285_714_285_714_368_19e+00 + -7.053_061_224_489_796_110_50e-01 / s);
    t = f64::from_bits((t.to_bits() & (0xF_FFFF_FFFC << 28)) + (1 << 30));
    s = t * t;
    r = a / s;
    let w = t + t;
    r = (r - t) / (w + r);
    t += t * r;
    if x < 0.0 { -t } else { t }
}
