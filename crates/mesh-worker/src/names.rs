//! Physical column names from the owner's headers.

use std::collections::HashSet;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// PostgreSQL's limit, the tightest of the readers.
const MAX_BYTES: usize = 63;

/// A unique physical name for each header, in order: `[a-z_][a-z0-9_]*`, at
/// most 63 bytes.
pub(crate) fn physical_names<'a>(headers: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    headers
        .into_iter()
        .enumerate()
        .map(|(index, header)| unique(slug(header, index + 1), &mut taken))
        .collect()
}

fn unique(slug: String, taken: &mut HashSet<String>) -> String {
    let mut name = slug.clone();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        let suffix = format!("_{number}");
        let stem = &slug[..slug.len().min(MAX_BYTES - suffix.len())];
        name = format!("{stem}{suffix}");
        number += 1;
    }
    name
}

fn slug(header: &str, position: usize) -> String {
    let mut slug = String::new();
    for letter in header.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        match letter.to_ascii_lowercase() {
            plain @ ('a'..='z' | '0'..='9') => slug.push(plain),
            other => match latin(other) {
                Some(letters) => slug.push_str(letters),
                None if slug.ends_with('_') => {}
                None => slug.push('_'),
            },
        }
    }
    let slug = slug.trim_matches('_');
    let mut name = match slug.chars().next() {
        None => format!("column_{position}"),
        Some('0'..='9') => format!("column_{slug}"),
        Some(_) => slug.to_owned(),
    };
    name.truncate(MAX_BYTES);
    name
}

/// Latin letters that do not decompose into a plain one and a mark.
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_become_plain_unique_names() {
        let headers = [
            "Price (EUR), net",
            "price eur net",
            "",
            "2019",
            "Größe",
            "Ærø",
            "价格",
            "  ",
            "__x__",
            "select",
            "Price (EUR), net",
        ];
        assert_eq!(
            physical_names(headers),
            [
                "price_eur_net",
                "price_eur_net_2",
                "column_3",
                "column_2019",
                "grosse",
                "aero",
                "column_7",
                "column_8",
                "x",
                "select",
                "price_eur_net_3",
            ]
        );
    }

    #[test]
    fn long_headers_stay_unique_within_the_limit() {
        let long = "a".repeat(200);
        let names = physical_names([long.as_str(), long.as_str()]);
        assert_eq!(names[0].len(), MAX_BYTES);
        assert_eq!(names[1].len(), MAX_BYTES);
        assert!(names[1].ends_with("a_2"));
    }

    #[test]
    fn a_made_up_name_gives_way_to_an_earlier_header() {
        assert_eq!(physical_names(["column_2", ""]), ["column_2", "column_2_2"]);
    }
}
