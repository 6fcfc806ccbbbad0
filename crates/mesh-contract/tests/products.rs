//! Contracts that products of this mesh have: what they say, that they hold, what changed between two.

use chrono::DateTime;
use mesh_contract::{
    Document, Node, Published, SemanticVersion, compare, contract, contract_versions, findings,
    merged, product_document, proposals, to_yaml,
};
use mesh_model::{
    Classification, Column, ColumnType, Compatibility, ContractChangeCode as Code, DataProduct,
    DataProductAbilities, DataProductId, DomainId, DomainRef, Lifecycle, OutputPort, PersonId,
    PersonRef, PortFormat,
};
use serde_json::json;

fn column(name: &str, column_type: ColumnType, physical_type: &str, description: &str) -> Column {
    Column {
        name: name.to_owned(),
        business_name: name.replace('_', " "),
        column_type,
        physical_type: physical_type.to_owned(),
        description: description.to_owned(),
        note: None,
        marks: mesh_model::ColumnMarks::default(),
    }
}

fn orders() -> Vec<Column> {
    vec![
        column(
            "order_no",
            ColumnType::Integer,
            "long",
            "Printed on the receipt.",
        ),
        column("price", ColumnType::Decimal, "decimal(10,2)", ""),
        column(
            "no",
            ColumnType::Binary,
            "binary",
            "A picture.\nOf the receipt.",
        ),
    ]
}

fn product() -> DataProduct {
    DataProduct {
        id: DataProductId(
            "0199a000-0000-7000-8000-000000000001"
                .parse()
                .expect("well formed"),
        ),
        slug: "2026-orders".to_owned(),
        name: "Orders: \"all\" of them".to_owned(),
        purpose: "What was bought.\n\nFor the monthly report.".to_owned(),
        domain: DomainRef {
            id: DomainId(
                "0199a000-0000-7000-8000-000000000002"
                    .parse()
                    .expect("well formed"),
            ),
            slug: "sales".to_owned(),
            name: "Sales".to_owned(),
        },
        owner: PersonRef {
            id: PersonId(
                "0199a000-0000-7000-8000-000000000003"
                    .parse()
                    .expect("well formed"),
            ),
            name: "Ada Berg".to_owned(),
        },
        lifecycle: Lifecycle::Active,
        classification: Classification::Internal,
        revision: 3,
        created_at: DateTime::from_timestamp(1_795_000_000, 0).expect("well formed"),
        updated_at: DateTime::from_timestamp(1_795_000_000, 0).expect("well formed"),
        output_port: OutputPort {
            name: "default".to_owned(),
            format: PortFormat::Delta,
            columns: orders(),
            location: Some("/home/ada/somewhere".to_owned()),
        },
        current_version: None,
        active_publication: None,
        can: DataProductAbilities::default(),
    }
}

fn codes(before: &[Column], after: &[Column]) -> Vec<(Code, Compatibility)> {
    let of = |columns| contract(&product(), columns, &[], 1, SemanticVersion::FIRST);
    let changes = compare(&of(before), &of(after));
    changes
        .into_iter()
        .map(|change| (change.code, change.compatibility))
        .collect()
}

#[test]
fn what_products_have_holds_by_the_official_schemas_and_says_no_path() {
    let contract = contract(&product(), &orders(), &[], 1, SemanticVersion::FIRST);
    assert_eq!(findings(&contract), []);
    let document = product_document(&product(), SemanticVersion::FIRST);
    assert_eq!(findings(&document), []);
    for text in [to_yaml(contract.value()), to_yaml(document.value())] {
        assert!(!text.contains("somewhere"), "{text}");
    }
    let again = mesh_contract::contract(&product(), &orders(), &[], 1, SemanticVersion::FIRST);
    assert_eq!(to_yaml(contract.value()), to_yaml(again.value()));
}

