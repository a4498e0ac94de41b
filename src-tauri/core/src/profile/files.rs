//! The files of the profiles, embedded in the program.

use crate::calendar::FiscalYear;

include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// The profile that holds what is common.
pub const BASE: &str = "base";

/// 二つの版: a town whose rules changed from one year to another; no such city is shipped yet.
#[cfg(test)]
static OF_TESTS: &[(&str, &[u8])] = &[
    ("seto/2020/grants.toml", include_bytes!("editions/2020.toml")),
    ("seto/2020/profile.toml", include_bytes!("editions/profile.toml")),
    ("seto/2026/grants.toml", include_bytes!("editions/2026.toml")),
    ("seto/2026/profile.toml", include_bytes!("editions/profile.toml")),
];
#[cfg(not(test))]
static OF_TESTS: &[(&str, &[u8])] = &[];

/// One file by its path, e.g. `base/2025/profile.toml`.
pub fn file(path: &str) -> Option<&'static [u8]> {
    let shipped = FILES.binary_search_by(|(name, _)| (*name).cmp(path)).ok().map(|at| FILES[at].1);
    shipped.or_else(|| OF_TESTS.iter().find(|(name, _)| *name == path).map(|(_, bytes)| *bytes))
}

/// One text file.
pub fn text(path: &str) -> Option<&'static str> {
    file(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
}

/// All profiles.
pub fn profiles() -> Vec<&'static str> {
    let mut names: Vec<&str> = FILES.iter().filter_map(|(path, _)| path.split('/').next()).collect();
    names.dedup();
    names
}

/// The folder of the edition that governs a year: the newest one not younger than the year; for years
/// before the first edition the first. None when there is no such profile.
pub fn governing(profile: &str, year: FiscalYear) -> Option<String> {
    let of_profile = |path: &&str| path.split('/').next() == Some(profile);
    let mut editions: Vec<i32> = FILES
        .iter()
        .chain(OF_TESTS)
        .map(|(path, _)| *path)
        .filter(of_profile)
        .filter_map(|path| path.split('/').nth(1)?.parse().ok())
        .collect();
    editions.dedup();
    let edition = editions.iter().rev().find(|edition| **edition <= year.0).or(editions.first())?;
    Some(format!("{profile}/{edition}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_edition_not_younger_than_the_year_governs() {
        assert_eq!(governing(BASE, FiscalYear(2031)).as_deref(), Some("base/2025"));
        assert_eq!(governing(BASE, FiscalYear(2019)).as_deref(), Some("base/2025"), "years before the first edition");
        assert_eq!(governing("nowhere", FiscalYear(2025)), None);
        for (year, edition) in [(2019, 2020), (2020, 2020), (2025, 2020), (2026, 2026), (2031, 2026)] {
            assert_eq!(governing("seto", FiscalYear(year)), Some(format!("seto/{edition}")), "{year}");
        }
        assert!(file("base/2025/profile.toml").is_some());
    }
}
