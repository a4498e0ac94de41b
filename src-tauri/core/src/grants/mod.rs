//! 交付金: what the city decided, what was charged to it, and what is to be refunded.

pub mod acts;
pub mod facts;
mod grant;
mod settlement;
pub mod store;

pub use grant::Grant;
pub use settlement::{GrantFigures, Step};
