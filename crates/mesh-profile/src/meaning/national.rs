//! Numbers that states give to people, by the rules with which they are made.

use super::{
    checksums::{digits, luhn, mod_11_10, remainder, verhoeff, weighted},
    dates::valid,
};

/// A scheme of numbers.
pub(super) struct Scheme {
    pub(super) name: &'static str,
    pub(super) fits: fn(&str) -> bool,
    /// Whether following it is so unlikely by chance that no header must say so.
    pub(super) alone: bool,
    /// Whether that includes check digits.
    pub(super) checked: bool,
}

const fn strong(name: &'static str, fits: fn(&str) -> bool) -> Scheme {
    Scheme {
        name,
        fits,
        alone: true,
        checked: true,
    }
}

const fn weak(name: &'static str, fits: fn(&str) -> bool, checked: bool) -> Scheme {
    Scheme {
        name,
        fits,
        alone: false,
        checked,
    }
}

/// The schemes that are known; stricter ones first.
pub(super) const SCHEMES: &[Scheme] = &[
    strong("it-codice-fiscale", codice_fiscale),
    strong("fr-nir", nir),
    strong("cn-resident-id", resident_id),
    strong("fi-hetu", hetu),
    strong("es-dni", dni),
    strong("ch-ahv", ahv),
    strong("mx-curp", curp),
    strong("pl-pesel", pesel),
    strong("no-fodselsnummer", fodselsnummer),
    strong("be-rijksregisternummer", rijksregister),
    strong("ro-cnp", cnp),
    strong("ee-isikukood", isikukood),
    strong("tr-kimlik", kimlik),
    strong("br-cpf", cpf),
    strong("bg-egn", egn),
    strong("za-id", za_id),
    strong("gr-amka", amka),
    strong("rs-jmbg", jmbg),
    strong("de-steuer-id", steuer_id),
    strong("se-personnummer", personnummer),
    strong("cz-rodne-cislo", rodne_cislo),
    strong("kr-rrn", rrn),
    Scheme {
        name: "us-ssn",
        fits: ssn,
        alone: true,
        checked: false,
    },
    Scheme {
        name: "gb-nino",
        fits: nino,
        alone: true,
        checked: false,
    },
    Scheme {
        name: "dk-cpr",
        fits: cpr,
        alone: true,
        checked: false,
    },
    weak("nl-bsn", bsn, true),
    weak(
        "hr-oib",
        |text| number(text, 11).is_some_and(|digits| mod_11_10(&digits)),
        true,
    ),
    weak("pt-nif", nif, true),
    weak(
        "in-aadhaar",
        |text| number(text, 12).is_some_and(|digits| verhoeff(&digits)),
        true,
    ),
    weak(
        "ca-sin",
        |text| number(text, 9).is_some_and(|digits| luhn(&digits)),
        true,
    ),
];

/// The form that such numbers have in general.
pub(super) fn looks_like_one(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let numbers = text.chars().filter(char::is_ascii_digit).count();
    (5..=22).contains(&text.chars().count())
        && numbers >= 5
        && letters <= 12
        && text
            .chars()
            .all(|each| each.is_ascii_alphanumeric() || matches!(each, ' ' | '-' | '.' | '/' | '+'))
}

fn number(text: &str, length: usize) -> Option<Vec<u32>> {
    digits(text)
        .filter(|found| found.len() == length && found.iter().any(|digit| *digit != found[0]))
}

fn value(digits: &[u32]) -> u32 {
    remainder(digits.iter().copied(), u32::MAX / 10)
}

/// A day in the century before or after.
fn born(year: &[u32], month: u32, day: u32) -> bool {
    let year = value(year);
    valid(1900 + year, month, day) || valid(2000 + year, month, day)
}

fn upper(text: &str) -> Vec<u8> {
    text.bytes()
        .filter(|byte| !matches!(byte, b' ' | b'-' | b'.'))
        .map(|byte| byte.to_ascii_uppercase())
        .collect()
}

