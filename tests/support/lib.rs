//! What tests across packages share: a desk that reads as a story, goldens, and archives part by part.

pub mod codes;
mod desk;
pub mod golden;
mod papers;
pub mod photo;
pub mod xlsx_diff;

pub use desk::{PASSPHRASE, TestDesk};
pub use papers::forms;
