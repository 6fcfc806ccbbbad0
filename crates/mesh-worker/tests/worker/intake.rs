//! How files are read, and what of them does not fit.

use std::fs;

use mesh_job::{
    ColumnNoteCode, ColumnType, FailureCode, IntakeChoices, IntakeQuestionCode, Misfits,
    NumberStyle, Quote, Reject, RejectReason, TextEncoding,
};

use crate::stage::{Stage, cells, many_rows};

/// As a shop's till exports it: a title, a decimal comma, a byte of Latin, rows that broke.
fn messy() -> Vec<u8> {
    let text = "Umsatz je Filiale\n\
        Stand;31.10.2024\n\
        \n\
        Filiale;Umsatz;Kunden;Quote\n\
        Köln;1.234,56;12;0,5\n\
        Düren;987,00;-;0,25\n\
        Düren;kaputt\n\
        Aachen;2.000.000,10;1.200;1,5\n\
        Bonn;1,00;7;2,5;zu viel;noch mehr\n\
        Trier;-3,5;8;3,5\n";
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).expect("a letter of Latin-1"))
        .collect()
}

fn rejecting(choices: IntakeChoices) -> IntakeChoices {
    IntakeChoices {
        misfits: Some(Misfits::Reject),
        ..choices
    }
}

#[tokio::test]
async fn a_messy_file_is_recognised_and_published_as_previewed() {
    let stage = Stage::new();
    let file = stage.file("umsatz.csv", messy());
    let preview = stage.preview(&file).await.expect("a preview");
    let intake = &preview.intake;
    assert_eq!(intake.delimiter.as_deref(), Some(";"));
    assert_eq!(intake.encoding, Some(TextEncoding::Windows1252));
    assert_eq!(intake.quote, Some(Quote::Double));
    assert_eq!(
        (intake.skipped_lines, intake.has_header),
        (Some(3), Some(true))
    );
    assert_eq!(intake.numbers, Some(NumberStyle::Comma));
    assert_eq!(
        preview.skipped,
        ["Umsatz je Filiale", "Stand;31.10.2024", ""]
    );
    let types: Vec<_> = preview.columns.iter().map(|one| one.column_type).collect();
    assert_eq!(
        types,
        [
            ColumnType::String,
            ColumnType::Number,
            ColumnType::Integer,
            ColumnType::Number
        ]
    );
    let notes: Vec<_> = preview
        .columns
        .iter()
        .map(|one| one.note.as_ref().map(|note| note.code))
        .collect();
    assert_eq!(notes[1], Some(ColumnNoteCode::DecimalComma));
    assert_eq!(notes[2], Some(ColumnNoteCode::GroupedDigits));
    assert_eq!((preview.row_count, preview.reject_count), (Some(4), 2));
    assert_eq!(
        preview.rejects[0],
        Reject {
            line: 7,
            reason: RejectReason::TooFewValues,
            expected: 4,
            found: 2,
            text: "Düren;kaputt".to_owned(),
        }
    );
    assert_eq!(
        (preview.rejects[1].line, preview.rejects[1].reason),
        (9, RejectReason::TooManyValues)
    );
    let asked: Vec<_> = preview.questions.iter().map(|one| one.code).collect();
    assert_eq!(asked, [IntakeQuestionCode::Misfits]);

    let chosen = rejecting(preview.intake.clone());
    let published = stage
        .publish_as(&file, chosen.clone())
        .await
        .expect("published");
    stage.check(&published).await.expect("checked");
    assert_eq!((published.summary.row_count, published.rejected), (4, 2));
    let page = stage.rows(0, 0, 10).await.expect("rows");
    assert_eq!(
        page.rows,
        cells(&[
            &[Some("Köln"), Some("1234.56"), Some("12"), Some("0.5")],
            &[Some("Düren"), Some("987"), None, Some("0.25")],
            &[Some("Aachen"), Some("2000000.1"), Some("1200"), Some("1.5")],
            &[Some("Trier"), Some("-3.5"), Some("8"), Some("3.5")],
        ])
    );
    assert_eq!(page.rows, preview.rows);
    let kept: Vec<Reject> = fs::read_to_string(stage.rejects())
        .expect("kept rows")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a row"))
        .collect();
    assert_eq!(kept, preview.rejects);
    let again = stage
        .preview_as(&file, chosen.clone())
        .await
        .expect("a preview");
    assert_eq!((again.intake, again.questions), (chosen, Vec::new()));
}

#[tokio::test]
async fn rows_that_do_not_fit_refuse_the_file_unless_they_are_to_be_rejected() {
    let stage = Stage::new();
    let file = stage.file("ragged.csv", "a,b\n1,2\n3\n4,5\n");
    for misfits in [None, Some(Misfits::Refuse)] {
        let chosen = IntakeChoices {
            misfits,
            ..IntakeChoices::default()
        };
        let failure = stage.publish_as(&file, chosen).await.expect_err("refused");
        assert_eq!(failure.code, FailureCode::FileUnreadable);
        assert_eq!(
            (
                failure.params["problem"].as_str(),
                failure.params["line"].as_str()
            ),
            ("row_length", "3")
        );
    }
    assert!(stage.commits().is_empty());
    assert!(stage.data_files().is_empty());
}

