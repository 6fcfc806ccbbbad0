//! The sample company: a small fashion retailer with people, domains and products with real rows.

use std::{collections::BTreeMap, time::Duration};

use chrono::TimeDelta;
use mesh_model::{
    Classification, ColumnChoice, DemoPersona, Discoverability, DomainInput, DomainKind,
    NewDataProduct, Person, PersonId, Persona, PublicationInput, PublicationState, Role,
    WorkspaceKind, fold,
};
use mesh_store::{NewPerson, Reader};

use crate::{Keyed, Platform, Principal, Refusal, clock::now, demo_rows};

const TOKENS: &str = "demo-tokens.json";
const TOKEN_DAYS: i64 = 30;
const PUBLISHING: Duration = Duration::from_secs(120);

struct Part {
    persona: Persona,
    name: &'static str,
    role: Role,
}

const COMPANY: [Part; 5] = [
    Part {
        persona: Persona::Administrator,
        name: "Ada Okafor",
        role: Role::Administrator,
    },
    Part {
        persona: Persona::DataOwner,
        name: "Jonas Lindqvist",
        role: Role::Member,
    },
    Part {
        persona: Persona::Steward,
        name: "Mireille Fontaine",
        role: Role::Steward,
    },
    Part {
        persona: Persona::Analyst,
        name: "Tomasz Zieliński",
        role: Role::Member,
    },
    Part {
        persona: Persona::Manager,
        name: "Grace Adeyemi",
        role: Role::Viewer,
    },
];

const DOMAINS: [(&str, &str, DomainKind, Persona); 4] = [
    (
        "Sales",
        "Everything that our shops, web store and app sell, as it was sold.",
        DomainKind::SourceAligned,
        Persona::DataOwner,
    ),
    (
        "Logistics",
        "Where every piece of clothing is, from the mill to the wardrobe.",
        DomainKind::SourceAligned,
        Persona::DataOwner,
    ),
    (
        "Customers",
        "Who buys from us, put together from shops, web store and service.",
        DomainKind::Aggregate,
        Persona::Steward,
    ),
    (
        "Season planning",
        "What we buy and cut for the next season.",
        DomainKind::ConsumerAligned,
        Persona::Steward,
    ),
];

const ORDERS: [&str; 9] = [
    "The number on the customer's receipt",
    "The day on which the customer ordered",
    "Where the customer ordered",
    "The shop, for orders made in one",
    "The article number",
    "The size as on the label",
    "How many pieces",
    "What one piece cost, without tax",
    "Whether it came back within 30 days",
];

const STOCK: [&str; 6] = [
    "The shop",
    "The article number",
    "The article's name as on the label",
    "Pieces in the shop",
    "Pieces that customers have reserved",
    "The day of the last count",
];

impl Platform {
    /// Fills the workspace with the sample company, what of it is missing, and writes tokens for scripts.
    pub(crate) async fn fill_demo(&self) -> Result<(), Refusal> {
        for part in &COMPANY {
            self.fill_person(part).await?;
        }
        for (name, purpose, kind, owner) in DOMAINS {
            self.fill_domain(name, purpose, kind, owner).await?;
        }
        let orders = "Every order line of this season, one row for each article ordered.";
        self.fill_product(
            "Sales",
            "Orders",
            orders,
            "orders.csv",
            demo_rows::orders(),
            &ORDERS,
        )
        .await?;
        let stock = "How many pieces of each article every shop has, counted weekly.";
        self.fill_product(
            "Logistics",
            "Stock on hand",
            stock,
            "stock.csv",
            demo_rows::stock(),
            &STOCK,
        )
        .await?;
        if self.workspace().kind == WorkspaceKind::Local {
            // Nothing listens for scripts there.
            return Ok(());
        }
        self.write_demo_tokens().await
    }

    pub(crate) async fn personas(
        &self,
        read: &mut Reader<'_>,
    ) -> Result<Vec<DemoPersona>, Refusal> {
        let mut personas = Vec::new();
        for persona in Persona::ALL {
            if let Some(Person {
                name,
                role: Some(role),
                ..
            }) = read.person_of_persona(persona).await?
            {
                personas.push(DemoPersona {
                    persona,
                    name,
                    role,
                });
            }
        }
        Ok(personas)
    }

