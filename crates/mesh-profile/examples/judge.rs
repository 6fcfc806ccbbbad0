//! Judges columns that another program made: one JSON object a line with `header` and `values`, and what was found out
//! as one line of JSON each.

use std::io::{self, BufRead, Write};

use mesh_profile::{Column, Facts, judge};
use serde::Deserialize;

#[derive(Deserialize)]
struct Asked {
    header: String,
    values: Vec<String>,
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let asked: Asked = serde_json::from_str(&line?)?;
        let mut different: Vec<&str> = asked.values.iter().map(String::as_str).collect();
        different.sort_unstable();
        different.dedup();
        let is_number = different.iter().all(|value| {
            value.parse::<f64>().is_ok() && (value.len() == 1 || !value.starts_with('0'))
        });
        let characters: usize = asked.values.iter().map(|value| value.chars().count()).sum();
        let meaning = judge(&Column {
            name: "",
            header: &asked.header,
            is_boolean: false,
            is_number,
            is_text: !is_number,
            is_time: false,
            facts: Facts {
                rows: asked.values.len() as u64,
                values: asked.values.len() as u64,
                distinct: different.len() as u64,
                mean_length: characters as f64 / asked.values.len().max(1) as f64,
            },
            values: &different,
        });
        serde_json::to_writer(&mut out, &meaning)?;
        writeln!(out)?;
    }
    Ok(())
}
