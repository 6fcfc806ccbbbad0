//! Days as workbooks count them.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// Whether cells of a number format show days or times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Number,
    Day,
    /// A time of day, or hours and minutes that passed.
    Clock,
}

/// What a number format shows.
pub(super) fn shown(id: u32, code: Option<&str>) -> Shown {
    match code {
        Some(code) => of_code(code),
        None => match id {
            14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Shown::Day,
            18..=21 | 32 | 33 | 45..=47 => Shown::Clock,
            _ => Shown::Number,
        },
    }
}

/// By the letters that are no quoted text: y, d and m for days, h and s for times.
fn of_code(code: &str) -> Shown {
    let first = code.split(';').next().unwrap_or(code);
    let (mut day, mut month, mut clock) = (false, false, false);
    let mut letters = first.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|end| *end == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|end| *end != ']').collect();
                let passed = |name: char| {
                    inside
                        .chars()
                        .all(|letter| letter.eq_ignore_ascii_case(&name))
                };
                clock |= !inside.is_empty() && ['h', 'm', 's'].into_iter().any(passed);
            }
            'y' | 'Y' | 'd' | 'D' => day = true,
            'm' | 'M' => month = true,
            'h' | 'H' | 's' | 'S' => clock = true,
            // "General" and "Standard" have letters of dates in them.
            'G' | 'g' if letters.as_str().to_ascii_lowercase().starts_with("eneral") => {
                return Shown::Number;
            }
            _ => {}
        }
    }
    if first.eq_ignore_ascii_case("standard") {
        Shown::Number
    } else if day || month && !clock {
        Shown::Day
    } else if clock {
        Shown::Clock
    } else {
        Shown::Number
    }
}

/// A number as the day or time that its cell shows; `None` where no calendar
/// has it.
pub(super) fn text(value: f64, shown: Shown, is_1904: bool) -> Option<String> {
    if !(-1_000_000.0..3_000_000.0).contains(&value) {
        return None;
    }
    let millis = (value * 86_400_000.0).round();
    #[allow(clippy::cast_possible_truncation)]
    let millis = millis as i64;
    if shown == Shown::Clock {
        return (millis >= 0).then(|| clock(millis));
    }
    let days = millis.div_euclid(86_400_000);
    let epoch = if is_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else if days == 60 {
        // The 29th of February 1900, which never was.
        return None;
    } else if days > 60 {
        NaiveDate::from_ymd_opt(1899, 12, 30)?
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 31)?
    };
    if days < i64::from(!is_1904) {
        return None;
    }
    let start = NaiveDateTime::new(epoch, chrono::NaiveTime::MIN);
    let time = start.checked_add_signed(TimeDelta::milliseconds(millis))?;
    let format = match millis.rem_euclid(86_400_000) {
        0 => "%Y-%m-%d",
        rest if rest % 1000 == 0 => "%Y-%m-%d %H:%M:%S",
        _ => "%Y-%m-%d %H:%M:%S%.3f",
    };
    Some(time.format(format).to_string())
}

fn clock(millis: i64) -> String {
    let (seconds, rest) = (millis / 1000, millis % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}.{rest:03}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_told_from_those_of_numbers() {
        assert_eq!(shown(14, None), Shown::Day);
        assert_eq!(shown(0, None), Shown::Number);
        assert_eq!(shown(164, Some("dd.mm.yyyy")), Shown::Day);
        assert_eq!(shown(164, Some("[$-407]mmm yy")), Shown::Day);
        assert_eq!(shown(164, Some("[h]:mm")), Shown::Clock);
        assert_eq!(shown(164, Some("h:mm")), Shown::Clock);
        assert_eq!(shown(164, Some("yyyy-mm-dd h:mm")), Shown::Day);
        for code in [
            "General",
            "0.00",
            "#,##0\\ \"Stück\"",
            "[Red]0",
            "0\" days\"",
            "Standard",
        ] {
            assert_eq!(shown(164, Some(code)), Shown::Number, "{code}");
        }
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        let day = |value| text(value, Shown::Day, false);
        assert_eq!(day(1.0).as_deref(), Some("1900-01-01"));
        assert_eq!(day(59.0).as_deref(), Some("1900-02-28"));
        assert_eq!(day(60.0), None);
        assert_eq!(day(61.0).as_deref(), Some("1900-03-01"));
        assert_eq!(day(45943.5).as_deref(), Some("2025-10-13 12:00:00"));
        assert_eq!(day(-3.0), None);
        assert_eq!(text(0.0, Shown::Day, true).as_deref(), Some("1904-01-01"));
        assert_eq!(text(1.5, Shown::Clock, false).as_deref(), Some("36:00:00"));
    }
}
