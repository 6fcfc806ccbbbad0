//! The form of a text.

/// Longer forms are cut.
const LONGEST: usize = 40;

/// Writes a text's form: `A` for a capital letter, `a+` for small ones and letters without case, `9` for a digit.
/// A code's length is part of its form, a word's isn't.
pub(crate) fn write(text: &str, form: &mut String) {
    form.clear();
    let mut words = false;
    for each in text.chars() {
        if form.len() >= LONGEST {
            form.push('…');
            return;
        }
        let small = each.is_alphabetic() && !each.is_uppercase();
        if small && words {
            continue;
        }
        words = small;
        if small {
            form.push_str("a+");
        } else if each.is_alphabetic() {
            form.push('A');
        } else if each.is_numeric() {
            form.push('9');
        } else if each.is_whitespace() || each.is_control() {
            form.push(' ');
        } else {
            form.push(each);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn codes_keep_their_length_and_words_do_not() {
        let mut form = String::new();
        for (text, expected) in [
            ("AB12 3456", "AA99 9999"),
            ("Grace Hopper", "Aa+ Aa+"),
            ("ada", "a+"),
            ("", ""),
            ("2024-02-29", "9999-99-99"),
        ] {
            super::write(text, &mut form);
            assert_eq!(form, expected);
        }
    }
}
