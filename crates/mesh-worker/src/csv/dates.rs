//! Dates as people write them.

use chrono::{NaiveDate, NaiveTime};
use mesh_job::DateOrder;

/// Letters of the longest date.
const LONGEST: usize = 40;

/// Names of months; three letters or more of their beginning are enough.
const MONTHS: [&str; 12] = [
    "january januar janvier enero gennaio januari janeiro jänner",
    "february februar février fevrier febrero febbraio februari fevereiro",
    "march märz mrz mars marzo maart mrt março",
    "april avril abril aprile",
    "may mai mayo maggio mei maio",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août aout agosto augustus",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre decembre diciembre dicembre dezembro",
];

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// A date, perhaps with a time, that is not written as ISO 8601 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Written {
    year: i32,
    /// Day and month; in this order where that is known.
    parts: (u32, u32),
    /// Both can be the day, by their place.
    open: bool,
    /// Points stand between days and months only where the day comes first.
    dotted: bool,
    time: Option<NaiveTime>,
}

impl Written {
    fn day(self, order: Order) -> Option<NaiveDate> {
        let (first, second) = self.parts;
        let (day, month) = match order {
            Order::MonthFirst if self.open => (second, first),
            _ => (first, second),
        };
        NaiveDate::from_ymd_opt(self.year, month, day)
    }
}

/// What was seen of a column's dates.
#[derive(Debug, Default, Clone)]
pub(crate) struct Dates {
    pub(crate) days: bool,
    pub(crate) times: bool,
    not_day_first: bool,
    not_month_first: bool,
    dotted: bool,
    /// The first value that is another day in each order.
    ambiguous: Option<String>,
    /// The first value.
    example: Option<String>,
}

impl Dates {
    /// Looks at one more text; `false` where it is no date.
    pub(crate) fn add(&mut self, text: &str) -> bool {
        let Some(written) = read(text) else {
            return false;
        };
        let days = (written.day(Order::DayFirst), written.day(Order::MonthFirst));
        if days == (None, None) {
            return false;
        }
        self.not_day_first |= days.0.is_none();
        self.not_month_first |= days.1.is_none();
        self.dotted |= written.dotted;
        if self.ambiguous.is_none() && days.0 != days.1 && days.0.is_some() && days.1.is_some() {
            self.ambiguous = Some(text.to_owned());
        }
        if self.example.is_none() {
            self.example = Some(text.to_owned());
        }
        self.days |= written.time.is_none();
        self.times |= written.time.is_some();
        true
    }

    pub(crate) fn seen(&self) -> bool {
        self.days || self.times
    }

    /// Which order the values prove.
    pub(crate) fn proves(&self) -> Option<Order> {
        match (self.not_day_first, self.not_month_first) {
            (false, true) => Some(Order::DayFirst),
            (true, false) => Some(Order::MonthFirst),
            (false, false) if self.dotted => Some(Order::DayFirst),
            _ => None,
        }
    }

    /// A value that is another day in each order, where nothing decides.
    pub(crate) fn undecided(&self) -> Option<&str> {
        let open = !self.not_day_first && !self.not_month_first && !self.dotted;
        self.ambiguous.as_deref().filter(|_| open)
    }

    /// In which order the column is read; `None` where it stays text.
    pub(crate) fn order(&self, chosen: Option<DateOrder>) -> Option<Order> {
        if chosen == Some(DateOrder::AsWritten) || self.not_day_first && self.not_month_first {
            return None;
        }
        if let Some(order) = self.proves() {
            return Some(order);
        }
        match (self.undecided(), chosen) {
            (None, _) => Some(Order::DayFirst),
            (Some(_), Some(DateOrder::DayFirst)) => Some(Order::DayFirst),
            (Some(_), Some(DateOrder::MonthFirst)) => Some(Order::MonthFirst),
            (Some(_), _) => None,
        }
    }

    /// The first value, and how it is read.
    pub(crate) fn shown(&self, order: Order) -> Option<(&str, String)> {
        let example = self.example.as_deref()?;
        let written = read(example)?;
        let day = written.day(order)?;
        let read = match written.time {
            Some(time) => format!("{day} {}", time.format("%H:%M")),
            None => day.to_string(),
        };
        Some((example, read))
    }
}

/// Days since 1970-01-01.
pub(crate) fn days(text: &str, order: Order) -> Option<i32> {
    let written = read(text)?;
    let day = written.day(order)?;
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    i32::try_from(day.signed_duration_since(epoch).num_days()).ok()
}

/// Microseconds since 1970-01-01T00:00:00Z.
pub(crate) fn micros(text: &str, order: Order) -> Option<i64> {
    let written = read(text)?;
    let time = written.day(order)?.and_time(written.time?);
    Some(time.and_utc().timestamp_micros())
}

fn read(text: &str) -> Option<Written> {
    let text = text.trim();
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (day, time) = match text.find(':') {
        Some(colon) => {
            let at = text[..colon].rfind([' ', 'T'])?;
            (
                text[..at].trim_end_matches([' ', ',']),
                Some(clock(text[at + 1..].trim())?),
            )
        }
        None => (text, None),
    };
    let mut written = numbers(day).or_else(|| named(day))?;
    written.time = time;
    // ISO 8601 alone is read elsewhere, with its time zones.
    (1..=9999).contains(&written.year).then_some(written)
}

