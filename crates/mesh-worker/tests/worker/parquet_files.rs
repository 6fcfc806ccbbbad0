use std::{fs::File, path::Path, sync::Arc};

use datafusion::{
    arrow::{
        array::{
            ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, DurationSecondArray,
            Float64Array, Int8Array, Int32Array, ListArray, NullArray, RecordBatch, StringArray,
            StringDictionaryBuilder, Time64MicrosecondArray, TimestampMicrosecondArray,
            TimestampMillisecondArray, TimestampNanosecondArray, UInt16Array, UInt32Array,
            UInt64Array,
        },
        datatypes::Int32Type,
    },
    parquet::{arrow::ArrowWriter, file::properties::WriterProperties},
};
use mesh_job::{ColumnNoteCode, FileFormat};

use crate::stage::{Stage, cells};

/// Writes columns as a Parquet file.
pub(crate) fn write(path: &Path, columns: Vec<(&str, ArrayRef)>) {
    let batch = RecordBatch::try_from_iter_with_nullable(
        columns
            .into_iter()
            .map(|(name, column)| (name, column, true)),
    )
    .expect("columns of one length");
    let properties = WriterProperties::builder()
        .set_max_row_group_row_count(Some(2))
        .build();
    let file = File::create(path).expect("room");
    let mut writer =
        ArrowWriter::try_new(file, batch.schema(), Some(properties)).expect("a writer");
    writer.write(&batch).expect("written");
    writer.close().expect("closed");
}

/// Columns of the types that other readers fail on when they are written as they are.
pub(crate) fn difficult_columns() -> Vec<(&'static str, ArrayRef)> {
    let decimals = Decimal128Array::from(vec![Some(-12_345), None, Some(1)]);
    let local = TimestampMillisecondArray::from(vec![Some(1_709_164_800_000), None, Some(0)]);
    vec![
        (
            "u64",
            Arc::new(UInt64Array::from(vec![Some(u64::MAX), None, Some(0)])),
        ),
        ("nothing", Arc::new(NullArray::new(3))),
        (
            "time",
            Arc::new(Time64MicrosecondArray::from(vec![
                Some(45_296_000_001),
                None,
                Some(0),
            ])),
        ),
        (
            "nanos",
            Arc::new(
                TimestampNanosecondArray::from(vec![
                    Some(1_709_164_800_123_456_789),
                    None,
                    Some(0),
                ])
                .with_timezone("Europe/Berlin"),
            ),
        ),
        ("local", Arc::new(local)),
        (
            "Price (EUR), net",
            Arc::new(decimals.with_precision_and_scale(10, 2).expect("bounds")),
        ),
        (
            "Größe 价格 😀",
            Arc::new(StringArray::from(vec![Some("ä日本😀"), None, Some("")])),
        ),
        (
            "list",
            Arc::new(ListArray::from_iter_primitive::<Int32Type, _, _>(vec![
                Some(vec![Some(1), None]),
                None,
                Some(vec![]),
            ])),
        ),
    ]
}

