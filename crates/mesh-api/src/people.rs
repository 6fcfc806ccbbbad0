//! People.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{Person, PersonEdit, PersonId, PersonInput, SignInLink};
use mesh_platform::{Keyed, Platform};

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Id, IdempotencyKey, IfMatch},
    page::{List, Paging, tagged},
};

/// People, by e-mail address.
#[utoipa::path(get, path = "/people", operation_id = "list_people", tag = "people", params(Paging), responses(
    (status = 200, body = List<Person>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_people(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(paging): Asked<Paging>,
) -> Result<Json<List<Person>>, Problem> {
    let people = platform
        .people()
        .list(&by, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(people, |person| person.id)))
}

/// Adds a person, who signs in after they were given a link.
#[utoipa::path(post, path = "/people", operation_id = "create_person", tag = "people", request_body = PersonInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 201, body = Person),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_person(
    State(platform): State<Platform>,
    Caller(by): Caller,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<PersonInput>,
) -> Result<Response, Problem> {
    let person = platform.people().create(&by, Keyed { input, key }).await?;
    Ok(tagged(StatusCode::CREATED, person.revision, person))
}

/// One person.
#[utoipa::path(get, path = "/people/{id}", operation_id = "get_person", tag = "people",
    params(("id" = PersonId, Path, description = "The person's id.")), responses(
    (status = 200, body = Person),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_person(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PersonId>,
) -> Result<Response, Problem> {
    let person = platform.people().get(&by, id).await?;
    Ok(tagged(StatusCode::OK, person.revision, person))
}

/// Changes a person's name and role. The last administrator stays one.
#[utoipa::path(put, path = "/people/{id}", operation_id = "update_person", tag = "people", request_body = PersonEdit,
    params(
        ("id" = PersonId, Path, description = "The person's id."),
        ("If-Match" = String, Header, description = "The ETag that was read."),
    ), responses(
    (status = 200, body = Person),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_person(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PersonId>,
    IfMatch(revision): IfMatch,
    Body(edit): Body<PersonEdit>,
) -> Result<Response, Problem> {
    let person = platform.people().update(&by, id, revision, edit).await?;
    Ok(tagged(StatusCode::OK, person.revision, person))
}

/// Makes a link with which a person chooses a password; earlier ones end.
#[utoipa::path(post, path = "/people/{id}/sign-in-link", operation_id = "create_sign_in_link", tag = "people",
    params(("id" = PersonId, Path, description = "The person's id.")), responses(
    (status = 201, body = SignInLink),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_sign_in_link(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PersonId>,
) -> Result<Response, Problem> {
    let link = platform.sign_in().sign_in_link(&by, id).await?;
    Ok((StatusCode::CREATED, Json(link)).into_response())
}
