//! What can be refused or go wrong: a code that a caller may act on, and its parameters.
//! The sentences live in `assets/words/errors.toml` (see [`crate::words`]).

use std::collections::BTreeMap;

/// Result of everything that can be refused.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A refusal or a failure: code, parameters for its sentence, and the cause for the log.
#[derive(Debug, thiserror::Error)]
#[error("{code} {params:?}")]
pub struct Error {
    /// `area.what`, e.g. `office.newer_file`; every code has its sentence in `errors.toml`.
    pub code: &'static str,
    /// What the sentence names: amounts, names, places.
    pub params: BTreeMap<&'static str, String>,
    /// What lies below, for the log only.
    #[source]
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// A refusal with this code.
    pub fn refused(code: &'static str) -> Error {
        Error { code, params: BTreeMap::new(), cause: None }
    }

    /// Adds what the sentence names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Error {
        self.params.insert(name, value.to_string());
        self
    }

    /// Adds what lies below.
    #[must_use]
    pub fn because(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Error {
        self.cause = Some(Box::new(cause));
        self
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Error {
        let full = cause.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull);
        let code = if full { "office.disk_full" } else { told_by_a_table(&cause).unwrap_or("office.database") };
        Error::refused(code).because(cause)
    }
}

/// What tables refuse themselves, whatever path a change takes: closed years, locked months, what auditors have seen, the first
/// day of years with entries.
const TOLD_BY_TABLES: [&str; 7] = [
    "accounts.year_closed",
    "accounts.day_in_closed_year",
    "accounts.month_locked",
    "accounts.item_in_closed_year",
    "accounts.approval_audited",
    "council.year_start_held",
    "grants.award_closed",
];

fn told_by_a_table(cause: &rusqlite::Error) -> Option<&'static str> {
    let rusqlite::Error::SqliteFailure(_, Some(message)) = cause else { return None };
    TOLD_BY_TABLES.into_iter().find(|code| *code == message)
}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Error {
        let full = cause.kind() == std::io::ErrorKind::StorageFull;
        Error::refused(if full { "office.disk_full" } else { "office.file_system" }).because(cause)
    }
}
