//! Rules for texts that people write: what is refused, what counts as the same, which id a name gets.

use unicode_normalization::UnicodeNormalization;
use unicode_security::{MixedScript, confusable_detection::skeleton};

use crate::{FieldCode, Fields};

/// The longest name, in characters (Unicode scalar values).
pub const NAME_MAX: usize = 120;
/// The longest purpose or description, in characters.
pub const PURPOSE_MAX: usize = 2_000;
/// The longest e-mail address, in characters (RFC 5321 §4.5.3.1.3).
pub const EMAIL_MAX: usize = 254;
/// The shortest password, in characters.
pub const PASSWORD_MIN: usize = 12;
const PASSWORD_MAX: usize = 1_024;
const READABLE_ID_MAX: usize = 60;

/// Checks a name and gives it back without the spaces around it.
pub fn check_name(fields: &mut Fields, pointer: &str, text: &str) -> String {
    check_line(fields, pointer, text, NAME_MAX, true)
}

/// Checks a purpose or description, which may have several lines.
pub fn check_purpose(fields: &mut Fields, pointer: &str, text: &str, required: bool) -> String {
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.trim_end_matches('\r'))
        .collect();
    check_line(
        fields,
        pointer,
        &lines.join("\u{2028}"),
        PURPOSE_MAX,
        required,
    )
    .replace('\u{2028}', "\n")
}

/// Checks an e-mail address: one `@`, something on both sides, no spaces. Whether it exists is not asked.
pub fn check_email(fields: &mut Fields, pointer: &str, text: &str) -> String {
    let before = fields.count();
    let email = check_line(fields, pointer, text, EMAIL_MAX, true);
    let shaped = email
        .split_once('@')
        .is_some_and(|(local, host)| !local.is_empty() && !host.is_empty() && !host.contains('@'));
    if fields.count() == before && (!shaped || email.chars().any(char::is_whitespace)) {
        fields.refuse(pointer, FieldCode::Malformed, "not an e-mail address", []);
    }
    email
}

/// Checks a new password by length alone (NIST SP 800-63B §3.1.1.2: no composition rules).
pub fn check_password(fields: &mut Fields, pointer: &str, text: &str) {
    let length = text.chars().count();
    if length < PASSWORD_MIN {
        let message = format!("a password has at least {PASSWORD_MIN} characters");
        fields.refuse(
            pointer,
            FieldCode::TooShort,
            message,
            [("min", (PASSWORD_MIN as i64).into())],
        );
    } else if length > PASSWORD_MAX {
        let message = format!("a password has at most {PASSWORD_MAX} characters");
        fields.refuse(
            pointer,
            FieldCode::TooLong,
            message,
            [("max", (PASSWORD_MAX as i64).into())],
        );
    }
}

fn check_line(
    fields: &mut Fields,
    pointer: &str,
    text: &str,
    max: usize,
    required: bool,
) -> String {
    let text = text.trim();
    let length = text.chars().count();
    if text.is_empty() {
        if required {
            fields.refuse(pointer, FieldCode::Required, "must not be empty", []);
        }
    } else if length > max {
        let message = format!("at most {max} characters, got {length}");
        let params = [
            ("max", (max as i64).into()),
            ("length", (length as i64).into()),
        ];
        fields.refuse(pointer, FieldCode::TooLong, message, params);
    } else if text.chars().any(char::is_control) {
        fields.refuse(
            pointer,
            FieldCode::ControlCharacters,
            "holds control characters",
            [],
        );
    } else if text.chars().any(is_invisible) {
        fields.refuse(
            pointer,
            FieldCode::InvisibleCharacters,
            "holds characters that can't be seen",
            [],
        );
    } else if !text.chars().any(|c| !c.is_whitespace() && !is_joiner(c)) {
        fields.refuse(
            pointer,
            FieldCode::Required,
            "holds nothing that can be read",
            [],
        );
    }
    text.to_owned()
}

/// Characters that hide text or turn its direction (Unicode TR36 §2.10). Joiners stay: Persian and emoji need them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E001F}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

/// The key under which two texts count as the same: NFKC, lower case, one space between words.
#[must_use]
pub fn fold(text: &str) -> String {
    // A new name is compared with thousands of others, and most names need no more than this.
    let folded = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.nfkc().collect::<String>().to_lowercase()
    };
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key in which words are looked for: letters without case and marks, everything else a space, a space around
/// each word. "Tomasz Zieliński" is found by "zielinski", and by "ziel tom".
#[must_use]
pub fn searchable(text: &str) -> String {
    let mut key = String::from(" ");
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ł' => key.push('l'),
            'ø' => key.push('o'),
            'đ' | 'ð' => key.push('d'),
            'ı' => key.push('i'),
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'þ' => key.push_str("th"),
            c if unicode_normalization::char::is_combining_mark(c) => {}
            c if c.is_alphanumeric() => key.push(c),
            _ if key.ends_with(' ') => {}
            _ => key.push(' '),
        }
    }
    if !key.ends_with(' ') {
        key.push(' ');
    }
    key
}

