//! Sine, cosine, tangent and what belongs to them, after Cephes as in Go.

use super::exp::{exp, log, log1p, poly};
use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, LN_2, PI};

const SIN: [f64; 6] = [
    1.589_623_015_765_465_680_60e-10,
    -2.505_074_776_285_780_728_66e-8,
    2.755_731_362_138_572_452_13e-6,
    -1.984_126_982_958_953_859_96e-4,
    8.333_333_333_322_118_588_78e-3,
    -1.666_666_666_666_663_072_95e-1,
];
const COS: [f64; 6] = [
    -1.135_853_652_138_768_173_00e-11,
    2.087_570_084_197_473_167_78e-9,
    -2.755_731_417_929_673_881_12e-7,
    2.480_158_728_885_170_453_48e-5,
    -1.388_888_888_887_305_641_16e-3,
    4.166_666_666_666_659_292_18e-2,
];

/// 4/π in binary, 1216 bits behind the point.
const FOUR_OVER_PI: [u64; 20] = [
    0x0000_0000_0000_0001,
    0x45f3_06dc_9c88_2a53,
    0xf84e_afa3_ea69_bb81,
    0xb6c5_2b32_7887_2083,
    0xfca2_c757_bd77_8ac3,
    0x6e48_dc74_849b_a5c0,
    0x0c92_5dd4_13a3_2439,
    0xfc3b_d639_6253_4e7d,
    0xd104_6bea_5d76_8909,
    0xd338_e04d_68be_fc82,
    0x7323_ac73_06a6_73e9,
    0x3908_bf17_7bf2_5076,
    0x3ff1_2fff_bc0b_301f,
    0xde5e_2316_b414_da3e,
    0xda6c_fd9e_4f96_136e,
    0x9e8c_7ecd_3cbf_d45a,
    0xea4f_758f_d7cb_e2f6,
    0x7a0e_73ef_14a5_25d4,
    0xd7f6_bf62_3f1a_ba10,
    0xac06_608d_f8f6_d757,
];

/// Octant and rest of a large positive number (Payne and Hanek).
fn reduce_large(x: f64) -> (u64, f64) {
    let bits = x.to_bits();
    let exp = (bits >> 52 & 0x7FF) as i64 - 1023 - 52;
    let m = bits & ((1 << 52) - 1) | 1 << 52;
    let (digit, shift) = (((exp + 61) / 64) as usize, ((exp + 61) % 64) as u32);
    let word = |i: usize| {
        let next = FOUR_OVER_PI[digit + i + 1];
        FOUR_OVER_PI[digit + i] << shift | if shift == 0 { 0 } else { next >> (64 - shift) }
    };
    let (z0, z1, z2) = (word(0), word(1), word(2));
    let z2hi = ((u128::from(z2) * u128::from(m)) >> 64) as u64;
    let z1m = u128::from(z1) * u128::from(m);
    let sum = z1m.wrapping_add(u128::from(z2hi)).wrapping_add(u128::from(z0.wrapping_mul(m)) << 64);
    let (mut hi, lo) = ((sum >> 64) as u64, sum as u64);
    let mut j = hi >> 61;
    hi = hi << 3 | lo >> 61;
    let lz = hi.leading_zeros();
    let e = u64::from(1023 - (lz + 1));
    hi = hi.checked_shl(lz + 1).unwrap_or(0) | lo >> (64 - (lz + 1));
    hi >>= 64 - 52;
    hi |= e << 52;
    let mut z = f64::from_bits(hi);
    if j & 1 == 1 {
        j = (j + 1) & 7;
        z -= 1.0;
    }
    (j, z * FRAC_PI_4)
}

/// Octant (even, below 8 or so) and rest of a number that is not negative.
fn reduce(x: f64) -> (u64, f64) {
    const PI4A: f64 = 7.853_981_256_484_985_351_56e-1;
    const PI4B: f64 = 3.774_894_707_930_798_176_68e-8;
    const PI4C: f64 = 2.695_151_429_079_059_526_45e-15;
    if x >= f64::from(1 << 29) {
        return reduce_large(x);
    }
    let mut j = (x * 1.273_239_544_735_162_686_151_070_106_98) as u64;
    let mut y = j as f64;
    if j & 1 == 1 {
        j += 1;
        y += 1.0;
    }
    (j & 7, ((x - y * PI4A) - y * PI4B) - y * PI4C)
}

