//! 交付金: what the city decided, what was charged to it, and what is to be refunded.

mod grant;
pub mod store;

pub use grant::Grant;
