//! What the text of a cell can be, judged so that nothing is lost: what does
//! not come back as it was stays text.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// Digits that a double always gives back.
const DIGITS_OF_DOUBLE: usize = 15;

/// Digits that a decimal can hold.
pub(crate) const DIGITS_OF_DECIMAL: usize = 38;

/// What a cell's text can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing, or nothing but spaces.
    Blank,
    Boolean,
    /// A whole number of 64 bits, with its digits.
    Integer {
        digits: usize,
    },
    /// A longer whole number, with its digits.
    LongInteger {
        digits: usize,
    },
    /// A number with a point: digits before and after it, and whether a double
    /// gives it back.
    Fraction {
        whole: usize,
        scale: usize,
        fits_double: bool,
    },
    /// A number with an exponent that a double gives back.
    Exponent,
    Date,
    /// With a time zone.
    Instant,
    /// Without a time zone.
    LocalTime,
    Text,
}

/// Judges a cell's text.
pub(crate) fn judge(text: &str) -> Value {
    let text = text.trim_matches(' ');
    let Some(first) = text.bytes().next() else {
        return Value::Blank;
    };
    match first {
        b'0'..=b'9' | b'-' | b'.' => number_or_time(text),
        b't' | b'T' | b'f' | b'F' if boolean(text).is_some() => Value::Boolean,
        _ => Value::Text,
    }
}

fn number_or_time(text: &str) -> Value {
    let bytes = text.as_bytes();
    if bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' {
        return time(text);
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return whole(text, unsigned);
    }
    if unsigned.contains(['e', 'E']) {
        return exponent(text, unsigned);
    }
    let Some((whole, fraction)) = unsigned.split_once('.') else {
        return Value::Text;
    };
    if !is_plain_whole(whole) && !whole.is_empty() || !is_digits(fraction) {
        return Value::Text;
    }
    let whole = whole.trim_start_matches('0').len();
    let digits = whole + fraction.len();
    let fits_double = digits <= DIGITS_OF_DOUBLE || comes_back(text, digits, fraction.len());
    Value::Fraction {
        whole,
        scale: fraction.len(),
        fits_double,
    }
}

fn whole(text: &str, digits: &str) -> Value {
    if !is_plain_whole(digits) {
        return Value::Text;
    }
    if text == "-0" {
        // A double keeps the sign, an integer does not.
        return Value::Fraction {
            whole: 1,
            scale: 0,
            fits_double: true,
        };
    }
    let count = digits.len();
    if text.parse::<i64>().is_ok() {
        Value::Integer { digits: count }
    } else if count <= DIGITS_OF_DECIMAL {
        Value::LongInteger { digits: count }
    } else {
        Value::Text
    }
}

fn exponent(text: &str, unsigned: &str) -> Value {
    let Some((mantissa, power)) = unsigned.split_once(['e', 'E']) else {
        return Value::Text;
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let plain = is_plain_whole(whole) && is_digits(fraction) && is_digits(power);
    let digits = whole.len() + fraction.len();
    let finite = text.parse::<f64>().is_ok_and(f64::is_finite);
    if plain && finite && digits <= DIGITS_OF_DOUBLE + 2 {
        Value::Exponent
    } else {
        Value::Text
    }
}

/// Whether a text is how some program writes a double: with as few digits as
/// tell it apart, or with 17 of them, which always do.
fn comes_back(text: &str, digits: usize, scale: usize) -> bool {
    let Ok(value) = text.parse::<f64>() else {
        return false;
    };
    let shortest = value.to_string();
    let all = format!("{value:.scale$}");
    significant(&shortest) == significant(text.trim_end_matches('0'))
        || digits <= DIGITS_OF_DOUBLE + 2 && significant(&all) == significant(text)
}

fn significant(text: &str) -> &str {
    text.trim_start_matches(['-', '0']).trim_end_matches('.')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits without a leading zero, which is part of a code and not of a number.
fn is_plain_whole(text: &str) -> bool {
    is_digits(text) && (text.len() == 1 || !text.starts_with('0'))
}

fn time(text: &str) -> Value {
    if date(text).is_some() {
        return Value::Date;
    }
    match timestamp(text) {
        Some((_, true)) => Value::Instant,
        Some((_, false)) => Value::LocalTime,
        None => Value::Text,
    }
}

/// A truth value.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// Days since 1970-01-01 of `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Option<i32> {
    let day = day(text)?;
    let days = day
        .signed_duration_since(NaiveDate::from_ymd_opt(1970, 1, 1)?)
        .num_days();
    i32::try_from(days).ok()
}

fn day(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = digits(&bytes[..4])?;
    NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        digits(&bytes[5..7])?,
        digits(&bytes[8..])?,
    )
}

/// Microseconds since 1970-01-01T00:00:00Z of ISO 8601's date and time, and
/// whether a time zone was given; without one it is taken as UTC.
pub(crate) fn timestamp(text: &str) -> Option<(i64, bool)> {
    let (date, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, zone) = match rest.find(['Z', 'z', '+', '-']) {
        Some(at) => (&rest[..at], Some(&rest[at..])),
        None => (rest, None),
    };
    let local = day(date)?.and_time(time_of_day(clock.trim_end_matches(' '))?);
    let offset = match zone {
        Some(zone) => offset_seconds(zone)?,
        None => 0,
    };
    Some((micros(local, offset)?, zone.is_some()))
}

