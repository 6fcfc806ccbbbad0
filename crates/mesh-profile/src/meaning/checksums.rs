//! Check digits.

/// The digits of a text, if there is nothing but digits and what separates groups of them.
pub(super) fn digits(text: &str) -> Option<Vec<u32>> {
    let mut found = Vec::with_capacity(text.len());
    for each in text.chars() {
        match each.to_digit(10) {
            Some(digit) => found.push(digit),
            None if matches!(each, ' ' | '-' | '.' | '/') => {}
            None => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// ISO/IEC 7812-1, annex B.
pub(super) fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match at % 2 {
            0 => *digit,
            _ if *digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Sum of digits times weights.
pub(super) fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum()
}

/// ISO 7064, MOD 11,10.
pub(super) fn mod_11_10(digits: &[u32]) -> bool {
    let Some((check, rest)) = digits.split_last() else {
        return false;
    };
    let mut product = 10;
    for digit in rest {
        let sum = (digit + product) % 10;
        product = if sum == 0 { 10 } else { sum } * 2 % 11;
    }
    (11 - product) % 10 == *check
}

/// Verhoeff's check over the dihedral group of order ten.
pub(super) fn verhoeff(digits: &[u32]) -> bool {
    const TURN: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let times = |one: u32, other: u32| match (one < 5, other < 5) {
        (true, true) => (one + other) % 5,
        (true, false) => (one + other - 5) % 5 + 5,
        (false, true) => (one + 5 - other) % 5 + 5,
        (false, false) => (one + 5 - other) % 5,
    };
    let mut check = 0;
    for (at, digit) in digits.iter().rev().enumerate() {
        let mut turned = *digit;
        for _ in 0..at % 8 {
            turned = TURN[turned as usize];
        }
        check = times(check, turned);
    }
    check == 0
}

/// The remainder of a number of any length.
pub(super) fn remainder(digits: impl IntoIterator<Item = u32>, by: u32) -> u32 {
    digits
        .into_iter()
        .fold(0, |rest, digit| (rest * 10 + digit) % by)
}

/// IBAN: the country's length and ISO 7064 MOD 97-10.
pub(super) fn iban(text: &str) -> bool {
    let compact = compact(text);
    let country: String = compact.iter().take(2).collect();
    IBAN_LENGTHS
        .split_whitespace()
        .any(|each| each[..2] == *country && each[2..].parse() == Ok(compact.len()))
        && mod_97(&compact)
}

/// The form and the check of an IBAN, of whatever country: more of them join.
pub(super) fn iban_of_any_country(text: &str) -> bool {
    mod_97(&compact(text))
}

fn compact(text: &str) -> Vec<char> {
    text.chars()
        .filter(|each| !matches!(each, ' ' | '-'))
        .map(|each| each.to_ascii_uppercase())
        .collect()
}

fn mod_97(compact: &[char]) -> bool {
    if !(13..=34).contains(&compact.len())
        || !compact.iter().all(char::is_ascii_alphanumeric)
        || !compact[..2].iter().all(char::is_ascii_alphabetic)
        || !compact[2..4].iter().all(char::is_ascii_digit)
    {
        return false;
    }
    let turned = compact[4..].iter().chain(&compact[..4]);
    let rest = turned.fold(0, |rest, each| match each.to_digit(36) {
        Some(value) if value < 10 => (rest * 10 + value) % 97,
        Some(value) => (rest * 100 + value) % 97,
        None => rest,
    });
    rest == 1
}

const IBAN_LENGTHS: &str = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 \
    DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 \
    KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 \
    QA29 RO24 RS22 RU33 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";

/// The number of a payment card: a known network's prefix and length, and Luhn's check.
pub(super) fn card(text: &str) -> bool {
    let Some(digits) = digits(text).filter(|found| (12..=19).contains(&found.len())) else {
        return false;
    };
    let head = |count: usize| remainder(digits[..count].iter().copied(), 1_000_000);
    let network = match (digits[0], digits.len()) {
        (4, 13 | 16 | 19) => true,
        (5, 16) => (51..=55).contains(&head(2)),
        (2, 16) => (2221..=2720).contains(&head(4)),
        (3, 15) => matches!(head(2), 34 | 37) || matches!(head(4), 2131 | 1800),
        (3, 14) => matches!(head(2), 36 | 38 | 39) || (300..=305).contains(&head(3)),
        (3, 16) => (3528..=3589).contains(&head(4)),
        (6, 16) => head(4) == 6011 || matches!(head(2), 65 | 62 | 64),
        (1 | 2, 15) => matches!(head(4), 2131 | 1800),
        _ => false,
    };
    let maestro =
        matches!(head(2), 50 | 56..=58 | 63 | 67) || matches!(head(4), 6304 | 6759..=6763);
    (network || maestro) && luhn(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_checked() {
        for good in [
            "DE89 3704 0044 0532 0130 00",
            "GB82WEST12345698765432",
            "NO9386011117947",
        ] {
            assert!(iban(good), "{good}");
        }
        for bad in [
            "DE89370400440532013001",
            "XX89370400440532013000",
            "DE8937040044053201300",
            "DE12 3456",
        ] {
            assert!(!iban(bad), "{bad}");
        }
        for good in ["4111 1111 1111 1111", "5555555555554444", "378282246310005"] {
            assert!(card(good), "{good}");
        }
        for bad in ["4111111111111112", "1234567812345670", "79927398713"] {
            assert!(!card(bad), "{bad}");
        }
        assert!(verhoeff(&[2, 3, 6, 3]));
        assert!(!verhoeff(&[2, 3, 6, 4]));
        assert!(mod_11_10(&[8, 6, 0, 9, 5, 7, 4, 2, 7, 1, 9]));
    }
}