fn of_form(text: &[u8], form: &str) -> bool {
    text.len() == form.len()
        && text
            .iter()
            .zip(form.bytes())
            .all(|(byte, form)| match form {
                b'A' => byte.is_ascii_uppercase(),
                b'9' => byte.is_ascii_digit(),
                b'*' => byte.is_ascii_alphanumeric(),
                other => *byte == other,
            })
}

fn codice_fiscale(text: &str) -> bool {
    const ODD: [u32; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let code = upper(text);
    if !of_form(&code, "AAAAAA**A**A***A") {
        return false;
    }
    let sum: u32 = code[..15]
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            let digit = byte.is_ascii_digit();
            let place = u32::from(if digit { byte - b'0' } else { byte - b'A' });
            if at % 2 == 0 {
                ODD[place as usize]
            } else {
                place
            }
        })
        .sum();
    u32::from(code[15] - b'A') == sum % 26
}

fn nir(text: &str) -> bool {
    let code = upper(text);
    if code.len() != 15 || !matches!(code[0], b'1' | b'2' | b'3' | b'4' | b'7' | b'8') {
        return false;
    }
    // Corsica's departments, 2A and 2B, count as 19 and 18.
    let digits: Option<Vec<u32>> = code
        .iter()
        .enumerate()
        .map(|(at, byte)| match (at, byte) {
            (6, b'A') => Some(9),
            (6, b'B') => Some(8),
            _ => char::from(*byte).to_digit(10),
        })
        .collect();
    let Some(mut digits) = digits else {
        return false;
    };
    if matches!(code[6], b'A' | b'B') {
        digits[5] = 1;
    }
    let body = remainder(digits[..13].iter().copied(), 97);
    97 - body == value(&digits[13..])
}

fn resident_id(text: &str) -> bool {
    const CHECK: &[u8] = b"10X98765432";
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let code = upper(text);
    if code.len() != 18 || !code[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let digits: Vec<u32> = code[..17]
        .iter()
        .map(|byte| u32::from(byte - b'0'))
        .collect();
    valid(
        value(&digits[6..10]),
        value(&digits[10..12]),
        value(&digits[12..14]),
    ) && CHECK[(weighted(&digits, &WEIGHTS) % 11) as usize] == code[17]
}

fn hetu(text: &str) -> bool {
    const CHECK: &[u8] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let code: Vec<u8> = text.bytes().map(|byte| byte.to_ascii_uppercase()).collect();
    if code.len() != 11
        || !b"+-ABCDEFYXWVU".contains(&code[6])
        || !code[..6].iter().chain(&code[7..10]).all(u8::is_ascii_digit)
    {
        return false;
    }
    let digits: Vec<u32> = code[..6]
        .iter()
        .chain(&code[7..10])
        .map(|byte| u32::from(byte - b'0'))
        .collect();
    born(&digits[4..6], value(&digits[2..4]), value(&digits[..2]))
        && CHECK[(value(&digits) % 31) as usize] == code[10]
}

fn dni(text: &str) -> bool {
    const CHECK: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let mut code = upper(text);
    match code.first() {
        Some(b'X') => code[0] = b'0',
        Some(b'Y') => code[0] = b'1',
        Some(b'Z') => code[0] = b'2',
        _ => {}
    }
    of_form(&code, "99999999A") && {
        let rest = remainder(code[..8].iter().map(|byte| u32::from(byte - b'0')), 23);
        CHECK[rest as usize] == code[8]
    }
}

fn ahv(text: &str) -> bool {
    const WEIGHTS: [u32; 13] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];
    number(text, 13).is_some_and(|digits| {
        digits.starts_with(&[7, 5, 6]) && weighted(&digits, &WEIGHTS).is_multiple_of(10)
    })
}

fn curp(text: &str) -> bool {
    let code = upper(text);
    of_form(&code, "AAAA999999AAAAAA**") && matches!(code[10], b'H' | b'M' | b'X')
}

fn pesel(text: &str) -> bool {
    number(text, 11).is_some_and(|digits| {
        let month = value(&digits[2..4]) % 20;
        born(&digits[..2], month, value(&digits[4..6]))
            && weighted(&digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).is_multiple_of(10)
    })
}

