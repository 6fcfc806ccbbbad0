//! What people learn of a change, worked out from the thing before and after it, and delivered in its transaction.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use mesh_model::{
    ChangeType, DataProduct, Domain, DomainId, DomainLifecycle, NotificationId, NotificationKind,
    ParamValue, Params, Person, PersonId, PersonRef, Publication, Role, ServiceAccount, Team,
    TeamMember, ThingKind,
};
use mesh_store::{NewNotification, Tx};
use uuid::Uuid;

use crate::{Principal, Refusal};

/// How long somebody finds what they have read.
const KEPT: TimeDelta = TimeDelta::days(90);

/// Something that one person shall learn of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct News {
    pub(crate) to: PersonId,
    pub(crate) kind: NotificationKind,
    about: About,
    place: Option<DomainId>,
    params: Params,
}

/// The thing that news are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) kind: ThingKind,
    pub(crate) id: Uuid,
    pub(crate) name: String,
}

impl About {
    pub(crate) fn new(kind: ThingKind, id: Uuid, name: &str) -> Self {
        let name = name.to_owned();
        Self { kind, id, name }
    }

    pub(crate) fn news(&self, to: PersonId, kind: NotificationKind) -> News {
        News {
            to,
            kind,
            about: self.clone(),
            place: None,
            params: Params::new(),
        }
    }
}

impl News {
    pub(crate) fn saying(mut self, name: &str, value: impl Into<ParamValue>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    fn in_place(mut self, place: Option<DomainId>) -> Self {
        self.place = place;
        self
    }
}

/// What a change of a domain, or its making, tells. Those with a role of their own are told, not those to whom it
/// comes from above: whoever is accountable for the whole would hear of every corner.
pub(crate) fn of_domain(before: Option<&Domain>, after: &Domain) -> Vec<News> {
    use NotificationKind as Kind;
    let about = About::new(ThingKind::Domain, after.id.0, &after.name);
    let none: &[PersonRef] = &[];
    let (owners, stewards) = before.map_or((none, none), |it| (&it.owners[..], &it.stewards[..]));
    let mut news = Vec::new();
    let mut compare = |was: &[PersonRef], is: &[PersonRef], gained, lost| {
        news.extend(missing(was, is).map(|to| about.news(to, gained)));
        news.extend(missing(is, was).map(|to| about.news(to, lost)));
    };
    let (gained, lost) = (Kind::DomainOwnerGained, Kind::DomainOwnerLost);
    compare(owners, &after.owners, gained, lost);
    let (gained, lost) = (Kind::DomainStewardGained, Kind::DomainStewardLost);
    compare(stewards, &after.stewards, gained, lost);
    let Some(before) = before else {
        return news;
    };
    let parent = |domain: &Domain| domain.path.last().map(|above| above.id);
    let people = after.owners.iter().chain(&after.stewards);
    for to in people.map(|person| person.id).collect::<BTreeSet<_>>() {
        if before.name != after.name {
            let renamed = about.news(to, Kind::DomainRenamed);
            news.push(
                renamed
                    .saying("from", before.name.as_str())
                    .saying("to", after.name.as_str()),
            );
        }
        if parent(before) != parent(after) {
            news.push(about.news(to, Kind::DomainMoved).in_place(parent(after)));
        }
        if before.lifecycle != after.lifecycle {
            let kind = match after.lifecycle {
                DomainLifecycle::Retired => Kind::DomainRetired,
                DomainLifecycle::Active => Kind::DomainReopened,
            };
            news.push(about.news(to, kind));
        }
    }
    news
}

/// Those of one side who aren't on the other.
fn missing<'p>(
    from: &'p [PersonRef],
    of: &'p [PersonRef],
) -> impl Iterator<Item = PersonId> + use<'p> {
    of.iter()
        .map(|person| person.id)
        .filter(|id| from.iter().all(|known| known.id != *id))
}

/// What a change of a data product's owner or domain tells.
pub(crate) fn of_product(before: &DataProduct, after: &DataProduct) -> Vec<News> {
    use NotificationKind as Kind;
    let about = About::new(ThingKind::DataProduct, after.id.0, &after.name);
    let mut news = Vec::new();
    if before.owner.id != after.owner.id {
        news.push(about.news(before.owner.id, Kind::ProductPassedOn));
        news.push(about.news(after.owner.id, Kind::ProductReceived));
    }
    if before.domain.id != after.domain.id {
        let moved = about.news(after.owner.id, Kind::ProductMoved);
        news.push(moved.in_place(Some(after.domain.id)));
    }
    news
}

/// What a product's owner learns of a version that somebody else published.
pub(crate) fn of_version(product: &DataProduct, number: i64) -> Vec<News> {
    let about = About::new(ThingKind::DataProduct, product.id.0, &product.name);
    let published = about.news(product.owner.id, NotificationKind::VersionPublished);
    vec![published.saying("version", number)]
}

