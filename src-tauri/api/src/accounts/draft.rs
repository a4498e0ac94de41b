//! An entry as it is being typed, and its parsed form.

use chrono::NaiveDate;
use office::accounts::acts::NewEntry;
use office::accounts::{AccountItemId, Eligibility, Entry, EntryKind, GrantId, PurseId};
use office::activities::{ActivityId, OccasionId};
use office::roster::OrganisationId;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result, typed};

/// An entry as typed: days and amounts in any written form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryDraft {
    pub kind: EntryKind,
    pub on: String,
    pub counterparty: String,
    pub description: String,
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    pub amount: String,
    #[ts(type = "string | null")]
    pub purse_id: Option<PurseId>,
    #[ts(type = "string | null")]
    pub to_purse_id: Option<PurseId>,
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
    /// 行事; its line of work is the entry's where none is chosen.
    #[ts(type = "string | null")]
    pub occasion_id: Option<OccasionId>,
    pub eligibility: Option<Eligibility>,
    pub eligibility_reason: String,
    pub has_receipt: bool,
    pub voucher_no: String,
    /// 繰入の科目 of a transfer into another 会計.
    #[ts(type = "string | null")]
    pub to_item_id: Option<AccountItemId>,
    /// 部会
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
    /// 人数, as typed.
    #[serde(default)]
    pub heads: String,
    /// 立替えた人
    #[serde(default)]
    pub reimbursed_to: String,
    /// What is above a cap of the grant's rules becomes an entry of own funds.
    #[serde(default)]
    pub split_over_cap: bool,
    /// 年度をまたぐ支払・受取: its day lies outside the year on purpose.
    #[serde(default)]
    pub is_out_of_year: bool,
}

impl EntryDraft {
    /// An entry as it would be typed again.
    pub fn of(entry: &Entry) -> EntryDraft {
        let number = |number: Option<i64>| number.map_or(String::new(), |number| number.to_string());
        EntryDraft {
            kind: entry.kind,
            on: paper::wareki::short(entry.entered_on),
            counterparty: entry.counterparty.clone(),
            description: entry.description.clone(),
            item_id: entry.item_id,
            amount: paper::Value::Yen(entry.amount_yen.0).shown(paper::Negative::White),
            purse_id: Some(entry.purse_id),
            to_purse_id: entry.to_purse_id,
            grant_id: entry.grant_id,
            activity_id: entry.activity_id,
            occasion_id: entry.occasion_id,
            eligibility: entry.eligibility,
            eligibility_reason: entry.eligibility_reason.clone(),
            has_receipt: entry.has_receipt,
            voucher_no: number(entry.voucher_no),
            to_item_id: entry.to_item_id,
            committee_id: entry.committee_id,
            heads: number(entry.heads),
            reimbursed_to: entry.reimbursed_to.clone(),
            split_over_cap: false,
            is_out_of_year: entry.crossing().is_some(),
        }
    }

    /// The day, when it can be read.
    pub fn day(&self, year: FiscalYear, today: NaiveDate) -> Result<Option<NaiveDate>> {
        if self.on.trim() == "今日" { Ok(Some(today)) } else { typed::day(&self.on, Some(year), "on") }
    }

    /// The amount, when it can be read.
    pub fn yen(&self) -> Result<Option<Yen>> {
        typed::yen(&self.amount, "amount")
    }

    /// The parsed entry; refused at the first field that cannot be read.
    pub fn parsed(&self, year: FiscalYear, today: NaiveDate) -> Result<NewEntry> {
        self.parsed_on(self.day(year, today)?)
    }

    /// The parsed entry of something that happened up to a day, in whatever year.
    pub fn parsed_until(&self, until: NaiveDate, today: NaiveDate) -> Result<NewEntry> {
        self.parsed_on(self.parsed_day(until, today)?)
    }

    /// Its day, of something that happened up to a day.
    pub fn parsed_day(&self, until: NaiveDate, today: NaiveDate) -> Result<Option<NaiveDate>> {
        if self.on.trim() == "今日" { Ok(Some(today)) } else { typed::day_until(&self.on, until, "on") }
    }

    fn parsed_on(&self, on: Option<NaiveDate>) -> Result<NewEntry> {
        let missing = |code, field: &str| Error::refused(code).with("field", field);
        Ok(NewEntry {
            kind: self.kind,
            entered_on: on.ok_or_else(|| missing("typed.day_missing", "on"))?,
            amount_yen: self.yen()?.ok_or_else(|| missing("accounts.amount_out_of_range", "amount"))?,
            voucher_no: typed::count(&self.voucher_no, "voucher_no")?.0,
            purse_id: self.purse_id,
            to_purse_id: self.to_purse_id,
            item_id: self.item_id,
            description: self.description.clone(),
            counterparty: self.counterparty.clone(),
            grant_id: self.grant_id,
            eligibility: self.eligibility,
            eligibility_reason: self.eligibility_reason.clone(),
            ruled: None,
            has_receipt: self.has_receipt,
            activity_id: self.activity_id,
            occasion_id: self.occasion_id,
            to_item_id: self.to_item_id,
            committee_id: self.committee_id,
            heads: typed::count(&self.heads, "heads")?.0,
            reimbursed_to: self.reimbursed_to.clone(),
            is_out_of_year: self.is_out_of_year,
        })
    }
}