fn sin_poly(z: f64) -> f64 {
    let zz = z * z;
    z + z * zz * poly(zz, &SIN)
}

fn cos_poly(z: f64) -> f64 {
    let zz = z * z;
    1.0 - 0.5 * zz + zz * zz * poly(zz, &COS)
}

pub(super) fn sin(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::NAN;
    }
    let mut sign = x < 0.0;
    let (mut j, z) = reduce(x.abs());
    if j > 3 {
        sign = !sign;
        j -= 4;
    }
    let y = if j == 1 || j == 2 { cos_poly(z) } else { sin_poly(z) };
    if sign { -y } else { y }
}

pub(super) fn cos(x: f64) -> f64 {
    if x.is_nan() || x.is_infinite() {
        return f64::NAN;
    }
    let (mut j, z) = reduce(x.abs());
    let mut sign = false;
    if j > 3 {
        j -= 4;
        sign = !sign;
    }
    if j > 1 {
        sign = !sign;
    }
    let y = if j == 1 || j == 2 { sin_poly(z) } else { cos_poly(z) };
    if sign { -y } else { y }
}

pub(super) fn tan(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::NAN;
    }
    let (j, z) = reduce(x.abs());
    let zz = z * z;
    let mut y = z;
    if zz > 1e-14 {
        let p = poly(
            zz,
            &[-1.309_369_391_813_837_776_46e4, 1.153_516_648_385_874_161_40e6, -1.795_652_519_764_848_779_88e7],
        );
        let q = poly(
            zz,
            &[
                1.0,
                1.368_129_634_706_929_546_78e4,
                -1.320_892_344_402_109_674_47e6,
                2.500_838_018_233_579_158_39e7,
                -5.386_957_559_294_546_298_81e7,
            ],
        );
        y = z + z * (zz * p / q);
    }
    if j & 2 == 2 {
        y = -1.0 / y;
    }
    if x < 0.0 { -y } else { y }
}

fn atan_poly(x: f64) -> f64 {
    let z = x * x;
    let p = poly(
        z,
        &[
            -8.750_608_600_031_904_122_785e-01,
            -1.615_753_718_733_365_076_637e+01,
            -7.500_855_792_314_704_667_340e+01,
            -1.228_866_684_490_136_173_410e+02,
            -6.485_021_904_942_025_371_773e+01,
        ],
    );
    let q = poly(
        z,
        &[
            1.0,
            2.485_846_490_142_306_297_962e+01,
            1.650_270_098_316_988_542_046e+02,
            4.328_810_604_912_902_668_951e+02,
            4.853_903_996_359_136_964_868e+02,
            1.945_506_571_482_613_964_425e+02,
        ],
    );
    let z = z * p / q;
    x * z + x
}

fn atan_positive(x: f64) -> f64 {
    const MORE_BITS: f64 = 6.123_233_995_736_765_886_130e-17;
    if x <= 0.66 {
        return atan_poly(x);
    }
    if x > 2.414_213_562_373_095_048_80 {
        return FRAC_PI_2 - atan_poly(1.0 / x) + MORE_BITS;
    }
    FRAC_PI_4 + atan_poly((x - 1.0) / (x + 1.0)) + 0.5 * MORE_BITS
}

pub(super) fn atan(x: f64) -> f64 {
    if x == 0.0 {
        x
    } else if x > 0.0 {
        atan_positive(x)
    } else {
        -atan_positive(-x)
    }
}

pub(super) fn asin(x: f64) -> f64 {
    if x == 0.0 {
        return x;
    }
    let a = if x < 0.0 { -x } else { x };
    if a > 1.0 {
        return f64::NAN;
    }
    let root = (1.0 - a * a).sqrt();
    let v = if a > 0.7 { FRAC_PI_2 - atan_positive(root / a) } else { atan_positive(a / root) };
    if x < 0.0 { -v } else { v }
}

pub(super) fn acos(x: f64) -> f64 {
    FRAC_PI_2 - asin(x)
}

