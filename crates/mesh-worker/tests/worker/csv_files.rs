use mesh_job::{ColumnChoice, ColumnNoteCode, ColumnType, FileFormat, Output, TextEncoding};

use crate::stage::{Stage, cells, many_rows};

#[tokio::test]
async fn a_csv_is_previewed_as_it_is_published() {
    let stage = Stage::new();
    let file = stage.file(
        "orders.csv",
        "Order id;\"Price (EUR), net\";Sold on;Paid;Shop code;Note\r\n\
         1;9.5;2024-02-29;true;00123;\"two\nlines; and \"\"quotes\"\"\"\r\n\
         2;;2024-03-01;false;00124;\"\"\r\n\
         3;12.25;;;00125;\r\n",
    );
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.format, FileFormat::Csv);
    assert_eq!(preview.intake.delimiter.as_deref(), Some(";"));
    assert_eq!(preview.intake.encoding, Some(TextEncoding::Utf8));
    assert_eq!(preview.intake.has_header, Some(true));
    assert_eq!(
        (preview.row_count, preview.row_count_is_exact),
        (Some(3), true)
    );
    let types: Vec<_> = preview
        .columns
        .iter()
        .map(|column| column.column_type)
        .collect();
    assert_eq!(
        types,
        [
            ColumnType::Integer,
            ColumnType::Number,
            ColumnType::Date,
            ColumnType::Boolean,
            ColumnType::String,
            ColumnType::String,
        ]
    );
    assert_eq!(preview.columns[1].name, "price_eur_net");
    assert_eq!(preview.columns[1].business_name, "Price (EUR), net");

    let (published, page) = stage.round_trip(&file).await;
    assert_eq!(published.columns, preview.columns);
    assert_eq!(page.rows, preview.rows);
    let note = "two\nlines; and \"quotes\"";
    assert_eq!(
        page.rows,
        cells(&[
            &[
                Some("1"),
                Some("9.5"),
                Some("2024-02-29"),
                Some("true"),
                Some("00123"),
                Some(note)
            ],
            &[
                Some("2"),
                None,
                Some("2024-03-01"),
                Some("false"),
                Some("00124"),
                Some("")
            ],
            &[Some("3"), Some("12.25"), None, None, Some("00125"), None],
        ])
    );
}

#[tokio::test]
async fn a_late_value_that_does_not_fit_widens_its_column_and_loses_nothing() {
    let stage = Stage::new();
    let mut text = String::from("id,pad\n");
    let pad = "x".repeat(1_000);
    for id in 0..10_000 {
        text.push_str(&format!("{id},{pad}\n"));
    }
    text.push_str("unknown,y\n");
    let file = stage.file("late.csv", &text);
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.columns[0].column_type, ColumnType::Integer);
    assert!(!preview.row_count_is_exact);
    let estimate = preview.row_count.expect("an estimate");
    assert!((9_900..10_200).contains(&estimate), "{estimate}");

    let published = stage.publish(&file, 1).await.expect("published");
    stage.check(&published).await.expect("checked");
    assert_eq!(published.columns[0].column_type, ColumnType::String);
    assert_eq!(published.summary.row_count, 10_001);
    let page = stage.rows(0, 9_999, 10).await.expect("rows");
    let ids: Vec<_> = page.rows.iter().map(|row| row[0].as_deref()).collect();
    assert_eq!(ids, [Some("9999"), Some("unknown")]);
}

#[tokio::test]
async fn pages_follow_the_file_without_gaps() {
    let stage = Stage::new();
    let file = stage.file("many.csv", many_rows(50_000));
    let published = stage.publish(&file, 1).await.expect("published");
    assert_eq!(published.summary.row_count, 50_000);
    for offset in [0, 8_190, 49_990, 50_000, 60_000] {
        let page = stage
            .rows(published.delta_version, offset, 20)
            .await
            .expect("rows");
        let expected: Vec<_> = (offset..50_000.min(offset + 20))
            .map(|id| id.to_string())
            .collect();
        let ids: Vec<_> = page
            .rows
            .iter()
            .map(|row| row[0].clone().expect("an id"))
            .collect();
        assert_eq!(ids, expected);
    }
}

#[tokio::test]
async fn older_encodings_are_read() {
    let stage = Stage::new();
    let latin = stage.file("latin.csv", b"stra\xDFe;preis\nM\xFCllerstr.;5 \x80\n");
    let preview = stage.preview(&latin).await.expect("a preview");
    assert_eq!(preview.intake.encoding, Some(TextEncoding::Windows1252));
    assert_eq!(preview.columns[0].business_name, "straße");
    assert_eq!(preview.columns[0].name, "strasse");
    assert_eq!(preview.rows, cells(&[&[Some("Müllerstr."), Some("5 €")]]));

    let text = "name\twert\r\n日本\t1\r\n";
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let preview = stage
        .preview(&stage.file("excel.txt", utf16))
        .await
        .expect("a preview");
    assert_eq!(preview.intake.encoding, Some(TextEncoding::Utf16Le));
    assert_eq!(preview.rows, cells(&[&[Some("日本"), Some("1")]]));

    let marked = stage.file("marked.csv", "\u{FEFF}id,name\n1,ä\n");
    let (published, page) = stage.round_trip(&marked).await;
    assert_eq!(published.columns[0].business_name, "id");
    assert_eq!(page.rows, cells(&[&[Some("1"), Some("ä")]]));
}

#[tokio::test]
async fn a_header_alone_is_a_table_without_rows() {
    let stage = Stage::new();
    let file = stage.file("empty.csv", "a,b\n");
    let (published, page) = stage.round_trip(&file).await;
    assert_eq!(published.summary.row_count, 0);
    assert_eq!(page.columns.len(), 2);
    assert_eq!(
        published.columns[0].note.as_ref().map(|note| note.code),
        Some(ColumnNoteCode::NullToString)
    );
}

#[tokio::test]
async fn the_owners_words_stand_in_the_table() {
    let stage = Stage::new();
    let file = stage.file("a.csv", "Größe,b\n1,2\n");
    let choice = ColumnChoice {
        name: "grosse".into(),
        business_name: "Größe in cm".into(),
        description: "Measured <standing> \"barefoot\"".into(),
    };
    let job = stage.publish_job(&file, 1, vec![choice.clone()]);
    let Output::Published(published) = stage.run(job).await.expect("published") else {
        panic!("another output");
    };
    assert_eq!(published.columns[0].business_name, choice.business_name);
    let page = stage.rows(0, 0, 1).await.expect("rows");
    assert_eq!(page.columns[0].business_name, choice.business_name);
    assert_eq!(page.columns[0].description, choice.description);
    assert_eq!(page.columns[1].business_name, "b");

    let unknown = ColumnChoice {
        name: "gone".into(),
        ..choice
    };
    let job = stage.publish_job(&file, 2, vec![unknown]);
    let failure = stage.run(job).await.expect_err("an unknown column");
    assert_eq!(failure.params["problem"], "columns_changed");
}

#[tokio::test]
async fn long_cells_are_shortened_on_the_page_only() {
    let stage = Stage::new();
    let long = "ä".repeat(100_000);
    let file = stage.file("long.csv", format!("a,b\n{long},1\n"));
    let (_, page) = stage.round_trip(&file).await;
    let shown = page.rows[0][0].as_deref().expect("a cell");
    assert_eq!(shown.chars().count(), 2_001);
    assert!(shown.ends_with("ä…"));
}
