//! Every operation × everybody who may call it. The operations are those of the document: one without a case fails.

use std::collections::BTreeSet;

use http::Method;
use mesh_model::Role;
use mesh_tests::{Caller, Database, Mesh};
use serde_json::{Value, json};

/// What is expected for somebody without a sign-in, without a role, a member who owns nothing here, the owner of
/// everything here, and an administrator.
struct Expected {
    anonymous: u16,
    stranger: u16,
    member: u16,
    owner: u16,
    administrator: u16,
}

const fn all(
    anonymous: u16,
    stranger: u16,
    member: u16,
    owner: u16,
    administrator: u16,
) -> Expected {
    Expected {
        anonymous,
        stranger,
        member,
        owner,
        administrator,
    }
}

struct Case {
    operation: &'static str,
    method: Method,
    path: String,
    body: Option<Value>,
    if_match: Option<String>,
    expected: Expected,
}

/// The things that the requests speak of. All of them are the owner's.
struct Things {
    mesh: Mesh,
    owner: Caller,
    domain: String,
    product: String,
    publication: String,
    upload: String,
    draft: String,
    token: String,
    person: String,
    team: String,
    account: String,
    account_token: String,
    plan: String,
}

impl Things {
    async fn new(owner: Caller, mesh: Mesh) -> Self {
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let publication = mesh
            .publish(&owner, &domain, "Orders", "id,name\n1,one\n")
            .await;
        assert_eq!(publication["state"], "succeeded", "{publication}");
        let upload = mesh
            .upload(&owner, "more.csv", b"id\n1\n")
            .await
            .to_string();
        let draft = json!({ "kind": "domain-create", "title": "", "step": "name", "values": {} });
        let draft = mesh
            .call(Some(&owner), Method::POST, "/drafts", Some(draft))
            .await;
        let token = json!({ "name": "To revoke", "expiresInDays": 1 });
        let token = mesh
            .call(Some(&owner), Method::POST, "/access-tokens", Some(token))
            .await;
        let team = json!({ "name": "Shops", "purpose": "P", "members": [{ "personId": owner.principal.id, "lead": true }] });
        let team = mesh
            .call(Some(&owner), Method::POST, "/teams", Some(team))
            .await;
        let account = json!({ "name": "Export", "purpose": "P", "role": "viewer" });
        let account = mesh
            .call(
                Some(&owner),
                Method::POST,
                "/service-accounts",
                Some(account),
            )
            .await;
        let tokens = format!(
            "/service-accounts/{}/access-tokens",
            account.body["id"].as_str().unwrap_or_default()
        );
        let account_token = json!({ "name": "To revoke", "expiresInDays": 1 });
        let account_token = mesh
            .call(Some(&owner), Method::POST, &tokens, Some(account_token))
            .await;
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        // The second plan touches what the first one did, so that undoing the first is refused for its state.
        let renamed = mesh.domain("Renamed", owner.principal.id).await;
        let rename =
            |name: &str| json!({ "kind": "rename-domain", "domainId": renamed.id, "name": name });
        let plan = mesh.apply(&owner, rename("Renamed once")).await;
        mesh.apply(&owner, rename("Renamed twice")).await;
        Self {
            domain: domain.id.to_string(),
            product: text(&publication["dataProductId"]),
            publication: text(&publication["id"]),
            upload,
            draft: text(&draft.body["id"]),
            token: text(&token.body["id"]),
            person: owner.principal.id.to_string(),
            team: text(&team.body["id"]),
            account: text(&account.body["id"]),
            account_token: text(&account_token.body["id"]),
            plan: text(&plan["id"]),
            owner,
            mesh,
        }
    }

    async fn etag(&self, path: &str) -> Option<String> {
        let answer = self
            .mesh
            .call(Some(&self.owner), Method::GET, path, None)
            .await;
        Some(answer.headers.get("etag")?.to_str().ok()?.to_owned())
    }

