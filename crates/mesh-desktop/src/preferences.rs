//! What a person prefers in this window, such as the theme. Small values by
//! name; the platform knows nothing of them.

use serde_json::Value;

use crate::error::DesktopError;

/// The most characters of a key.
pub const KEY_LIMIT: usize = 64;
/// The most bytes of a value as JSON.
pub const VALUE_LIMIT: usize = 4096;
/// The most preferences that are kept.
pub const COUNT_LIMIT: usize = 200;

/// Whether a preference may be kept beside `kept` others.
///
/// # Errors
/// `Preference` if the key is not made of letters, digits, `.` and `-`, if the
/// value is a list, an object or too long, or if there are too many.
pub fn check(key: &str, value: &Value, kept: usize) -> Result<(), DesktopError> {
    let speakable = key
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    if key.is_empty() || key.len() > KEY_LIMIT || !speakable {
        return Err(DesktopError::Preference("its name is not one"));
    }
    if value.is_object() || value.is_array() {
        return Err(DesktopError::Preference("its value is not a single one"));
    }
    if value.to_string().len() > VALUE_LIMIT {
        return Err(DesktopError::Preference("its value is too long"));
    }
    if kept >= COUNT_LIMIT {
        return Err(DesktopError::Preference("there are too many"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn single_values_under_a_plain_name_are_kept() {
        for value in [json!("dark"), json!(true), json!(3.5), Value::Null] {
            check("colorScheme", &value, 0).unwrap();
        }
        check("table.row-height", &json!(32), COUNT_LIMIT - 1).unwrap();
    }

    #[test]
    fn everything_else_is_refused() {
        for key in [
            "",
            "colour_scheme",
            "../x",
            "a b",
            "ü",
            &"k".repeat(KEY_LIMIT + 1),
        ] {
            assert!(check(key, &json!(1), 0).is_err(), "{key}");
        }
        assert!(check("theme", &json!({}), 0).is_err());
        assert!(check("theme", &json!([1]), 0).is_err());
        assert!(check("theme", &json!("x".repeat(VALUE_LIMIT)), 0).is_err());
        assert!(check("theme", &json!(1), COUNT_LIMIT).is_err());
    }
}
