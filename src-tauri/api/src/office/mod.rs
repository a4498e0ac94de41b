//! The office file as a whole: opening, settings, undo and history.

mod check;
mod history;
mod keys;
mod opening;
mod reading;
mod settings;
mod status;
mod timeline;
mod year_span;

use office::Area;
use serde::Serialize;
use ts_rs::TS;

pub use check::Check;
pub use history::{ChangesOf, History, Redo, Undo, UndoOne};
pub use keys::{AddPassphrase, NamePassphrase, OfficeKeys, RemovePassphrase, RenewRecovery};
pub use opening::{Close, ConfirmRecovery, Create, Profiles, Unlock};
pub use reading::OpenCopy;
pub use settings::SaveSettings;
pub use status::{DeskStatus, Status, YearChoice};
pub(crate) use status::{copied, status};
pub use timeline::Timeline;
pub use year_span::YearSpan;

/// A change that was made: its value, the data to fetch again, and what was done in words.
#[derive(Debug, Serialize, TS)]
pub struct Changed<T> {
    /// What the act returned.
    pub value: T,
    /// Data to fetch again.
    pub areas: Vec<Area>,
    /// For the bar with «元に戻す».
    pub sentence: String,
    /// Name of the operation.
    pub op: String,
}

impl<T> From<office::file::Changed<T>> for Changed<T> {
    fn from(changed: office::file::Changed<T>) -> Changed<T> {
        with_value_of(changed, |value| value)
    }
}

/// The same change with another value, made from its own.
pub(crate) fn with_value_of<T, U>(changed: office::file::Changed<T>, value: impl FnOnce(T) -> U) -> Changed<U> {
    Changed { value: value(changed.value), areas: changed.areas, sentence: changed.sentence, op: changed.op }
}

/// 10:42 of a moment.
pub(crate) fn clock(at: &str) -> String {
    at.get(11..16).unwrap_or(at).to_owned()
}

/// 3月14日 10:42 of a moment.
pub(crate) fn day_and_clock(at: &str) -> String {
    let month_day = at.get(5..10).and_then(|md| md.split_once('-'));
    let number = |digits: &str| digits.trim_start_matches('0').to_owned();
    month_day.map_or_else(|| at.to_owned(), |(m, d)| format!("{}月{}日 {}", number(m), number(d), clock(at)))
}
