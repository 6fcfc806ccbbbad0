//! Data products and their published versions.

use chrono::{DateTime, Utc};
use mesh_model::{
    Classification, Column, DataProduct, DataProductAbilities, DataProductId, DomainId, DomainRef,
    HowToPublish, IntakeChoices, Lifecycle, LookAlike, NewDataProduct, OutputPort, PersonId,
    PersonRef, PortFormat, ProductVersion, PublicationId,
};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    Reader, StoreError, Tx, code,
    reader::on_reader,
    sought::{search_key, text_key},
    tx::on_tx,
};

/// A data product to remember, as a draft.
#[derive(Debug, Clone)]
pub struct ProductRecord {
    /// Stable id.
    pub id: DataProductId,
    /// Readable id.
    pub slug: String,
    /// The name folded, by which it is unique.
    pub name_key: String,
    /// What was decided of it.
    pub input: NewDataProduct,
    /// Who is accountable.
    pub owner: PersonId,
    /// How sensitive its data is.
    pub classification: Classification,
    /// Who creates it.
    pub created_by: PersonId,
    /// When it is created.
    pub created_at: DateTime<Utc>,
}

/// A published version to remember.
#[derive(Debug, Clone)]
pub struct NewVersion {
    /// The product.
    pub product: DataProductId,
    /// 1 for the first.
    pub number: i64,
    /// The version in the Delta log that holds it.
    pub delta_version: i64,
    /// Rows in the table.
    pub row_count: i64,
    /// Bytes in storage.
    pub size_bytes: i64,
    /// The table's columns.
    pub columns: Vec<Column>,
    /// The file that it was made from.
    pub file_name: String,
    /// How that file was read.
    pub intake: IntakeChoices,
    /// Rows of that file that don't fit the table.
    pub rejected_count: i64,
    /// What became of the rows of the version before.
    pub how: HowToPublish,
    /// The number of the earlier version that was put back.
    pub put_back: Option<i64>,
    /// When.
    pub published_at: DateTime<Utc>,
    /// By whom.
    pub published_by: PersonId,
}

/// A published version and where to find its rows.
#[derive(Debug, Clone)]
pub struct VersionRecord {
    /// The version as listed.
    pub version: ProductVersion,
    /// The version in the Delta log that holds it.
    pub delta_version: i64,
    /// The table's columns then.
    pub columns: Vec<Column>,
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    slug: String,
    name: String,
    purpose: String,
    domain_id: Uuid,
    domain_slug: String,
    domain_name: String,
    owner_id: Uuid,
    owner_name: String,
    lifecycle: String,
    classification: String,
    columns: Json<Vec<Column>>,
    revision: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    publication_id: Option<Uuid>,
    number: Option<i64>,
    row_count: Option<i64>,
    size_bytes: Option<i64>,
    version_columns: Option<Json<Vec<Column>>>,
    file_name: Option<String>,
    intake: Option<Json<IntakeChoices>>,
    rejected_count: Option<i64>,
    how: Option<Json<HowToPublish>>,
    put_back: Option<i64>,
    published_at: Option<DateTime<Utc>>,
    publisher_id: Option<Uuid>,
    publisher_name: Option<String>,
}

impl Row {
    fn version(&self) -> Option<ProductVersion> {
        Some(ProductVersion {
            number: self.number?,
            row_count: self.row_count?,
            size_bytes: self.size_bytes?,
            column_count: self.version_columns.as_ref()?.0.len() as i64,
            file_name: self.file_name.clone()?,
            intake: self.intake.as_ref()?.0.clone(),
            rejected_count: self.rejected_count?,
            how: self.how.as_ref()?.0.clone(),
            put_back: self.put_back,
            published_at: self.published_at?,
            published_by: PersonRef {
                id: PersonId(self.publisher_id?),
                name: self.publisher_name.clone()?,
            },
        })
    }

    pub(crate) fn product(self) -> Result<DataProduct, StoreError> {
        Ok(DataProduct {
            id: DataProductId(self.id),
            current_version: self.version(),
            slug: self.slug,
            name: self.name,
            purpose: self.purpose,
            domain: DomainRef {
                id: DomainId(self.domain_id),
                slug: self.domain_slug,
                name: self.domain_name,
            },
            owner: PersonRef {
                id: PersonId(self.owner_id),
                name: self.owner_name,
            },
            lifecycle: code::read(&self.lifecycle)?,
            classification: code::read(&self.classification)?,
            revision: self.revision,
            created_at: self.created_at,
            updated_at: self.updated_at,
            output_port: OutputPort {
                name: "default".to_owned(),
                format: PortFormat::Delta,
                columns: self.columns.0,
                location: None,
            },
            active_publication: self.publication_id.map(PublicationId),
            can: DataProductAbilities::default(),
        })
    }
}

