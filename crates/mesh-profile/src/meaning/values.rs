//! Forms of single values.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{checksums::digits, dates};

pub(super) fn email(text: &str) -> bool {
    let Some((local, domain)) = text.trim_start_matches("mailto:").rsplit_once('@') else {
        return false;
    };
    let (local, domain) = match (local.rsplit_once('<'), domain.strip_suffix('>')) {
        (Some((_, local)), Some(domain)) => (local, domain),
        _ => (local, domain),
    };
    !local.is_empty()
        && local.len() <= 64
        && !local.contains(char::is_whitespace)
        && !local.contains(['@', ':', '/'])
        && domain.split('.').count() >= 2
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label
                    .chars()
                    .all(|each| each.is_alphanumeric() || each == '-')
        })
        && domain.rsplit('.').next().is_some_and(|last| {
            last.chars().count() >= 2 && !last.chars().all(|each| each.is_ascii_digit())
        })
}

/// A telephone number in any of the ways in which they are written.
pub(super) fn phone(text: &str) -> bool {
    let core = without_extension(text);
    let count = core.chars().filter(char::is_ascii_digit).count();
    (6..=16).contains(&count)
        && core.chars().all(|each| {
            each.is_ascii_digit()
                || matches!(
                    each,
                    '+' | ' ' | '(' | ')' | '-' | '.' | '/' | '\u{a0}' | '‑'
                )
        })
        && core.rfind('+').is_none_or(|at| at <= 1)
        && !is_plain_date(core)
}

