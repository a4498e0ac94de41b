//! 書類: the facts of a year and a form of the profile become a paper, or cells of the city's own
//! workbook. Nothing here computes a figure: every number is a fact, stated by the concept it belongs to.

pub mod acts;
mod chart;
mod checks;
mod compose;
mod gather;
mod grid;
mod issue;
mod missing;
mod notice;
mod preset;
mod scope;
mod stamp;
pub mod store;
mod subject;
mod table;
#[cfg(test)]
mod tests;
mod tree;
mod words;

pub use checks::{checks, is_of_council};
pub use compose::compose;
pub use gather::{gather, gather_on, gather_until, stated, work};
pub use issue::{CITY_SHEET, Frozen, Issued, IssuedId, document_hash, file_hash, reprint};
pub use missing::missing;
pub use notice::{Notice, State};
pub use preset::{begun, preset};
pub use scope::Texts;
pub use stamp::stamp;
pub use subject::{Subject, in_front, papers};
