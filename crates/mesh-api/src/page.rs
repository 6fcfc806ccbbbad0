//! Lists and tagged answers.

use std::str::FromStr;

use axum::{
    Json,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use mesh_model::ProblemCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Problem;

const SIZE: i64 = 100;
const SIZE_MAX: i64 = 500;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct List<T> {
    /// The things on this page.
    pub(crate) items: Vec<T>,
    /// Asks for the next page as `pageToken`; null on the last.
    pub(crate) next_page_token: Option<String>,
}

/// A page of a list that is counted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CountedList<T> {
    /// The things on this page.
    pub(crate) items: Vec<T>,
    /// Asks for the next page as `pageToken`; null on the last.
    pub(crate) next_page_token: Option<String>,
    /// How many things there are on all pages. Told with the first page, and where no ability is asked for.
    pub(crate) total: Option<i64>,
}

impl<T> List<T> {
    /// The page with how many there are in all.
    pub(crate) fn counted(self, total: Option<i64>) -> CountedList<T> {
        CountedList {
            items: self.items,
            next_page_token: self.next_page_token,
            total,
        }
    }
}

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct Paging {
    /// The `nextPageToken` of the page before.
    pub(crate) page_token: Option<String>,
    /// How many things, 1 to 500.
    #[param(minimum = 1, maximum = 500, default = 100)]
    pub(crate) page_size: Option<i64>,
}

impl Paging {
    /// The last thing of the page before.
    pub(crate) fn after<I: FromStr>(&self) -> Result<Option<I>, Problem> {
        let parse = |token: &String| {
            token.parse().map_err(|_| {
                Problem::of(ProblemCode::Malformed).saying("pageToken isn't one of this list")
            })
        };
        self.page_token.as_ref().map(parse).transpose()
    }

    /// How many things to ask for: one more than the page holds tells whether there is another.
    pub(crate) fn limit(&self) -> i64 {
        self.size() + 1
    }

    /// Cuts the surplus thing off and points to the next page.
    pub(crate) fn page<T, I: ToString>(&self, mut items: Vec<T>, id: impl Fn(&T) -> I) -> List<T> {
        let size = self.size() as usize;
        let more = items.len() > size;
        items.truncate(size);
        let next_page_token = items
            .last()
            .filter(|_| more)
            .map(|item| id(item).to_string());
        List {
            items,
            next_page_token,
        }
    }

    fn size(&self) -> i64 {
        self.page_size.unwrap_or(SIZE).clamp(1, SIZE_MAX)
    }
}

/// An answer with the `ETag` of its revision.
pub(crate) fn tagged<T: Serialize>(status: StatusCode, revision: i64, body: T) -> Response {
    let mut headers = HeaderMap::new();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{revision}\"")) {
        headers.insert(header::ETAG, tag);
    }
    (status, headers, Json(body)).into_response()
}