fn fodselsnummer(text: &str) -> bool {
    number(text, 11).is_some_and(|digits| {
        let day = value(&digits[..2]) % 40;
        let month = value(&digits[2..4]) % 40;
        born(&digits[4..6], month, day)
            && weighted(&digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).is_multiple_of(11)
            && weighted(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
    })
}

fn rijksregister(text: &str) -> bool {
    number(text, 11).is_some_and(|digits| {
        let check = value(&digits[9..]);
        let body = |lead: u32| {
            let all = std::iter::once(lead).chain(digits[..9].iter().copied());
            97 - remainder(all, 97) == check
        };
        let month = value(&digits[2..4]) % 20;
        (month == 0 || born(&digits[..2], month, value(&digits[4..6]).max(1)))
            && (body(0) || body(2))
    })
}

fn cnp(text: &str) -> bool {
    number(text, 13).is_some_and(|digits| {
        let rest = weighted(&digits, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
        (1..=9).contains(&digits[0])
            && born(&digits[1..3], value(&digits[3..5]), value(&digits[5..7]))
            && digits[12] == if rest == 10 { 1 } else { rest }
    })
}

/// Estonia and Lithuania number their people alike.
fn isikukood(text: &str) -> bool {
    number(text, 11).is_some_and(|digits| {
        let first = weighted(&digits, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        let second = weighted(&digits, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
        let check = if first < 10 { first } else { second % 10 };
        (1..=8).contains(&digits[0])
            && born(&digits[1..3], value(&digits[3..5]), value(&digits[5..7]))
            && digits[10] == check
    })
}

fn kimlik(text: &str) -> bool {
    number(text, 11).is_some_and(|digits| {
        let odd: u32 = digits[..9].iter().step_by(2).sum();
        let even: u32 = digits[1..8].iter().step_by(2).sum();
        digits[0] != 0
            && (odd * 7 + 90 - even) % 10 == digits[9]
            && digits[..10].iter().sum::<u32>() % 10 == digits[10]
    })
}

fn cpf(text: &str) -> bool {
    let check = |digits: &[u32], from: u32| {
        let weights: Vec<u32> = (2..=from).rev().collect();
        weighted(digits, &weights) * 10 % 11 % 10
    };
    number(text, 11)
        .is_some_and(|digits| check(&digits, 10) == digits[9] && check(&digits, 11) == digits[10])
}

fn egn(text: &str) -> bool {
    number(text, 10).is_some_and(|digits| {
        let month = value(&digits[2..4]) % 20;
        born(&digits[..2], month, value(&digits[4..6]))
            && weighted(&digits, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == digits[9]
    })
}

fn za_id(text: &str) -> bool {
    number(text, 13).is_some_and(|digits| {
        born(&digits[..2], value(&digits[2..4]), value(&digits[4..6]))
            && digits[10] <= 2
            && luhn(&digits)
    })
}

fn amka(text: &str) -> bool {
    number(text, 11).is_some_and(|digits| {
        born(&digits[4..6], value(&digits[2..4]), value(&digits[..2])) && luhn(&digits)
    })
}

fn jmbg(text: &str) -> bool {
    number(text, 13).is_some_and(|digits| {
        let rest = weighted(&digits, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        let year = value(&digits[4..7]);
        let year = if year < 100 { 2000 + year } else { 1000 + year };
        valid(year, value(&digits[2..4]), value(&digits[..2]))
            && digits[12] == if rest == 0 { 0 } else { (11 - rest) % 10 }
    })
}

fn steuer_id(text: &str) -> bool {
    number(text, 11).is_some_and(|digits| {
        // One digit occurs twice or three times among the first ten, so that at least one is missing.
        let mut times = [0; 10];
        digits[..10]
            .iter()
            .for_each(|digit| times[*digit as usize] += 1);
        let repeated = times.iter().filter(|count| **count > 1).count();
        digits[0] != 0
            && repeated == 1
            && times.iter().all(|count| *count < 4)
            && mod_11_10(&digits)
    })
}

fn personnummer(text: &str) -> bool {
    let dashed = text.contains(['-', '+']);
    digits(&text.replace('+', "-")).is_some_and(|digits| {
        let short = match digits.len() {
            10 => &digits[..],
            12 => &digits[2..],
            _ => return false,
        };
        let day = value(&short[4..6]);
        let day = if day > 60 { day - 60 } else { day };
        (dashed || digits.len() == 12) && born(&short[..2], value(&short[2..4]), day) && luhn(short)
    })
}

fn rodne_cislo(text: &str) -> bool {
    text.contains('/')
        && digits(text).is_some_and(|digits| {
            let month = match value(&digits[2..4.min(digits.len())]) {
                month @ 51..=62 => month - 50,
                month @ 21..=32 => month - 20,
                month @ 71..=82 => month - 70,
                month => month,
            };
            match digits.len() {
                9 => born(&digits[..2], month, value(&digits[4..6])),
                10 => {
                    let rest = remainder(digits.iter().copied(), 11);
                    let body = remainder(digits[..9].iter().copied(), 11);
                    born(&digits[..2], month, value(&digits[4..6]))
                        && (rest == 0 || body == 10 && digits[9] == 0)
                }
                _ => false,
            }
        })
}

fn rrn(text: &str) -> bool {
    text.len() == 14
        && text.as_bytes()[6] == b'-'
        && number(text, 13).is_some_and(|digits| {
            born(&digits[..2], value(&digits[2..4]), value(&digits[4..6]))
                && (1..=8).contains(&digits[6])
        })
}

fn ssn(text: &str) -> bool {
    of_form(text.as_bytes(), "999-99-9999") && {
        let part = |range: std::ops::Range<usize>| text[range].parse().unwrap_or(0);
        let (area, group, serial) = (part(0..3), part(4..6), part(7..11));
        area != 0 && area != 666 && group != 0 && serial != 0
    }
}

fn nino(text: &str) -> bool {
    let code = upper(text);
    of_form(&code, "AA999999A")
        && matches!(code[8], b'A'..=b'D' | b'F' | b'M' | b'P' | b'T')
        && !matches!(code[0], b'D' | b'F' | b'I' | b'Q' | b'U' | b'V')
}

fn cpr(text: &str) -> bool {
    of_form(text.as_bytes(), "999999-9999")
        && number(text, 10)
            .is_some_and(|digits| born(&digits[4..6], value(&digits[2..4]), value(&digits[..2])))
}

fn bsn(text: &str) -> bool {
    number(text, 9).is_some_and(|digits| {
        let sum = weighted(&digits, &[9, 8, 7, 6, 5, 4, 3, 2]);
        (sum + 11 - digits[8]).is_multiple_of(11)
    })
}

fn nif(text: &str) -> bool {
    number(text, 9).is_some_and(|digits| {
        let rest = weighted(&digits, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        digits[8] == if rest < 2 { 0 } else { 11 - rest }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers_follow_their_scheme() {
        let examples = [
            ("it-codice-fiscale", "RSSMRA85T10A562S"),
            ("fr-nir", "2 55 08 14 168 025 38"),
            ("cn-resident-id", "11010519491231002X"),
            ("fi-hetu", "131052-308T"),
            ("es-dni", "12345678Z"),
            ("ch-ahv", "756.9217.0769.85"),
            ("pl-pesel", "44051401359"),
            ("be-rijksregisternummer", "85.07.30-033 28"),
            ("br-cpf", "529.982.247-25"),
            ("se-personnummer", "811228-9874"),
            ("de-steuer-id", "86095742719"),
            ("us-ssn", "138-73-1034"),
            ("nl-bsn", "111222333"),
            ("hr-oib", "69435151530"),
            ("tr-kimlik", "10000000146"),
        ];
        for (name, text) in examples {
            let scheme = SCHEMES.iter().find(|scheme| scheme.name == name);
            assert!(
                scheme.is_some_and(|scheme| (scheme.fits)(text)),
                "{name} {text}"
            );
        }
        for text in ["12345678901", "00000000000", "12345678A", "1234"] {
            let followed: Vec<_> = SCHEMES
                .iter()
                .filter(|scheme| scheme.alone && (scheme.fits)(text))
                .map(|scheme| scheme.name)
                .collect();
            assert!(followed.is_empty(), "{text} {followed:?}");
        }
        assert!(dni("12345678Z") && !dni("12345678A"));
    }
}
