//! Passwords: argon2id (RFC 9106) in PHC string format, and how often one may guess.

use std::{
    collections::HashMap,
    sync::Mutex,
    time::{Duration, Instant},
};

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier, password_hash::SaltString};
use tokio::sync::Semaphore;

use crate::Refusal;

/// Each hash takes 19 MiB: more at once would let strangers take all memory.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
const GUESSES: u32 = 5;
const WINDOW: Duration = Duration::from_secs(60);
const REMEMBERED_MAX: usize = 10_000;

pub(crate) async fn hash(password: String) -> Result<String, Refusal> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Refusal::Internal(error.to_string()))?;
    let salt =
        SaltString::encode_b64(&bytes).map_err(|error| Refusal::Internal(error.to_string()))?;
    work(move || {
        Argon2::default()
            .hash_password(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .map_err(|error| Refusal::Internal(error.to_string()))
    })
    .await?
}

pub(crate) async fn verify(password: String, hash: String) -> Result<bool, Refusal> {
    work(move || {
        PasswordHash::new(&hash).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok()
        })
    })
    .await
}

async fn work<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let _place = AT_ONCE
        .acquire()
        .await
        .map_err(|error| Refusal::Internal(error.to_string()))?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Refusal::Internal(error.to_string()))
}

/// Failed sign-ins by e-mail address.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<String, (u32, Instant)>>);

impl Attempts {
    /// Refuses when too many attempts failed within the last minute.
    pub(crate) fn admit(&self, key: &str) -> Result<(), Refusal> {
        let attempts = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        match attempts.get(key) {
            Some((count, since)) if *count >= GUESSES && since.elapsed() < WINDOW => {
                let seconds = (WINDOW - since.elapsed()).as_secs() as i64 + 1;
                Err(Refusal::TooManyAttempts { seconds })
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn failed(&self, key: &str) {
        let mut attempts = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if attempts.len() >= REMEMBERED_MAX {
            attempts.retain(|_, (_, since)| since.elapsed() < WINDOW);
        }
        let entry = attempts
            .entry(key.to_owned())
            .or_insert((0, Instant::now()));
        if entry.1.elapsed() >= WINDOW {
            *entry = (0, Instant::now());
        }
        entry.0 += 1;
    }

    pub(crate) fn succeeded(&self, key: &str) {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_is_argon2id_and_fits_its_password_only() {
        let hashed = hash("correct horse battery".to_owned())
            .await
            .expect("hashes");
        assert!(hashed.starts_with("$argon2id$v=19$"), "{hashed}");
        assert!(
            verify("correct horse battery".to_owned(), hashed.clone())
                .await
                .expect("verifies")
        );
        assert!(
            !verify("correct horse batterz".to_owned(), hashed)
                .await
                .expect("verifies")
        );
    }

    #[test]
    fn guessing_is_slowed_down_per_address() {
        let attempts = Attempts::default();
        for _ in 0..GUESSES {
            attempts.admit("a").expect("may try");
            attempts.failed("a");
        }
        assert!(matches!(
            attempts.admit("a"),
            Err(Refusal::TooManyAttempts { .. })
        ));
        attempts.admit("b").expect("others may try");
        attempts.succeeded("a");
        attempts.admit("a").expect("may try again");
    }
}