pub(super) fn atan2(y: f64, x: f64) -> f64 {
    if y.is_nan() || x.is_nan() {
        return f64::NAN;
    }
    if y == 0.0 {
        return if x.is_sign_negative() { PI.copysign(y) } else { 0.0_f64.copysign(y) };
    }
    if x == 0.0 {
        return FRAC_PI_2.copysign(y);
    }
    if x.is_infinite() {
        let v = match (x > 0.0, y.is_infinite()) {
            (true, true) => FRAC_PI_4,
            (true, false) => 0.0,
            (false, true) => 2.356_194_490_192_344_928_846_982_537_46,
            (false, false) => PI,
        };
        return v.copysign(y);
    }
    if y.is_infinite() {
        return FRAC_PI_2.copysign(y);
    }
    let q = atan(y / x);
    if x < 0.0 {
        return if q <= 0.0 { q + PI } else { q - PI };
    }
    q
}

pub(super) fn sinh(x: f64) -> f64 {
    let a = if x < 0.0 { -x } else { x };
    let v = if a > 21.0 {
        exp(a) * 0.5
    } else if a > 0.5 {
        let e = exp(a);
        (e - 1.0 / e) * 0.5
    } else {
        let sq = a * a;
        let p = poly(
            sq,
            &[
                -0.263_056_321_339_749_706_281_948_9e+2,
                -0.289_421_135_598_956_380_728_466_036_6e+4,
                -0.899_127_202_203_950_935_539_801_351_1e+5,
                -0.630_767_364_049_771_699_118_478_725_1e+6,
            ],
        );
        let q = poly(
            sq,
            &[
                1.0,
                -0.173_678_953_558_233_699_533_450_911e+3,
                0.152_151_737_879_001_907_069_648_517_6e+5,
                -0.630_767_364_049_771_699_121_207_727_7e+6,
            ],
        );
        p * a / q
    };
    if x < 0.0 { -v } else { v }
}

pub(super) fn cosh(x: f64) -> f64 {
    let a = x.abs();
    if a > 21.0 {
        return exp(a) * 0.5;
    }
    let e = exp(a);
    (e + 1.0 / e) * 0.5
}

pub(super) fn tanh(x: f64) -> f64 {
    let z = x.abs();
    if z > 0.5 * 8.802_969_193_111_305_429_598_8e+01 {
        return if x < 0.0 { -1.0 } else { 1.0 };
    }
    if z >= 0.625 {
        let s = exp(2.0 * z);
        let v = 1.0 - 2.0 / (s + 1.0);
        return if x < 0.0 { -v } else { v };
    }
    if x == 0.0 {
        return x;
    }
    let s = x * x;
    let p =
        poly(s, &[-9.643_991_794_250_522_386_28e-1, -9.928_772_310_019_185_865_64e1, -1.614_687_684_417_084_479_52e3]);
    let q =
        poly(s, &[1.0, 1.128_116_784_916_329_314_02e2, 2.235_488_390_601_004_485_83e3, 4.844_063_053_251_254_860_48e3]);
    x + x * s * p / q
}

pub(super) fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        return f64::NAN;
    }
    if x == 1.0 {
        return 0.0;
    }
    if x >= f64::from(1 << 28) {
        return log(x) + LN_2;
    }
    if x > 2.0 {
        return log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()));
    }
    let t = x - 1.0;
    log1p(t + (2.0 * t + t * t).sqrt())
}

pub(super) fn asinh(x: f64) -> f64 {
    if x.is_nan() || x.is_infinite() {
        return x;
    }
    let a = if x < 0.0 { -x } else { x };
    let v = if a > f64::from(1 << 28) {
        log(a) + LN_2
    } else if a > 2.0 {
        log(2.0 * a + 1.0 / ((a * a + 1.0).sqrt() + a))
    } else if a < 1.0 / f64::from(1 << 28) {
        a
    } else {
        log1p(a + a * a / (1.0 + (1.0 + a * a).sqrt()))
    };
    if x < 0.0 { -v } else { v }
}

pub(super) fn atanh(x: f64) -> f64 {
    if !(-1.0..=1.0).contains(&x) {
        return f64::NAN;
    }
    if x.abs() == 1.0 {
        return f64::INFINITY.copysign(x);
    }
    let a = if x < 0.0 { -x } else { x };
    let v = if a < 1.0 / f64::from(1 << 28) {
        a
    } else if a < 0.5 {
        let t = a + a;
        0.5 * log1p(t + t * a / (1.0 - a))
    } else {
        0.5 * log1p((a + a) / (1.0 - a))
    };
    if x < 0.0 { -v } else { v }
}
