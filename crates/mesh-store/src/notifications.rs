//! Notifications. Each belongs to one person; those about something that this person may not know of any more aren't
//! told, and aren't counted either.

use chrono::{DateTime, Utc};
use mesh_model::{
    AuditedThing, DomainId, Notification, NotificationId, NotificationKind, ParamValue, Params,
    PersonId, PersonRef, ThingKind,
};
use uuid::Uuid;

use crate::{Reader, Sight, StoreError, Tx, code, reader::on_reader, sight::hidden, tx::on_tx};

/// A notification to remember.
#[derive(Debug, Clone, PartialEq)]
pub struct NewNotification {
    /// Its id.
    pub id: NotificationId,
    /// Who shall learn of it.
    pub person: PersonId,
    /// What it tells.
    pub kind: NotificationKind,
    /// What kind of thing it is about.
    pub thing_kind: ThingKind,
    /// Which one.
    pub thing: Uuid,
    /// Its name, for when it is gone.
    pub thing_name: String,
    /// The domain where it lies now, if that is what it tells.
    pub place: Option<DomainId>,
    /// What its sentence mentions.
    pub params: Params,
    /// Who did it.
    pub by: Option<PersonId>,
    /// When.
    pub at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    thing_kind: String,
    thing_id: Uuid,
    thing_name: String,
    thing_slug: Option<String>,
    place_name: Option<String>,
    params: String,
    by_id: Option<Uuid>,
    by_name: Option<String>,
    at: DateTime<Utc>,
    read_at: Option<DateTime<Utc>>,
}

impl Row {
    fn notification(self) -> Result<Notification, StoreError> {
        let mut params: Params = serde_json::from_str(&self.params)
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
        if let Some(place) = self.place_name {
            params.insert("place".to_owned(), ParamValue::Text(place));
        }
        Ok(Notification {
            id: NotificationId(self.id),
            kind: code::read(&self.kind)?,
            thing: AuditedThing {
                kind: code::read(&self.thing_kind)?,
                id: self.thing_id,
                name: Some(self.thing_name),
                slug: self.thing_slug,
            },
            by: self.by_id.zip(self.by_name).map(|(id, name)| PersonRef {
                id: PersonId(id),
                name,
            }),
            at: self.at,
            read_at: self.read_at,
            params,
        })
    }
}

/// A statement about the notifications of the person bound as `$1` that they may know of, as whom `$2` reads.
macro_rules! visible {
    ($what:literal, $rest:literal) => {
        concat!(
            $what,
            " FROM notifications n
              LEFT JOIN domains d ON n.thing_kind = 'domain' AND d.id = n.thing_id
              LEFT JOIN data_products p ON n.thing_kind = 'data-product' AND p.id = n.thing_id
              LEFT JOIN teams t ON n.thing_kind = 'team' AND t.id = n.thing_id
              LEFT JOIN people s ON n.thing_kind IN ('person', 'service-account') AND s.id = n.thing_id
              LEFT JOIN domains w ON w.id = n.place_id AND w.id NOT IN (", hidden!("$2"), ")
              LEFT JOIN people b ON b.id = n.caused_by
              WHERE n.person_id = $1
                AND (n.thing_kind NOT IN ('domain', 'data-product') OR (COALESCE(d.id, p.domain_id) IS NOT NULL
                  AND COALESCE(d.id, p.domain_id) NOT IN (", hidden!("$2"), "))) ",
            $rest
        )
    };
}

impl Reader<'_> {
    /// Somebody's notifications, newest first, `limit` at most, before one of them.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn notifications(
        &mut self,
        person: PersonId,
        sight: Sight,
        unread_only: bool,
        before: Option<NotificationId>,
        limit: i64,
    ) -> Result<Vec<Notification>, StoreError> {
        const SQL: &str = visible!(
            "SELECT n.id, n.kind, n.thing_kind, n.thing_id,
                COALESCE(d.name, p.name, t.name, s.name, n.thing_name) AS thing_name,
                COALESCE(d.slug, p.slug, t.slug) AS thing_slug, w.name AS place_name, n.params,
                b.id AS by_id, b.name AS by_name, n.at, n.read_at",
            "AND ($3 IS NULL OR n.id < $3) AND (n.read_at IS NULL OR NOT $4) ORDER BY n.id DESC LIMIT $5"
        );
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(SQL)
            .bind(person.0)
            .bind(sight.person())
            .bind(before.map(|id| id.0))
            .bind(unread_only)
            .bind(limit)
            .fetch_all(c)
            .await)?;
        rows.into_iter().map(Row::notification).collect()
    }

    /// How many of somebody's notifications are unread.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn unread_notifications(
        &mut self,
        person: PersonId,
        sight: Sight,
    ) -> Result<i64, StoreError> {
        const SQL: &str = visible!("SELECT COUNT(*)", "AND n.read_at IS NULL");
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL)
            .bind(person.0).bind(sight.person()).fetch_one(c).await)?)
    }

    /// Whether a notification is this person's and may be told to them.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn has_notification(
        &mut self,
        person: PersonId,
        sight: Sight,
        id: NotificationId,
    ) -> Result<bool, StoreError> {
        const SQL: &str = visible!("SELECT COUNT(*)", "AND n.id = $3");
        let count: i64 = on_reader!(self, c => sqlx::query_scalar(SQL)
            .bind(person.0).bind(sight.person()).bind(id.0).fetch_one(c).await)?;
        Ok(count > 0)
    }
}

impl Tx {
    /// Remembers a notification.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_notification(&mut self, new: &NewNotification) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO notifications
            (id, person_id, kind, thing_kind, thing_id, thing_name, place_id, params, caused_by, at, read_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL)";
        let params = serde_json::to_string(&new.params)
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.id.0)
            .bind(new.person.0)
            .bind(code::spell(new.kind))
            .bind(code::spell(new.thing_kind))
            .bind(new.thing)
            .bind(&new.thing_name)
            .bind(new.place.map(|place| place.0))
            .bind(&params)
            .bind(new.by.map(|by| by.0))
            .bind(new.at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Forgets what somebody read before an instant.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn forget_read_notifications(
        &mut self,
        person: PersonId,
        before: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM notifications WHERE person_id = $1 AND read_at < $2";
        on_tx!(self, c => sqlx::query(SQL).bind(person.0).bind(before).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Forgets all notifications of somebody.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_notifications(&mut self, person: PersonId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM notifications WHERE person_id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(person.0).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Marks one notification of somebody as read; says whether it was unread.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn read_notification(
        &mut self,
        person: PersonId,
        id: NotificationId,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE notifications SET read_at = $3
            WHERE person_id = $1 AND id = $2 AND read_at IS NULL";
        let count = on_tx!(self, c => sqlx::query(SQL)
            .bind(person.0).bind(id.0).bind(at).execute(c).await.map(|done| done.rows_affected()))?;
        Ok(count > 0)
    }

    /// Marks as read whatever somebody was told, up to one of them; says whether any was unread.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn read_notifications(
        &mut self,
        person: PersonId,
        sight: Sight,
        up_to: Option<NotificationId>,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        const SQL: &str = concat!(
            "UPDATE notifications SET read_at = $4 WHERE id IN (",
            visible!(
                "SELECT n.id",
                "AND n.read_at IS NULL AND ($3 IS NULL OR n.id <= $3)"
            ),
            ")"
        );
        let count = on_tx!(self, c => sqlx::query(SQL)
            .bind(person.0)
            .bind(sight.person())
            .bind(up_to.map(|id| id.0))
            .bind(at)
            .execute(c)
            .await
            .map(|done| done.rows_affected()))?;
        Ok(count > 0)
    }
}