#[test]
fn the_judge_finds_a_planted_fault() {
    let sound = contract(&product(), &orders(), &[], 1, SemanticVersion::FIRST);
    let mut faulty = serde_json::to_value(sound.value()).unwrap();
    faulty["schema"][0]["properties"][1]["logicalType"] = json!("money");
    faulty["surprise"] = json!(1);
    faulty["schema"][0]["properties"][2]["name"] = json!("price");
    let faulty = Document::new(faulty);
    let found: Vec<(String, String)> = findings(&faulty)
        .into_iter()
        .map(|finding| {
            let code = serde_json::to_value(finding.code).unwrap();
            (code.as_str().unwrap().to_owned(), finding.place)
        })
        .collect();
    let place = |code: &str| {
        found
            .iter()
            .find(|(found, _)| found == code)
            .map(|(_, place)| place.as_str())
    };
    assert_eq!(
        place("value_not_allowed"),
        Some("schema › _2026_orders › properties › price › logicalType")
    );
    assert_eq!(place("unknown_field"), Some(""));
    assert_eq!(
        place("duplicate"),
        Some("schema › _2026_orders › properties › price › name")
    );
    let alien = Document::new(json!({ "kind": "DataContract", "apiVersion": "v9.9.9" }));
    assert_eq!(
        findings(&alien)[0].code,
        mesh_model::ContractFindingCode::UnknownApiVersion
    );
}

#[test]
fn changes_are_told_by_what_they_ask_of_consumers() {
    use Compatibility::{Major, Minor, Patch};
    let old = orders();
    assert_eq!(codes(&old, &old), []);

    let mut new = old.clone();
    new.push(column("country", ColumnType::String, "string", ""));
    assert_eq!(codes(&old, &new), [(Code::ColumnAdded, Minor)]);
    assert_eq!(codes(&new, &old), [(Code::ColumnRemoved, Major)]);

    let mut new = old.clone();
    new[0].name = "order_number".to_owned();
    assert_eq!(codes(&old, &new), [(Code::ColumnRenamed, Major)]);

    let mut new = old.clone();
    (new[0].column_type, new[0].physical_type) = (ColumnType::Decimal, "decimal(20,0)".to_owned());
    assert_eq!(codes(&old, &new), [(Code::TypeWidened, Major)]);
    assert_eq!(codes(&new, &old), [(Code::TypeNarrowed, Minor)]);
    (new[0].column_type, new[0].physical_type) = (ColumnType::String, "string".to_owned());
    assert_eq!(codes(&old, &new), [(Code::TypeChanged, Major)]);

    let mut new = old.clone();
    new[1].description = "Without tax.".to_owned();
    new[1].business_name = "Price (EUR)".to_owned();
    assert_eq!(
        codes(&old, &new),
        [
            (Code::BusinessNameChanged, Patch),
            (Code::DescriptionChanged, Patch)
        ]
    );
}

#[test]
fn promises_of_contracts_from_elsewhere_are_compared_too() {
    let of = |required: bool, latency: i64, rules: serde_json::Value, key: bool| {
        Document::new(json!({
            "kind": "DataContract", "apiVersion": "v3.1.0",
            "schema": [{ "name": "orders", "properties": [
                { "name": "id", "required": required, "primaryKey": key, "quality": rules },
            ]}],
            "slaProperties": [{ "property": "latency", "value": latency, "unit": "h" }],
        }))
    };
    let rule = |most: i64| json!([{ "metric": "nullValues", "mustBeLessThan": most, "description": "Always known" }]);
    let codes = |before: &Document, after: &Document| -> Vec<Code> {
        compare(before, after)
            .into_iter()
            .map(|change| change.code)
            .collect()
    };
    let plain = of(false, 4, json!([]), false);
    let strict = of(true, 2, rule(1), true);
    assert_eq!(
        codes(&plain, &strict),
        [
            Code::KeyChanged,
            Code::NowRequired,
            Code::QualityRuleAdded,
            Code::ServiceLevelRaised
        ]
    );
    assert_eq!(
        codes(&strict, &plain),
        [
            Code::NoLongerRequired,
            Code::QualityRuleRemoved,
            Code::KeyChanged,
            Code::ServiceLevelLowered
        ]
    );
    assert_eq!(
        codes(&of(true, 2, rule(5), true), &strict),
        [Code::QualityRuleChanged]
    );
}