macro_rules! select {
    ($($rest:tt)*) => {
        concat!(
            "SELECT q.id, q.slug, q.name, q.purpose, q.domain_id, d.slug AS domain_slug, d.name AS domain_name,
                    q.owner_id, o.name AS owner_name, q.lifecycle, q.classification, q.columns, q.revision, q.created_at, q.updated_at,
                    b.id AS publication_id, v.number, v.row_count, v.size_bytes, v.columns AS version_columns,
                    v.file_name, v.intake, v.rejected_count, v.how, v.put_back, v.published_at, w.id AS publisher_id, w.name AS publisher_name
             FROM data_products q
             JOIN domains d ON d.id = q.domain_id
             JOIN people o ON o.id = q.owner_id
             LEFT JOIN product_versions v ON v.data_product_id = q.id AND v.number = q.current_version
             LEFT JOIN people w ON w.id = v.published_by
             LEFT JOIN publications b ON b.data_product_id = q.id AND b.state IN ('running', 'failed') ",
            $($rest)*
        )
    };
}
pub(crate) use select;

#[derive(sqlx::FromRow)]
struct VersionRow {
    number: i64,
    delta_version: i64,
    row_count: i64,
    size_bytes: i64,
    columns: Json<Vec<Column>>,
    file_name: String,
    intake: Json<IntakeChoices>,
    rejected_count: i64,
    how: Json<HowToPublish>,
    put_back: Option<i64>,
    published_at: DateTime<Utc>,
    publisher_id: Uuid,
    publisher_name: String,
}

impl From<VersionRow> for VersionRecord {
    fn from(row: VersionRow) -> Self {
        Self {
            version: ProductVersion {
                number: row.number,
                row_count: row.row_count,
                size_bytes: row.size_bytes,
                column_count: row.columns.0.len() as i64,
                file_name: row.file_name,
                intake: row.intake.0,
                rejected_count: row.rejected_count,
                how: row.how.0,
                put_back: row.put_back,
                published_at: row.published_at,
                published_by: PersonRef {
                    id: PersonId(row.publisher_id),
                    name: row.publisher_name,
                },
            },
            delta_version: row.delta_version,
            columns: row.columns.0,
        }
    }
}

impl Reader<'_> {
    /// A data product by id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_product(
        &mut self,
        id: DataProductId,
    ) -> Result<Option<DataProduct>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE q.id = $1"))
            .bind(id.0).fetch_optional(c).await)?;
        row.map(Row::product).transpose()
    }

    /// A data product by readable id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_product_by_slug(
        &mut self,
        slug: &str,
    ) -> Result<Option<DataProduct>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE q.slug = $1"))
            .bind(slug).fetch_optional(c).await)?;
        row.map(Row::product).transpose()
    }

    /// The data products that a person owns, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_products_owned(
        &mut self,
        owner: PersonId,
    ) -> Result<Vec<DataProduct>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE q.owner_id = $1 ORDER BY q.name_key"
        )).bind(owner.0).fetch_all(c).await)?;
        rows.into_iter().map(Row::product).collect()
    }

    /// The domain that owns a product.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_of_product(
        &mut self,
        id: DataProductId,
    ) -> Result<Option<DomainId>, StoreError> {
        const SQL: &str = "SELECT domain_id FROM data_products WHERE id = $1";
        let id: Option<Uuid> =
            on_reader!(self, c => sqlx::query_scalar(SQL).bind(id.0).fetch_optional(c).await)?;
        Ok(id.map(DomainId))
    }

    /// The data products of a domain, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_products_of(
        &mut self,
        domain: DomainId,
    ) -> Result<Vec<DataProduct>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE q.domain_id = $1 ORDER BY q.name_key"
        )).bind(domain.0).fetch_all(c).await)?;
        rows.into_iter().map(Row::product).collect()
    }

    /// All product names, in no order, for comparing with a new one.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_product_names(&mut self) -> Result<Vec<LookAlike>, StoreError> {
        let rows: Vec<(Uuid, String, String)> = on_reader!(self, c => sqlx::query_as(
            "SELECT id, slug, name FROM data_products").fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, slug, name)| LookAlike { id, slug, name })
            .collect())
    }

    /// A product's versions, newest first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn product_versions(
        &mut self,
        product: DataProductId,
    ) -> Result<Vec<VersionRecord>, StoreError> {
        const SQL: &str =
            "SELECT v.number, v.delta_version, v.row_count, v.size_bytes, v.columns, v.file_name,
                v.intake, v.rejected_count, v.how, v.put_back, v.published_at, w.id AS publisher_id, w.name AS publisher_name
            FROM product_versions v JOIN people w ON w.id = v.published_by
            WHERE v.data_product_id = $1 ORDER BY v.number DESC LIMIT 500";
        let rows: Vec<VersionRow> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(product.0).fetch_all(c).await)?;
        Ok(rows.into_iter().map(VersionRecord::from).collect())
    }
}

