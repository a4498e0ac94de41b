//! 締め: what is looked at before a year is closed, and the hash that stands for its books (`domain` 7.5, `reliability` 5).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::{Books, Entry, Purse, PurseId, PurseKind, Side};
use crate::Error;
use crate::calendar::FiscalYear;
use crate::id::Id;
use crate::money::Yen;

/// Key of a stated balance.
pub type StatedBalanceId = Id<StatedBalance>;

/// 通帳の残高・数えた現金 at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatedBalance {
    /// Key.
    #[ts(type = "string")]
    pub id: StatedBalanceId,
    /// Which purse.
    #[ts(type = "string")]
    pub purse_id: PurseId,
    /// The day.
    #[ts(type = "string")]
    pub stated_on: NaiveDate,
    /// 円
    pub amount_yen: Yen,
    /// 備考
    pub note: String,
}

/// 締めた年度
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedYear {
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 締めた日
    pub closed_on: NaiveDate,
    /// 締めた人
    pub closed_by: String,
    /// 次年度繰越金
    pub carry_over_yen: Yen,
    /// Over everything the books say.
    pub ledger_hash: String,
}

impl ClosedYear {
    /// 帳簿の印: the first eight characters of the hash, as printed.
    pub fn mark(&self) -> String {
        self.ledger_hash.chars().take(8).collect()
    }
}

/// 締めの取りやめ: the mark that stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// 年度
    pub fiscal_year: FiscalYear,
    /// The day.
    pub reopened_on: NaiveDate,
    /// 会長
    pub chair: String,
    /// 監事
    pub auditor: String,
    /// 理由
    pub reason: String,
    /// The hash under which the year was closed.
    pub ledger_hash: String,
}

/// 点検の一つ
#[derive(Debug)]
pub struct Finding {
    /// What is not as it should be.
    pub error: Error,
    /// True where closing is refused; else it is for the secretary to judge.
    pub is_in_the_way: bool,
}

impl Books {
    /// 帳簿 against 通帳 of one purse: book − stated; none when nobody stated it.
    pub fn difference_on(&self, stated: &[StatedBalance], purse: PurseId, day: NaiveDate) -> Option<Yen> {
        let said = stated.iter().find(|one| one.purse_id == purse && one.stated_on == day)?;
        Some(self.balance_on(purse, day) - said.amount_yen)
    }

    /// Everything to be looked at before the year is closed; `before` are the books of the year before, where there are any.
    pub fn findings(&self, stated: &[StatedBalance], before: Option<&Books>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut find = |is_in_the_way, error| findings.push(Finding { error, is_in_the_way });
        for purse in &self.purses {
            if let Some(error) = self.purse_problem(stated, purse) {
                // An advance may be carried over: it is settled in the next year and stands on 財産目録 until then.
                find(purse.kind != PurseKind::Advance, error);
            }
            if let Some(error) = before.and_then(|before| self.opening_problem(before, purse)) {
                find(true, error);
            }
        }
        for line in self.settled_lines(Side::Expense).iter().filter(|line| line.difference_yen() > Yen(0)) {
            let error = Error::refused("accounts.item_over_budget").with("item", line.item.label());
            find(false, error.with("amount", plain(line.difference_yen())));
        }
        let missing = self.without_receipt().count();
        if missing > 0 {
            find(false, Error::refused("accounts.receipts_missing").with("count", missing));
        }
        if let Some(error) = self.crossing_problem() {
            find(false, error);
        }
        let open = self.standing().filter(|entry| entry.verdict() == Some(super::Eligibility::Unclear)).count();
        if open > 0 {
            find(false, Error::refused("accounts.verdicts_open").with("count", open));
        }
        findings
    }

