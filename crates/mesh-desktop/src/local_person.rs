//! What the person at this computer is called.

/// Their name as the operating system knows it, else the name with which they
/// signed in to it.
#[must_use]
pub fn name() -> String {
    let signed_in_as = ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .filter_map(|variable| std::env::var(variable).ok())
        .map(|name| name.trim().to_owned())
        .find(|name| !name.is_empty());
    full_name()
        .or(signed_in_as)
        .unwrap_or_else(|| "Me".to_owned())
}

#[cfg(unix)]
fn full_name() -> Option<String> {
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    full_name_in(&accounts, rustix::process::getuid().as_raw())
}

#[cfg(not(unix))]
fn full_name() -> Option<String> {
    None
}

/// `name:password:uid:gid:full name,room,phones:home:shell`
#[cfg(unix)]
fn full_name_in(accounts: &str, person: u32) -> Option<String> {
    let fields: Vec<&str> = accounts
        .lines()
        .map(|line| line.split(':').collect::<Vec<_>>())
        .find(|fields| fields.get(2).is_some_and(|uid| uid.parse() == Ok(person)))?;
    let full = fields.get(4)?.split(',').next()?.trim();
    (!full.is_empty()).then(|| full.to_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    const ACCOUNTS: &str = "root:x:0:0:root:/root:/bin/sh\n\
        broken\n\
        mm:x:1000:1000:María Molina,Room 4,,:/home/mm:/bin/sh\n\
        plain:x:1001:1001::/home/plain:/bin/sh\n";

    #[test]
    fn the_full_name_is_found_by_account() {
        assert_eq!(
            full_name_in(ACCOUNTS, 1000).as_deref(),
            Some("María Molina")
        );
        assert_eq!(full_name_in(ACCOUNTS, 1001), None);
        assert_eq!(full_name_in(ACCOUNTS, 4242), None);
    }

    #[test]
    fn somebody_is_always_there() {
        assert!(!name().is_empty());
    }
}
