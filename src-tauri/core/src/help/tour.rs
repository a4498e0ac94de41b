//! はじめての一週間: what a successor looks at day by day (`assets/help/tour.toml`).

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::named;

/// One thing of the first week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TourStep {
    /// Its name, by which what was looked at is remembered.
    pub id: String,
    /// 1日目
    pub day: String,
    /// 鍵と控えを確かめる
    pub title: String,
    /// What to look at there, and why.
    pub text: String,
    /// The page that it opens.
    pub page: String,
    /// The page of help that is about it.
    pub help: String,
}

#[derive(Debug, Default, Deserialize)]
struct Tour {
    #[serde(rename = "step")]
    steps: Vec<TourStep>,
}

/// The steps, in order.
pub fn tour() -> &'static [TourStep] {
    static TOUR: OnceLock<Tour> = OnceLock::new();
    let read = || toml::from_str(std::str::from_utf8(named("tour.toml")?).ok()?).ok();
    &TOUR.get_or_init(|| read().unwrap_or_default()).steps
}
