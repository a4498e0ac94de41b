//! 一覧・宛名: any list of people or associations with chosen columns, order and groups, on the screen, on paper and as
//! a file; labels and slips from the same rows; and a record of every copy that left the office.

pub mod acts;
mod arrange;
mod certificate;
mod choice;
mod collect;
mod compose;
mod disclosure;
pub mod gather;
mod labels;
mod reply_card;
mod row;
mod slips;
pub mod store;
mod tally;
#[cfg(test)]
mod tests;
mod words;

pub use arrange::{Arranged, Section, arrange, chosen};
pub use certificate::{CertificateText, CertificateWords, Honoured, certificate_texts};
pub use choice::{Filter, ListChoice, ListSource, SavedList, SavedListId};
pub use collect::{CollectForm, collect, collect_forms};
pub use compose::{Sender, compose};
pub use disclosure::{Copies, Disclosure, DisclosureId, register, stamp};
pub use labels::{Joined, LabelChoice, PrintShift, PrintShiftId, join, run, stationery};
pub use reply_card::CardWords;
pub use row::{Group, Post, Records, Row};
pub use slips::slips;
pub use tally::{AgeBands, Line, Tally, by_age, by_words};
pub use words::{ColumnWords, Preset, SourceWords, Words, words};
