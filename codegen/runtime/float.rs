//! Numbers with a fraction, as texts. The generator compiles this file too.

use ::core::fmt;

/// In the fewest digits that give the number back, without an exponent; what is not finite, as protobuf's JSON has it.
pub(super) struct Float(pub(super) f64);

impl fmt::Display for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_infinite() {
            f.write_str(if self.0 > 0.0 { "Infinity" } else { "-Infinity" })
        } else {
            ::core::write!(f, "{}", self.0)
        }
    }
}
