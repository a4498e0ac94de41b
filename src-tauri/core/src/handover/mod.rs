//! 引継ぎ: what the office cannot know by itself ([`HandoverItem`]), and on which day who handed over to whom ([`Handover`]).

pub mod acts;
pub mod facts;
mod item;
mod record;
pub mod store;
#[cfg(test)]
mod tests;
mod unsettled;
mod words;

pub use item::{HandoverItem, HandoverItemId, HandoverKind};
pub use record::{Handover, HandoverId};
pub use words::{Checklist, checklists};
