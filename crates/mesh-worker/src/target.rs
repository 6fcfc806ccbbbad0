//! The closed list of types that values are cast to before they are written.

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};
use deltalake::kernel::{DataType as DeltaType, PrimitiveType};
use mesh_job::ColumnType;

/// A type of Delta Lake that every reader of it knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Boolean,
    Byte,
    Short,
    Integer,
    Long,
    /// Precision and scale.
    Decimal(u8, u8),
    Float,
    Double,
    String,
    Date,
    /// Microseconds, UTC.
    Timestamp,
    Binary,
}

impl Target {
    /// The type as Arrow has it.
    pub(crate) fn arrow(self) -> DataType {
        match self {
            Self::Boolean => DataType::Boolean,
            Self::Byte => DataType::Int8,
            Self::Short => DataType::Int16,
            Self::Integer => DataType::Int32,
            Self::Long => DataType::Int64,
            Self::Decimal(precision, scale) => {
                DataType::Decimal128(precision, i8::try_from(scale).unwrap_or(i8::MAX))
            }
            Self::Float => DataType::Float32,
            Self::Double => DataType::Float64,
            Self::String => DataType::Utf8,
            Self::Date => DataType::Date32,
            Self::Timestamp => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            Self::Binary => DataType::Binary,
        }
    }

    /// The type as Delta's log names it.
    pub(crate) fn delta_name(self) -> String {
        match self {
            Self::Boolean => "boolean".into(),
            Self::Byte => "byte".into(),
            Self::Short => "short".into(),
            Self::Integer => "integer".into(),
            Self::Long => "long".into(),
            Self::Decimal(precision, scale) => format!("decimal({precision},{scale})"),
            Self::Float => "float".into(),
            Self::Double => "double".into(),
            Self::String => "string".into(),
            Self::Date => "date".into(),
            Self::Timestamp => "timestamp".into(),
            Self::Binary => "binary".into(),
        }
    }

    /// The type as Delta's log holds it; `None` for a decimal out of bounds.
    pub(crate) fn delta(self) -> Option<DeltaType> {
        Some(match self {
            Self::Boolean => DeltaType::BOOLEAN,
            Self::Byte => DeltaType::BYTE,
            Self::Short => DeltaType::SHORT,
            Self::Integer => DeltaType::INTEGER,
            Self::Long => DeltaType::LONG,
            Self::Decimal(precision, scale) => DeltaType::decimal(precision, scale).ok()?,
            Self::Float => DeltaType::FLOAT,
            Self::Double => DeltaType::DOUBLE,
            Self::String => DeltaType::STRING,
            Self::Date => DeltaType::DATE,
            Self::Timestamp => DeltaType::TIMESTAMP,
            Self::Binary => DeltaType::BINARY,
        })
    }

    /// The type of a column of an existing table; `None` for a type that this
    /// program never writes.
    pub(crate) fn of_delta(data_type: &DeltaType) -> Option<Self> {
        let DeltaType::Primitive(primitive) = data_type else {
            return None;
        };
        Some(match primitive {
            PrimitiveType::Boolean => Self::Boolean,
            PrimitiveType::Byte => Self::Byte,
            PrimitiveType::Short => Self::Short,
            PrimitiveType::Integer => Self::Integer,
            PrimitiveType::Long => Self::Long,
            PrimitiveType::Decimal(decimal) => Self::Decimal(decimal.precision(), decimal.scale()),
            PrimitiveType::Float => Self::Float,
            PrimitiveType::Double => Self::Double,
            PrimitiveType::String => Self::String,
            PrimitiveType::Date => Self::Date,
            PrimitiveType::Timestamp => Self::Timestamp,
            PrimitiveType::Binary => Self::Binary,
            _ => return None,
        })
    }

    /// The kind of value in plain words.
    pub(crate) fn column_type(self) -> ColumnType {
        match self {
            Self::Boolean => ColumnType::Boolean,
            Self::Byte | Self::Short | Self::Integer | Self::Long => ColumnType::Integer,
            Self::Decimal(..) => ColumnType::Decimal,
            Self::Float | Self::Double => ColumnType::Number,
            Self::String => ColumnType::String,
            Self::Date => ColumnType::Date,
            Self::Timestamp => ColumnType::Timestamp,
            Self::Binary => ColumnType::Binary,
        }
    }
}

/// The Arrow schema of a table; every column may hold missing values.
pub(crate) fn arrow_schema<'a>(columns: impl IntoIterator<Item = (&'a str, Target)>) -> SchemaRef {
    let fields: Vec<_> = columns
        .into_iter()
        .map(|(name, target)| Field::new(name, target.arrow(), true))
        .collect();
    Arc::new(Schema::new(fields))
}
