//! Dates that are not written as ISO 8601 has them.

use mesh_job::{ColumnNoteCode, ColumnType, DateOrder, IntakeChoices, IntakeQuestionCode};

use crate::stage::{Stage, cells};

fn chosen(dates: DateOrder) -> IntakeChoices {
    IntakeChoices {
        dates: Some(dates),
        ..IntakeChoices::default()
    }
}

#[tokio::test]
async fn dates_as_people_write_them_are_dates() {
    let stage = Stage::new();
    let text = "point;named;iso;time\n24.12.2025;24 Dec 2025;2025-12-24;24.12.2025 13:45\n-;1. März 2024;;1.2.2024 01:02:03\n";
    let file = stage.file("dates.csv", text);
    let preview = stage.preview(&file).await.expect("a preview");
    let types: Vec<_> = preview.columns.iter().map(|one| one.column_type).collect();
    assert_eq!(
        types,
        [
            ColumnType::Date,
            ColumnType::Date,
            ColumnType::Date,
            ColumnType::Timestamp
        ]
    );
    assert_eq!(preview.intake.dates, Some(DateOrder::DayFirst));
    let note = preview.columns[0].note.as_ref().expect("said");
    assert_eq!(note.code, ColumnNoteCode::WrittenDates);
    assert_eq!(
        (
            note.params["example"].as_str(),
            note.params["read"].as_str()
        ),
        ("24.12.2025", "2025-12-24")
    );
    let expected = cells(&[
        &[
            Some("2025-12-24"),
            Some("2025-12-24"),
            Some("2025-12-24"),
            Some("2025-12-24T13:45:00Z"),
        ],
        &[None, Some("2024-03-01"), None, Some("2024-02-01T01:02:03Z")],
    ]);
    assert_eq!(preview.rows, expected);
    let published = stage
        .publish_as(&file, preview.intake)
        .await
        .expect("published");
    stage.check(&published).await.expect("checked");
    assert_eq!(stage.rows(0, 0, 10).await.expect("rows").rows, expected);
    let written = stage
        .preview_as(&file, chosen(DateOrder::AsWritten))
        .await
        .expect("a preview");
    assert_eq!(written.columns[0].column_type, ColumnType::String);
    assert_eq!(written.rows[0][0].as_deref(), Some("24.12.2025"));
}

#[tokio::test]
async fn the_file_as_a_whole_decides_or_its_owner_is_asked() {
    let stage = Stage::new();
    let open = stage.file("open.csv", "id,day\n1,01/02/2025\n2,03/04/2025\n");
    let preview = stage.preview(&open).await.expect("a preview");
    assert_eq!(preview.questions[0].code, IntakeQuestionCode::Dates);
    assert_eq!(preview.questions[0].columns, ["day"]);
    assert_eq!(preview.questions[0].example.as_deref(), Some("01/02/2025"));
    assert_eq!(preview.columns[1].column_type, ColumnType::String);
    let day = stage
        .preview_as(&open, chosen(DateOrder::DayFirst))
        .await
        .expect("a preview");
    assert_eq!(day.rows[0][1].as_deref(), Some("2025-02-01"));
    let month = stage
        .preview_as(&open, chosen(DateOrder::MonthFirst))
        .await
        .expect("a preview");
    assert_eq!(month.rows[0][1].as_deref(), Some("2025-01-02"));
    assert!(month.questions.is_empty());
    // Another column proves it.
    let proven = stage.file("proven.csv", "from,to\n01/02/2025,12/24/2025\n");
    let preview = stage.preview(&proven).await.expect("a preview");
    assert_eq!(preview.intake.dates, Some(DateOrder::MonthFirst));
    assert_eq!(preview.rows[0][0].as_deref(), Some("2025-01-02"));
    // What is written in both ways is no date.
    let mixed = stage.file("mixed.csv", "id,day\n1,24/12/2025\n2,12/24/2025\n");
    let preview = stage.preview(&mixed).await.expect("a preview");
    assert_eq!(preview.columns[1].column_type, ColumnType::String);
    assert!(preview.questions.is_empty());
}