fn micros(local: NaiveDateTime, offset: i32) -> Option<i64> {
    let offset = FixedOffset::east_opt(offset)?;
    let instant: DateTime<FixedOffset> = local.and_local_timezone(offset).single()?;
    Some(instant.timestamp_micros())
}

fn time_of_day(clock: &str) -> Option<NaiveTime> {
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let bytes = clock.as_bytes();
    let seconds = match bytes {
        [_, _, b':', _, _] if fraction.is_empty() => 0,
        [_, _, b':', _, _, b':', _, _] => digits(&bytes[6..])?,
        _ => return None,
    };
    let time = NaiveTime::from_hms_opt(digits(&bytes[..2])?, digits(&bytes[3..5])?, seconds)?;
    // What is finer than a microsecond would be lost.
    let (kept, lost) = fraction.split_at_checked(6).unwrap_or((fraction, ""));
    if !lost.bytes().all(|byte| byte == b'0') {
        return None;
    }
    let micros = if kept.is_empty() {
        0
    } else {
        digits(format!("{kept:0<6}").as_bytes())?
    };
    Some(
        time.overflowing_add_signed(TimeDelta::microseconds(i64::from(micros)))
            .0,
    )
}

fn offset_seconds(zone: &str) -> Option<i32> {
    if zone == "Z" || zone == "z" {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = match zone.as_bytes() {
        [_, hours @ ..] if hours.len() == 2 => (digits(hours)?, 0),
        [_, rest @ ..] if rest.len() == 4 => (digits(&rest[..2])?, digits(&rest[2..])?),
        [_, rest @ ..] if rest.len() == 5 && rest[2] == b':' => {
            (digits(&rest[..2])?, digits(&rest[3..])?)
        }
        _ => return None,
    };
    let known = hours <= 18 && minutes < 60;
    known.then(|| sign * i32::try_from(hours * 3600 + minutes * 60).unwrap_or(0))
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0u32, |number, byte| match byte {
        b'0'..=b'9' => number.checked_mul(10)?.checked_add(u32::from(byte - b'0')),
        _ => None,
    })
}

/// The value of a number with a point as a whole number of units of the last
/// of `scale` digits after it.
pub(crate) fn unscaled(text: &str, scale: usize) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let missing = scale.checked_sub(fraction.len())?;
    let digits = format!("{whole}{fraction}{}", "0".repeat(missing));
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_only_what_comes_back_as_it_was() {
        assert_eq!(judge("42"), Value::Integer { digits: 2 });
        assert_eq!(judge(" -42 "), Value::Integer { digits: 2 });
        assert_eq!(
            judge("9223372036854775808"),
            Value::LongInteger { digits: 19 }
        );
        let short = Value::Fraction {
            whole: 1,
            scale: 2,
            fits_double: true,
        };
        assert_eq!(judge("1.50"), short);
        let python = Value::Fraction {
            whole: 0,
            scale: 17,
            fits_double: true,
        };
        assert_eq!(judge("0.30000000000000004"), python);
        let printed = Value::Fraction {
            whole: 2,
            scale: 15,
            fits_double: true,
        };
        assert_eq!(judge("32.460572200000001"), printed);
        let exact = Value::Fraction {
            whole: 1,
            scale: 19,
            fits_double: false,
        };
        assert_eq!(judge("1.1234567890123456789"), exact);
        assert_eq!(
            judge("-0"),
            Value::Fraction {
                whole: 1,
                scale: 0,
                fits_double: true
            }
        );
        assert_eq!(judge("1e5"), Value::Exponent);
        for text in [
            "00123", "007.5", "+49", "1.", "1,5", "1e999", "0x10", "-", ".", "1_000", "٣",
        ] {
            assert_eq!(judge(text), Value::Text, "{text}");
        }
    }

    #[test]
    fn dates_and_times_are_iso() {
        assert_eq!(judge("2024-02-29"), Value::Date);
        assert_eq!(judge("2023-02-29"), Value::Text);
        assert_eq!(judge("2024-02-29 10:00"), Value::LocalTime);
        assert_eq!(judge("2024-02-29T10:00:00.123456Z"), Value::Instant);
        assert_eq!(judge("2024-02-29T10:00:00.1234567Z"), Value::Text);
        assert_eq!(judge("2024-02-29T24:00:00Z"), Value::Text);
        assert_eq!(judge("2024-13-01"), Value::Text);
        assert_eq!(
            timestamp("1970-01-01T01:00:00.5+01:00"),
            Some((500_000, true))
        );
        assert_eq!(timestamp("1970-01-01 00:00:01"), Some((1_000_000, false)));
        assert_eq!(date("1969-12-31"), Some(-1));
    }

    #[test]
    fn words_are_judged() {
        assert_eq!(judge(""), Value::Blank);
        assert_eq!(judge("  "), Value::Blank);
        assert_eq!(judge("NA"), Value::Text);
        assert_eq!(judge("TRUE"), Value::Boolean);
        assert_eq!(judge("Table"), Value::Text);
        assert_eq!(judge("\u{e4}\u{f6}\u{fc}-123-45"), Value::Text);
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(unscaled("-1.5", 3), Some(-1500));
        assert_eq!(unscaled("-.5", 1), Some(-5));
        assert_eq!(unscaled("7", 2), Some(700));
        assert_eq!(unscaled("1.55", 1), None);
    }
}
