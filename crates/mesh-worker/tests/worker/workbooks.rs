//! Excel workbooks as people and programs make them, and as nobody should.

use mesh_job::{ColumnType, FailureCode, FileFormat, IntakeChoices, IntakeNoteCode};

use crate::{
    packing::{Zip, rows, workbook, workbook_with},
    stage::{Stage, cells},
};

fn orders() -> Vec<u8> {
    let cover = rows(1, &[&["Orders of the north"]]);
    let table = format!(
        "{}<row r=\"4\" hidden=\"1\"><c r=\"A4\"><v>2</v></c><c r=\"B4\" t=\"s\"><v>0</v></c>\
         <c r=\"C4\" s=\"1\"><v>45944.5</v></c><c r=\"D4\" t=\"e\"><v>#N/A</v></c></row>{}",
        rows(
            1,
            &[
                &["Orders, all shops"],
                &["id", "shop", "day", "amount", "paid"],
                &["=1", "Köln &amp; Bonn", "@45943", "=12.5", ""],
            ]
        ),
        "<row r=\"7\"><c r=\"A7\"><v>3</v></c><c r=\"C7\" s=\"2\"><v>1</v></c>\
         <c r=\"D7\"><f>SUM(D3:D4)</f><v>1.0</v></c><c r=\"E7\" t=\"b\"><v>1</v></c></row>"
    );
    let sheets = [
        ("Cover", "visible", cover.as_str()),
        ("Orders &lt;2025&gt;", "visible", table.as_str()),
        (
            "Lists",
            "hidden",
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
            <row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row>",
        ),
    ];
    workbook_with(&sheets, "", "<sst><si><r><t>Two</t></r><r><t xml:space=\"preserve\"> lines_x000A_here</t></r></si></sst>").finish()
}

#[tokio::test]
async fn a_workbook_is_read_by_its_first_table_and_published_as_previewed() {
    let stage = Stage::new();
    let file = stage.file("orders.csv", orders());
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.format, FileFormat::Workbook);
    let intake = &preview.intake;
    assert_eq!(intake.sheet.as_deref(), Some("Orders <2025>"));
    assert_eq!(
        (intake.skipped_lines, intake.has_header),
        (Some(1), Some(true))
    );
    assert_eq!((&intake.delimiter, intake.encoding), (&None, None));
    assert_eq!(preview.skipped, ["Orders, all shops"]);
    let types: Vec<_> = preview.columns.iter().map(|one| one.column_type).collect();
    assert_eq!(
        types,
        [
            ColumnType::Integer,
            ColumnType::String,
            ColumnType::Timestamp,
            ColumnType::Number,
            ColumnType::Boolean
        ]
    );
    let offered: Vec<_> = preview
        .offers
        .sheets
        .iter()
        .map(|one| (one.name.as_str(), one.hidden))
        .collect();
    assert_eq!(
        offered,
        [("Cover", false), ("Orders <2025>", false), ("Lists", true)]
    );
    let told: Vec<_> = preview.notes.iter().map(|note| note.code).collect();
    assert_eq!(
        told,
        [
            IntakeNoteCode::FirstSheet,
            IntakeNoteCode::HiddenRows,
            IntakeNoteCode::ErrorCells
        ]
    );
    let expected = cells(&[
        &[
            Some("1"),
            Some("Köln & Bonn"),
            Some("2025-10-13T00:00:00Z"),
            Some("12.5"),
            None,
        ],
        &[
            Some("2"),
            Some("Two lines\nhere"),
            Some("2025-10-14T12:00:00Z"),
            None,
            None,
        ],
        &[
            Some("3"),
            None,
            Some("1900-01-01T00:00:00Z"),
            Some("1"),
            Some("true"),
        ],
    ]);
    assert_eq!(preview.rows, expected);
    assert_eq!((preview.row_count, preview.reject_count), (Some(3), 0));

    let published = stage
        .publish_as(&file, preview.intake.clone())
        .await
        .expect("published");
    stage.check(&published).await.expect("checked");
    assert_eq!((published.summary.row_count, published.rejected), (3, 0));
    assert_eq!(stage.rows(0, 0, 10).await.expect("rows").rows, expected);
}

#[tokio::test]
async fn another_sheet_can_be_chosen_and_a_hidden_one_is_said() {
    let stage = Stage::new();
    let file = stage.file("orders.xlsx", orders());
    let chosen = |sheet: &str| IntakeChoices {
        sheet: Some(sheet.to_owned()),
        ..IntakeChoices::default()
    };
    let preview = stage
        .preview_as(&file, chosen("Lists"))
        .await
        .expect("a preview");
    assert_eq!(
        preview.rows,
        cells(&[&[Some("1"), Some("2")], &[Some("3"), Some("4")]])
    );
    assert_eq!(preview.notes[0].code, IntakeNoteCode::HiddenSheet);
    let failure = stage
        .preview_as(&file, chosen("Gone"))
        .await
        .expect_err("no such sheet");
    assert_eq!(failure.params["problem"], "sheet_gone");
    // A workbook of one sheet is read whatever the sheet was called last week.
    let one = workbook(&[("KW 48", "visible", &rows(1, &[&["a", "b"], &["=1", "=2"]]))]);
    let file = stage.file("one.xlsx", one.finish());
    let preview = stage
        .preview_as(&file, chosen("KW 47"))
        .await
        .expect("a preview");
    assert_eq!(preview.intake.sheet.as_deref(), Some("KW 48"));
}