    /// Ends every way in that a demo has opened, for when its folder is served as a real workspace.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn close_demo_doors(&self) -> Result<(), Refusal> {
        let tokens = self.shared.folder.root().join(TOKENS);
        match tokio::fs::remove_file(tokens).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        self.store
            .write(|tx| {
                Box::pin(async move {
                    tx.delete_demo_tokens().await?;
                    tx.delete_demo_sessions().await?;
                    Ok::<_, Refusal>(())
                })
            })
            .await
    }

    async fn persona(&self, persona: Persona) -> Result<Principal, Refusal> {
        let person = self
            .store
            .read()
            .await?
            .person_of_persona(persona)
            .await?
            .ok_or(Refusal::NotFound)?;
        Ok(Principal::from(&person))
    }

    async fn fill_person(&self, part: &'static Part) -> Result<(), Refusal> {
        if self
            .store
            .read()
            .await?
            .person_of_persona(part.persona)
            .await?
            .is_some()
        {
            return Ok(());
        }
        let email = format!(
            "{}@weft-and-warp.example",
            mesh_model::readable_id(part.name, "person")
        );
        self.store
            .write(move |tx| {
                let person = NewPerson {
                    id: PersonId::new(),
                    name: part.name.to_owned(),
                    email_key: fold(&email),
                    email: email.clone(),
                    role: Some(part.role),
                    persona: Some(part.persona),
                    password_hash: None,
                    created_at: now(),
                };
                Box::pin(async move {
                    crate::people::insert(tx, &person).await?;
                    crate::recording::Recording::of(
                        mesh_model::AuditAction::CreatePerson,
                        person.id.0,
                    )
                    .tell(mesh_model::ChangeType::PersonCreated, 1)
                    .write(tx, None, person.created_at)
                    .await
                })
            })
            .await
    }

    async fn fill_domain(
        &self,
        name: &str,
        purpose: &str,
        kind: DomainKind,
        owner: Persona,
    ) -> Result<(), Refusal> {
        if self
            .store
            .read()
            .await?
            .domain_by_name(&fold(name))
            .await?
            .is_some()
        {
            return Ok(());
        }
        let by = self.persona(Persona::Administrator).await?;
        let owner_id = self.persona(owner).await?.id;
        let input = DomainInput {
            name: name.to_owned(),
            purpose: purpose.to_owned(),
            parent_id: None,
            kind,
            owner_ids: vec![owner_id],
            steward_ids: Vec::new(),
            team_id: None,
            default_classification: Classification::default(),
            discoverability: Discoverability::default(),
        };
        self.domains().create(&by, Keyed::once(input)).await?;
        Ok(())
    }

    async fn fill_product(
        &self,
        domain: &str,
        name: &str,
        purpose: &str,
        file_name: &str,
        content: String,
        descriptions: &[&str],
    ) -> Result<(), Refusal> {
        let domain_id = {
            let mut read = self.store.read().await?;
            let known = read.data_product_names().await?;
            if known.iter().any(|other| fold(&other.name) == fold(name)) {
                return Ok(());
            }
            read.domain_by_name(&fold(domain))
                .await?
                .ok_or(Refusal::NotFound)?
                .id
        };
        let by = self.persona(Persona::DataOwner).await?;
        let size = content.len() as i64;
        let upload = self
            .uploads()
            .receive(&by, file_name.to_owned(), size, content.as_bytes())
            .await?;
        let preview = self
            .uploads()
            .preview(&by, upload.id, Default::default())
            .await?;
        let columns = preview
            .columns
            .into_iter()
            .zip(descriptions)
            .map(|(column, description)| ColumnChoice {
                name: column.name,
                business_name: column.business_name,
                description: (*description).to_owned(),
                marks: None,
            })
            .collect();
        let input = PublicationInput {
            upload_id: upload.id,
            intake: preview.intake,
            columns,
            how: Default::default(),
            rules: None,
            data_product_id: None,
            data_product: Some(NewDataProduct {
                domain_id,
                name: name.to_owned(),
                purpose: purpose.to_owned(),
            }),
            draft_id: None,
        };
        let publication = self.publications().start(&by, Keyed::once(input)).await?;
        let published = async {
            loop {
                match self.publications().get(&by, publication.id).await?.state {
                    PublicationState::Running => {
                        tokio::time::sleep(Duration::from_millis(50)).await
                    }
                    PublicationState::Succeeded => return Ok(()),
                    state => {
                        return Err(Refusal::Internal(format!(
                            "publishing {name} ended as {state:?}"
                        )));
                    }
                }
            }
        };
        tokio::time::timeout(PUBLISHING, published)
            .await
            .map_err(|_| Refusal::Internal(format!("publishing {name} took too long")))?
    }

    async fn write_demo_tokens(&self) -> Result<(), Refusal> {
        self.store
            .write(|tx| Box::pin(async move { Ok::<_, Refusal>(tx.delete_demo_tokens().await?) }))
            .await?;
        let mut tokens = BTreeMap::new();
        for persona in Persona::ALL {
            let by = self.persona(persona).await?;
            let made = self
                .access_tokens()
                .make(&by, "Demo scripts", TimeDelta::days(TOKEN_DAYS), true)
                .await?;
            tokens.insert(persona.as_str(), made.secret);
        }
        let text = serde_json::to_string_pretty(&tokens)
            .map_err(|error| Refusal::Internal(error.to_string()))?;
        write_private(&self.shared.folder.root().join(TOKENS), &text)?;
        Ok(())
    }
}

#[cfg(unix)]
fn write_private(file: &std::path::Path, text: &str) -> std::io::Result<()> {
    use std::{
        io::Write,
        os::unix::fs::{OpenOptionsExt, PermissionsExt},
    };
    let mut file = std::fs::OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(file)?;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    file.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write_private(file: &std::path::Path, text: &str) -> std::io::Result<()> {
    std::fs::write(file, text)
}