    /// A purse must hold what was stated at the end of the year; an advance is settled or carried over; an unused purse says nothing.
    fn purse_problem(&self, stated: &[StatedBalance], purse: &Purse) -> Option<Error> {
        let day = self.year.last_day();
        let book = self.balance_on(purse.id, day);
        if purse.kind == PurseKind::Advance {
            let open = Error::refused("accounts.advance_open").with("purse", &purse.name).with("amount", plain(book));
            return (book != Yen(0)).then_some(open);
        }
        let told = |error: Error| error.with("purse", &purse.name).with("day", paper::wareki::long(day));
        match self.difference_on(stated, purse.id, day) {
            None if book == Yen(0) => None,
            None => Some(told(Error::refused("accounts.passbook_missing"))),
            Some(Yen(0)) => None,
            Some(difference) => {
                let error = told(Error::refused("accounts.passbook_differs")).with("book", plain(book));
                Some(error.with("stated", plain(book - difference)).with("difference", plain(difference)))
            }
        }
    }

    /// 出納整理: why the passbooks say another sum than what is carried over.
    fn crossing_problem(&self) -> Option<Error> {
        let day = self.year.last_day();
        let count = self.across(day).len();
        let told =
            Error::refused("accounts.crossing_entries").with("count", count).with("held", plain(self.held_on(day)));
        (count > 0).then(|| told.with("carried", plain(self.carry_over_yen())))
    }

    fn opening_problem(&self, before: &Books, purse: &Purse) -> Option<Error> {
        let closing = before.carried_to_next(purse.id)?;
        let opening = self.opening_of(purse.id);
        let differs = Error::refused("accounts.opening_not_carried").with("purse", &purse.name);
        (opening != closing).then(|| differs.with("opening", plain(opening)).with("closing", plain(closing)))
    }

    /// One hash over everything the year's books say; equal books have equal hashes, in whatever order they were read.
    pub fn ledger_hash(&self) -> String {
        let name = |id| {
            self.items
                .iter()
                .find(|item| Some(item.id) == id)
                .map_or(String::new(), |item| item.levels().collect::<Vec<_>>().join("/"))
        };
        let purse = |id| self.purses.iter().find(|purse| Some(purse.id) == id).map_or("", |purse| purse.name.as_str());
        let mut said: Vec<String> = Vec::new();
        said.extend(self.openings.iter().map(|o| format!("opening {} {}", purse(Some(o.purse_id)), o.amount_yen.0)));
        said.extend(self.budget.iter().map(|l| format!("budget {} {}", name(Some(l.item_id)), l.amount_yen.0)));
        for revision in &self.revisions {
            let change = |c: &super::BudgetChange| {
                format!(
                    "revision {} {:?} {} {}",
                    revision.number,
                    revision.decided_on,
                    name(Some(c.item_id)),
                    c.amount_yen.0
                )
            };
            said.extend(revision.changes.iter().map(change));
        }
        said.extend(self.reallocations.iter().map(|m| {
            format!(
                "moved {} {} {} {}",
                m.moved_on,
                name(Some(m.from_item_id)),
                name(Some(m.to_item_id)),
                m.amount_yen.0
            )
        }));
        said.extend(self.entries.iter().map(|e| entry_said(e, &name, &purse)));
        said.sort_unstable();
        let hash = said.iter().fold(Sha256::new(), |hash, one| hash.chain_update(one).chain_update([0]));
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn entry_said<'a>(
    e: &Entry,
    item: &impl Fn(Option<super::AccountItemId>) -> String,
    purse: &impl Fn(Option<PurseId>) -> &'a str,
) -> String {
    let words = [e.description.as_str(), &e.counterparty, &e.void_reason, &e.reimbursed_to].join("|");
    let (from, to) = (purse(Some(e.purse_id)), purse(e.to_purse_id));
    format!(
        "entry {} {} {} {from} {to} {} {} {} {:?} {:?} {:?} {} {words}",
        e.id,
        e.kind.word(),
        e.entered_on,
        item(e.item_id),
        item(e.to_item_id),
        e.amount_yen.0,
        e.voucher_no,
        e.grant_id.map(|id| id.to_string()),
        e.eligibility,
        e.has_receipt,
    )
}

fn plain(amount: Yen) -> String {
    paper::Value::Yen(amount.0).shown(paper::Negative::White)
}