/// A telephone number that nothing else looks like: international, or with the brackets, zeros and groups that only
/// they have.
pub(super) fn surely_phone(text: &str) -> bool {
    if !phone(text) {
        return false;
    }
    let core = without_extension(text);
    let count = core.chars().filter(char::is_ascii_digit).count();
    let groups = core
        .split(|each: char| !each.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .count();
    let international =
        core.starts_with('+') || core.starts_with("(+") || core.starts_with("00") && count > 10;
    let bracketed = core.contains('(') && core.contains(')');
    let national = core.starts_with('0') && groups > 1 && (8..=12).contains(&count);
    international && count >= 8 || bracketed || national && core.len() != 10 || north_american(core)
}

/// Ten digits in groups of three, three and four, of which neither of the first two begins with 0 or 1.
fn north_american(text: &str) -> bool {
    let text = text
        .strip_prefix("1-")
        .or(text.strip_prefix("001-"))
        .unwrap_or(text);
    let bytes = text.as_bytes();
    let separator = |at: usize| matches!(bytes[at], b'-' | b'.' | b' ');
    bytes.len() == 12
        && separator(3)
        && separator(7)
        && matches!(bytes[0], b'2'..=b'9')
        && matches!(bytes[4], b'2'..=b'9')
        && bytes.iter().filter(|byte| byte.is_ascii_digit()).count() == 10
}

fn without_extension(text: &str) -> &str {
    let end = text
        .find(['x', 'X', 'e', ',', ';', '#'])
        .unwrap_or(text.len());
    text[..end].trim().trim_start_matches("tel:")
}

fn is_plain_date(text: &str) -> bool {
    text.len() <= 10 && dates::day(text) && text.contains(['-', '.', '/'])
}

pub(super) fn ip(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or(text);
    host.parse::<Ipv4Addr>().is_ok() || host.contains(':') && host.parse::<Ipv6Addr>().is_ok()
}

/// A network address that is no version: those have small numbers.
pub(super) fn surely_ip(text: &str) -> bool {
    ip(text) && (text.contains(':') || text.split(['.', '/']).any(|part| part.len() == 3))
}

pub(super) fn url(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = ["https://", "http://", "ftp://", "s3://", "www."]
        .iter()
        .find_map(|scheme| lower.strip_prefix(scheme));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

pub(super) fn uuid(text: &str) -> bool {
    let text = text.trim_start_matches('{').trim_end_matches('}');
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

pub(super) fn mac(text: &str) -> bool {
    text.len() == 17
        && text.bytes().enumerate().all(|(at, byte)| match at % 3 {
            2 => matches!(byte, b':' | b'-'),
            _ => byte.is_ascii_hexdigit(),
        })
}

pub(super) fn user_name(text: &str) -> bool {
    let length = text.chars().count();
    (2..=40).contains(&length)
        && text.chars().any(char::is_alphabetic)
        && text
            .chars()
            .all(|each| each.is_alphanumeric() || matches!(each, '.' | '_' | '-' | '@' | '\\'))
}

pub(super) fn gender(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "m",
        "f",
        "w",
        "d",
        "x",
        "h",
        "v",
        "k",
        "u",
        "male",
        "female",
        "other",
        "diverse",
        "divers",
        "man",
        "woman",
        "männlich",
        "weiblich",
        "mann",
        "frau",
        "herr",
        "homme",
        "femme",
        "hombre",
        "mujer",
        "masculino",
        "femenino",
        "feminino",
        "masculin",
        "féminin",
        "maschio",
        "femmina",
        "uomo",
        "donna",
        "vrouw",
        "mężczyzna",
        "kobieta",
        "muž",
        "žena",
        "kvinna",
        "kvinde",
        "kvinne",
        "mies",
        "nainen",
        "férfi",
        "nő",
        "м",
        "ж",
        "мужской",
        "женский",
        "муж",
        "жен",
        "男",
        "女",
        "男性",
        "女性",
        "남",
        "여",
        "남성",
        "여성",
        "erkek",
        "kadın",
        "non-binary",
        "nonbinary",
        "unknown",
        "unbekannt",
        "mr",
        "mrs",
        "ms",
    ];
    WORDS.contains(&text.to_lowercase().trim_end_matches('.'))
}

/// Words for streets, before or after the name.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "drive",
    "court",
    "boulevard",
    "blvd",
    "way",
    "place",
    "square",
    "terrace",
    "rue",
    "chemin",
    "allée",
    "quai",
    "impasse",
    "cours",
    "calle",
    "avenida",
    "plaza",
    "paseo",
    "via",
    "viale",
    "piazza",
    "corso",
    "vicolo",
    "rua",
    "travessa",
    "alameda",
    "largo",
    "ul",
    "al",
    "pl",
    "os",
    "ulica",
    "aleja",
    "plac",
    "ulice",
    "náměstí",
    "nám",
    "ул",
    "пер",
    "пр",
    "бул",
    "пл",
    "наб",
    "ш",
    "út",
    "utca",
    "tér",
    "cad",
    "sok",
    "mah",
    "cd",
    "sk",
    "οδός",
    "stravenue",
    "parkway",
    "extension",
    "manors",
    "mews",
    "glens",
];
const STREET_ENDINGS: &[&str] = &[
    "straße",
    "strasse",
    "str.",
    "gasse",
    "weg",
    "platz",
    "allee",
    "ring",
    "damm",
    "ufer",
    "straat",
    "laan",
    "plein",
    "steeg",
    "gade",
    "vej",
    "allé",
    "gata",
    "gatan",
    "vägen",
    "torget",
    "gränd",
    "gaten",
    "veien",
    "vegen",
    "katu",
    "tie",
    "kuja",
    "polku",
    "utca",
    "boulevard",
    "baan",
    "hof",
    "singel",
    "kade",
    "dreef",
    "pad",
];

/// A street with the number of a house.
pub(super) fn surely_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower
        .split([' ', ',', '\n', '.', '/'])
        .filter(|word| !word.is_empty());
    text.chars().any(char::is_numeric)
        && lower.chars().filter(|each| each.is_alphabetic()).count() >= 4
        && (6..=160).contains(&text.chars().count())
        && words.any(|word| {
            STREETS.contains(&word)
                || word.len() > 6 && STREET_ENDINGS.iter().any(|ending| word.ends_with(ending))
                || lower.contains("str. ")
        })
}

