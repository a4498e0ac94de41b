//! What the register states at the end of a year.

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::{Disposal, Equipment, EquipmentCheck, Loan, Register, store};
use crate::Result;
use crate::accounts::GrantId;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::grants::{self, Grant};
use crate::money::Yen;

/// States `equipment.*` for one year: what was held at its end, and what went in its course. Of a closed year that is what its
/// closing kept; what is planned to go, what is lent and what was not found is always of today.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let register = Register::load(conn)?;
    let mut facts = store::kept(conn, year)?.unwrap_or_else(|| of_year(&register, year));
    facts.state_list("equipment.disposals", disposals(conn, &register)?);
    facts.state_list("equipment.loans", loans(&register));
    facts.state_list("equipment.differences", differences(&register));
    Ok(facts)
}

/// What is kept of the register when a year is closed.
pub(super) fn of_year(register: &Register, year: FiscalYear) -> Facts {
    let held: Vec<&Equipment> = register.held_on(year.last_day()).collect();
    let gone = register.items.iter().filter(|item| item.gone_on().is_some_and(|on| year.contains(on)));
    let unchecked = held.iter().filter(|item| !register.is_checked(item.id, year)).count();
    let mut facts = Facts::default();
    facts.state("equipment.count", Value::Count(held.len() as i64));
    facts.state("equipment.total_yen", held.iter().filter_map(|item| item.price_yen).sum::<Yen>());
    facts.state("equipment.unchecked", Value::Count(unchecked as i64));
    let unpriced = held.iter().filter(|item| item.price_yen.is_none()).count() as i64;
    facts.state("equipment.unpriced", if unpriced > 0 { Value::Count(unpriced) } else { Value::Blank });
    facts.state_list("equipment.list", held.iter().map(|item| register_row(item, register, year)).collect());
    facts.state_list("equipment.gone", gone.map(|item| register_row(item, register, year)).collect());
    facts.state_list("equipment.assets", held.iter().map(|item| asset_row(item, register, year)).collect());
    facts
}

fn register_row(item: &Equipment, register: &Register, year: FiscalYear) -> FactRow {
    let last = year.last_day();
    let check = register.check_of(item.id, year);
    let gone = item.disposal.as_ref().filter(|disposal| disposal.is_done && disposal.on <= last);
    row([
        ("number", words(&item.number)),
        ("name", words(&item.full_name())),
        ("kind", words(&item.kind)),
        ("quantity", Value::Count(item.quantity).into()),
        ("price_yen", yen(item.price_yen)),
        ("acquired_on", day(item.acquired_on)),
        ("source", words(&item.money())),
        ("place", words(&item.place)),
        ("keeper", words(&item.keeper)),
        ("useful_years", item.useful_years.map_or(Value::Blank, Value::Count).into()),
        ("restricted", words(&item.restriction.label())),
        ("condition", words(&condition(item, register.away_on(item.id, last)))),
        ("checked", words(&check.map(checked).unwrap_or_default())),
        ("disposed", words(&gone.map(disposed).unwrap_or_default())),
        ("note", words(&item.note)),
    ])
}

/// R8.3.1 あり, R8.3.1 5点のうち4点
fn checked(check: &EquipmentCheck) -> String {
    format!("{} {}", paper::wareki::short(check.checked_on), check.found.label())
}

/// 良好, 良好、貸出中 2; who has it stands on no paper that goes to a meeting.
fn condition(item: &Equipment, away: i64) -> String {
    let state = item.condition.label();
    if away > 0 { format!("{state}、貸出中 {away}") } else { state.to_owned() }
}

/// What the last check did not find, as long as it is neither found nor taken out of the register.
fn differences(register: &Register) -> Vec<FactRow> {
    let open = register.items.iter().filter(|item| register.missing(item) > 0);
    let difference = |item: &Equipment| {
        let check = register.last_check_of(item.id)?;
        Some(row([
            ("number", words(&item.number)),
            ("name", words(&item.full_name())),
            ("quantity", Value::Count(item.quantity).into()),
            ("place", words(&item.place)),
            ("keeper", words(&item.keeper)),
            ("checked", words(&checked(check))),
            ("checked_by", words(&check.checked_by)),
            ("missing", Value::Count(register.missing(item)).into()),
        ]))
    };
    open.filter_map(difference).collect()
}

