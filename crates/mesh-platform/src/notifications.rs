//! Notifications, as their reader finds them.

use mesh_model::{ChangeType, Notification, NotificationId};
use mesh_policy::Intent;

use crate::{Platform, Principal, Refusal, clock::now};

/// Notifications.
pub struct Notifications<'p>(pub(crate) &'p Platform);

impl Notifications<'_> {
    /// One's own notifications, newest first, `limit` at most, and how many are unread in all. Those about something
    /// that one may not know of any more aren't among them.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        unread_only: bool,
        before: Option<NotificationId>,
        limit: i64,
    ) -> Result<(Vec<Notification>, i64), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let sight = self.0.sight(by);
        let mut read = self.0.store.read().await?;
        let items = read
            .notifications(by.id, sight, unread_only, before, limit)
            .await?;
        Ok((items, read.unread_notifications(by.id, sight).await?))
    }

    /// Marks one of one's own notifications as read; a second time does nothing.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn read(&self, by: &Principal, id: NotificationId) -> Result<(), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let (person, sight) = (by.id, self.0.sight(by));
        self.0
            .store
            .write(move |tx| {
                Box::pin(async move {
                    if !tx.read().has_notification(person, sight, id).await? {
                        return Err(Refusal::NotFound);
                    }
                    let at = now();
                    if tx.read_notification(person, id, at).await? {
                        tx.tell(ChangeType::NotificationUpdated, person.0, 1, at)
                            .await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Marks one's own notifications as read, up to one of them or all.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn read_all(
        &self,
        by: &Principal,
        up_to: Option<NotificationId>,
    ) -> Result<(), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let (person, sight) = (by.id, self.0.sight(by));
        self.0
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let at = now();
                    if tx.read_notifications(person, sight, up_to, at).await? {
                        tx.tell(ChangeType::NotificationUpdated, person.0, 1, at)
                            .await?;
                    }
                    Ok::<_, Refusal>(())
                })
            })
            .await
    }
}
