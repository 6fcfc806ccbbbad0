//! Lines above a table: titles, dates, notes.

use super::layout::{Row, has_header, usual_cells};

/// Rows among which a table is expected to begin.
const MOST_ROWS: usize = 30;

/// Lines above the table, by the beginning of a text.
pub(crate) fn lines_above(rows: &[Row]) -> u32 {
    let Some((cells, _)) = usual_cells(rows) else {
        return 0;
    };
    if cells < 2 || !rows.first().is_some_and(|row| is_title(row, cells)) {
        return 0;
    }
    let above = |belongs_above: fn(&Row, usize) -> bool| {
        let beginning = rows.iter().take(MOST_ROWS);
        beginning
            .take_while(|row| belongs_above(row, cells))
            .count()
    };
    let strictly = above(is_title);
    let headed = [above(is_sparse), strictly]
        .into_iter()
        .find(|above| has_header(&rows[*above..]));
    // What stands alone in its row is a title even over a table without a header.
    let alone = || rows[..strictly].iter().all(|row| row.cells.len() == 1);
    let first = headed.or_else(|| alone().then_some(strictly));
    let line = first
        .and_then(|first| rows.get(first))
        .map_or(1, |row| row.line);
    u32::try_from(line - 1).unwrap_or(0)
}

fn filled(row: &Row) -> usize {
    let is_filled = |(text, _): &&(String, bool)| !text.trim().is_empty();
    row.cells.iter().filter(is_filled).count()
}

/// Whether a row is too empty for one of a table whose rows have `cells` values.
fn is_title(row: &Row, cells: usize) -> bool {
    let usual = row.cells.len() == cells;
    row.cells.len() == 1
        || !usual && filled(row) <= cells / 2
        // Spreadsheets fill titles up with empty cells.
        || usual && cells >= 3 && filled(row) <= cells / 3
}

/// Whether a row below a title may still be above the table.
fn is_sparse(row: &Row, cells: usize) -> bool {
    is_title(row, cells) || filled(row) <= cells * 2 / 3
}

#[cfg(test)]
mod tests {
    use mesh_job::IntakeChoices;

    use crate::csv::layout::recognise;

    fn skipped(text: &str) -> u32 {
        let layout = recognise(text.as_bytes(), false, &IntakeChoices::default(), false);
        layout.expect("a layout").skipped
    }

    #[test]
    fn titles_above_a_table_are_no_part_of_it() {
        assert_eq!(skipped("Sales, all shops\n\nshop;sales\nA;1\nB;2\n"), 2);
        assert_eq!(
            skipped("Report;;\nMade by;Ann;\n;;\nshop;sales;due\nA;1;2\nB;2;3\n"),
            3
        );
        assert_eq!(skipped("Report;;\n;;\nshop;sales;due\nA;1;2\nB;2;3\n"), 2);
        assert_eq!(skipped("Report\n1;2\n3;4\n"), 1);
        assert_eq!(
            skipped("From;1 May\nTo;31 May\nshop;sales;due;paid\nA;1;2;3\nB;2;3;4\nC;2;3;4\n"),
            2
        );
    }

    #[test]
    fn a_table_begins_with_its_first_row_where_nothing_else_is_plain() {
        assert_eq!(skipped("a,b\n1,2\n"), 0);
        assert_eq!(skipped(",b\n1,2\n3,4\n"), 0);
        assert_eq!(skipped("a,b,c\n1,2\n3,4,5\n6,7,8\n"), 0);
        assert_eq!(skipped("a\n1\n2\n"), 0);
        assert_eq!(skipped("1;2\n3;4;5\n3;4;5\n"), 0);
    }
}
