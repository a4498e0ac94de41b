//! この記帳のあと: what an entry would do, shown beside it while it is typed. Half-typed input is never an error here.

use office::accounts::{Eligibility, EntryId};
use office::profile::Edition;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::EntryDraft;
use super::reckoned::Reckoning;
use crate::command::Command;
use crate::{Desk, Result, WireError};

/// What the entry would do.
#[derive(Debug, Deserialize, TS)]
pub struct EntryEffect {
    pub year: FiscalYear,
    pub draft: EntryDraft,
    /// The entry that this one is to stand for: what it did is not counted.
    #[ts(type = "string | null")]
    pub instead_of: Option<EntryId>,
}

/// What the entry would do to budget, grant and purse, and what the rules say.
#[derive(Debug, Default, Serialize, TS)]
pub struct Effect {
    pub on_label: Option<String>,
    /// 未払, 前払 and the like: what it would be on a day outside the year on which the year may still be settled.
    pub crossing: Option<&'static str>,
    pub amount_yen: Option<Yen>,
    pub budget: Option<Measure>,
    pub grant: Option<Measure>,
    /// 部会の予算の残り
    pub committee: Option<Measure>,
    /// The purses that the entry touches, then what the 会計 and the 部会 they belong to hold.
    pub purses: Vec<PurseEffect>,
    pub advice: Option<Advice>,
    /// What the rules of its grant make of it all in all, its day and its receipt included; none where no grant pays it.
    pub verdict: Option<Eligibility>,
    /// What the rule on this cost counts, 人; none where no rule asks for a number.
    pub asks_heads: Option<String>,
    /// What is above a cap of the rules, for own funds to bear.
    pub own_yen: Option<Yen>,
    pub warnings: Vec<WireError>,
    pub problems: Vec<WireError>,
}

/// A whole of which a part is used, and used further by the entry.
#[derive(Debug, Serialize, TS)]
pub struct Measure {
    pub title: String,
    pub whole_yen: Yen,
    pub before_yen: Yen,
    pub after_yen: Yen,
    pub left_yen: Yen,
}

/// A purse before and after.
#[derive(Debug, Serialize, TS)]
pub struct PurseEffect {
    pub title: String,
    pub before_yen: Yen,
    pub after_yen: Yen,
}

/// What the city's rules say about a cost.
#[derive(Debug, Serialize, TS)]
pub struct Advice {
    pub eligibility: Eligibility,
    pub label: String,
    pub reason: String,
    pub source: String,
    pub is_verified: bool,
}

/// The rules' word on a cost: those of its grant, or of the city's first grant when none pays it.
pub(super) fn advice(edition: &Edition, grant: Option<&String>, item: &str, description: &str) -> Option<Advice> {
    edition.advice(grant.map(String::as_str), item, description).map(|rule| Advice {
        eligibility: rule.verdict,
        label: rule.verdict.label().to_owned(),
        reason: rule.reason.clone(),
        source: rule.source.clone(),
        is_verified: rule.is_verified,
    })
}

impl Command for EntryEffect {
    const NAME: &'static str = "accounts.entry_effect";
    type Output = Effect;
    fn run(self, desk: &Desk) -> Result<Effect> {
        Reckoning::load(desk, self.year)?.without(self.instead_of).effect(&self.draft)
    }
}
