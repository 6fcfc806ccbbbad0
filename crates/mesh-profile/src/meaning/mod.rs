//! What a column means, told from its header and its values.

mod checksums;
mod dates;
mod header;
mod judge;
mod names;
mod national;
mod of_forms;
mod of_people;
mod of_things;
mod people;
mod places;
mod values;
mod words;

pub use judge::judge;

/// All that is known of a column.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// Physical name.
    pub name: &'a str,
    /// The owner's header.
    pub header: &'a str,
    /// Whether it holds true and false.
    pub is_boolean: bool,
    /// Whether it holds numbers.
    pub is_number: bool,
    /// Whether it holds text.
    pub is_text: bool,
    /// Whether it holds days or points in time.
    pub is_time: bool,
    /// What was counted.
    pub facts: Facts,
    /// Different values out of all, as text.
    pub values: &'a [&'a str],
}

/// What was counted of a column.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    /// Rows.
    pub rows: u64,
    /// Rows with a value.
    pub values: u64,
    /// Different values.
    pub distinct: u64,
    /// Characters of a text on average.
    pub mean_length: f64,
}