#[tokio::test]
async fn a_file_that_never_fits_leaves_no_rejects_when_it_does_next_time() {
    let stage = Stage::new();
    let mut text = many_rows(100_000);
    text.push_str("broken\n");
    let file = stage.file("late.csv", &text);
    let chosen = rejecting(IntakeChoices::default());
    let published = stage
        .publish_as(&file, chosen.clone())
        .await
        .expect("published");
    assert_eq!(
        (published.summary.row_count, published.rejected),
        (100_000, 1)
    );
    assert!(stage.rejects().exists());
    // The same publication again is found, and its rejects stay.
    assert_eq!(
        stage.publish_as(&file, chosen).await.expect("found again"),
        published
    );
    assert!(stage.rejects().exists());
    let other = Stage::new();
    let good = other.file("good.csv", "a,b\n1,2\n");
    fs::create_dir_all(other.rejects().parent().expect("a folder")).expect("room");
    fs::write(other.rejects(), "what an attempt left that was given up\n").expect("room");
    other.publish(&good, 1).await.expect("published");
    assert!(!other.rejects().exists());
}

#[tokio::test]
async fn numbers_that_can_be_read_in_two_ways_are_asked_for() {
    let stage = Stage::new();
    let file = stage.file("kg.csv", "item;weight\nA;1.234\nB;12.500\n");
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.intake.numbers, None);
    assert_eq!(preview.questions[0].code, IntakeQuestionCode::Numbers);
    assert_eq!(preview.questions[0].columns, ["weight"]);
    assert_eq!(preview.questions[0].example.as_deref(), Some("1.234"));
    for (numbers, first) in [
        (NumberStyle::Point, "1.234"),
        (NumberStyle::Comma, "1234"),
        (NumberStyle::AsWritten, "1.234"),
    ] {
        let chosen = IntakeChoices {
            numbers: Some(numbers),
            ..IntakeChoices::default()
        };
        let preview = stage.preview_as(&file, chosen).await.expect("a preview");
        assert_eq!(preview.rows[0][1].as_deref(), Some(first), "{numbers:?}");
        assert!(preview.questions.is_empty());
    }
    // One value that proves a style settles its whole file.
    let file = stage.file(
        "proof.csv",
        "item;weight;price\nA;1.234;0,99\nB;12.500;1,00\n",
    );
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.intake.numbers, Some(NumberStyle::Comma));
    assert_eq!(
        preview.rows[0],
        [Some("A".into()), Some("1234".into()), Some("0.99".into())]
    );
    assert!(preview.questions.is_empty());
    // What programs write for programs is never asked for.
    let file = stage.file("plain.csv", "item,weight\nA,1.234\nB,12.500\n");
    let preview = stage.preview(&file).await.expect("a preview");
    assert!(preview.questions.is_empty());
    assert_eq!(preview.columns[1].column_type, ColumnType::Number);
}

#[tokio::test]
async fn each_choice_changes_how_a_file_is_read() {
    let stage = Stage::new();
    let file = stage.file(
        "odd.txt",
        "# made by hand\nid~name~n\n1~'a~b'~0\n2~\"c\"~none\n",
    );
    let chosen = IntakeChoices {
        delimiter: Some("~".to_owned()),
        quote: Some(Quote::Single),
        skipped_lines: Some(1),
        has_header: Some(true),
        missing_words: Some(vec!["none".to_owned()]),
        ..IntakeChoices::default()
    };
    let preview = stage
        .preview_as(&file, chosen.clone())
        .await
        .expect("a preview");
    assert_eq!(
        preview.rows,
        cells(&[
            &[Some("1"), Some("a~b"), Some("0")],
            &[Some("2"), Some("\"c\""), None]
        ])
    );
    let headless = IntakeChoices {
        has_header: Some(false),
        skipped_lines: Some(2),
        ..chosen
    };
    let preview = stage.preview_as(&file, headless).await.expect("a preview");
    assert_eq!(preview.columns[0].business_name, "Column 1");
    assert_eq!(preview.rows.len(), 2);
    let cyrillic = stage.file(
        "ru.csv",
        b"\xE3\xEE\xF0\xEE\xE4,n\n\xCC\xEE\xF1\xEA\xE2\xE0,1\n",
    );
    let chosen = IntakeChoices {
        encoding: Some(TextEncoding::Windows1251),
        ..IntakeChoices::default()
    };
    let preview = stage
        .preview_as(&cyrillic, chosen)
        .await
        .expect("a preview");
    assert_eq!(preview.columns[0].business_name, "город");
    assert_eq!(preview.rows[0][0].as_deref(), Some("Москва"));
}

#[tokio::test]
async fn choices_that_do_not_fit_the_file_end_as_one_failed_job() {
    let stage = Stage::new();
    let file = stage.file("a.csv", "a,b\n1,2\n");
    let beyond = IntakeChoices {
        skipped_lines: Some(50),
        ..IntakeChoices::default()
    };
    let failure = stage
        .preview_as(&file, beyond)
        .await
        .expect_err("nothing left");
    assert_eq!(failure.code, FailureCode::FileEmpty);
    let wrong = IntakeChoices {
        encoding: Some(TextEncoding::Utf8),
        ..IntakeChoices::default()
    };
    let latin = stage.file("latin.csv", b"stra\xDFe,n\n1,2\n");
    let failure = stage
        .preview_as(&latin, wrong)
        .await
        .expect_err("not UTF-8");
    assert_eq!(failure.params["problem"], "encoding");
    let other = IntakeChoices {
        delimiter: Some("|".to_owned()),
        ..IntakeChoices::default()
    };
    let preview = stage.preview_as(&file, other).await.expect("one column");
    assert_eq!(preview.columns.len(), 1);
}
