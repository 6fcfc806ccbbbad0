//! Contracts and product documents: YAML (and so JSON) as plain, bounded values.
//!
//! Read with the core schema of YAML 1.2, so that `no` and `2026-11-21` stay the texts that they are. What makes a small
//! file large or one text several is refused with its line: aliases, several documents, foreign tags, keys that occur
//! twice or aren't a word.

use std::collections::HashSet;

use mesh_job::Failure;
use saphyr_parser::{Event, Parser, ScalarStyle, Tag};
use serde_json::{Number, Value};

use crate::failures::unreadable;

/// Bytes of a document. The largest official example has 190 kB.
pub(crate) const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// How deep values may lie in one another.
const DEEPEST: usize = 60;

/// Values in a document.
const MOST_VALUES: usize = 200_000;

/// A mapping or list that isn't complete yet.
enum Open {
    List {
        begun: bool,
    },
    /// With the names so far, and whether a value is due.
    Mapping {
        names: HashSet<String>,
        value_due: bool,
    },
}

/// The only document in a text, as JSON with its fields in their order.
pub(crate) fn read(text: &str) -> Result<String, Failure> {
    let mut json = String::new();
    let mut open: Vec<Open> = Vec::new();
    let (mut values, mut documents) = (0, 0);
    let mut parser = Parser::new_from_str(text);
    while let Some(next) = parser.next_event() {
        let (event, span) = next.map_err(|error| {
            let marker = error.marker();
            refused("yaml_syntax", marker.line()).with("column", marker.col() + 1)
        })?;
        let line = span.start.line();
        match event {
            Event::Alias(_) => return Err(refused("yaml_alias", line)),
            Event::DocumentStart(_) => {
                documents += 1;
                if documents > 1 {
                    return Err(refused("yaml_several", line));
                }
            }
            Event::Scalar(words, style, _, tag) => {
                let tag = tag.as_deref();
                if let Some(Open::Mapping { names, value_due }) = open.last_mut()
                    && !*value_due
                {
                    if tag.is_some() {
                        return Err(refused("yaml_tag", line));
                    }
                    if !names.insert(words.clone().into_owned()) {
                        return Err(refused("yaml_twice", line).with("key", shortened(&words)));
                    }
                    *value_due = true;
                    if names.len() > 1 {
                        json.push(',');
                    }
                    json.push_str(&Value::from(&*words).to_string());
                    json.push(':');
                    continue;
                }
                begin(&mut json, &mut open, &mut values, line)?;
                json.push_str(&scalar(&words, style, tag, line)?.to_string());
            }
            Event::SequenceStart(_, tag) => {
                nested(&open, tag.as_deref(), line)?;
                begin(&mut json, &mut open, &mut values, line)?;
                json.push('[');
                open.push(Open::List { begun: false });
            }
            Event::MappingStart(_, tag) => {
                nested(&open, tag.as_deref(), line)?;
                begin(&mut json, &mut open, &mut values, line)?;
                json.push('{');
                open.push(Open::Mapping {
                    names: HashSet::new(),
                    value_due: false,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List { .. }) => json.push(']'),
                Some(Open::Mapping { .. }) => json.push('}'),
                None => return Err(refused("yaml_syntax", line)),
            },
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
    }
    if json.is_empty() {
        return Err(unreadable("yaml_nothing"));
    }
    Ok(json)
}

/// What stands before a value.
fn begin(
    json: &mut String,
    open: &mut [Open],
    values: &mut usize,
    line: usize,
) -> Result<(), Failure> {
    *values += 1;
    if *values > MOST_VALUES {
        return Err(refused("yaml_values", line).with("limit", MOST_VALUES));
    }
    match open.last_mut() {
        None => {}
        Some(Open::List { begun }) => {
            if *begun {
                json.push(',');
            }
            *begun = true;
        }
        Some(Open::Mapping { value_due, .. }) => *value_due = false,
    }
    Ok(())
}

/// Whether a list or mapping may begin here.
fn nested(open: &[Open], tag: Option<&Tag>, line: usize) -> Result<(), Failure> {
    if let Some(Open::Mapping {
        value_due: false, ..
    }) = open.last()
    {
        return Err(refused("yaml_key", line));
    }
    if tag.is_some_and(|tag| !tag.is_yaml_core_schema()) {
        return Err(refused("yaml_tag", line));
    }
    if open.len() >= DEEPEST {
        return Err(refused("yaml_deep", line).with("limit", DEEPEST));
    }
    Ok(())
}

fn scalar(
    words: &str,
    style: ScalarStyle,
    tag: Option<&Tag>,
    line: usize,
) -> Result<Value, Failure> {
    let text = || Value::String(words.to_owned());
    match tag {
        Some(tag) if !tag.is_yaml_core_schema() => Err(refused("yaml_tag", line)),
        Some(tag) if tag.suffix == "str" => Ok(text()),
        _ if style == ScalarStyle::Plain => Ok(plain(words)),
        _ => Ok(text()),
    }
}

/// A word without quotes, by the core schema. A number that JSON or 64 bits can't hold stays the text that it is.
fn plain(words: &str) -> Value {
    match words {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let unsigned = words.strip_prefix(['+', '-']).unwrap_or(words);
    let whole = !unsigned.is_empty() && unsigned.bytes().all(|sign| sign.is_ascii_digit());
    let number = if whole {
        let words = words.strip_prefix('+').unwrap_or(words);
        let signed = words.parse::<i64>().ok().map(Number::from);
        signed.or_else(|| words.parse::<u64>().ok().map(Number::from))
    } else if let Some(digits) = words.strip_prefix("0x") {
        u64::from_str_radix(digits, 16).ok().map(Number::from)
    } else if let Some(digits) = words.strip_prefix("0o") {
        u64::from_str_radix(digits, 8).ok().map(Number::from)
    } else if is_float(unsigned) {
        words.parse().ok().and_then(Number::from_f64)
    } else {
        None
    };
    number.map_or_else(|| Value::String(words.to_owned()), Value::Number)
}

/// `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
fn is_float(words: &str) -> bool {
    let (mantissa, exponent) = match words.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (words, None),
    };
    let digits = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit());
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent_holds = exponent.is_none_or(|exponent| {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !exponent.is_empty() && digits(exponent)
    });
    digits(before) && digits(behind) && !(before.is_empty() && behind.is_empty()) && exponent_holds
}

fn refused(problem: &str, line: usize) -> Failure {
    unreadable(problem).with("line", line)
}

fn shortened(name: &str) -> String {
    name.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_they_say_and_fields_their_order() {
        let text = "b: no\na: [1, -2, 0x1f, 1.50, 1e3, .5, 1_000, 2026-11-21, 1.0.0, ~, {}]\n\"1\": 'true'\n2: >\n  one\n  two\nbig: 99999999999999999999\n";
        assert_eq!(
            read(text).unwrap(),
            r#"{"b":"no","a":[1,-2,31,1.5,1000.0,0.5,"1_000","2026-11-21","1.0.0",null,{}],"1":"true","2":"one two\n","big":"99999999999999999999"}"#
        );
    }

    #[test]
    fn what_would_grow_or_deceive_is_refused_with_its_line() {
        let deep = "[".repeat(100);
        for (text, problem, line) in [
            ("a: &x [1]\nb: *x\n", "yaml_alias", "2"),
            ("a: 1\n---\nb: 2\n", "yaml_several", "2"),
            ("a: 1\na: 2\n", "yaml_twice", "2"),
            ("a: !run x\n", "yaml_tag", "1"),
            ("? [1, 2]\n: 3\n", "yaml_key", "1"),
            (&deep, "yaml_deep", "1"),
        ] {
            let failure = read(text).unwrap_err();
            let told = |name: &str| failure.params.get(name).map(String::as_str);
            assert_eq!(
                (told("problem"), told("line")),
                (Some(problem), Some(line)),
                "{text}"
            );
        }
        let cut = read("a: [1\nb: 2").unwrap_err();
        assert_eq!(cut.params["problem"], "yaml_syntax");
        assert_eq!(
            read("# nothing\n").unwrap_err().params["problem"],
            "yaml_nothing"
        );
    }
}
