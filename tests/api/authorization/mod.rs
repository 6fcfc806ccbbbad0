//! Every operation × everybody who may call it. The operations are those of the document: one without a case fails.

mod case;
mod domains;
mod people;
mod products;
mod records;
mod things;
mod workspace;

use std::collections::BTreeSet;

use mesh_model::Role;
use mesh_tests::{Database, Mesh};

use self::{case::Case, things::Things};

impl Things {
    /// The cases, made anew for each caller so that names are free and tags are current. What a request changes is
    /// there for those after it.
    async fn cases(&self, who: &str) -> Vec<Case> {
        let mut cases = self.workspace(who).await;
        cases.extend(self.people(who).await);
        cases.extend(self.domains(who).await);
        cases.extend(self.products(who).await);
        cases.extend(self.records().await);
        cases
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
