//! Results of real Go.

use super::*;

#[test]
fn identities() {
    assert_eq!(exp(0.0), 1.0);
    assert_eq!(exp(1.0), std::f64::consts::E);
    assert_eq!(exp::pow(2.0, 10.0), 1024.0);
    assert_eq!(exp::log2(8.0), 3.0);
    assert_eq!(trig::sin(0.0), 0.0);
    assert_eq!(basic::frexp(8.0), (0.5, 4));
    assert_eq!(basic::ldexp(0.5, 4), 8.0);
    assert!(max(f64::NAN, 1.0).is_nan());
    assert!(min(0.0, -0.0).is_sign_negative());
}
