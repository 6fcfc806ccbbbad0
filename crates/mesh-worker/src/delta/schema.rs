//! A table's columns in Delta's schema, with the owner's names and words.

use deltalake::kernel::{MetadataValue, StructField, StructType};
use mesh_job::{Column, Failure};

use crate::{failures::unreadable, source::SourceColumn, target::Target};

/// The owner's header. Readers show it where they know of it.
const BUSINESS_NAME: &str = "selvedge.businessName";

/// What other programs show as a column's description.
const COMMENT: &str = "comment";

/// The schema that Delta's log holds.
pub(super) fn to_delta(columns: &[SourceColumn]) -> Result<StructType, Failure> {
    let fields: Option<Vec<_>> = columns
        .iter()
        .map(|one| {
            let mut metadata = vec![(BUSINESS_NAME, one.column.business_name.clone())];
            if !one.column.description.is_empty() {
                metadata.push((COMMENT, one.column.description.clone()));
            }
            let field = StructField::nullable(&one.column.name, one.target.delta()?);
            Some(field.with_metadata(metadata))
        })
        .collect();
    fields
        .and_then(|fields| StructType::try_new(fields).ok())
        .ok_or_else(|| unreadable("damaged"))
}

/// The columns of a table's schema. Notes are about one publication and stand
/// in its receipt.
pub(super) fn from_delta(schema: &StructType) -> Result<Vec<SourceColumn>, Failure> {
    let columns: Option<Vec<_>> = schema
        .fields()
        .map(|field| {
            let target = Target::of_delta(field.data_type())?;
            let said = |key: &str| match field.metadata().get(key) {
                Some(MetadataValue::String(text)) => Some(text.clone()),
                _ => None,
            };
            let column = Column {
                name: field.name().clone(),
                business_name: said(BUSINESS_NAME).unwrap_or_else(|| field.name().clone()),
                column_type: target.column_type(),
                physical_type: target.delta_name(),
                description: said(COMMENT).unwrap_or_default(),
                note: None,
            };
            Some(SourceColumn { column, target })
        })
        .collect();
    columns.ok_or_else(|| unreadable("damaged"))
}
