//! People.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{
    Holdings, PeopleAsked, PeopleCounts, PeopleShown, Person, PersonEdit, PersonId, PersonInput,
    Role, SignInLink,
};
use mesh_platform::{Keyed, Platform};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Id, IdempotencyKey, IfMatch},
    page::{List, Paging, tagged},
};

/// A role to look for.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RoleAsked {
    /// Administrators.
    Administrator,
    /// Stewards.
    Steward,
    /// Members.
    Member,
    /// Viewers.
    Viewer,
    /// Those without a role.
    None,
}

impl RoleAsked {
    fn role(self) -> Option<Role> {
        match self {
            Self::Administrator => Some(Role::Administrator),
            Self::Steward => Some(Role::Steward),
            Self::Member => Some(Role::Member),
            Self::Viewer => Some(Role::Viewer),
            Self::None => None,
        }
    }
}

/// Whom to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct PeopleFilter {
    /// Parts of name or e-mail address, in any order; marks and case are ignored. Words that begin so come first.
    #[serde(default)]
    #[param(required = false)]
    query: String,
    /// Whether those who are here, those to whom things can be given, or those who left.
    #[serde(default)]
    #[param(required = false, inline)]
    shown: PeopleShown,
    /// Only those with this role.
    #[param(inline)]
    role: Option<RoleAsked>,
}

/// What to count.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct PeopleCounted {
    /// Parts of name or e-mail address, as for the list.
    #[serde(default)]
    #[param(required = false)]
    query: String,
}

/// People, by name; service accounts are none.
#[utoipa::path(get, path = "/people", operation_id = "list_people", tag = "people", params(PeopleFilter, Paging), responses(
    (status = 200, body = List<Person>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_people(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(filter): Asked<PeopleFilter>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<List<Person>>, Problem> {
    let asked = PeopleAsked {
        query: filter.query,
        shown: filter.shown,
        role: filter.role.map(RoleAsked::role),
    };
    let people = platform
        .people()
        .list(&by, asked, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(people, |person| person.id)))
}

/// How many people there are of each role, and how many left.
#[utoipa::path(get, path = "/people/counts", operation_id = "count_people", tag = "people", params(PeopleCounted),
    responses(
    (status = 200, body = PeopleCounts),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn count_people(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<PeopleCounted>,
) -> Result<Json<PeopleCounts>, Problem> {
    Ok(Json(platform.people().count(&by, &asked.query).await?))
}

/// What a person owns, decides and belongs to.
#[utoipa::path(get, path = "/people/{id}/holdings", operation_id = "get_holdings", tag = "people",
    params(("id" = PersonId, Path, description = "The person's id.")), responses(
    (status = 200, body = Holdings),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_holdings(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PersonId>,
) -> Result<Json<Holdings>, Problem> {
    Ok(Json(platform.people().holdings(&by, id).await?))
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
