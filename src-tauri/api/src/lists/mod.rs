//! 一覧・宛名: what can be listed, the very pages of a list, of labels, of slips and of collecting forms, the files made
//! of them, and the record of what left the office.

mod choices;
mod disclosures;
mod keep;
mod output;
mod printed;
mod spelling;

pub use choices::Choices;
pub use disclosures::{Disclosures, MarkReturned, Withdraw};
pub use keep::{KeepShift, Remove, Save};
pub use output::Output;
pub(crate) use printed::sender;
pub use printed::{Preview, Rows};
pub use spelling::Unheld;
