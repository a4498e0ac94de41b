//! 操作した人: the name that an act bears, and what stands there while nobody's name is known.

/// What stands for somebody whose passphrase bears no name.
pub const NOBODY: &str = "事務局";

/// What stands for whoever opened the office by the paper key.
pub const PAPER: &str = "回復キー";

/// True where a name says who it was: neither nobody's passphrase nor the paper key.
pub fn is_somebody(name: &str) -> bool {
    !["", NOBODY, PAPER].contains(&name)
}
