//! 仮払: what one person holds of the council's money until it is settled. The money itself is a purse (`books`).

use chrono::NaiveDate;

use super::{Entry, PurseId};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::id::Id;
use crate::money::Yen;

/// Key of an advance.
pub type AdvanceId = Id<Advance>;

/// 仮払
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advance {
    /// Key.
    pub id: AdvanceId,
    /// What the person holds.
    pub purse_id: PurseId,
    /// 受け取った人
    pub holder: String,
    /// 使いみち
    pub purpose: String,
    /// 事業
    pub activity_id: Option<ActivityId>,
    /// 渡した日
    pub given_on: NaiveDate,
    /// 精算の期限
    pub due_on: Option<NaiveDate>,
    /// 精算した日
    pub settled_on: Option<NaiveDate>,
}

impl Advance {
    /// What is still with the person, out of the entries of all years. This alone says whether it is open: what was taken
    /// back later opens it again.
    pub fn open_yen(&self, entries: &[Entry]) -> Yen {
        self.sum(entries, |_| true)
    }

    /// What the person held when a year began.
    pub fn carried_into(&self, year: FiscalYear, entries: &[Entry]) -> Yen {
        self.sum(entries, |entry| entry.fiscal_year < year)
    }

    /// What the person was given in all.
    pub fn given_yen(&self, entries: &[Entry]) -> Yen {
        self.sum(entries, |entry| entry.to_purse_id == Some(self.purse_id))
    }

    /// What of it was paid.
    pub fn paid_yen(&self, entries: &[Entry]) -> Yen {
        -self.sum(entries, |entry| entry.kind.side().is_some())
    }

    /// What of it came back.
    pub fn returned_yen(&self, entries: &[Entry]) -> Yen {
        -self.sum(entries, |entry| entry.kind.side().is_none() && entry.purse_id == self.purse_id)
    }

    /// True when the books of a year know of it: it was open when the year began, or something was entered.
    pub fn is_in(&self, year: FiscalYear, entries: &[Entry]) -> bool {
        self.carried_into(year, entries) != Yen(0)
            || entries.iter().any(|entry| entry.fiscal_year == year && entry.touches(self.purse_id))
    }

    fn sum(&self, entries: &[Entry], is_counted: impl Fn(&Entry) -> bool) -> Yen {
        entries.iter().filter(|entry| is_counted(entry)).map(|entry| entry.effect_on(self.purse_id)).sum()
    }
}