/// `24.12.2025`, `12/24/2025`, `2025/12/24`.
fn numbers(text: &str) -> Option<Written> {
    let mark = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(mark, '.' | '/' | '-') {
        return None;
    }
    let mut parts = text.split(mark).map(|part| part.trim_matches(' '));
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let written = |year: &str, parts, open| {
        Some(Written {
            year: number(year, 4, 4)? as i32,
            parts,
            open,
            dotted: open && mark == '.',
            time: None,
        })
    };
    if first.len() == 4 && mark != '-' {
        let (month, day) = (number(second, 1, 2)?, number(third, 1, 2)?);
        return written(first, (day, month), false);
    }
    let parts = (number(first, 1, 2)?, number(second, 1, 2)?);
    // Nobody writes the month first between points.
    let mut written = written(third, parts, true)?;
    written.open = mark != '.';
    Some(written)
}

/// `24 Dec 2025`, `Dec 24, 2025`, `24. Dezember 2025`, `24-Dec-2025`.
fn named(text: &str) -> Option<Written> {
    let mut parts = text
        .split([' ', '-', ',', '.', '/'])
        .filter(|part| !part.is_empty() && *part != "de");
    let parts = [
        parts.next()?,
        parts.next()?,
        parts.next()?,
        parts.next().unwrap_or(""),
    ];
    let [first, second, third, ""] = parts else {
        return None;
    };
    let (day, month, year) = match (month(first), month(second)) {
        (Some(month), None) => (second, month, third),
        (None, Some(month)) => (first, month, third),
        _ => return None,
    };
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    Some(Written {
        year: number(year, 4, 4)? as i32,
        parts: (number(day, 1, 2)?, month),
        open: false,
        dotted: false,
        time: None,
    })
}

fn month(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    if lower.chars().count() < 3 || !lower.chars().all(char::is_alphabetic) {
        return None;
    }
    let known = |names: &&str| names.split(' ').any(|name| name.starts_with(&lower));
    let at = MONTHS.iter().position(known)?;
    // Both "juin" and "juillet" begin with three letters that tell no month.
    let several = MONTHS.iter().rposition(known) != Some(at);
    u32::try_from(at + 1).ok().filter(|_| !several)
}

/// `13:45`, `13:45:10`, `1:45 PM`.
fn clock(text: &str) -> Option<NaiveTime> {
    let (text, half) = match text.to_ascii_lowercase() {
        lower if lower.ends_with("am") => (text[..text.len() - 2].trim_end(), Some(false)),
        lower if lower.ends_with("pm") => (text[..text.len() - 2].trim_end(), Some(true)),
        _ => (text, None),
    };
    let mut parts = text.split(':');
    let hour = number(parts.next()?, 1, 2)?;
    let minute = number(parts.next()?, 2, 2)?;
    let second = parts.next().map_or(Some(0), |part| number(part, 2, 2))?;
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn number(text: &str, least: usize, most: usize) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (digits && (least..=most).contains(&text.len()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> (Option<String>, Option<String>) {
        let of = |order| Some(read(text)?.day(order)?.to_string());
        (of(Order::DayFirst), of(Order::MonthFirst))
    }

    fn same(text: &str, day: &str) {
        assert_eq!(
            both(text),
            (Some(day.to_owned()), Some(day.to_owned())),
            "{text}"
        );
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "24.12.2025",
            "24. 12. 2025",
            "24 Dec 2025",
            "Dec 24, 2025",
            "24. Dezember 2025",
            "24-Dec-2025",
            "2025/12/24",
            "24 décembre 2025",
            "24 de diciembre de 2025",
            "December 24th 2025",
        ] {
            same(text, "2025-12-24");
        }
        assert_eq!(both("24/12/2025"), (Some("2025-12-24".into()), None));
        assert_eq!(both("12/24/2025"), (None, Some("2025-12-24".into())));
        assert_eq!(
            both("1/2/2025"),
            (Some("2025-02-01".into()), Some("2025-01-02".into()))
        );
        same("1.2.2025", "2025-02-01");
        let time = read("12/24/2025 1:45 PM").and_then(|written| written.time);
        assert_eq!(time, NaiveTime::from_hms_opt(13, 45, 0));
    }

    #[test]
    fn what_is_no_date_stays_what_it_is() {
        for text in [
            "1.2.3",
            "192.168.0.1",
            "24.12.25",
            "31.02.2025",
            "1/2",
            "12-34-5678",
            "Decor 1 2025",
            "May",
            "v1.2.2025x",
            "2025-12-24",
            "10:30",
            "32 Dec 2025",
        ] {
            assert_eq!(both(text), (None, None), "{text}");
        }
    }

    #[test]
    fn a_column_decides_as_a_whole() {
        let of = |texts: &[&str]| {
            let mut dates = Dates::default();
            assert!(texts.iter().all(|text| dates.add(text)));
            dates
        };
        assert_eq!(
            of(&["1/2/2025", "24/12/2025"]).proves(),
            Some(Order::DayFirst)
        );
        assert_eq!(
            of(&["1/2/2025", "12/24/2025"]).proves(),
            Some(Order::MonthFirst)
        );
        assert_eq!(of(&["1/2/2025"]).undecided(), Some("1/2/2025"));
        assert_eq!(of(&["5/5/2025"]).undecided(), None);
        assert_eq!(of(&["24/12/2025", "12/24/2025"]).order(None), None);
        assert_eq!(
            of(&["1/2/2025"]).order(Some(DateOrder::MonthFirst)),
            Some(Order::MonthFirst)
        );
        let shown = of(&["1/2/2025"]);
        let shown = shown.shown(Order::DayFirst);
        assert_eq!(shown, Some(("1/2/2025", "2025-02-01".to_owned())));
    }
}
