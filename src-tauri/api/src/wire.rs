//! Errors as they travel: code, parameters, and the sentence of `assets/words/errors.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Anything that a command may fail with.
pub type Error = office::Error;
/// Result of a command.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the page and the command line see of an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WireError {
    /// `area.what`
    pub code: String,
    /// What the sentence names; `field` names the field of the form.
    pub params: BTreeMap<String, String>,
    /// What happened.
    pub message: String,
    /// What to do now.
    pub hint: String,
}

impl From<Error> for WireError {
    fn from(error: Error) -> WireError {
        let sentence = office::words::error(error.code, &error.params);
        let params = error.params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        WireError { code: error.code.to_owned(), params, message: sentence.title, hint: sentence.hint }
    }
}

/// A refusal of the sheets package, with its own code.
pub(crate) fn sheet_error(error: sheets::Error) -> Error {
    error.params().into_iter().fold(Error::refused(error.code()), |e, (name, value)| e.with(name, value))
}
