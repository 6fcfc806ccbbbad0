//! What domains and people hold. Every column that refers to one is registered here, so that plans can list what
//! follows and nothing is forgotten when somebody leaves or a domain closes.

use mesh_model::{Holding, HoldingCode};
use uuid::Uuid;

use crate::{Reader, StoreError, reader::on_reader};

/// To what a registered column refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A domain.
    Domain,
    /// A person.
    Person,
}

/// A column that refers to a domain or a person.
#[derive(Debug, Clone, Copy)]
pub struct Registered {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// To what it refers.
    pub held: Held,
    /// What of it a plan says.
    pub code: HoldingCode,
    count: &'static str,
}

macro_rules! registry {
    ($($table:literal . $column:literal => $held:ident, $code:ident $(, $only:literal)?;)+) => {
        /// All registered columns. A test compares them with the foreign keys of the schema.
        pub const REGISTRY: &[Registered] = &[$(Registered {
            table: $table,
            column: $column,
            held: Held::$held,
            code: HoldingCode::$code,
            count: concat!(
                "SELECT COUNT(*) FROM ", $table, " WHERE ", $column, " = $1" $(, " AND ", $only)?
            ),
        },)+];
    };
}

registry! {
    "domains"."parent_id" => Domain, Subdomains, "lifecycle = 'active'";
    "data_products"."domain_id" => Domain, Products;
    "domain_roles"."domain_id" => Domain, DomainRoles;
    "domain_redirects"."domain_id" => Domain, FormerIds;
    "domain_roles"."person_id" => Person, DomainsLookedAfter;
    "data_products"."owner_id" => Person, ProductsOwned;
    "people"."owner_id" => Person, ServiceAccounts, "left_at IS NULL";
    "team_members"."person_id" => Person, Teams;
    "drafts"."holder_id" => Person, Drafts;
    "uploads"."holder_id" => Person, Uploads;
    "sessions"."person_id" => Person, Sessions;
    "access_tokens"."person_id" => Person, Tokens;
    "set_up_links"."person_id" => Person, SignInLinks;
    "idempotency_keys"."person_id" => Person, RepeatKeys;
    "notifications"."person_id" => Person, Notifications;
    "domains"."created_by" => Person, History;
    "data_products"."created_by" => Person, History;
    "teams"."created_by" => Person, History;
    "product_versions"."published_by" => Person, History;
    "publications"."started_by" => Person, History;
    "applied_plans"."applied_by" => Person, History;
    "applied_plans"."undone_by" => Person, History;
    "notifications"."caused_by" => Person, History;
}

impl Reader<'_> {
    /// What a domain or person holds, by kind, where there is any.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn holdings(&mut self, held: Held, id: Uuid) -> Result<Vec<Holding>, StoreError> {
        let mut found: Vec<Holding> = Vec::new();
        for entry in REGISTRY.iter().filter(|entry| entry.held == held) {
            let count: i64 = on_reader!(self, c => sqlx::query_scalar(entry.count)
                .bind(id).fetch_one(c).await)?;
            match found.iter_mut().find(|known| known.code == entry.code) {
                Some(known) => known.count += count,
                None => found.push(Holding {
                    code: entry.code,
                    count,
                }),
            }
        }
        found.retain(|holding| holding.count > 0);
        Ok(found)
    }

    /// The foreign keys of the schema that refer to domains or people, as table and column.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn keys_to_holders(&mut self) -> Result<Vec<(String, String, Held)>, StoreError> {
        const SQLITE: &str = "SELECT m.name, k.\"from\", k.\"table\" FROM sqlite_master m
            JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table' AND k.\"table\" IN ('domains', 'people')";
        const POSTGRES: &str = "SELECT r.relname::text, a.attname::text, f.relname::text FROM pg_constraint k
            JOIN pg_class r ON r.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
            WHERE k.contype = 'f' AND f.relname IN ('domains', 'people') AND r.relnamespace = current_schema()::regnamespace";
        let sql = match &self.0 {
            crate::reader::Source::Sqlite(_) => SQLITE,
            crate::reader::Source::Postgres(_) => POSTGRES,
        };
        let rows: Vec<(String, String, String)> =
            on_reader!(self, c => sqlx::query_as(sql).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(table, column, to)| {
                let held = if to == "domains" {
                    Held::Domain
                } else {
                    Held::Person
                };
                (table, column, held)
            })
            .collect())
    }
}