/// What a header can call an address: letters, mostly with a number.
pub(super) fn address(text: &str) -> bool {
    let letters = text.chars().filter(|each| each.is_alphabetic()).count();
    let shortest = if super::people::is_cjk(text) { 3 } else { 5 };
    letters >= 3
        && text.chars().count() >= shortest
        && !text.contains('@')
        && !url(text)
        && !ip(text)
        && !mac(text)
}

pub(super) fn place_name(text: &str) -> bool {
    let length = text.chars().count();
    (1..=60).contains(&length)
        && text.chars().filter(|each| each.is_alphabetic()).count() * 2 > length
        && text.chars().filter(char::is_ascii_digit).count() == 0
}

pub(super) fn postcode(text: &str) -> bool {
    (3..=10).contains(&text.chars().count())
        && text.chars().any(|each| each.is_ascii_digit())
        && text
            .chars()
            .all(|each| each.is_ascii_alphanumeric() || matches!(each, ' ' | '-' | '〒'))
}

pub(super) fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|each| {
            !each.is_whitespace() && !matches!(each, '€' | '$' | '£' | '¥' | '%' | '₹' | '\'')
        })
        .collect();
    let plain = match (plain.rfind(','), plain.rfind('.')) {
        (Some(comma), Some(point)) if comma > point => plain.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => plain.replace(',', ""),
        (Some(_), None) => plain.replace(',', "."),
        _ => plain,
    };
    plain.parse().ok()
}

pub(super) fn money(text: &str) -> bool {
    let signed = text.starts_with(['€', '$', '£', '¥', '₹'])
        || text.ends_with(['€', '$', '£', '¥', '₹', 'ł']);
    signed && number(text.trim_end_matches("zł")).is_some()
}

pub(super) fn flag(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "yes",
        "no",
        "y",
        "n",
        "true",
        "false",
        "ja",
        "nein",
        "j",
        "oui",
        "non",
        "sí",
        "si",
        "sì",
        "да",
        "нет",
        "tak",
        "nie",
        "nee",
        "on",
        "off",
        "t",
        "f",
        "wahr",
        "falsch",
        "x",
        "evet",
        "hayır",
        "はい",
        "いいえ",
        "是",
        "否",
    ];
    WORDS.contains(&text.to_lowercase().as_str())
}

/// A mobile number as it is written in China: eleven digits, the first of which are given to networks.
pub(super) fn chinese_mobile(text: &str) -> bool {
    digits(text).is_some_and(|digits| digits.len() == 11 && digits[0] == 1 && digits[1] >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_known_and_look_alikes_are_not() {
        for good in [
            "ada@example.org",
            "Ada <ada@example.co.uk>",
            "jörg@müller.de",
        ] {
            assert!(email(good), "{good}");
        }
        for bad in ["@handle", "ada@localhost", "a b@c.de", "pkg@1.2.3"] {
            assert!(!email(bad), "{bad}");
        }
        for good in [
            "+49(0)7066 907439",
            "06 27 63 17 06",
            "217-977-6317x066",
            "(0161) 496 0631",
            "00420 607 706 690",
        ] {
            assert!(surely_phone(good), "{good}");
        }
        for bad in [
            "2024-02-29",
            "12.03.2021",
            "302-1234567",
            "123456789",
            "1.2.3.4",
        ] {
            assert!(!surely_phone(bad), "{bad}");
        }
        assert!(surely_ip("192.168.0.1") && !surely_ip("10.2.1.4") && ip("10.2.1.4"));
        assert!(ip("2001:db8::1") && !ip("12:30:45"));
        for good in [
            "391 Johnson Burg St",
            "Beckergasse 8",
            "507, rue de Maury",
            "al. Leśna 74/39",
            "ул. Зеленая, д. 4",
        ] {
            assert!(surely_address(good), "{good}");
        }
        for bad in ["Bestellweg", "Chair 12", "Version 3 of 2024"] {
            assert!(!surely_address(bad), "{bad}");
        }
        assert_eq!(number("1.234,50 €"), Some(1234.5));
    }
}
