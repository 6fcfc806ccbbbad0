use std::{env, process::Command};

use serde_json::{Value, json};

use crate::{
    parquet_files::{difficult_columns, write},
    stage::Stage,
};

/// Lets readers that share no code with us read a table: types and values.
fn read_elsewhere(stage: &Stage, expected: &Value) {
    let python = env::var_os("SELVEDGE_TEST_PYTHON").expect(
        "SELVEDGE_TEST_PYTHON must name a Python interpreter with the packages of \
         tests/python/requirements.txt; the test script makes one",
    );
    // Where this was compiled may be another clone, whose artefacts are used again; tests run in their package.
    let script = "../../tests/python/read_table.py";
    let file = stage.file("expected.json", expected.to_string());
    let output = Command::new(python)
        .args([script.as_ref(), stage.table().as_os_str(), file.as_os_str()])
        .output()
        .expect("the interpreter starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complaint}");
}

/// DuckDB 1.5 does not find files in folders whose names are not ASCII.
fn plainly_named() -> Stage {
    Stage {
        table_name: "my table",
        ..Stage::new()
    }
}

#[tokio::test]
async fn other_programs_read_the_same_types_and_values() {
    let stage = plainly_named();
    let file = stage.path("difficult.parquet");
    write(&file, difficult_columns());
    stage.publish(&file, 1).await.expect("published");
    let column = |name: &str, kind: &str, values: [Value; 3]| json!({ "name": name, "type": kind, "values": values });
    let epoch = "1970-01-01T00:00:00.000000Z";
    let expected = json!({ "columns": [
        column("u64", "decimal(20,0)", [json!("18446744073709551615"), Value::Null, json!("0")]),
        column("nothing", "string", [Value::Null, Value::Null, Value::Null]),
        column("time", "string", [json!("12:34:56.000001"), Value::Null, json!("00:00:00")]),
        column("nanos", "timestamp", [
            json!("2024-02-29T00:00:00.123456Z"), Value::Null, json!(epoch),
        ]),
        column("local", "timestamp", [
            json!("2024-02-29T00:00:00.000000Z"), Value::Null, json!(epoch),
        ]),
        column("price_eur_net", "decimal(10,2)", [json!("-123.45"), Value::Null, json!("0.01")]),
        column("grosse", "string", [json!("ä日本😀"), Value::Null, json!("")]),
        column("list", "string", [json!("[1,null]"), Value::Null, json!("[]")]),
    ], "businessNames": { "price_eur_net": "Price (EUR), net", "grosse": "Größe 价格 😀" } });
    read_elsewhere(&stage, &expected);
}

#[tokio::test]
async fn other_programs_read_the_newest_version() {
    let stage = plainly_named();
    stage
        .publish(&stage.file("a.csv", "a,b\n1,x\n2,y\n"), 1)
        .await
        .expect("published");
    let second = "id,exact,day,at,flag\n\
                  1,12345678901234567890.5,2024-02-29,2024-02-29T10:00:00+02:00,true\n\
                  -2,0.25,,,false\n";
    stage
        .publish(&stage.file("b.csv", second), 2)
        .await
        .expect("published");
    let expected = json!({ "columns": [
        { "name": "id", "type": "long", "values": ["1", "-2"] },
        { "name": "exact", "type": "decimal(38,2)",
          "values": ["12345678901234567890.50", "0.25"] },
        { "name": "day", "type": "date", "values": ["2024-02-29", null] },
        { "name": "at", "type": "timestamp", "values": ["2024-02-29T08:00:00.000000Z", null] },
        { "name": "flag", "type": "boolean", "values": ["true", "false"] },
    ], "businessNames": { "id": "id" } });
    read_elsewhere(&stage, &expected);
}
