//! Writing: whole use cases in one transaction, one at a time, each to its end.

use futures::future::BoxFuture;
use sqlx::{Postgres, Sqlite, Transaction};
use tracing::Instrument;

use crate::{Reader, Store, StoreError, connect::Db};

/// The work of one transaction, borrowed from it.
pub type Writing<'t, T, E> = BoxFuture<'t, Result<T, E>>;

const ATTEMPTS: u32 = 8;

/// Tells whether the same work may succeed if tried again at once.
pub trait Contended {
    /// Whether another transaction was faster.
    fn is_contended(&self) -> bool;
}

impl Contended for StoreError {
    fn is_contended(&self) -> bool {
        matches!(self, Self::Contended(_))
    }
}

/// An open transaction. It commits when its work succeeds and rolls back otherwise.
pub struct Tx(pub(crate) Open);

pub(crate) enum Open {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// Reads what is committed and what this transaction has written.
    pub fn read(&mut self) -> Reader<'_> {
        match &mut self.0 {
            Open::Sqlite(tx) => Reader::sqlite(tx),
            Open::Postgres(tx) => Reader::postgres(tx),
        }
    }

    async fn begin(store: &Store) -> Result<Self, StoreError> {
        Ok(Self(match &store.db {
            Db::Sqlite { writer, .. } => Open::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres(pool) => {
                let mut tx = pool
                    .begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE")
                    .await?;
                // One writer at a time, as on SQLite: each change extends one audit chain, so that concurrent
                // writers could only fail each other. The lock comes before the first snapshot.
                sqlx::query("LOCK TABLE audit_entries IN SHARE ROW EXCLUSIVE MODE")
                    .execute(&mut *tx)
                    .await?;
                Open::Postgres(tx)
            }
        }))
    }

    async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Open::Sqlite(tx) => tx.commit().await?,
            Open::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    async fn roll_back(self) -> Result<(), StoreError> {
        match self.0 {
            Open::Sqlite(tx) => tx.rollback().await?,
            Open::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

impl Store {
    /// Runs `work` in a transaction, again if another one was faster, and commits it.
    ///
    /// It runs in a task of its own: a client that goes away never leaves a transaction half-way.
    ///
    /// # Errors
    /// What `work` refuses, or the database's failure; then nothing was written.
    pub async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Contended + Send + 'static,
        W: for<'t> Fn(&'t mut Tx) -> Writing<'t, T, E> + Send + Sync + 'static,
    {
        let store = self.clone();
        let task = async move {
            let mut attempt = 1;
            loop {
                match store.attempt(&work).await {
                    Err(error) if attempt < ATTEMPTS && error.is_contended() => {
                        tracing::debug!(attempt, "another transaction was faster");
                        tokio::time::sleep(std::time::Duration::from_millis(5 << attempt)).await;
                        attempt += 1;
                    }
                    outcome => return outcome,
                }
            }
        };
        tokio::spawn(task.in_current_span())
            .await
            .map_err(|ended| E::from(StoreError::Ended(ended)))?
    }

    async fn attempt<T, E, W>(&self, work: &W) -> Result<T, E>
    where
        E: From<StoreError>,
        W: for<'t> Fn(&'t mut Tx) -> Writing<'t, T, E>,
    {
        let mut tx = Tx::begin(self).await?;
        match work(&mut tx).await {
            Ok(value) => {
                tx.commit().await?;
                self.committed.send_modify(|count| *count += 1);
                Ok(value)
            }
            Err(refusal) => {
                if let Err(error) = tx.roll_back().await {
                    tracing::warn!(%error, "a transaction could not be rolled back; its connection is given up");
                }
                Err(refusal)
            }
        }
    }
}

/// Runs a body once for whichever database the transaction writes to.
macro_rules! on_tx {
    ($tx:expr, $connection:ident => $body:expr) => {
        match &mut $tx.0 {
            $crate::tx::Open::Sqlite(tx) => {
                let $connection = &mut **tx;
                $body
            }
            $crate::tx::Open::Postgres(tx) => {
                let $connection = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use on_tx;