impl Tx {
    /// Remembers a data product as a draft.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for name or readable id, or that the database failed.
    pub async fn insert_data_product(&mut self, new: &ProductRecord) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO data_products
            (id, slug, name, name_key, purpose, domain_id, owner_id, lifecycle, columns, revision, created_at, updated_at,
             classification, created_by, search_key, text_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10, $11, $12, $13, $14)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.id.0)
            .bind(&new.slug)
            .bind(&new.input.name)
            .bind(&new.name_key)
            .bind(&new.input.purpose)
            .bind(new.input.domain_id.0)
            .bind(new.owner.0)
            .bind(code::spell(Lifecycle::Draft))
            .bind(Json(Vec::<Column>::new()))
            .bind(new.created_at)
            .bind(code::spell(new.classification))
            .bind(new.created_by.0)
            .bind(search_key(&new.input.name, &new.slug))
            .bind(text_key(&new.input.purpose, &[]))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Changes a product's words and its columns' descriptions.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for the name, or that the database failed.
    pub async fn update_data_product(
        &mut self,
        id: DataProductId,
        name: &str,
        name_key: &str,
        purpose: &str,
        columns: &[Column],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE data_products SET name = $2, name_key = $3, purpose = $4, columns = $5,
            updated_at = $6, search_key = $7, text_key = $8, revision = revision + 1 WHERE id = $1";
        const SLUG: &str = "SELECT slug FROM data_products WHERE id = $1";
        let slug: Option<String> =
            on_tx!(self, c => sqlx::query_scalar(SLUG).bind(id.0).fetch_optional(c).await)?;
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0)
            .bind(name)
            .bind(name_key)
            .bind(purpose)
            .bind(Json(columns))
            .bind(now)
            .bind(search_key(name, slug.as_deref().unwrap_or_default()))
            .bind(text_key(purpose, columns))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Gives a product to another domain.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn move_data_product(
        &mut self,
        id: DataProductId,
        domain: DomainId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE data_products SET domain_id = $2, updated_at = $3, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(domain.0).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Gives a product to another owner.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn hand_over_data_product(
        &mut self,
        id: DataProductId,
        owner: PersonId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE data_products SET owner_id = $2, updated_at = $3, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(owner.0).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Remembers a published version and makes it the product's current one.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for the version's number, or that the database failed.
    pub async fn publish_version(
        &mut self,
        new: &NewVersion,
        lifecycle: Lifecycle,
    ) -> Result<(), StoreError> {
        const VERSION: &str = "INSERT INTO product_versions
            (data_product_id, number, delta_version, row_count, size_bytes, columns, file_name, published_at, published_by,
             intake, rejected_count, how, put_back)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
        const PRODUCT: &str =
            "UPDATE data_products SET lifecycle = $2, columns = $3, current_version = $4,
            updated_at = $5, text_key = $6, revision = revision + 1 WHERE id = $1";
        const PURPOSE: &str = "SELECT purpose FROM data_products WHERE id = $1";
        let purpose: Option<String> = on_tx!(self, c => sqlx::query_scalar(PURPOSE).bind(new.product.0).fetch_optional(c).await)?;
        on_tx!(self, c => sqlx::query(VERSION)
            .bind(new.product.0)
            .bind(new.number)
            .bind(new.delta_version)
            .bind(new.row_count)
            .bind(new.size_bytes)
            .bind(Json(&new.columns))
            .bind(&new.file_name)
            .bind(new.published_at)
            .bind(new.published_by.0)
            .bind(Json(&new.intake))
            .bind(new.rejected_count)
            .bind(Json(&new.how))
            .bind(new.put_back)
            .execute(c)
            .await
            .map(drop))?;
        on_tx!(self, c => sqlx::query(PRODUCT)
            .bind(new.product.0)
            .bind(code::spell(lifecycle))
            .bind(Json(&new.columns))
            .bind(new.number)
            .bind(new.published_at)
            .bind(text_key(purpose.as_deref().unwrap_or_default(), &new.columns))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Removes a product that was never published; its publications go with it.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_data_product(&mut self, id: DataProductId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM data_products WHERE id = $1 AND current_version IS NULL";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).execute(c).await.map(drop))?;
        Ok(())
    }
}
