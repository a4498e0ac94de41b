//! 締め: what is looked at before a year is closed, and the marks that stay (`domain` 7.5, `reliability` 5).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Books, FundId, GENERAL, Purse, PurseId, PurseKind, Side};
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
                // An advance may be carried over: it is settled in the next year and stands on 財産目録 until then. A purse that
                // should hold nothing is asked for, and closing goes on without an answer.
                let is_empty = error.code == "accounts.passbook_missing"
                    && self.balance_on(purse.id, self.year.last_day()) == Yen(0);
                find(purse.kind != PurseKind::Advance && !is_empty, error);
            }
            for error in self.earlier_problems(stated, purse) {
                find(false, error);
            }
            if let Some(error) = before.and_then(|before| self.opening_problem(before, purse)) {
                find(true, error);
            }
        }
        for error in self.line_problems() {
            find(true, error);
        }
        for error in self.short_problems() {
            find(false, error);
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
        let waiting = self.unapproved().count();
        if waiting > 0 {
            find(false, Error::refused("accounts.unapproved").with("count", waiting));
        }
        let open = self.standing().filter(|entry| entry.verdict() == Some(super::Eligibility::Unclear)).count();
        if open > 0 {
            find(false, Error::refused("accounts.verdicts_open").with("count", open));
        }
        findings
    }

    /// What was stated of a day before the last one and no longer agrees: something was entered or taken back behind it.
    fn earlier_problems(&self, stated: &[StatedBalance], purse: &Purse) -> Vec<Error> {
        let is_earlier = |one: &&StatedBalance| one.purse_id == purse.id && one.stated_on < self.year.last_day();
        let days = stated.iter().filter(is_earlier).map(|one| one.stated_on);
        days.filter_map(|day| self.differs(stated, purse, day)).collect()
    }

    fn differs(&self, stated: &[StatedBalance], purse: &Purse, day: NaiveDate) -> Option<Error> {
        let difference = self.difference_on(stated, purse.id, day).filter(|difference| *difference != Yen(0))?;
        let book = self.balance_on(purse.id, day);
        let error = Error::refused("accounts.passbook_differs").with("purse", &purse.name).with("book", plain(book));
        let error = error.with("day", paper::wareki::long(day)).with("stated", plain(book - difference));
        Some(error.with("difference", plain(difference)))
    }

    /// A purse must hold what was stated at the end of the year; an advance is settled or carried over; an unused purse says nothing.
    fn purse_problem(&self, stated: &[StatedBalance], purse: &Purse) -> Option<Error> {
        let day = self.year.last_day();
        let book = self.balance_on(purse.id, day);
        if purse.kind == PurseKind::Advance {
            let open = Error::refused("accounts.advance_open").with("purse", &purse.name).with("amount", plain(book));
            return (book != Yen(0)).then_some(open);
        }
        let missing = || Error::refused("accounts.passbook_missing").with("purse", &purse.name);
        match self.difference_on(stated, purse.id, day) {
            None => self.has_book(purse.id).then(|| missing().with("day", paper::wareki::long(day))),
            Some(_) => self.differs(stated, purse, day),
        }
    }

    /// The lines of each settlement add up to its books: the opening needs its item, and every entry one of its own 会計.
    fn line_problems(&self) -> Vec<Error> {
        let funds = std::iter::once(None).chain(self.funds.iter().map(|fund| Some(fund.id)));
        funds.filter_map(|fund| self.of_fund(fund).line_problem(fund)).collect()
    }

    fn line_problem(&self, fund: Option<FundId>) -> Option<Error> {
        let opening = self.opening_yen();
        if opening != Yen(0) && self.carry_over_item(fund).is_none() {
            let missing = Error::refused("accounts.carry_over_item_missing").with("amount", plain(opening));
            let name = self.funds.first().filter(|_| fund.is_some()).map_or(GENERAL, |fund| fund.name.as_str());
            return Some(missing.with("fund", name));
        }
        let lines = |side| self.settled_lines(side).iter().map(|line| line.settled_yen).sum::<Yen>();
        let income = self.total_yen(Side::Income) + opening - lines(Side::Income);
        let off = income.0.abs() + (self.total_yen(Side::Expense) - lines(Side::Expense)).0.abs();
        (off != 0).then(|| Error::refused("accounts.entries_without_item").with("amount", plain(Yen(off))))
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
}

pub(super) fn plain(amount: Yen) -> String {
    paper::Value::Yen(amount.0).shown(paper::Negative::White)
}
