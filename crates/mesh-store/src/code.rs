//! How closed sets of codes are stored: by their spelling on the wire.

use serde::{Serialize, de::DeserializeOwned};

use crate::StoreError;

pub(crate) fn spell<T: Serialize>(code: T) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(text)) => text,
        other => unreachable!("a code is spelled as a string, got {other:?}"),
    }
}

pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|_| StoreError::Unreadable(text.to_owned()))
}