    /// The cases, made anew for each caller so that names are free and tags are current.
    async fn cases(&self, who: &str) -> Vec<Case> {
        let Self {
            domain,
            product,
            publication,
            upload,
            draft,
            token,
            person,
            team,
            account,
            account_token,
            plan,
            ..
        } = self;
        let domain_input = |name: &str| json!({ "name": name, "purpose": "P", "kind": "aggregate", "ownerIds": [person] });
        let product_edit = json!({ "name": "Orders", "purpose": who, "columns": [] });
        let publish = json!({ "uploadId": upload, "columns": [], "dataProductId": product });
        let draft_input =
            json!({ "kind": "domain-create", "title": "T", "step": "name", "values": {} });
        let draft_edit = json!({ "title": "T", "step": "name", "values": {} });
        let team_input = |name: &str| json!({ "name": name, "purpose": "P", "members": [{ "personId": person, "lead": true }] });
        let account_input = |name: &str| json!({ "name": name, "purpose": "P", "role": "viewer" });
        let new_person = json!({ "name": who, "email": format!("{}@mesh.example", who.replace(' ', "-")), "role": "viewer" });
        let complete =
            json!({ "name": "N", "email": "n@mesh.example", "password": "long enough to count" });
        let case = |operation, method, path: &str, body: Option<Value>, expected| Case {
            operation,
            method,
            path: path.to_owned(),
            body,
            if_match: None,
            expected,
        };
        let tagged = |mut case: Case, tag: Option<String>| {
            case.if_match = tag;
            case
        };
        let seen = || all(401, 403, 200, 200, 200);
        vec![
            case(
                "get_workspace",
                Method::GET,
                "/workspace",
                None,
                all(200, 200, 200, 200, 200),
            ),
            case(
                "update_workspace",
                Method::PUT,
                "/workspace",
                Some(json!({ "name": who })),
                all(401, 403, 403, 403, 200),
            ),
            case(
                "create_backup",
                Method::POST,
                "/workspace/backups",
                Some(json!({ "passphrase": "warp, weft and thread" })),
                all(401, 403, 403, 403, 202),
            ),
            case(
                "get_backup",
                Method::GET,
                &format!("/workspace/backups/{upload}"),
                None,
                all(401, 403, 403, 403, 404),
            ),
            case(
                "delete_backup",
                Method::DELETE,
                &format!("/workspace/backups/{upload}"),
                None,
                all(401, 403, 403, 403, 404),
            ),
            case(
                "save_backup",
                Method::GET,
                &format!("/workspace/backups/{upload}/content"),
                None,
                all(401, 403, 403, 403, 404),
            ),
            case(
                "get_session",
                Method::GET,
                "/session",
                None,
                all(401, 200, 200, 200, 200),
            ),
            case(
                "create_session",
                Method::POST,
                "/session",
                Some(json!({ "email": format!("{who}@x"), "password": "no" })),
                all(401, 401, 401, 401, 401),
            ),
            case(
                "delete_session",
                Method::DELETE,
                "/session",
                None,
                all(401, 204, 204, 204, 204),
            ),
            case(
                "switch_persona",
                Method::POST,
                "/session/persona",
                Some(json!({ "persona": "analyst" })),
                all(404, 404, 404, 404, 404),
            ),
            case(
                "redeem_set_up_link",
                Method::POST,
                "/set-up/redeem",
                Some(json!({ "code": "guessed" })),
                all(410, 410, 410, 410, 410),
            ),
            case(
                "complete_set_up",
                Method::POST,
                "/set-up/complete",
                Some(complete),
                all(410, 410, 410, 410, 410),
            ),
            case(
                "list_plans",
                Method::GET,
                &format!("/plans?subject={domain}"),
                None,
                seen(),
            ),
            case(
                "apply_plan",
                Method::POST,
                "/plans?dryRun=true",
                Some(
                    json!({ "plan": { "kind": "rename-domain", "domainId": domain, "name": "Turnover" } }),
                ),
                all(401, 403, 403, 200, 200),
            ),
            case(
                "get_plan",
                Method::GET,
                &format!("/plans/{plan}"),
                None,
                all(401, 403, 404, 200, 200),
            ),
            case(
                "undo_plan",
                Method::POST,
                &format!("/plans/{plan}/undo"),
                None,
                all(401, 403, 404, 409, 409),
            ),
            case("list_people", Method::GET, "/people", None, seen()),
            case(
                "create_person",
                Method::POST,
                "/people",
                Some(new_person),
                all(401, 403, 403, 403, 201),
            ),
            case(
                "get_person",
                Method::GET,
                &format!("/people/{person}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_person",
                    Method::PUT,
                    &format!("/people/{person}"),
                    Some(json!({ "name": "Owner", "role": "member" })),
                    all(401, 403, 403, 403, 200),
                ),
                self.etag(&format!("/people/{person}")).await,
            ),
            case(
                "create_sign_in_link",
                Method::POST,
                &format!("/people/{person}/sign-in-link"),
                None,
                all(401, 403, 403, 403, 201),
            ),
            case("count_people", Method::GET, "/people/counts", None, seen()),
            case(
                "get_holdings",
                Method::GET,
                &format!("/people/{person}/holdings"),
                None,
                seen(),
            ),
            case("list_teams", Method::GET, "/teams", None, seen()),
            case(
                "create_team",
                Method::POST,
                "/teams",
                Some(team_input(who)),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_team",
                Method::GET,
                &format!("/teams/{team}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_team",
                    Method::PUT,
                    &format!("/teams/{team}"),
                    Some(team_input("Shops")),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/teams/{team}")).await,
            ),
            // The tag is that of before the change above: whoever may delete is told that it is stale.
            tagged(
                case(
                    "delete_team",
                    Method::DELETE,
                    &format!("/teams/{team}"),
                    None,
                    all(401, 403, 403, 412, 412),
                ),
                self.etag(&format!("/teams/{team}")).await,
            ),
            case(
                "list_service_accounts",
                Method::GET,
                "/service-accounts",
                None,
                seen(),
            ),
            case(
                "create_service_account",
                Method::POST,
                "/service-accounts",
                Some(account_input(who)),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_service_account",
                Method::GET,
                &format!("/service-accounts/{account}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_service_account",
                    Method::PUT,
                    &format!("/service-accounts/{account}"),
                    Some(account_input("Export")),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/service-accounts/{account}")).await,
            ),
            case(
                "list_service_account_tokens",
                Method::GET,
                &format!("/service-accounts/{account}/access-tokens"),
                None,
                all(401, 403, 403, 200, 200),
            ),
            case(
                "create_service_account_token",
                Method::POST,
                &format!("/service-accounts/{account}/access-tokens"),
                Some(json!({ "name": "Its own", "expiresInDays": 1 })),
                all(401, 403, 403, 201, 201),
            ),
            // The administrator comes before the owner and revokes it.
            case(
                "delete_service_account_token",
                Method::DELETE,
                &format!("/service-accounts/{account}/access-tokens/{account_token}"),
                None,
                all(401, 403, 403, 404, 204),
            ),
            case(
                "delete_service_account",
                Method::DELETE,
                "/service-accounts/00000000-0000-7000-8000-000000000000",
                None,
                all(401, 403, 404, 404, 404),
            ),
            case(
                "list_access_tokens",
                Method::GET,
                "/access-tokens",
                None,
                all(401, 200, 200, 200, 200),
            ),
            case(
                "create_access_token",
                Method::POST,
                "/access-tokens",
                Some(json!({ "name": "Mine", "expiresInDays": 1 })),
                all(401, 201, 201, 201, 201),
            ),
            case(
                "delete_access_token",
                Method::DELETE,
                &format!("/access-tokens/{token}"),
                None,
                all(401, 404, 404, 204, 404),
            ),
            case("list_domains", Method::GET, "/domains", None, seen()),
            case("get_domain_tree", Method::GET, "/domain-tree", None, seen()),
            case(
                "create_domain",
                Method::POST,
                "/domains",
                Some(domain_input(who)),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_domain",
                Method::GET,
                &format!("/domains/{domain}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_domain",
                    Method::PUT,
                    &format!("/domains/{domain}"),
                    Some(json!({ "purpose": "P", "kind": "aggregate", "ownerIds": [person] })),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/domains/{domain}")).await,
            ),
            case(
                "list_data_products",
                Method::GET,
                "/data-products",
                None,
                seen(),
            ),
            case(
                "check_data_product",
                Method::POST,
                "/data-products/check",
                Some(json!({ "name": "N" })),
                seen(),
            ),
            case(
                "get_data_product",
                Method::GET,
                &format!("/data-products/{product}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_data_product",
                    Method::PUT,
                    &format!("/data-products/{product}"),
                    Some(product_edit),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/data-products/{product}")).await,
            ),
            case(
                "list_product_versions",
                Method::GET,
                &format!("/data-products/{product}/versions"),
                None,
                seen(),
            ),
            // Office gives no rows: the administrator is refused like every member.
            case(
                "list_rows",
                Method::GET,
                &format!("/data-products/{product}/rows"),
                None,
                all(401, 403, 403, 200, 403),
            ),
            case(
                "create_upload",
                Method::POST,
                "/uploads",
                Some(json!({ "fileName": "a.csv", "sizeBytes": 3 })),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_upload",
                Method::GET,
                &format!("/uploads/{upload}"),
                None,
                all(401, 403, 404, 200, 404),
            ),
            case(
                "append_upload",
                Method::PUT,
                &format!("/uploads/{upload}/content?offset=0"),
                None,
                all(401, 403, 404, 409, 404),
            ),
            case(
                "preview_upload",
                Method::GET,
                &format!("/uploads/{upload}/preview"),
                None,
                all(401, 403, 404, 200, 404),
            ),
            case(
                "list_publications",
                Method::GET,
                "/publications",
                None,
                seen(),
            ),
            // Somebody else's file is one that doesn't exist.
            case(
                "create_publication",
                Method::POST,
                "/publications",
                Some(publish),
                all(401, 403, 422, 202, 422),
            ),
            case(
                "get_publication",
                Method::GET,
                &format!("/publications/{publication}"),
                None,
                seen(),
            ),
            case(
                "resume_publication",
                Method::POST,
                &format!("/publications/{publication}/resume"),
                None,
                all(401, 403, 403, 409, 403),
            ),
            case(
                "cancel_publication",
                Method::POST,
                &format!("/publications/{publication}/cancel"),
                None,
                all(401, 403, 403, 409, 403),
            ),
            case(
                "delete_upload",
                Method::DELETE,
                &format!("/uploads/{upload}"),
                None,
                all(401, 403, 404, 204, 404),
            ),
            case("list_drafts", Method::GET, "/drafts", None, seen()),
            case(
                "create_draft",
                Method::POST,
                "/drafts",
                Some(draft_input),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_draft",
                Method::GET,
                &format!("/drafts/{draft}"),
                None,
                all(401, 403, 404, 200, 404),
            ),
            tagged(
                case(
                    "update_draft",
                    Method::PUT,
                    &format!("/drafts/{draft}"),
                    Some(draft_edit),
                    all(401, 403, 404, 200, 404),
                ),
                self.etag(&format!("/drafts/{draft}")).await,
            ),
            case(
                "delete_draft",
                Method::DELETE,
                &format!("/drafts/{draft}"),
                None,
                all(401, 403, 404, 204, 404),
            ),
            case(
                "list_audit_entries",
                Method::GET,
                "/audit-entries",
                None,
                all(401, 403, 403, 403, 200),
            ),
            case(
                "export_audit_entries",
                Method::GET,
                "/audit-entries/export?format=csv",
                None,
                all(401, 403, 403, 403, 200),
            ),
            case(
                "verify_audit",
                Method::POST,
                "/audit-entries/verification",
                Some(json!({})),
                all(401, 403, 403, 403, 200),
            ),
            case(
                "list_activity",
                Method::GET,
                &format!("/activity?kind=data-product&id={product}"),
                None,
                seen(),
            ),
            case("list_policies", Method::GET, "/policies", None, seen()),
            case(
                "list_decisions",
                Method::GET,
                &format!("/decisions?kind=data-product&id={product}"),
                None,
                seen(),
            ),
            case("search", Method::GET, "/search?q=orders", None, seen()),
            case("stream_events", Method::GET, "/events", None, seen()),
        ]
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_operation_answers_everybody_as_decided() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.person("Owner", Some(Role::Member)).await;
    let stranger = mesh.person("Stranger", None).await;
    let member = mesh.person("Member", Some(Role::Member)).await;
    let administrator = mesh.administrator.clone();
    let things = Things::new(owner.clone(), mesh).await;

    let mut wrong = Vec::new();
    // The owner comes last: some of their requests use things up.
    for (who, caller) in [
        ("anonymous", None),
        ("a stranger", Some(&stranger)),
        ("a member", Some(&member)),
        ("an administrator", Some(&administrator)),
        ("the owner", Some(&owner)),
    ] {
        for case in things.cases(who).await {
            let tag = case.if_match.clone().unwrap_or_default();
            let headers = if tag.is_empty() {
                vec![]
            } else {
                vec![("if-match", tag.as_str())]
            };
            let path = case.path.clone();
            let answer = things
                .mesh
                .call_with(caller, case.method, &path, &headers, case.body)
                .await;
            let expected = match who {
                "anonymous" => case.expected.anonymous,
                "a stranger" => case.expected.stranger,
                "a member" => case.expected.member,
                "the owner" => case.expected.owner,
                _ => case.expected.administrator,
            };
            if answer.status.as_u16() != expected {
                wrong.push(format!(
                    "{} by {who}: {} instead of {expected}: {}",
                    case.operation, answer.status, answer.body
                ));
            }
            if answer.status.is_client_error() {
                assert!(
                    !answer.code().is_empty(),
                    "{} by {who} says no code",
                    case.operation
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_operation_is_without_a_case() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.person("Owner", Some(Role::Member)).await;
    let things = Things::new(owner, mesh).await;
    let cases: BTreeSet<String> = things
        .cases("anybody")
        .await
        .iter()
        .map(|case| case.operation.to_owned())
        .collect();
    assert_eq!(cases, super::document::operations());
}
