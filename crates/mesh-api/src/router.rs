//! All operations, put together.

use axum::{Router, extract::DefaultBodyLimit, middleware, routing::get};
use mesh_model::ProblemCode;
use mesh_platform::{PART_MAX, Platform};
use utoipa_axum::{router::OpenApiRouter, routes as operations};

use crate::{
    Problem, access_tokens, activity, audit_entries, backups, contracts, data_products, document,
    domains, drafts, events, identity, jobs, notifications, people, plans, publications,
    publishing_policies, request_id, search, service_accounts, session, set_up, teams, uploads,
    workspace,
};

const BASE: &str = "/api/v1";
const BODY_MAX: usize = 1024 * 1024;

/// The API's router. Who calls is found from session cookie or bearer token, or from a
/// [`mesh_platform::Principal`] that the embedding program attached as an extension.
pub fn router(platform: Platform) -> Router {
    let (router, _) = routes().split_for_parts();
    let api = router
        .route("/healthz", get(workspace::get_health))
        .route(&format!("{BASE}/openapi.json"), get(document::get_openapi))
        .fallback(|| async { Problem::of(ProblemCode::NotFound) })
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(middleware::from_fn_with_state(
            platform.clone(),
            identity::identify,
        ));
    api.layer(middleware::from_fn(request_id::trace))
        .with_state(platform)
}

/// The operations and their documentation.
pub fn routes() -> OpenApiRouter<Platform> {
    let operations = OpenApiRouter::new()
        .routes(operations!(
            workspace::get_workspace,
            workspace::update_workspace
        ))
        .routes(operations!(backups::create_backup))
        .routes(operations!(backups::get_backup, backups::delete_backup))
        .routes(operations!(backups::save_backup))
        .routes(operations!(
            session::get_session,
            session::create_session,
            session::delete_session
        ))
        .routes(operations!(session::switch_persona))
        .routes(operations!(set_up::redeem_set_up_link))
        .routes(operations!(set_up::complete_set_up))
        .routes(operations!(people::list_people, people::create_person))
        .routes(operations!(people::count_people))
        .routes(operations!(people::get_person, people::update_person))
        .routes(operations!(people::get_holdings))
        .routes(operations!(people::create_sign_in_link))
        .routes(operations!(teams::list_teams, teams::create_team))
        .routes(operations!(
            teams::get_team,
            teams::update_team,
            teams::delete_team
        ))
        .routes(operations!(
            service_accounts::list_service_accounts,
            service_accounts::create_service_account
        ))
        .routes(operations!(
            service_accounts::get_service_account,
            service_accounts::update_service_account,
            service_accounts::delete_service_account
        ))
        .routes(operations!(
            service_accounts::list_service_account_tokens,
            service_accounts::create_service_account_token
        ))
        .routes(operations!(service_accounts::delete_service_account_token))
        .routes(operations!(
            access_tokens::list_access_tokens,
            access_tokens::create_access_token
        ))
        .routes(operations!(access_tokens::delete_access_token))
        .routes(operations!(domains::list_domains, domains::create_domain))
        .routes(operations!(domains::get_domain, domains::update_domain))
        .routes(operations!(domains::get_domain_tree))
        .routes(operations!(plans::list_plans, plans::apply_plan))
        .routes(operations!(plans::get_plan))
        .routes(operations!(plans::undo_plan))
        .routes(operations!(data_products::list_data_products))
        .routes(operations!(data_products::check_data_product))
        .routes(operations!(
            data_products::get_data_product,
            data_products::update_data_product
        ))
        .routes(operations!(data_products::list_product_versions))
        .routes(operations!(data_products::list_rows))
        .routes(operations!(data_products::get_product_profile))
        .routes(operations!(data_products::get_product_quality))
        .routes(operations!(data_products::list_rejects))
        .routes(operations!(contracts::get_contract))
        .routes(operations!(contracts::get_contract_changes))
        .routes(operations!(contracts::get_product_document))
        .routes(operations!(uploads::create_upload))
        .routes(operations!(uploads::get_upload, uploads::delete_upload))
        .routes(operations!(
            uploads::preview_upload,
            uploads::preview_upload_as
        ))
        .routes(operations!(uploads::survey_upload))
        .routes(operations!(uploads::check_upload_rules))
        .merge(
            OpenApiRouter::new()
                .routes(operations!(uploads::append_upload))
                .layer(DefaultBodyLimit::max(PART_MAX)),
        )
        .routes(operations!(
            publications::list_publications,
            publications::create_publication
        ))
        .routes(operations!(publications::put_back_version))
        .routes(operations!(publications::get_publication))
        .routes(operations!(publications::resume_publication))
        .routes(operations!(publications::cancel_publication))
        .routes(operations!(publishing_policies::list_publishing_policies))
        .routes(operations!(publishing_policies::update_publishing_policy))
        .routes(operations!(drafts::list_drafts, drafts::create_draft))
        .routes(operations!(
            drafts::get_draft,
            drafts::update_draft,
            drafts::delete_draft
        ))
        .routes(operations!(notifications::list_notifications))
        .routes(operations!(notifications::read_notification))
        .routes(operations!(notifications::read_notifications))
        .routes(operations!(audit_entries::list_audit_entries))
        .routes(operations!(audit_entries::export_audit_entries))
        .routes(operations!(audit_entries::verify_audit))
        .routes(operations!(activity::list_activity))
        .routes(operations!(activity::list_policies))
        .routes(operations!(activity::list_decisions))
        .routes(operations!(jobs::list_jobs))
        .routes(operations!(jobs::stop_job))
        .routes(operations!(jobs::get_workers))
        .routes(operations!(search::search))
        .routes(operations!(events::stream_events));
    OpenApiRouter::with_openapi(document::head()).nest(BASE, operations)
}
