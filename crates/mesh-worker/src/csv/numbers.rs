//! Numbers with marks in them: decimal commas, and marks between thousands.

use std::borrow::Cow;

/// Which mark stands before the digits after the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
}

impl Style {
    fn decimal(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    fn between_thousands(self) -> char {
        match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// The same number without marks between thousands and with a decimal point;
/// `None` for what is no number in this style. What has no marks is given back
/// as it is, number or not.
pub(crate) fn plain(text: &str, style: Style) -> Option<Cow<'_, str>> {
    let has_marks = |letter: char| {
        matches!(letter, ',' | '\'' | '’' | ' ' | '\u{A0}' | '\u{202F}')
            || letter == '.' && style == Style::Comma
    };
    if !text.contains(has_marks) {
        return Some(Cow::Borrowed(text));
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once(style.decimal()) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| fraction.is_empty() || !digits(fraction)) {
        return None;
    }
    let mut number = String::with_capacity(text.len());
    if unsigned.len() < text.len() {
        number.push('-');
    }
    if digits(whole) {
        number.push_str(whole);
    } else {
        push_groups(&mut number, whole, style, fraction.is_some())?;
    }
    if let Some(fraction) = fraction {
        number.push('.');
        number.push_str(fraction);
    }
    Some(Cow::Owned(number))
}

/// Groups of three digits after a first one of up to three, all with the same mark between them.
fn push_groups(number: &mut String, whole: &str, style: Style, has_fraction: bool) -> Option<()> {
    let mark = whole.chars().find(|letter| !letter.is_ascii_digit())?;
    let known = match mark {
        '\'' | '’' | '\u{A0}' | '\u{202F}' => true,
        // Codes are written with spaces as well; amounts have a fraction.
        ' ' => has_fraction,
        other => other == style.between_thousands(),
    };
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    if !known || !(1..=3).contains(&first.len()) || first.starts_with('0') || !is_group(first) {
        return None;
    }
    number.push_str(first);
    for group in groups {
        if group.len() != 3 || !is_group(group) {
            return None;
        }
        number.push_str(group);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> (Option<String>, Option<String>) {
        let of = |style| plain(text, style).map(Cow::into_owned);
        (of(Style::Point), of(Style::Comma))
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn marks_are_read_in_the_style_in_which_they_make_a_number() {
        assert_eq!(both("1.234,56"), (None, some("1234.56")));
        assert_eq!(both("1,234.56"), (some("1234.56"), None));
        assert_eq!(both("-0,5"), (None, some("-0.5")));
        assert_eq!(both("1.234.567"), (some("1.234.567"), some("1234567")));
        assert_eq!(both("1,234,567"), (some("1234567"), None));
        assert_eq!(both("1 234,50"), (None, some("1234.50")));
        assert_eq!(both("1'234.50"), (some("1234.50"), None));
        assert_eq!(both("1\u{202F}234"), (some("1234"), some("1234")));
        assert_eq!(both("1234,5"), (None, some("1234.5")));
    }

    #[test]
    fn what_two_styles_read_differently_is_told_apart_by_the_caller() {
        assert_eq!(both("1.234"), (some("1.234"), some("1234")));
        assert_eq!(both("1,234"), (some("1234"), some("1.234")));
        // A group never begins with a zero.
        assert_eq!(both("0,123"), (None, some("0.123")));
    }

    #[test]
    fn codes_and_words_are_no_numbers() {
        for text in [
            "12 345",
            "1,2,3",
            "a,b",
            "12,34,567",
            ",",
            "1,",
            "01,234",
            "1'23",
        ] {
            assert_eq!(both(text).0, None, "{text}");
        }
        assert_eq!(both("12 345").1, None);
    }
}