#[tokio::test]
async fn types_that_other_readers_fail_on_are_cast_and_said() {
    let stage = Stage::new();
    let file = stage.path("difficult.parquet");
    write(&file, difficult_columns());
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.format, FileFormat::Parquet);
    assert_eq!(
        (preview.row_count, preview.row_count_is_exact),
        (Some(3), true)
    );
    let said: Vec<_> = preview
        .columns
        .iter()
        .map(|column| {
            let code = column.note.as_ref().map(|note| note.code);
            (column.name.as_str(), column.physical_type.as_str(), code)
        })
        .collect();
    assert_eq!(
        said,
        [
            (
                "u64",
                "decimal(20,0)",
                Some(ColumnNoteCode::UnsignedToDecimal)
            ),
            ("nothing", "string", Some(ColumnNoteCode::NullToString)),
            ("time", "string", Some(ColumnNoteCode::TimeToString)),
            (
                "nanos",
                "timestamp",
                Some(ColumnNoteCode::NanosecondsToMicroseconds)
            ),
            (
                "local",
                "timestamp",
                Some(ColumnNoteCode::TimestampTakenAsUtc)
            ),
            (
                "price_eur_net",
                "decimal(10,2)",
                Some(ColumnNoteCode::Renamed)
            ),
            ("grosse", "string", Some(ColumnNoteCode::Renamed)),
            ("list", "string", Some(ColumnNoteCode::NestedToString)),
        ]
    );
    let (published, page) = stage.round_trip(&file).await;
    assert_eq!(published.columns, preview.columns);
    assert_eq!(page.rows, preview.rows);
    assert_eq!(
        page.rows,
        cells(&[
            &[
                Some("18446744073709551615"),
                None,
                Some("12:34:56.000001"),
                Some("2024-02-29T00:00:00.123456Z"),
                Some("2024-02-29T00:00:00Z"),
                Some("-123.45"),
                Some("ä日本😀"),
                Some("[1,null]"),
            ],
            &[None; 8],
            &[
                Some("0"),
                None,
                Some("00:00:00"),
                Some("1970-01-01T00:00:00Z"),
                Some("1970-01-01T00:00:00Z"),
                Some("0.01"),
                Some(""),
                Some("[]"),
            ],
        ])
    );
}

#[tokio::test]
async fn plain_types_come_through_as_they_are() {
    let stage = Stage::new();
    let file = stage.path("plain.data");
    let mut words = StringDictionaryBuilder::<Int32Type>::new();
    words.append_value("b");
    words.append_null();
    let words: ArrayRef = Arc::new(words.finish());
    let instants = TimestampMicrosecondArray::from(vec![Some(-1), None]).with_timezone("+02:00");
    write(
        &file,
        vec![
            ("flag", Arc::new(BooleanArray::from(vec![Some(true), None]))),
            ("i8", Arc::new(Int8Array::from(vec![Some(-128), None]))),
            ("u16", Arc::new(UInt16Array::from(vec![Some(65_535), None]))),
            (
                "u32",
                Arc::new(UInt32Array::from(vec![Some(u32::MAX), None])),
            ),
            (
                "i32",
                Arc::new(Int32Array::from(vec![Some(i32::MIN), None])),
            ),
            ("f64", Arc::new(Float64Array::from(vec![Some(1e300), None]))),
            ("day", Arc::new(Date32Array::from(vec![Some(19_782), None]))),
            ("instant", Arc::new(instants)),
            (
                "bytes",
                Arc::new(BinaryArray::from_opt_vec(vec![Some(b"\x00\xFF"), None])),
            ),
            ("word", words),
            (
                "lasting",
                Arc::new(DurationSecondArray::from(vec![Some(90), None])),
            ),
        ],
    );
    let (published, page) = stage.round_trip(&file).await;
    let types: Vec<_> = published
        .columns
        .iter()
        .map(|column| column.physical_type.as_str())
        .collect();
    let expected = [
        "boolean",
        "byte",
        "integer",
        "long",
        "integer",
        "double",
        "date",
        "timestamp",
        "binary",
        "string",
        "string",
    ];
    assert_eq!(types, expected);
    let first: Vec<_> = page.rows[0]
        .iter()
        .map(|cell| cell.as_deref().expect("a value"))
        .collect();
    assert_eq!(
        first[..10],
        [
            "true",
            "-128",
            "65535",
            "4294967295",
            "-2147483648",
            "1e300",
            "2024-02-29",
            "1969-12-31T23:59:59.999999Z",
            "0x00ff",
            "b",
        ]
    );
    assert!(page.rows[1].iter().all(Option::is_none));
}

#[tokio::test]
async fn a_file_without_rows_is_a_table_without_rows() {
    let stage = Stage::new();
    let file = stage.path("none.parquet");
    let none: Vec<i32> = Vec::new();
    write(&file, vec![("id", Arc::new(Int32Array::from(none)))]);
    let (published, page) = stage.round_trip(&file).await;
    assert_eq!(published.summary.row_count, 0);
    assert_eq!(page.columns[0].physical_type, "integer");
}
