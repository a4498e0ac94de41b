//! 備品台帳 as a list, with what is not in it yet.

use std::collections::HashMap;

use chrono::NaiveDate;
use office::accounts::{Books, Entry, EntryId, GrantId};
use office::equipment::{
    CheckResult, Condition, Equipment, EquipmentId, Loan, MoneySource, Register, acts, candidates, store,
};
use office::file::View;
use office::grants::EquipmentRule;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result};

/// The register, seen from a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListEquipment {
    pub year: FiscalYear,
}

/// The register, and what is to be done about it.
#[derive(Debug, Serialize, TS)]
pub struct EquipmentList {
    pub items: Vec<EquipmentRow>,
    /// Entries of the year that may belong in the register.
    pub candidates: Vec<CandidateRow>,
    /// The price from which on something is 備品, and where that stands.
    pub rule: Option<PriceRule>,
    /// Of what is held on this day.
    pub total_yen: Yen,
    /// Pieces that nobody has looked for in the year.
    #[ts(type = "number")]
    pub unchecked: usize,
    /// Pieces that were not all found, whatever the year.
    #[ts(type = "number")]
    pub differing: usize,
    /// Loans that should have been back.
    #[ts(type = "number")]
    pub overdue: usize,
    /// Loans whose borrowers may be forgotten.
    #[ts(type = "number")]
    pub past_loans: usize,
    /// 令和7年度
    pub year_label: String,
    /// Who checked last.
    pub checked_by: String,
}

/// One line of the register.
#[derive(Debug, Serialize, TS)]
pub struct EquipmentRow {
    #[ts(type = "string")]
    pub id: EquipmentId,
    pub number: String,
    pub name: String,
    pub kind: String,
    #[ts(type = "number")]
    pub quantity: i64,
    pub price_yen: Option<Yen>,
    pub acquired_on: String,
    pub acquired_label: String,
    pub source: MoneySource,
    pub source_label: String,
    pub place: String,
    pub keeper: String,
    pub restricted_label: String,
    pub condition: Condition,
    /// Empty while it is there.
    pub gone_label: String,
    /// True once a disposal is planned.
    pub is_leaving: bool,
    /// How many are lent.
    #[ts(type = "number")]
    pub away: i64,
    pub is_overdue: bool,
    /// Who has them.
    pub lent: Vec<LentTo>,
    /// What was found in the year.
    pub check: Option<CheckResult>,
    /// 5点のうち4点; empty before anybody looked.
    pub check_label: String,
    pub checked_label: String,
    /// True once somebody has looked for all that are not lent.
    pub is_checked: bool,
    pub is_loan_checked: bool,
    /// How many were not found when somebody looked last, and are not yet put right.
    #[ts(type = "number")]
    pub missing: i64,
}

/// A loan that is open.
#[derive(Debug, Serialize, TS)]
pub struct LentTo {
    pub borrower: String,
    #[ts(type = "number")]
    pub quantity: i64,
    pub due_label: String,
}

/// An entry that may belong in the register.
#[derive(Debug, Serialize, TS)]
pub struct CandidateRow {
    #[ts(type = "string")]
    pub entry_id: EntryId,
    pub on_label: String,
    pub description: String,
    pub counterparty: String,
    pub amount_yen: Yen,
    pub funding: String,
}

/// What is said of 備品, and where that stands.
#[derive(Debug, Serialize, TS)]
pub struct PriceRule {
    #[ts(type = "number | null")]
    pub from_yen: Option<i64>,
    pub source: String,
    pub is_verified: bool,
}

impl PriceRule {
    fn of(rule: &EquipmentRule) -> PriceRule {
        PriceRule { from_yen: rule.from_yen, source: rule.source.clone(), is_verified: rule.is_verified }
    }
}

