//! What a publication would do, before it does it.

use mesh_model::{
    Classification, Column, ColumnChoice, DataProduct, Domain, FieldCode, Fields, Misfits,
    NewDataProduct, PlanCode, PlanSentence, Preview, PublicationInput, PublishMode, check_name,
    check_purpose, with_marks,
};
use mesh_policy::{Decision, Intent};
use mesh_store::Reader;

use crate::{Platform, Principal, Refusal, data_products, intake, names};

/// What was decided of a publication, checked.
#[derive(Clone)]
pub(crate) struct Planned {
    pub(crate) target: Target,
    pub(crate) columns: Vec<ColumnChoice>,
    pub(crate) slug: String,
    pub(crate) decision: Decision,
}

#[derive(Clone)]
pub(crate) enum Target {
    New {
        input: NewDataProduct,
        domain_name: String,
        classification: Classification,
    },
    Existing(Box<DataProduct>),
    /// Neither or both were named: nothing can be planned.
    Unknown,
}

/// Checks a publication; what doesn't hold is noted in `fields`.
pub(crate) async fn plan(
    platform: &Platform,
    read: &mut Reader<'_>,
    fields: &mut Fields,
    by: &Principal,
    input: &PublicationInput,
) -> Result<Planned, Refusal> {
    input.intake.check(fields, "/intake");
    input.how.check(fields, "/how");
    check_how(fields, input);
    let columns = check_columns(fields, &input.columns);
    let (target, slug, decision) = match (&input.data_product_id, &input.data_product) {
        (Some(id), None) => {
            let product = read.data_product(*id).await?.ok_or(Refusal::NotFound)?;
            let domain = data_products::visible_domain(platform, read, by, &product).await?;
            let facts = data_products::facts(&product, &domain);
            let decision = platform.decide(by, Intent::PublishDataProduct(facts));
            if !decision.allowed {
                return Err(Refusal::Forbidden {
                    who: vec![product.owner.name],
                });
            }
            (
                Target::Existing(Box::new(product.clone())),
                product.slug,
                decision,
            )
        }
        (None, Some(new)) => {
            let new = new.clone().check(fields, "/dataProduct");
            let pointer = "/dataProduct/domainId";
            let domain =
                data_products::check_domain(platform, read, fields, by, new.domain_id, pointer)
                    .await?;
            let pointer = "/dataProduct/name";
            data_products::compare_name(platform, read, fields, by, pointer, &new.name, None)
                .await?;
            let known = platform.shared.product_names.data_products(read).await?;
            let slug = names::free_slug(&new.name, data_products::FALLBACK_SLUG, &known);
            let decision = domain.as_ref().map_or_else(
                || Decision {
                    allowed: false,
                    policies: Vec::new(),
                },
                |domain| {
                    platform.decide(by, Intent::CreateDataProduct(crate::domains::facts(domain)))
                },
            );
            // A product is never less sensitive than what is in it.
            let of_columns = columns
                .iter()
                .filter_map(|column| column.marks?.classification);
            let classification = domain
                .as_ref()
                .map(Domain::classification_of_new)
                .into_iter()
                .chain(of_columns)
                .max()
                .unwrap_or_default();
            let domain_name = domain.map(|domain| domain.name).unwrap_or_default();
            (
                Target::New {
                    input: new,
                    domain_name,
                    classification,
                },
                slug,
                decision,
            )
        }
        _ => {
            let message = "name either dataProductId or dataProduct";
            fields.refuse("/dataProduct", FieldCode::Required, message, []);
            (
                Target::Unknown,
                String::new(),
                Decision {
                    allowed: false,
                    policies: Vec::new(),
                },
            )
        }
    };
    Ok(Planned {
        target,
        columns,
        slug,
        decision,
    })
}

/// Only a version that follows another one has rows to keep.
fn check_how(fields: &mut Fields, input: &PublicationInput) {
    if input.data_product.is_some() && input.how.mode != PublishMode::Replace {
        let message = "a new product has no rows yet";
        fields.refuse("/how/mode", FieldCode::NotAllowed, message, []);
    }
}

fn check_columns(fields: &mut Fields, columns: &[ColumnChoice]) -> Vec<ColumnChoice> {
    let mut checked: Vec<ColumnChoice> = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        if checked.iter().any(|other| other.name == column.name) {
            let params = [("name", column.name.as_str().into())];
            fields.refuse(
                &format!("/columns/{at}/name"),
                FieldCode::Duplicate,
                "named twice",
                params,
            );
        }
        let business_name = if column.business_name.trim().is_empty() {
            column.business_name.clone()
        } else {
            check_name(
                fields,
                &format!("/columns/{at}/businessName"),
                &column.business_name,
            )
        };
        checked.push(ColumnChoice {
            name: column.name.clone(),
            business_name,
            description: check_purpose(
                fields,
                &format!("/columns/{at}/description"),
                &column.description,
                false,
            ),
            marks: column.marks,
        });
    }
    checked
}

