//! Data products.

use axum::{Json, extract::State, http::StatusCode, response::Response};
use mesh_model::{
    DataProduct, DataProductCheck, DataProductCheckInput, DataProductEdit, DataProductId,
    DataProductOrder, DataProductsAsked, DomainId, PersonId, ProductProfile, ProductQuality,
    ProductVersion, RejectPage, RowPage,
};
use mesh_platform::Platform;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Id, IfMatch},
    page::{CountedList, List, Paging, tagged},
};

/// Which products to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct ProductFilter {
    /// Parts of words, in any order, of name, readable id, purpose or columns, of the owner's name or e-mail address, or
    /// of the domain's name; marks and case are ignored.
    #[serde(default)]
    #[param(required = false)]
    query: String,
    /// Of this domain only.
    domain_id: Option<DomainId>,
    /// Those that this person owns only.
    owner_id: Option<PersonId>,
    /// In which order.
    #[serde(default)]
    #[param(required = false, inline)]
    order: DataProductOrder,
}

/// Data products, by name unless another order is asked for.
#[utoipa::path(get, path = "/data-products", operation_id = "list_data_products", tag = "data-products",
    params(ProductFilter, Paging), responses(
    (status = 200, body = CountedList<DataProduct>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_data_products(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(filter): Asked<ProductFilter>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<CountedList<DataProduct>>, Problem> {
    let asked = DataProductsAsked {
        query: filter.query,
        domain: filter.domain_id,
        owner: filter.owner_id,
        order: filter.order,
    };
    let (found, total) = platform
        .data_products()
        .list(&by, asked, paging.after()?, paging.limit())
        .await?;
    Ok(Json(
        paging.page(found, |product| product.id).counted(total),
    ))
}

/// Says what would become of a data product with this name.
#[utoipa::path(post, path = "/data-products/check", operation_id = "check_data_product", tag = "data-products",
    request_body = DataProductCheckInput, responses(
    (status = 200, body = DataProductCheck),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn check_data_product(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Body(input): Body<DataProductCheckInput>,
) -> Result<Json<DataProductCheck>, Problem> {
    Ok(Json(platform.data_products().check(&by, input).await?))
}

/// One data product.
#[utoipa::path(get, path = "/data-products/{id}", operation_id = "get_data_product", tag = "data-products",
    params(("id" = String, Path, description = "The product's id or readable id.")), responses(
    (status = 200, body = DataProduct),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_data_product(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<String>,
) -> Result<Response, Problem> {
    let product = platform.data_products().get(&by, &id).await?;
    Ok(tagged(StatusCode::OK, product.revision, product))
}

/// Changes a product's words; its readable id stays.
#[utoipa::path(put, path = "/data-products/{id}", operation_id = "update_data_product", tag = "data-products",
    request_body = DataProductEdit,
    params(
        ("id" = String, Path, description = "The product's id."),
        ("If-Match" = String, Header, description = "The ETag that was read."),
    ), responses(
    (status = 200, body = DataProduct),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_data_product(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    IfMatch(revision): IfMatch,
    Body(edit): Body<DataProductEdit>,
) -> Result<Response, Problem> {
    let product = platform
        .data_products()
        .update(&by, id, revision, edit)
        .await?;
    Ok(tagged(StatusCode::OK, product.revision, product))
}

/// A product's published versions, newest first.
#[utoipa::path(get, path = "/data-products/{id}/versions", operation_id = "list_product_versions",
    tag = "data-products", params(("id" = DataProductId, Path, description = "The product's id.")), responses(
    (status = 200, body = List<ProductVersion>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_product_versions(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
) -> Result<Json<List<ProductVersion>>, Problem> {
    Ok(Json(List {
        items: platform.data_products().versions(&by, id).await?,
        next_page_token: None,
    }))
}

/// Which rows.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct RowRange {
    /// Of this version; of the current one if missing.
    version: Option<i64>,
    /// Rows to pass over.
    #[param(minimum = 0, default = 0)]
    offset: Option<i64>,
    /// How many rows, at most 500.
    #[param(minimum = 0, maximum = 500, default = 100)]
    limit: Option<i64>,
}

/// Rows of one version, in the file's order. For the owner; everybody else is told that access comes by grant.
#[utoipa::path(get, path = "/data-products/{id}/rows", operation_id = "list_rows", tag = "data-products",
    params(("id" = DataProductId, Path, description = "The product's id."), RowRange), responses(
    (status = 200, body = RowPage),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_rows(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    Asked(range): Asked<RowRange>,
) -> Result<Json<RowPage>, Problem> {
    let (offset, limit) = (range.offset.unwrap_or(0), range.limit.unwrap_or(100));
    Ok(Json(
        platform
            .rows()
            .page(&by, id, range.version, offset, limit)
            .await?,
    ))
}

/// Of which version.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct OfVersion {
    /// Its number; the current one if missing.
    version: Option<i64>,
}

/// Rows of a version's file that are not in its table because they don't fit it. For those who may read its rows.
#[utoipa::path(get, path = "/data-products/{id}/rejects", operation_id = "list_rejects", tag = "data-products",
    params(("id" = DataProductId, Path, description = "The product's id."), OfVersion), responses(
    (status = 200, body = RejectPage),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_rejects(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    Asked(asked): Asked<OfVersion>,
) -> Result<Json<RejectPage>, Problem> {
    Ok(Json(platform.rows().rejects(&by, id, asked.version).await?))
}

/// What one version holds and means, column by column. Who may not read the rows is told no values of single rows,
/// nothing of the range of personal data, and no counts below five.
#[utoipa::path(get, path = "/data-products/{id}/profile", operation_id = "get_product_profile", tag = "data-products",
    params(("id" = DataProductId, Path, description = "The product's id."), OfVersion), responses(
    (status = 200, body = ProductProfile),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_product_profile(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    Asked(of): Asked<OfVersion>,
) -> Result<Json<ProductProfile>, Problem> {
    Ok(Json(platform.profiles().get(&by, id, of.version).await?))
}

/// What one version promises of its rows, and how they kept it when they were checked. Who may not read the rows is
/// told no small counts and no values.
#[utoipa::path(get, path = "/data-products/{id}/quality", operation_id = "get_product_quality", tag = "data-products",
    params(("id" = DataProductId, Path, description = "The product's id."), OfVersion), responses(
    (status = 200, body = ProductQuality),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_product_quality(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    Asked(of): Asked<OfVersion>,
) -> Result<Json<ProductQuality>, Problem> {
    Ok(Json(platform.quality().get(&by, id, of.version).await?))
}
