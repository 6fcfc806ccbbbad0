//! Rows of data products: for the owner only, until grants exist.

use std::time::Duration;

use mesh_job::{Job, Output};
use mesh_model::{DataProduct, DataProductId, RejectPage, RowPage};
use mesh_policy::Intent;
use mesh_store::VersionRecord;
use tokio::{
    fs::File,
    io::{AsyncBufReadExt, BufReader},
};

use crate::{Platform, Principal, Refusal, data_products, intake, job, jobs::About};

const DEADLINE: Duration = Duration::from_secs(30);
const LIMIT_MAX: i64 = 500;
const REJECTS_MAX: usize = 1_000;

/// Rows of data products.
pub struct Rows<'p>(pub(crate) &'p Platform);

impl Rows<'_> {
    /// A page of rows of one version, of the current one if none is named.
    ///
    /// # Errors
    /// [`Refusal::RowsNeedGrant`] for everybody but the owner, [`Refusal::NotFound`], [`Refusal::Job`], or that the
    /// database failed.
    pub async fn page(
        &self,
        by: &Principal,
        id: DataProductId,
        version: Option<i64>,
        offset: i64,
        limit: i64,
    ) -> Result<RowPage, Refusal> {
        let (product, record) = self.version(by, id, version).await?;
        let job = Job::Rows {
            table: self.0.shared.folder.table(id, &product.output_port.name),
            delta_version: record.delta_version,
            offset: offset.max(0) as u64,
            limit: limit.clamp(0, LIMIT_MAX) as usize,
        };
        let about = About::product(by.person_ref(), &product.name, &product.slug);
        match self.0.work(about, job, DEADLINE, |_| {}).await? {
            Output::Rows(page) => Ok(RowPage {
                version: record.version.number,
                columns: record.columns,
                rows: page.rows,
                offset: offset.max(0),
                row_count: record.version.row_count,
            }),
            other => Err(job::unexpected(&other)),
        }
    }

    /// Rows of a version's file that didn't fit its table, of the current one if none is named.
    ///
    /// # Errors
    /// As [`Rows::page`], or that the folder failed.
    pub async fn rejects(
        &self,
        by: &Principal,
        id: DataProductId,
        version: Option<i64>,
    ) -> Result<RejectPage, Refusal> {
        let (product, record) = self.version(by, id, version).await?;
        let number = record.version.number;
        let mut page = RejectPage {
            version: number,
            items: Vec::new(),
            count: record.version.rejected_count,
        };
        if page.count == 0 {
            return Ok(page);
        }
        let port = &product.output_port.name;
        let file = File::open(self.0.shared.folder.rejects(id, port, number)).await?;
        let mut lines = BufReader::new(file).lines();
        while page.items.len() < REJECTS_MAX
            && let Some(line) = lines.next_line().await?
        {
            let kept = serde_json::from_str(&line)
                .map_err(|error| Refusal::Internal(error.to_string()))?;
            page.items.push(intake::reject(kept));
        }
        Ok(page)
    }

    async fn version(
        &self,
        by: &Principal,
        id: DataProductId,
        version: Option<i64>,
    ) -> Result<(DataProduct, VersionRecord), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let product = read.data_product(id).await?.ok_or(Refusal::NotFound)?;
        let domain = data_products::visible_domain(self.0, &mut read, by, &product).await?;
        let facts = data_products::facts(&product, &domain);
        if !self.0.decide(by, Intent::ReadRows(facts)).allowed {
            return Err(Refusal::RowsNeedGrant {
                owner: product.owner.name,
            });
        }
        let number = match version {
            Some(number) => number,
            None => {
                product
                    .current_version
                    .as_ref()
                    .ok_or(Refusal::NotFound)?
                    .number
            }
        };
        let versions = read.product_versions(id).await?;
        drop(read);
        let record = versions
            .into_iter()
            .find(|record| record.version.number == number)
            .ok_or(Refusal::NotFound)?;
        Ok((product, record))
    }
}