/// A file's columns with what is said of them.
pub(crate) fn columns_as_said(planned: &Planned, found: Vec<Column>) -> Vec<Column> {
    let before = match &planned.target {
        Target::Existing(product) => product.output_port.columns.as_slice(),
        Target::New { .. } | Target::Unknown => &[],
    };
    let mut columns = with_marks(found, &planned.columns, before);
    for column in &mut columns {
        let mut said = planned.columns.iter();
        if let Some(said) = said.find(|said| said.name == column.name) {
            column.description.clone_from(&said.description);
            if !said.business_name.trim().is_empty() {
                column.business_name.clone_from(&said.business_name);
            }
        }
    }
    columns
}

/// Notes what the file leaves open, and columns that it doesn't have.
pub(crate) fn check_against(fields: &mut Fields, columns: &[ColumnChoice], preview: &Preview) {
    intake::check_answered(fields, preview);
    for (at, column) in columns.iter().enumerate() {
        if !preview
            .columns
            .iter()
            .any(|known| known.name == column.name)
        {
            let params = [("name", column.name.as_str().into())];
            fields.refuse(
                &format!("/columns/{at}/name"),
                FieldCode::Unknown,
                "the file has no such column",
                params,
            );
        }
    }
}

/// The plan's sentences.
pub(crate) fn sentences(
    planned: &Planned,
    by: &Principal,
    file_name: &str,
    preview: &Preview,
) -> Vec<PlanSentence> {
    let mut told = Vec::new();
    match &planned.target {
        Target::New {
            input, domain_name, ..
        } => told.push(sentence(
            PlanCode::CreateProduct,
            [
                ("name", input.name.as_str().into()),
                ("domain", domain_name.as_str().into()),
                ("owner", by.name.as_str().into()),
            ],
        )),
        Target::Existing(product) => {
            let number = product
                .current_version
                .as_ref()
                .map_or(1, |version| version.number + 1);
            let params = [
                ("name", product.name.as_str().into()),
                ("number", number.into()),
            ];
            told.push(sentence(PlanCode::NewVersion, params));
            told.extend(differences(&product.output_port.columns, &preview.columns));
        }
        Target::Unknown => {}
    }
    let columns = preview.columns.len() as i64;
    let mut write = sentence(
        PlanCode::WriteTable,
        [("fileName", file_name.into()), ("columns", columns.into())],
    );
    if let Some(rows) = preview.row_count {
        write.params.insert("rows".to_owned(), rows.into());
    }
    told.push(write);
    told.extend(rejects(preview));
    told.extend([
        sentence(PlanCode::CheckTable, []),
        sentence(PlanCode::Activate, []),
    ]);
    told
}

/// Every row of the file is accounted for.
fn rejects(preview: &Preview) -> Option<PlanSentence> {
    let kept = preview.reject_count > 0 && preview.intake.misfits == Some(Misfits::Reject);
    let rows = preview.row_count.filter(|_| kept)?;
    let exact = i64::from(preview.row_count_is_exact);
    let params = [
        ("found", (rows + preview.reject_count).into()),
        ("rejected", preview.reject_count.into()),
        ("rows", rows.into()),
        ("exact", exact.into()),
    ];
    Some(sentence(PlanCode::KeepRejects, params))
}

pub(crate) fn differences(before: &[Column], after: &[Column]) -> Vec<PlanSentence> {
    let find =
        |columns: &[Column], name: &str| columns.iter().find(|column| column.name == name).cloned();
    let mut told = Vec::new();
    for column in after {
        match find(before, &column.name) {
            None => told.push(sentence(
                PlanCode::ColumnAdded,
                [("column", column.business_name.as_str().into())],
            )),
            Some(old) if old.physical_type != column.physical_type => told.push(sentence(
                PlanCode::ColumnTypeChanged,
                [
                    ("column", column.business_name.as_str().into()),
                    ("before", old.physical_type.into()),
                    ("after", column.physical_type.as_str().into()),
                ],
            )),
            Some(_) => {}
        }
    }
    for column in before
        .iter()
        .filter(|column| find(after, &column.name).is_none())
    {
        told.push(sentence(
            PlanCode::ColumnRemoved,
            [("column", column.business_name.as_str().into())],
        ));
    }
    told
}

pub(crate) fn sentence<const N: usize>(
    code: PlanCode,
    params: [(&str, mesh_model::ParamValue); N],
) -> PlanSentence {
    PlanSentence {
        code,
        params: params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}