/// How a name looks to a reader, for comparing it with many others (Unicode TS39 §4 and §5.1).
#[derive(Debug)]
pub struct Looks {
    key: String,
    shape: Vec<char>,
    mixes: bool,
}

impl Looks {
    /// How the name looks that has this key ([`fold`]).
    #[must_use]
    pub fn of(key: String) -> Self {
        Self {
            shape: skeleton(&key).collect(),
            mixes: !key.is_single_script(),
            key,
        }
    }

    /// Whether a reader could take it for the name that has the key `other` because it borrows letters of another
    /// alphabet.
    #[must_use]
    pub fn like(&self, other: &str) -> bool {
        let borrows = self.mixes || self.key.is_ascii() != other.is_ascii();
        borrows && self.key != other && skeleton(other).eq(self.shape.iter().copied())
    }
}

/// The readable id of a name: lower-case ASCII letters, digits and hyphens, at most 60 of them.
///
/// `fallback` is used for a name of which nothing can be spelled so.
#[must_use]
pub fn readable_id(name: &str, fallback: &str) -> String {
    let mut id = slug::slugify(name);
    if id.len() > READABLE_ID_MAX {
        id.truncate(READABLE_ID_MAX);
        if let Some(word_end) = id.rfind('-').filter(|at| *at > READABLE_ID_MAX / 2) {
            id.truncate(word_end);
        }
    }
    if id.is_empty() {
        fallback.to_owned()
    } else {
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks_like(text: &str, other: &str) -> bool {
        Looks::of(fold(text)).like(&fold(other))
    }

    fn refusal(text: &str) -> Option<FieldCode> {
        let mut fields = Fields::default();
        check_name(&mut fields, "/name", text);
        fields.into_vec().first().map(|field| field.code)
    }

    #[test]
    fn names_that_cannot_be_read_are_refused_with_the_reason() {
        assert_eq!(refusal("   "), Some(FieldCode::Required));
        assert_eq!(refusal(&"x".repeat(10_000)), Some(FieldCode::TooLong));
        assert_eq!(refusal("a\u{0}b"), Some(FieldCode::ControlCharacters));
        assert_eq!(
            refusal("sales\u{202E}gpj"),
            Some(FieldCode::InvisibleCharacters)
        );
        assert_eq!(refusal("\u{200D}\u{200D}"), Some(FieldCode::Required));
    }

    #[test]
    fn unusual_names_are_kept_exactly() {
        for name in [
            "مبيعات",
            "Sales 🧵👩‍👩‍👧",
            "'; DROP TABLE domains; --",
            "<b>Bold</b>",
            "Größe",
            "می‌خواهم",
        ] {
            let mut fields = Fields::default();
            assert_eq!(check_name(&mut fields, "/name", name), name);
            assert!(fields.is_empty(), "{name}");
        }
    }

    #[test]
    fn a_name_with_borrowed_letters_looks_like_the_plain_one() {
        assert!(looks_like("S\u{0430}les", "Sales"));
        assert!(!looks_like("Sales", "Sales"));
        assert!(
            !looks_like("modem", "modern"),
            "one alphabet: only a coincidence"
        );
    }

    #[test]
    fn readable_ids_spell_any_name() {
        assert_eq!(readable_id("Sales & Returns", "domain"), "sales-returns");
        assert_eq!(readable_id("Größe", "domain"), "grosse");
        assert_eq!(readable_id("***", "domain"), "domain");
        assert!(readable_id(&"word ".repeat(40), "domain").len() <= 60);
    }

    #[test]
    fn names_are_looked_for_without_marks_case_and_signs() {
        assert_eq!(searchable("Tomasz  ZIELIŃSKI"), " tomasz zielinski ");
        assert_eq!(
            searchable("Łukasz Größe-Ødegård"),
            " lukasz grosse odegard "
        );
        assert_eq!(searchable("j.lind%_@weft.example"), " j lind weft example ");
        assert_eq!(searchable("売上 Ｓａｌｅｓ"), " 売上 sales ");
        assert_eq!(searchable("🧵"), " ");
    }

    #[test]
    fn email_addresses_have_two_sides() {
        for (text, holds) in [
            ("a@b.example", true),
            ("a@", false),
            ("@b", false),
            ("a b@c", false),
            ("a@b@c", false),
        ] {
            let mut fields = Fields::default();
            check_email(&mut fields, "/email", text);
            assert_eq!(fields.is_empty(), holds, "{text}");
        }
    }
}
