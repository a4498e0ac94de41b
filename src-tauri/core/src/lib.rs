//! The product without files of others, paper writers and windows: the encrypted office file, the
//! concepts of the field and the reports that are drawn from them.
//!
//! Concepts form a tree; a folder may use folders to its left, never to its right:
//! file → intake → roster → enrolment → activities → accounts → grants → equipment → plan → meetings → handover → profile → reporting → lists.

#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod accounts;
pub mod activities;
pub mod attachments;
pub mod calendar;
mod closed;
pub mod council;
pub mod enrolment;
pub mod equipment;
pub mod error;
pub mod fact;
pub mod file;
pub mod formula;
pub mod grants;
pub mod handover;
pub mod help;
pub mod id;
pub mod imports;
pub mod intake;
pub mod lists;
pub mod meetings;
pub mod money;
pub mod operator;
pub mod plan;
pub mod profile;
pub mod reporting;
pub mod roster;
pub mod search;
pub mod text;
pub mod words;

pub use calendar::FiscalYear;
pub use error::{Error, Result};
pub use file::{Area, OfficeFile};
pub use money::Yen;