#[test]
fn each_publication_gets_the_version_that_its_changes_ask_for() {
    let first = orders();
    let mut second = first.clone();
    second.push(column("country", ColumnType::String, "string", ""));
    let mut third = second.clone();
    third.remove(1);
    let mut fourth = third.clone();
    fourth[0].description.push('!');
    let published: Vec<Published<'_>> = [&first, &second, &second, &third, &fourth]
        .into_iter()
        .enumerate()
        .map(|(at, columns)| Published {
            number: at as i64 + 1,
            columns,
            rules: &[],
        })
        .collect();
    let versions: Vec<String> = contract_versions(&product(), &published)
        .into_iter()
        .map(|(_, version)| version.to_string())
        .collect();
    assert_eq!(versions, ["1.0.0", "1.1.0", "1.1.0", "2.0.0", "2.0.1"]);
}

#[test]
fn what_came_from_elsewhere_comes_back_with_our_columns() {
    let theirs: Node = serde_json::from_str(r#"{
        "kind": "DataContract", "apiVersion": "v3.1.0", "id": "theirs", "version": "9.0.0", "status": "draft",
        "tenant": "Fabric & Sons", "unheardOf": { "kept": [1, 2] },
        "description": { "limitations": "Not for taxes.", "purpose": "Old" },
        "schema": [
            { "name": "other", "properties": [{ "name": "x" }] },
            { "name": "orders", "tags": ["money"], "properties": [
                { "name": "gone", "description": "No more." },
                { "name": "PRICE", "logicalType": "string", "description": "  Net, in euro. ", "unheardOf": true },
                { "name": "order number", "physicalName": "order_no", "description": "Theirs" }
            ]}
        ]
    }"#).unwrap();
    let theirs = Document::new(theirs);
    let columns = orders();
    let (found, missing) = proposals(&theirs, &columns);
    let told: Vec<(&str, &str, &str, Option<ColumnType>)> = found
        .iter()
        .map(|each| {
            (
                each.name.as_str(),
                each.description.as_str(),
                each.now.as_str(),
                each.other_type,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("order_no", "Theirs", "Printed on the receipt.", None),
            ("price", "Net, in euro.", "", Some(ColumnType::String)),
        ]
    );
    assert_eq!(missing, ["gone"]);

    let both = merged(
        &theirs,
        &product(),
        &columns,
        &[],
        2,
        SemanticVersion::FIRST,
    );
    let value = serde_json::to_value(both.value()).unwrap();
    assert_eq!(value["unheardOf"], json!({ "kept": [1, 2] }));
    assert_eq!(
        (&value["tenant"], &value["status"]),
        (&json!("Fabric & Sons"), &json!("active"))
    );
    assert_eq!(value["description"]["limitations"], "Not for taxes.");
    assert_eq!(value["schema"][0]["tags"], json!(["money"]));
    let names: Vec<&str> = value["schema"][0]["properties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|property| property["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["order_no", "price", "no"]);
    assert_eq!(value["schema"][0]["properties"][1]["unheardOf"], true);
    assert_eq!(value["schema"][0]["properties"][1]["logicalType"], "number");
    assert_eq!(
        value["schema"].as_array().unwrap().len(),
        1,
        "other tables aren't promised"
    );
    let fields: Vec<&str> = both
        .value()
        .as_fields()
        .unwrap()
        .iter()
        .map(|(name, _)| name)
        .take(6)
        .collect();
    assert_eq!(
        fields,
        ["kind", "apiVersion", "id", "version", "status", "tenant"]
    );
}