#[tokio::test]
async fn days_of_the_other_calendar_are_those_that_the_cells_show() {
    let stage = Stage::new();
    let table = rows(1, &[&["id", "day"], &["=1", "@0"], &["=2", "@44197"]]);
    let book = workbook_with(&[("Days", "visible", &table)], "date1904=\"1\"", "<sst/>");
    let preview = stage
        .preview(&stage.file("mac.xlsx", book.finish()))
        .await
        .expect("a preview");
    assert_eq!(preview.columns[1].column_type, ColumnType::Date);
    assert_eq!(preview.rows[0][1].as_deref(), Some("1904-01-01"));
    assert_eq!(preview.rows[1][1].as_deref(), Some("2025-01-02"));
    let table = rows(
        1,
        &[
            &["id", "day"],
            &["=1", "@60"],
            &["=2", "@-1"],
            &["=3", "@61"],
        ],
    );
    let book = workbook(&[("Days", "visible", &table)]);
    let preview = stage
        .preview(&stage.file("never.xlsx", book.finish()))
        .await
        .expect("a preview");
    assert_eq!(preview.notes[0].code, IntakeNoteCode::ImpossibleDays);
    assert_eq!(preview.notes[0].params["count"], "2");
    assert_eq!(preview.rows[2][1].as_deref(), Some("1900-03-01"));
}

#[tokio::test]
async fn a_hostile_workbook_is_one_failed_job() {
    let stage = Stage::new();
    let problem = |failure: mesh_job::Failure| {
        assert_eq!(failure.code, FailureCode::FileUnreadable, "{failure}");
        failure.params["problem"].clone()
    };
    // It says itself that it is a trap.
    let zeros = vec![b' '; 80 * 1024 * 1024];
    let bomb = workbook(&[("A", "visible", "")]).with("xl/media/huge.xml", &zeros);
    let file = stage.file("bomb.xlsx", bomb.finish());
    assert_eq!(
        problem(stage.preview(&file).await.expect_err("a trap")),
        "packed_trap"
    );
    // It says that it is small, and isn't.
    let cells = format!(
        "<worksheet><sheetData>{}",
        String::from_utf8(zeros).expect("spaces")
    );
    let sheets = [("A", "visible", "")];
    let liar = workbook(&sheets).with_said("xl/worksheets/sheet0.xml", cells.as_bytes(), 900, 0);
    let file = stage.file("liar.xlsx", liar.finish());
    assert_eq!(
        problem(stage.preview(&file).await.expect_err("a trap")),
        "packed_trap"
    );
    // Entities that stand for entities are never resolved.
    let mut laughs = String::from("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
    for at in 1..40 {
        laughs += &format!(
            "<!ENTITY a{at} \"{}\">",
            format!("&a{};", at - 1).repeat(10)
        );
    }
    laughs += "]><sst><si><t>&a39;</t></si></sst>";
    let table = rows(1, &[&["a", "b"], &["=1", "=2"]]);
    let laughs = workbook_with(&[("A", "visible", &table)], "", &laughs);
    let file = stage.file("laughs.xlsx", laughs.finish());
    assert_eq!(
        problem(stage.preview(&file).await.expect_err("no text")),
        "damaged"
    );
    // The last cell that there can be makes no grid of all of them.
    let far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let far = workbook(&[("A", "visible", far)]);
    let file = stage.file("far.xlsx", far.finish());
    let failure = stage.preview(&file).await.expect_err("too wide");
    assert_eq!(failure.code, FailureCode::TooManyColumns);
    let locked = workbook(&[("A", "visible", &table)]).with_said("xl/secret.xml", b"x", 1, 1);
    let file = stage.file("locked.xlsx", locked.finish());
    assert_eq!(
        problem(stage.preview(&file).await.expect_err("locked")),
        "encrypted"
    );
    assert!(
        stage
            .preview(&stage.file("good.xlsx", orders()))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn what_excel_locks_with_a_password_says_so() {
    let stage = Stage::new();
    let mut container = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    container.extend([0; 504]);
    let plain = container.clone();
    container.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    container.extend([0; 512]);
    let failure = stage
        .preview(&stage.file("locked.bin", container))
        .await
        .expect_err("locked");
    assert_eq!(failure.params["problem"], "encrypted");
    let failure = stage
        .preview(&stage.file("old.xls", plain))
        .await
        .expect_err("old");
    assert_eq!(failure.params["found"], "excel_old");
}

#[tokio::test]
async fn a_cut_workbook_fails_at_every_length() {
    let stage = Stage::new();
    let whole = orders();
    for length in (4..whole.len()).step_by(97) {
        let file = stage.file("cut.xlsx", &whole[..length]);
        let failure = stage.preview(&file).await.expect_err("cut off");
        assert_eq!(failure.code, FailureCode::FileTruncated, "{length} bytes");
    }
    let not_much = Zip::default()
        .with("xl/workbook.xml", b"<workbook/>")
        .finish();
    let failure = stage
        .preview(&stage.file("empty.xlsx", not_much))
        .await
        .expect_err("empty");
    assert_eq!(failure.params["problem"], "no_sheets");
}
