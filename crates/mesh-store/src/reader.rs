//! Reading, from a pool or inside a transaction, by the same functions.

use std::ops::{Deref, DerefMut};

use sqlx::{Database, PgConnection, Postgres, Sqlite, SqliteConnection, pool::PoolConnection};

use crate::{Store, StoreError, connect::Db};

/// Reads what is committed or, inside a [`crate::Tx`], what it has written.
pub struct Reader<'a>(pub(crate) Source<'a>);

pub(crate) enum Source<'a> {
    Sqlite(Held<'a, Sqlite>),
    Postgres(Held<'a, Postgres>),
}

pub(crate) enum Held<'a, D: Database> {
    Pooled(PoolConnection<D>),
    Lent(&'a mut D::Connection),
}

impl<D: Database> Deref for Held<'_, D> {
    type Target = D::Connection;
    fn deref(&self) -> &D::Connection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Lent(connection) => connection,
        }
    }
}

impl<D: Database> DerefMut for Held<'_, D> {
    fn deref_mut(&mut self) -> &mut D::Connection {
        match self {
            Self::Pooled(connection) => connection,
            Self::Lent(connection) => connection,
        }
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn sqlite(connection: &'a mut SqliteConnection) -> Self {
        Self(Source::Sqlite(Held::Lent(connection)))
    }

    pub(crate) fn postgres(connection: &'a mut PgConnection) -> Self {
        Self(Source::Postgres(Held::Lent(connection)))
    }

    /// Whether it is outside of any transaction.
    #[must_use]
    pub fn sees_only_committed(&self) -> bool {
        matches!(
            &self.0,
            Source::Sqlite(Held::Pooled(_)) | Source::Postgres(Held::Pooled(_))
        )
    }
}

impl Store {
    /// A connection to read from.
    ///
    /// # Errors
    /// That the database can't be reached, or that all connections stay in use.
    pub async fn read(&self) -> Result<Reader<'static>, StoreError> {
        Ok(Reader(match &self.db {
            Db::Sqlite { readers, .. } => Source::Sqlite(Held::Pooled(readers.acquire().await?)),
            Db::Postgres(pool) => Source::Postgres(Held::Pooled(pool.acquire().await?)),
        }))
    }
}

/// Runs a body once for whichever database the reader reads.
macro_rules! on_reader {
    ($reader:expr, $connection:ident => $body:expr) => {
        match &mut $reader.0 {
            $crate::reader::Source::Sqlite(held) => {
                let $connection = &mut **held;
                $body
            }
            $crate::reader::Source::Postgres(held) => {
                let $connection = &mut **held;
                $body
            }
        }
    };
}
pub(crate) use on_reader;
