//! JSON: objects a line, lists, and lists within a document.

use mesh_job::{ColumnType, FailureCode, FileFormat, IntakeChoices, IntakeNoteCode, Nested};

use crate::stage::{Stage, cells};

const LINES: &str = "{\"id\": 1, \"plz\": \"01067\", \"price\": 1.50, \"day\": \"2025-12-24\"}\n\
    {\"plz\": \"10115\", \"id\": 12345678901234567890, \"ok\": true, \"address\": {\"city\": \"Köln\", \"geo\": {\"x\": 1}}}\r\n\
    \n\
    {\"id\": null, \"plz\": \"\", \"note\": \"a, \\\"b\\\"\\nc\"}";

#[tokio::test]
async fn an_object_a_line_is_a_row() {
    let stage = Stage::new();
    let file = stage.file("rows.ndjson", LINES);
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.format, FileFormat::JsonLines);
    let headers: Vec<_> = preview
        .columns
        .iter()
        .map(|one| one.business_name.as_str())
        .collect();
    assert_eq!(
        headers,
        ["id", "plz", "price", "day", "ok", "address", "note"]
    );
    let types: Vec<_> = preview.columns.iter().map(|one| one.column_type).collect();
    // What is text in JSON stays text, and long numbers stay exact.
    assert_eq!(
        types,
        [
            ColumnType::Decimal,
            ColumnType::String,
            ColumnType::Number,
            ColumnType::Date,
            ColumnType::Boolean,
            ColumnType::String,
            ColumnType::String
        ]
    );
    let expected = cells(&[
        &[
            Some("1"),
            Some("01067"),
            Some("1.5"),
            Some("2025-12-24"),
            None,
            None,
            None,
        ],
        &[
            Some("12345678901234567890"),
            Some("10115"),
            None,
            None,
            Some("true"),
            Some("{\"city\": \"Köln\", \"geo\": {\"x\": 1}}"),
            None,
        ],
        &[None, Some(""), None, None, None, None, Some("a, \"b\"\nc")],
    ]);
    assert_eq!(preview.rows, expected);
    assert!(preview.offers.nested);
    let published = stage
        .publish_as(&file, preview.intake)
        .await
        .expect("published");
    stage.check(&published).await.expect("checked");
    assert_eq!(stage.rows(0, 0, 10).await.expect("rows").rows, expected);
}

#[tokio::test]
async fn objects_in_values_get_columns_by_a_choice() {
    let stage = Stage::new();
    let file = stage.file("rows.json", LINES);
    let flat = IntakeChoices {
        nested: Some(Nested::Columns),
        ..IntakeChoices::default()
    };
    let preview = stage.preview_as(&file, flat).await.expect("a preview");
    let headers: Vec<_> = preview
        .columns
        .iter()
        .map(|one| one.business_name.as_str())
        .collect();
    assert_eq!(
        headers,
        [
            "id",
            "plz",
            "price",
            "day",
            "ok",
            "address.city",
            "address.geo",
            "note"
        ]
    );
    assert_eq!(preview.rows[1][5].as_deref(), Some("Köln"));
    assert_eq!(preview.rows[1][6].as_deref(), Some("{\"x\": 1}"));
}

#[tokio::test]
async fn a_list_is_a_table_wherever_it_stands() {
    let stage = Stage::new();
    let list = stage.file(
        "list.json",
        "\u{FEFF}[\n {\"a\": 1},\n {\"a\": 2, \"b\": [1, 2]}\n]\n",
    );
    let preview = stage.preview(&list).await.expect("a preview");
    assert_eq!(preview.format, FileFormat::Json);
    assert_eq!(
        preview.rows,
        cells(&[&[Some("1"), None], &[Some("2"), Some("[1, 2]")]])
    );
    let document = "{\"made\": {\"by\": [{}]}, \"tags\": [\"x\"], \"orders\": [{\"id\": 1}], \"shops\": [{\"shop\": \"K\"}, {\"shop\": \"D\"}]}";
    let file = stage.file("document.json", document);
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.intake.list.as_deref(), Some("orders"));
    assert_eq!(preview.notes[0].code, IntakeNoteCode::FirstList);
    let lists: Vec<_> = preview
        .offers
        .lists
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(lists, ["orders", "shops"]);
    let shops = IntakeChoices {
        list: Some("shops".to_owned()),
        ..IntakeChoices::default()
    };
    let preview = stage.preview_as(&file, shops).await.expect("a preview");
    assert_eq!(preview.rows, cells(&[&[Some("K")], &[Some("D")]]));
}

#[tokio::test]
async fn hostile_json_is_one_failed_job() {
    let stage = Stage::new();
    let deep = format!(
        "[{{\"a\": {}{}}}]",
        "[".repeat(1_000_000),
        "]".repeat(1_000_000)
    );
    let preview = stage
        .preview(&stage.file("deep.json", deep))
        .await
        .expect("text");
    assert_eq!(preview.columns[0].column_type, ColumnType::String);
    let cut = stage.file("cut.json", format!("[{{\"a\": {}", "[".repeat(1_000_000)));
    assert_eq!(
        stage.preview(&cut).await.expect_err("cut off").code,
        FailureCode::FileTruncated
    );
    let mut wide = String::from("[{\"k\": 0");
    for key in 0..1_000_000 {
        wide += &format!(",\"k{key}\":1");
    }
    let wide = stage.file("wide.json", wide + "}]");
    let failure = stage.preview(&wide).await.expect_err("too wide");
    assert_eq!(failure.code, FailureCode::TooManyColumns);
    let broken = stage.file("broken.ndjson", "{\"a\": 1}\n{\"a\": 2\"}\n{\"a\": 3}\n");
    let failure = stage.preview(&broken).await.expect_err("broken");
    assert_eq!(failure.params["problem"], "json_syntax");
    assert_eq!(failure.params["line"], "2");
    let missing = stage.file("comma.json", "[{\"a\": 1} {\"a\": 2}]");
    let failure = stage.preview(&missing).await.expect_err("broken");
    assert_eq!(failure.params["problem"], "json_syntax");
}