/// What a product's owner learns of a version that somebody else failed to publish; who began it sees how it ends.
pub(crate) fn of_failure(
    product: &DataProduct,
    publication: &Publication,
    started_by: PersonId,
) -> Vec<News> {
    if product.owner.id == started_by {
        return Vec::new();
    }
    let about = About::new(ThingKind::DataProduct, product.id.0, &product.name);
    let failed = about.news(product.owner.id, NotificationKind::PublicationFailed);
    vec![failed.saying("version", publication.version_number)]
}

/// What the making, change or end of a team tells.
pub(crate) fn of_team(before: Option<&Team>, after: Option<&Team>) -> Vec<News> {
    use NotificationKind as Kind;
    let Some(team) = after.or(before) else {
        return Vec::new();
    };
    let about = About::new(ThingKind::Team, team.id.0, &team.name);
    let members = |team: Option<&Team>| -> Vec<TeamMember> {
        team.map_or_else(Vec::new, |team| team.members.clone())
    };
    let (was, is) = (members(before), members(after));
    let absent = |from: &[TeamMember], id| from.iter().all(|member| member.person.id != id);
    let joined = is
        .iter()
        .filter(|member| absent(&was, member.person.id))
        .map(|member| {
            let lead = if member.lead { "yes" } else { "no" };
            about
                .news(member.person.id, Kind::TeamJoined)
                .saying("lead", lead)
        });
    let kind = if after.is_some() {
        Kind::TeamLeft
    } else {
        Kind::TeamDeleted
    };
    let left = was
        .iter()
        .filter(|member| absent(&is, member.person.id))
        .map(|member| about.news(member.person.id, kind));
    joined.chain(left).collect()
}

/// What it tells that somebody answers for a service account.
pub(crate) fn of_service_account(
    before: Option<&ServiceAccount>,
    after: &ServiceAccount,
) -> Vec<News> {
    use NotificationKind as Kind;
    let about = About::new(ThingKind::ServiceAccount, after.id.0, &after.name);
    let was = before.map(|account| account.owner.id);
    if was == Some(after.owner.id) {
        return Vec::new();
    }
    let passed_on = was.map(|owner| about.news(owner, Kind::ServiceAccountPassedOn));
    let received = about.news(after.owner.id, Kind::ServiceAccountReceived);
    passed_on.into_iter().chain([received]).collect()
}

/// What a change of somebody's role tells them; without one they could not read it.
pub(crate) fn of_person(before: &Person, after: &Person) -> Vec<News> {
    let Some(role) = after.role.filter(|_| before.role != after.role) else {
        return Vec::new();
    };
    let about = About::new(ThingKind::Person, after.id.0, &after.name);
    let changed = about.news(after.id, NotificationKind::RoleChanged);
    let from = before.role.map_or("none", word);
    vec![changed.saying("role", word(role)).saying("from", from)]
}

fn word(role: Role) -> &'static str {
    match role {
        Role::Administrator => "administrator",
        Role::Steward => "steward",
        Role::Member => "member",
        Role::Viewer => "viewer",
    }
}

/// What comes to people because somebody left, with that reason; whoever left hears nothing.
pub(crate) fn because_left(news: Vec<News>, leaver: &PersonRef) -> Vec<News> {
    use NotificationKind as Kind;
    let came = |kind| {
        matches!(
            kind,
            Kind::DomainOwnerGained
                | Kind::DomainStewardGained
                | Kind::ProductReceived
                | Kind::ServiceAccountReceived
                | Kind::TeamJoined
        )
    };
    news.into_iter()
        .filter(|news| news.to != leaver.id)
        .map(|news| {
            if came(news.kind) {
                news.saying("leaver", leaver.name.as_str())
            } else {
                news
            }
        })
        .collect()
}

/// Tells people, but never the one who did it. Whose plan was undone hears of that alone, not of each step back.
pub(crate) async fn deliver(
    tx: &mut Tx,
    news: Vec<News>,
    by: Option<&Principal>,
    at: DateTime<Utc>,
) -> Result<(), Refusal> {
    let undone: Vec<(PersonId, Uuid)> = news
        .iter()
        .filter(|news| news.kind == NotificationKind::PlanUndone)
        .map(|news| (news.to, news.about.id))
        .collect();
    let mut told = BTreeSet::new();
    for news in news {
        let said =
            news.kind != NotificationKind::PlanUndone && undone.contains(&(news.to, news.about.id));
        if said || by.is_some_and(|by| by.id == news.to) {
            continue;
        }
        if told.insert(news.to) {
            tx.forget_read_notifications(news.to, at - KEPT).await?;
        }
        let new = NewNotification {
            id: NotificationId::new(),
            person: news.to,
            kind: news.kind,
            thing_kind: news.about.kind,
            thing: news.about.id,
            thing_name: news.about.name,
            place: news.place,
            params: news.params,
            by: by.map(|by| by.id),
            at,
        };
        tx.insert_notification(&new).await?;
    }
    for person in told {
        tx.tell(ChangeType::NotificationUpdated, person.0, 1, at)
            .await?;
    }
    Ok(())
}
