//! Documents as YAML, the same text for the same document every time.
//!
//! What could be taken for something else by any reader of YAML 1.1 or 1.2 is quoted: words such as `no`, numbers,
//! dates, texts with signs that mean something. Texts of several lines stand as blocks.

use std::fmt::Write;

use crate::Node;

/// The document as YAML.
#[must_use]
pub fn to_yaml(value: &Node) -> String {
    let mut text = String::new();
    match value {
        Node::Fields(fields) if !fields.is_empty() => mapping(&mut text, value, 0),
        Node::List(items) if !items.is_empty() => sequence(&mut text, value, 0),
        scalar => {
            inline(&mut text, scalar, 0);
            text.push('\n');
        }
    }
    text
}

fn mapping(text: &mut String, value: &Node, depth: usize) {
    let fields = value
        .as_fields()
        .into_iter()
        .flat_map(|fields| fields.iter());
    for (at, (key, value)) in fields.enumerate() {
        // The first field of an item stands behind its dash.
        if at > 0 || !text.ends_with("- ") {
            indent(text, depth);
        }
        scalar(text, key);
        text.push(':');
        match value {
            Node::Fields(fields) if !fields.is_empty() => {
                text.push('\n');
                mapping(text, value, depth + 1);
            }
            Node::List(items) if !items.is_empty() => {
                text.push('\n');
                sequence(text, value, depth + 1);
            }
            value => {
                text.push(' ');
                inline(text, value, depth + 1);
                end_line(text);
            }
        }
    }
}

fn sequence(text: &mut String, value: &Node, depth: usize) {
    for value in value.items() {
        indent(text, depth);
        text.push_str("- ");
        match value {
            Node::Fields(fields) if !fields.is_empty() => mapping(text, value, depth + 1),
            // A list in a list is rare; its own line keeps it readable.
            Node::List(items) if !items.is_empty() => {
                text.truncate(text.len() - 1);
                text.push('\n');
                sequence(text, value, depth + 1);
            }
            value => {
                inline(text, value, depth + 1);
                end_line(text);
            }
        }
    }
}

fn inline(text: &mut String, value: &Node, depth: usize) {
    match value {
        Node::Null => text.push_str("null"),
        Node::Bool(yes) => text.push_str(if *yes { "true" } else { "false" }),
        Node::Number(number) => {
            let written = number.to_string();
            // YAML 1.1 takes an exponent for a number only behind a point.
            match written.split_once('e') {
                Some((mantissa, exponent)) if !mantissa.contains('.') => {
                    let _ = write!(text, "{mantissa}.0e{}{exponent}", sign(exponent));
                }
                Some((mantissa, exponent)) => {
                    let _ = write!(text, "{mantissa}e{}{exponent}", sign(exponent));
                }
                None => text.push_str(&written),
            }
        }
        Node::Text(words) if is_block(words) => block(text, words, depth),
        Node::Text(words) => scalar(text, words),
        Node::List(_) => text.push_str("[]"),
        Node::Fields(_) => text.push_str("{}"),
    }
}

fn sign(exponent: &str) -> &'static str {
    if exponent.starts_with(['-', '+']) {
        ""
    } else {
        "+"
    }
}

fn indent(text: &mut String, depth: usize) {
    for _ in 0..depth {
        text.push_str("  ");
    }
}

fn end_line(text: &mut String) {
    if !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Whether a text of several lines reads back unchanged when it stands as a block.
fn is_block(words: &str) -> bool {
    let body = words.trim_end_matches('\n');
    body.contains('\n')
        && !body.starts_with([' ', '\n'])
        && words.len() - body.len() <= 1
        && body.chars().all(|sign| sign == '\n' || is_printable(sign))
        && !body.contains('\t')
        && body.lines().all(|line| !line.ends_with(' '))
}

fn block(text: &mut String, words: &str, depth: usize) {
    text.push_str(if words.ends_with('\n') { "|\n" } else { "|-\n" });
    for line in words.trim_end_matches('\n').split('\n') {
        if !line.is_empty() {
            indent(text, depth.max(1));
            text.push_str(line);
        }
        text.push('\n');
    }
}

fn is_printable(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        && !matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

fn scalar(text: &mut String, words: &str) {
    if is_plain(words) {
        text.push_str(words);
    } else if words.chars().all(is_printable) && !words.contains('\'') {
        let _ = write!(text, "'{words}'");
    } else {
        quoted(text, words);
    }
}

fn quoted(text: &mut String, words: &str) {
    text.push('"');
    for sign in words.chars() {
        match sign {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            sign if is_printable(sign) => text.push(sign),
            sign if u32::from(sign) <= 0xff => {
                let _ = write!(text, "\\x{:02x}", u32::from(sign));
            }
            sign => {
                let _ = write!(text, "\\u{:04x}", u32::from(sign));
            }
        }
    }
    text.push('"');
}

/// Words that YAML 1.1 or 1.2 takes for something else than a text.
const WORDS: [&str; 13] = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", "nan", "inf", "=",
];

fn is_plain(words: &str) -> bool {
    let mut signs = words.chars();
    let Some(first) = signs.next() else {
        return false;
    };
    // Whatever begins like a number, a time or a sign of YAML is quoted rather than weighed.
    (first.is_alphabetic() || first == '_' || first == '/')
        && is_printable(first)
        && signs
            .all(|sign| is_printable(sign) && !matches!(sign, '[' | ']' | '{' | '}' | '"' | '`'))
        && !words.contains(": ")
        && !words.contains(" #")
        && !words.ends_with([':', ' '])
        && !WORDS.contains(&words.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_order_and_ambiguous_texts_are_quoted() {
        let document: Node = serde_json::from_str(
            r##"{
            "version": "1.0.0", "no": "yes", "status": "active", "when": "2026-11-21", "empty": "", "none": null,
            "tags": [], "list": ["a: b", "it's", "# x", [1, 2.5]], "things": [{ "name": "x", "of": { "deep": true } }],
            "words": "first\n\nthird", "ended": "one\ntwo\n", "tab": "a\tb\nc", "url": "https://example.org/a?b=c"
        }"##,
        )
        .unwrap();
        assert_eq!(
            to_yaml(&document),
            "version: '1.0.0'\n'no': 'yes'\nstatus: active\nwhen: '2026-11-21'\nempty: ''\nnone: null\ntags: []\n\
             list:\n  - 'a: b'\n  - it's\n  - '# x'\n  -\n    - 1\n    - 2.5\n\
             things:\n  - name: x\n    of:\n      deep: true\n\
             words: |-\n  first\n\n  third\nended: |\n  one\n  two\ntab: \"a\\tb\\nc\"\nurl: https://example.org/a?b=c\n"
        );
    }
}
