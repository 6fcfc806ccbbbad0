//! The time, to the microsecond that both databases keep.

use chrono::{DateTime, SubsecRound, Utc};

pub(crate) fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}