impl Command for ListEquipment {
    const NAME: &'static str = "equipment.list";
    type Output = EquipmentList;
    fn run(self, desk: &Desk) -> Result<EquipmentList> {
        let (edition, today) = (desk.edition(self.year)?, desk.today());
        let (register, books, passed, past, grants) = desk.office()?.view(|view| {
            Ok((
                Register::load(view)?,
                Books::load(view, self.year)?,
                store::passed(view)?,
                acts::past_loans(view, today)?.len(),
                grant_names(view, self.year)?,
            ))
        })?;
        let own = edition.equipment_rule(None);
        let rule_of =
            |entry: &Entry| edition.equipment_rule(entry.grant_id.and_then(|id| grants.get(&id)).map(String::as_str));
        let words: &[String] = own.map_or(&[], |rule| &rule.items);
        let open = candidates(&books, &register.items, &passed, words, rule_of);
        let held: Vec<&Equipment> = register.held_on(today).collect();
        Ok(EquipmentList {
            items: register.items.iter().map(|item| row(item, &register, self.year, today)).collect(),
            candidates: open.iter().map(|one| candidate(one.entry, &grants)).collect(),
            rule: own.map(PriceRule::of),
            total_yen: held.iter().filter_map(|item| item.price_yen).sum(),
            unchecked: held.iter().filter(|item| !register.is_checked(item.id, self.year)).count(),
            differing: held.iter().filter(|item| register.missing(item) > 0).count(),
            overdue: register.loans.iter().filter(|loan| loan.is_overdue(today)).count(),
            past_loans: past,
            year_label: self.year.label(),
            checked_by: register.checks.last().map(|check| check.checked_by.clone()).unwrap_or_default(),
        })
    }
}

fn grant_names(view: &View, year: FiscalYear) -> Result<HashMap<GrantId, String>> {
    Ok(office::grants::store::grants(view, year)?.into_iter().map(|grant| (grant.id, grant.name)).collect())
}

fn candidate(entry: &Entry, grants: &HashMap<GrantId, String>) -> CandidateRow {
    let funding = entry.grant_id.and_then(|id| grants.get(&id)).map_or(MoneySource::Own.label(), String::as_str);
    CandidateRow {
        entry_id: entry.id,
        on_label: paper::wareki::short(entry.entered_on),
        description: entry.description.clone(),
        counterparty: entry.counterparty.clone(),
        amount_yen: entry.amount_yen,
        funding: funding.to_owned(),
    }
}

pub(super) fn row(item: &Equipment, register: &Register, year: FiscalYear, today: NaiveDate) -> EquipmentRow {
    let label = |day: Option<NaiveDate>| day.map(paper::wareki::short).unwrap_or_default();
    let check = register.check_of(item.id, year);
    EquipmentRow {
        id: item.id,
        number: item.number.clone(),
        name: item.full_name(),
        kind: item.kind.clone(),
        quantity: item.quantity,
        price_yen: item.price_yen,
        acquired_on: item.acquired_on.map(|on| on.to_string()).unwrap_or_default(),
        acquired_label: label(item.acquired_on),
        source: item.source,
        source_label: item.money(),
        place: item.place.clone(),
        keeper: item.keeper.clone(),
        restricted_label: item.restriction.label(),
        condition: item.condition,
        gone_label: label(item.gone_on()),
        is_leaving: item.disposal.as_ref().is_some_and(|disposal| !disposal.is_done),
        away: register.away(item.id),
        is_overdue: register.loans_of(item.id).any(|loan| loan.is_overdue(today)),
        lent: register.loans_of(item.id).filter(|loan| loan.is_open()).map(lent_to).collect(),
        check: check.map(|check| check.found.result),
        check_label: check.map(|check| check.found.label()).unwrap_or_default(),
        checked_label: label(check.map(|check| check.checked_on)),
        is_checked: register.is_checked(item.id, year),
        is_loan_checked: check.is_some_and(|check| check.found.is_loan_checked),
        missing: register.missing(item),
    }
}

fn lent_to(loan: &Loan) -> LentTo {
    let due_label = paper::wareki::short(loan.due_on);
    LentTo { borrower: loan.borrower.clone(), quantity: loan.quantity, due_label }
}