/// R8.3.20 廃棄：こわれて直せない（承認 7高地第9号）
fn disposed(disposal: &Disposal) -> String {
    let Disposal { way, on, reason, approval_no, .. } = disposal;
    let approved = if approval_no.is_empty() { String::new() } else { format!("（承認 {approval_no}）") };
    format!("{} {}：{reason}{approved}", paper::wareki::short(*on), way.label())
}

fn asset_row(item: &Equipment, register: &Register, year: FiscalYear) -> FactRow {
    row([
        ("number", words(&item.number)),
        ("name", words(&item.full_name())),
        ("quantity", Value::Count(item.quantity).into()),
        ("place", words(&item.place)),
        ("acquired_on", day(item.acquired_on)),
        ("amount_yen", yen(item.price_yen)),
        ("checked", words(&register.check_of(item.id, year).map(checked).unwrap_or_default())),
    ])
}

/// What is lent, the first to come back first. It stands on the paper for a successor and on 備品貸出一覧 only.
fn loans(register: &Register) -> Vec<FactRow> {
    let mut open: Vec<&Loan> = register.loans.iter().filter(|loan| loan.is_open()).collect();
    open.sort_by_key(|loan| loan.due_on);
    let loan_row = |loan: &Loan| {
        let name = register.find(loan.equipment_id).map(Equipment::full_name).unwrap_or_default();
        row([
            ("name", words(&name)),
            ("quantity", Value::Count(loan.quantity).into()),
            ("borrower", words(&loan.borrower)),
            ("contact", words(&loan.contact)),
            ("lent_on", day(Some(loan.lent_on))),
            ("due_on", day(Some(loan.due_on))),
        ])
    };
    open.into_iter().map(loan_row).collect()
}

/// What is planned to go, with the decision of the grant that paid it.
fn disposals(conn: &Connection, register: &Register) -> Result<Vec<FactRow>> {
    let planned = register.items.iter().filter_map(|item| Some((item, item.disposal.as_ref()?)));
    let planned: Vec<(&Equipment, &Disposal)> = planned.filter(|(_, disposal)| !disposal.is_done).collect();
    let mut grants: HashMap<GrantId, Grant> = HashMap::new();
    for id in planned.iter().filter_map(|(item, _)| item.grant_id) {
        grants.extend(grants::store::find_grant(conn, id)?.map(|grant| (id, grant)));
    }
    let row_of = |(item, disposal): &(&Equipment, &Disposal)| {
        disposal_row(item, disposal, item.grant_id.and_then(|id| grants.get(&id)))
    };
    Ok(planned.iter().map(row_of).collect())
}

fn disposal_row(item: &Equipment, disposal: &Disposal, grant: Option<&Grant>) -> FactRow {
    row([
        ("thing", words(&format!("{}　{}点（備品番号 {}）", item.full_name(), item.quantity, item.number))),
        ("acquired_on", day(item.acquired_on)),
        ("price_yen", yen(item.price_yen)),
        ("granted_yen", yen(item.granted_yen)),
        ("restricted", words(&item.restriction.label())),
        ("how", words(disposal.way.label())),
        ("reason", words(&disposal.reason)),
        ("on", Value::Date(disposal.on).into()),
        ("grant", grant.map_or_else(|| words(&item.source_name), |grant| words(&grant.name))),
        ("grant_year", words(&grant.map(|grant| grant.fiscal_year.label()).unwrap_or_default())),
        ("decided_on", day(grant.and_then(|grant| grant.decided_on))),
        ("decision_no", words(grant.map_or("", |grant| &grant.decision_no))),
    ])
}

fn yen(amount: Option<Yen>) -> Fact {
    amount.map_or(Value::Blank, Value::from).into()
}

fn day(on: Option<NaiveDate>) -> Fact {
    on.map_or(Value::Blank, Value::Date).into()
}
