//! 引継ぎ: the list that is kept by hand, who handed over to whom, and how far the handing over is.

mod items;
mod overview;
mod record;

pub use items::{HandoverItemById, ListHandoverItems, RemoveHandoverItem, SaveHandoverItem};
pub use overview::HandoverOverview;
pub use record::{RecordHandover, RemoveHandover};
