//! One entry, with everything that is known of it.

use office::FiscalYear;
use office::accounts::{Entry, EntryId, EntryKind, acts, store};
use office::calendar::BookMonth;
use office::grants::strict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::approvals::{ApprovalShown, approval_shown};
use super::choices::PurseChoice;
use super::draft::EntryDraft;
use super::effect::{Advice, advice};
use super::list::{EntryRow, Shown};
use super::ruled::against_entry;
use crate::command::Command;
use crate::{Desk, Error, Result, WireError, labels};

/// One entry with everything that is known.
#[derive(Debug, Deserialize, TS)]
pub struct EntryById {
    #[ts(type = "string")]
    pub id: EntryId,
}

/// One entry with everything that is known.
#[derive(Debug, Serialize, TS)]
pub struct EntryRecord {
    pub row: EntryRow,
    pub year: FiscalYear,
    pub on_label: String,
    pub activity: String,
    /// 行事
    pub occasion: String,
    /// 部会
    pub committee: String,
    /// 人数
    #[ts(type = "number | null")]
    pub heads: Option<i64>,
    /// 立替えた人
    pub reimbursed_to: String,
    /// 繰入の科目 of a transfer into another 会計.
    pub to_item: String,
    pub eligibility_reason: String,
    pub void_reason: String,
    /// The entry that took this one back.
    pub voided_by: Option<String>,
    /// The entry that this one takes back.
    pub voids: Option<String>,
    /// What the city's rules say beside what was recorded.
    pub advice: Option<Advice>,
    /// What makes it 対象外 whatever it was spent on: its day, or that no receipt proves it.
    pub against: Vec<WireError>,
    /// 仮払 that the entry moves; otherwise nobody can choose them.
    pub advances: Vec<PurseChoice>,
    /// The other entries of the same slip, which go with it.
    pub halves: Vec<EntryRow>,
    /// The entry as it would be typed again to correct it.
    pub draft: EntryDraft,
    /// The day on which a correction stands, where the books of the entry's own day rest.
    pub correction_label: Option<String>,
    /// The month of that day, where it is locked itself: it has to be unlocked first.
    pub correction_locked: Option<String>,
    /// 承認, where the council asks for it.
    pub approval: Option<ApprovalShown>,
}

impl Command for EntryById {
    const NAME: &'static str = "accounts.entry";
    type Output = EntryRecord;
    fn run(self, desk: &Desk) -> Result<EntryRecord> {
        let missing = || Error::refused("accounts.no_such_entry");
        let (entry, shown, activities, occasion, bodies, rests) = desk.office()?.view(|view| {
            let entry = store::find_entry(view, self.id)?.ok_or_else(missing)?;
            let activities = office::activities::store::activities(view)?;
            let bodies = office::roster::store::organisations(view)?;
            let occasion =
                entry.occasion_id.map(|id| office::activities::store::find_occasion(view, id)).transpose()?.flatten();
            let rests = store::rests(view, entry.fiscal_year, entry.entered_on)?;
            Ok((entry.clone(), Shown::load(view, entry.fiscal_year)?, activities, occasion, bodies, rests))
        })?;
        let corrected_on = acts::correction_day(&entry, rests, desk.today());
        let locked = desk.office()?.view(|view| store::locked_months(view))?;
        let corrected_in = BookMonth::of(corrected_on);
        let edition = desk.edition(entry.fiscal_year)?;
        let strict = desk.office()?.view(|view| strict(view, entry.fiscal_year, &edition.grants))?;
        let shown = shown.marked(&strict);
        let grant = entry.grant_id.and_then(|id| shown.grants.get(&id));
        let told = entry.kind == EntryKind::Expense;
        Ok(EntryRecord {
            on_label: labels::long_day(Some(entry.entered_on)),
            year: entry.fiscal_year,
            occasion: occasion.map_or(String::new(), |o| format!("{}　{}", o.when(), o.title)),
            activity: activities
                .into_iter()
                .find(|a| Some(a.id) == entry.activity_id)
                .map_or(String::new(), |a| a.name),
            advice: shown
                .item(&entry)
                .filter(|_| told)
                .and_then(|i| advice(&edition, grant, i.label(), &entry.description)),
            voided_by: shown.books.entries.iter().find(|e| e.voids_id == Some(entry.id)).map(|e| e.id.to_string()),
            committee: bodies
                .into_iter()
                .find(|body| Some(body.id) == entry.committee_id)
                .map_or(String::new(), |body| body.name),
            heads: entry.heads,
            reimbursed_to: entry.reimbursed_to.clone(),
            to_item: shown.named_item(entry.to_item_id).map_or(String::new(), |item| item.label().to_owned()),
            advances: shown.advances(&entry),
            against: against_entry(desk, &entry)?,
            draft: EntryDraft::of(&Entry { entered_on: corrected_on, ..entry.clone() }),
            correction_label: rests.then(|| labels::long_day(Some(corrected_on))),
            correction_locked: (rests && locked.contains(&corrected_in.key())).then(|| corrected_in.long_label()),
            voids: entry.voids_id.map(|id| id.to_string()),
            approval: approval_shown(desk, &shown, &entry)?,
            halves: shown.books.halves_of(&entry).into_iter().map(|half| shown.row(half)).collect(),
            row: shown.row(&entry),
            eligibility_reason: entry.eligibility_reason,
            void_reason: entry.void_reason,
        })
    }
}
