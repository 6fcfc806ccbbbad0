//! Which numbers a column holds, if they are written in one style.

use super::values::{DIGITS_OF_DECIMAL, Value};
use crate::target::Target;

/// Digits of a whole number that a double always gives back.
const WHOLE_DIGITS_OF_DOUBLE: usize = 15;

/// What was seen of a column's numbers, read in one style.
#[derive(Debug, Default, Clone)]
pub(crate) struct Numbers {
    /// A value that is no number in this style.
    pub(crate) foreign: bool,
    pub(crate) seen: bool,
    long_integers: bool,
    pub(crate) fractions: bool,
    exponents: bool,
    /// A number that a double does not give back.
    beyond_double: bool,
    whole_digits: usize,
    scale: usize,
}

impl Numbers {
    /// Looks at one more value; whatever is no number is foreign.
    pub(crate) fn add(&mut self, value: Value) {
        match value {
            Value::Integer { digits } => self.see_whole(digits),
            Value::LongInteger { digits } => {
                self.long_integers = true;
                self.see_whole(digits);
            }
            Value::Fraction {
                whole,
                scale,
                fits_double,
            } => {
                self.seen = true;
                self.fractions = true;
                self.beyond_double |= !fits_double;
                self.whole_digits = self.whole_digits.max(whole);
                self.scale = self.scale.max(scale);
            }
            Value::Exponent => {
                self.seen = true;
                self.exponents = true;
            }
            _ => self.foreign = true,
        }
    }

    fn see_whole(&mut self, digits: usize) {
        self.seen = true;
        self.beyond_double |= digits > WHOLE_DIGITS_OF_DOUBLE;
        self.whole_digits = self.whole_digits.max(digits);
    }

    /// The type that holds every number seen.
    pub(crate) fn target(&self) -> Target {
        if !self.fractions && !self.exponents {
            return if self.long_integers {
                Target::Decimal(38, 0)
            } else {
                Target::Long
            };
        }
        if !self.beyond_double {
            return Target::Double;
        }
        let digits = self.whole_digits + self.scale;
        match u8::try_from(self.scale) {
            Ok(scale) if !self.exponents && digits <= DIGITS_OF_DECIMAL => {
                Target::Decimal(38, scale)
            }
            _ => Target::String,
        }
    }
}
