//! What the requests speak of.

use http::Method;
use mesh_tests::{Caller, Mesh};
use serde_json::{Value, json};

/// The things that the requests speak of. All of them are the owner's.
pub(super) struct Things {
    pub(super) mesh: Mesh,
    owner: Caller,
    pub(super) domain: String,
    pub(super) product: String,
    pub(super) publication: String,
    pub(super) upload: String,
    pub(super) draft: String,
    pub(super) token: String,
    pub(super) person: String,
    pub(super) team: String,
    pub(super) account: String,
    pub(super) account_token: String,
    pub(super) plan: String,
}

impl Things {
    pub(super) async fn new(owner: Caller, mesh: Mesh) -> Self {
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

    pub(super) async fn etag(&self, path: &str) -> Option<String> {
        let answer = self
            .mesh
            .call(Some(&self.owner), Method::GET, path, None)
            .await;
        Some(answer.headers.get("etag")?.to_str().ok()?.to_owned())
    }
}
