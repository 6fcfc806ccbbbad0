//! One's own notifications.

use axum::{Json, extract::State, http::StatusCode};
use mesh_model::{Notification, NotificationId, NotificationsRead};
use mesh_platform::Platform;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Id},
    page::{List, Paging},
};

/// Which notifications, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct NotificationQuery {
    /// With true, those alone that aren't read yet.
    #[serde(default)]
    unread: bool,
    /// The `nextPageToken` of the page before.
    page_token: Option<String>,
    /// How many notifications, 1 to 500.
    #[param(minimum = 1, maximum = 500, default = 100)]
    page_size: Option<i64>,
}

/// A page of notifications.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NotificationList {
    /// The notifications on this page, newest first.
    items: Vec<Notification>,
    /// Asks for the next page as `pageToken`; null on the last.
    next_page_token: Option<String>,
    /// How many are unread in all, on whichever page.
    unread_count: i64,
}

/// One's own notifications, newest first. Those about something that one may not know of any more aren't told.
#[utoipa::path(get, path = "/notifications", operation_id = "list_notifications", tag = "notifications",
    params(NotificationQuery), responses(
    (status = 200, body = NotificationList),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_notifications(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<NotificationQuery>,
) -> Result<Json<NotificationList>, Problem> {
    let paging = Paging {
        page_token: asked.page_token,
        page_size: asked.page_size,
    };
    let (items, unread_count) = platform
        .notifications()
        .list(&by, asked.unread, paging.after()?, paging.limit())
        .await?;
    let List {
        items,
        next_page_token,
    } = paging.page(items, |notification| notification.id);
    Ok(Json(NotificationList {
        items,
        next_page_token,
        unread_count,
    }))
}

/// Marks one of one's own notifications as read; a second time does nothing.
#[utoipa::path(post, path = "/notifications/{id}/read", operation_id = "read_notification", tag = "notifications",
    params(("id" = NotificationId, Path, description = "The notification's id.")), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read_notification(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<NotificationId>,
) -> Result<StatusCode, Problem> {
    platform.notifications().read(&by, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Marks one's own notifications as read: all of them, or those up to the newest that was shown.
#[utoipa::path(post, path = "/notifications/read", operation_id = "read_notifications", tag = "notifications",
    request_body = NotificationsRead, responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn read_notifications(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Body(asked): Body<NotificationsRead>,
) -> Result<StatusCode, Problem> {
    platform.notifications().read_all(&by, asked.up_to).await?;
    Ok(StatusCode::NO_CONTENT)
}
