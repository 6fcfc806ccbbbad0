//! What values a column can hold, and whether that became less, more or other.

use mesh_model::ContractChangeCode as Code;

use crate::Property;

/// What a column holds: the standard's logical type and what is known of the physical one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    logical: String,
    physical: Physical,
}

/// Physical types, as far as they can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Physical {
    /// Whole numbers of so many bits.
    Whole(u32),
    /// Exact decimals of so many digits before and behind the point.
    Decimal { before: u32, behind: u32 },
    /// Floating point numbers of so many bits.
    Floating(u32),
    /// Texts of at most so many characters.
    Text(u64),
    /// Anything else, by its name.
    Other(String),
}

pub(super) fn of(property: &Property<'_>) -> Held {
    Held {
        logical: property.text("logicalType").unwrap_or_default().to_owned(),
        physical: physical(property.text("physicalType").unwrap_or_default()),
    }
}

/// The type as a sentence names it: the physical one where there is one, for it tells more.
pub(super) fn shown(property: &Property<'_>) -> String {
    let physical = property
        .text("physicalType")
        .filter(|name| !name.is_empty());
    let shown = physical.or_else(|| property.text("logicalType"));
    shown.unwrap_or_default().to_owned()
}

/// How the type changed, if it did.
pub(super) fn compare(before: &Property<'_>, after: &Property<'_>) -> Option<Code> {
    let (before, after) = (of(before), of(after));
    if before == after {
        return None;
    }
    if before.physical != after.physical {
        let narrower = holds(&before.physical, &after.physical);
        let wider = holds(&after.physical, &before.physical);
        return Some(match (narrower, wider) {
            (true, _) => Code::TypeNarrowed,
            (_, true) => Code::TypeWidened,
            _ => Code::TypeChanged,
        });
    }
    Some(match (before.logical.as_str(), after.logical.as_str()) {
        ("number", "integer") => Code::TypeNarrowed,
        ("integer", "number") => Code::TypeWidened,
        _ => Code::TypeChanged,
    })
}

/// Whether every value of `small` is one of `large`, without rounding.
fn holds(large: &Physical, small: &Physical) -> bool {
    use Physical::{Decimal, Floating, Text, Whole};
    match (large, small) {
        (Whole(large), Whole(small)) | (Floating(large), Floating(small)) => large >= small,
        (Text(large), Text(small)) => large >= small,
        (
            Decimal { before, behind },
            Decimal {
                before: small_before,
                behind: small_behind,
            },
        ) => before >= small_before && behind >= small_behind,
        (Decimal { before, .. }, Whole(bits)) => *before >= digits(*bits),
        // A mantissa holds whole numbers exactly up to its own bits: 24 of 32, 53 of 64.
        (Floating(32), Whole(bits)) => *bits <= 16,
        (Floating(_), Whole(bits)) => *bits <= 32,
        _ => false,
    }
}

/// Decimal digits that whole numbers of so many bits may have.
fn digits(bits: u32) -> u32 {
    match bits {
        8 => 3,
        16 => 5,
        32 => 10,
        _ => 19,
    }
}

fn physical(name: &str) -> Physical {
    let name = name.trim().to_lowercase();
    let (word, arguments) = match name.split_once('(') {
        Some((word, rest)) => (word.trim(), rest.trim_end_matches(')')),
        None => (name.as_str(), ""),
    };
    let mut numbers = arguments.split(',').map(|part| part.trim().parse::<u32>());
    match word {
        "byte" | "tinyint" => Physical::Whole(8),
        "short" | "smallint" => Physical::Whole(16),
        "int" | "integer" => Physical::Whole(32),
        "long" | "bigint" => Physical::Whole(64),
        "float" | "real" => Physical::Floating(32),
        "double" | "double precision" => Physical::Floating(64),
        "string" | "text" => Physical::Text(u64::MAX),
        "varchar" | "char" | "character varying" => match numbers.next() {
            Some(Ok(length)) => Physical::Text(u64::from(length)),
            _ => Physical::Text(u64::MAX),
        },
        "decimal" | "numeric" => match (numbers.next(), numbers.next()) {
            (Some(Ok(digits)), behind) => {
                let behind = behind.and_then(Result::ok).unwrap_or(0);
                Physical::Decimal {
                    before: digits.saturating_sub(behind),
                    behind,
                }
            }
            _ => Physical::Other(name),
        },
        _ => Physical::Other(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_what_is_exact() {
        for (large, small) in [
            ("long", "integer"),
            ("BIGINT", "smallint"),
            ("decimal(20,0)", "long"),
            ("decimal(12,4)", "decimal(10,2)"),
            ("double", "integer"),
            ("string", "varchar(18)"),
            ("varchar(20)", "varchar(2)"),
        ] {
            assert!(holds(&physical(large), &physical(small)), "{large} {small}");
            assert!(
                !holds(&physical(small), &physical(large)),
                "{small} {large}"
            );
        }
        // Neither holds the other: they are other types.
        for (one, other) in [
            ("double", "long"),
            ("decimal(10,2)", "decimal(9,3)"),
            ("string", "date"),
            ("decimal(18,0)", "long"),
        ] {
            assert!(!holds(&physical(one), &physical(other)), "{one} {other}");
        }
    }
}
