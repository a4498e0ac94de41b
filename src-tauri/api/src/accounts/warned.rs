//! 注意: what stands against an entry while it is typed, with the paper, the row and the rule that it goes beyond. Warnings
//! never block.

use chrono::NaiveDate;
use office::accounts::{Eligibility, Entry, EntryKind};
use office::profile::Edition;
use office::{OfficeFile, Yen, roster};
use paper::{Negative, Value};

use super::draft::EntryDraft;
use super::effect::{Effect, Measure};
use super::list::Shown;
use crate::{Error, Result, WireError, typed};

/// Where budget, grant and 部会 of an expense stand in black and white.
const BUDGET: &str = "budget-statement";
const GRANT: &str = "performance-report";
const COMMITTEES: &str = "committee-settlement";

pub(super) fn warnings(
    office: &OfficeFile,
    (shown, edition): (&Shown, &Edition),
    (draft, on): (&EntryDraft, Option<NaiveDate>),
    effect: &Effect,
) -> Result<Vec<WireError>> {
    let mut found = Vec::new();
    if draft.kind == EntryKind::Expense {
        found.extend(over(effect.budget.as_ref()).map(|yen| over_budget(shown, edition, draft, yen)));
        if let Some(yen) = over(effect.committee.as_ref()) {
            found.push(told("accounts.over_committee", edition, COMMITTEES, &committee(office, draft)?, yen));
        }
        found.extend(over(effect.grant.as_ref()).map(|yen| over_grant(shown, edition, draft, yen)));
    }
    let is_below = effect.purses.iter().any(|p| p.after_yen < Yen(0) && p.after_yen < p.before_yen);
    let below = is_below.then(|| Error::refused("accounts.purse_below_zero"));
    let short = effect.amount_yen.zip(on).and_then(|(amount, on)| purse_short(shown, draft, amount, on));
    found.extend(short.or(below));
    let is_ineligible = effect.advice.as_ref().is_some_and(|a| a.eligibility == Eligibility::Ineligible);
    if is_ineligible && draft.grant_id.is_some() {
        found.push(Error::refused("accounts.ineligible_on_grant"));
    }
    found.extend(voucher_taken(shown, draft));
    Ok(found.into_iter().map(WireError::from).collect())
}

/// The first day, from that of the entry on, on which its purse would hold less than nothing.
fn purse_short(shown: &Shown, draft: &EntryDraft, amount: Yen, on: NaiveDate) -> Option<Error> {
    let purse = shown.books.purses.iter().find(|purse| Some(purse.id) == draft.purse_id)?;
    // Until last year is closed nobody has said what lies there.
    if !shown.books.states_opening_of(purse.id) {
        return None;
    }
    let of_year = Entry::new(draft.kind, on, purse.id, amount);
    let entry = Entry { fiscal_year: shown.books.year, to_purse_id: draft.to_purse_id, ..of_year };
    if entry.effect_on(purse.id) >= Yen(0) {
        return None;
    }
    let mut books = shown.books.clone();
    books.entries.push(entry);
    let (day, short) = books.first_short(purse.id, on)?;
    let told = Error::refused("accounts.purse_short").with("purse", &purse.name);
    let told = told.with("on", day.format("%-m月%-d日"));
    Some(told.with("amount", Value::from(short).shown(Negative::White)))
}

/// One number stands on one slip: typed again, it is the same slip or was misread.
fn voucher_taken(shown: &Shown, draft: &EntryDraft) -> Option<Error> {
    let number = typed::count(&draft.voucher_no, "voucher_no").ok()?.0?;
    let other = shown.books.standing().find(|entry| entry.voucher_no == Some(number))?;
    Some(
        Error::refused("accounts.voucher_taken")
            .with("field", "voucher_no")
            .with("number", number)
            .with("on", paper::wareki::short(other.entered_on))
            .with("description", &other.description)
            .with("amount", Value::from(other.amount_yen).shown(Negative::White)),
    )
}

/// By how much a measure is exceeded.
fn over(measure: Option<&Measure>) -> Option<Yen> {
    measure.map(|measure| -measure.left_yen).filter(|over| *over > Yen(0))
}

/// A warning with its paper, its row there, and the amount.
fn told(code: &'static str, edition: &Edition, form: &str, row: &str, over: Yen) -> Error {
    Error::refused(code)
        .with("paper", paper_name(edition, form, ""))
        .with("row", row)
        .with("over", Value::from(over).shown(Negative::White))
}

fn over_budget(shown: &Shown, edition: &Edition, draft: &EntryDraft, over: Yen) -> Error {
    let item = shown.books.items.iter().find(|item| Some(item.id) == draft.item_id);
    let row = item.map_or("", |item| item.label());
    match &edition.municipality.reallocation {
        Some(rule) => told("accounts.over_budget", edition, BUDGET, row, over)
            .with("base", rule.base.label())
            .with("percent", rule.percent)
            .with("source", &rule.source),
        None => told("accounts.over_budget_unruled", edition, BUDGET, row, over),
    }
}

/// By the formula that settles the grant: it pays no more than was decided.
fn over_grant(shown: &Shown, edition: &Edition, draft: &EntryDraft, over: Yen) -> Error {
    let name = draft.grant_id.and_then(|id| shown.grants.get(&id)).map_or("", String::as_str);
    let rule = edition.grant_rules(name).map(|rules| rules.settlement.clone()).unwrap_or_default();
    let formula = rule.formula().ok();
    told("accounts.over_grant", edition, GRANT, "交付決定額", over)
        .with("paper", paper_name(edition, GRANT, name))
        .with("grant", name)
        .with("rule", formula.as_ref().map_or("", |formula| &formula.title))
        .with("source", formula.as_ref().map_or("", |formula| &formula.source))
}

fn committee(office: &OfficeFile, draft: &EntryDraft) -> Result<String> {
    let bodies = office.view(|view| roster::store::organisations(view))?;
    let found = bodies.into_iter().find(|body| Some(body.id) == draft.committee_id);
    Ok(found.map(|body| body.name).unwrap_or_default())
}

/// 実績報告書（様式第8号） of a grant; the bare id where the profile has no such form.
fn paper_name(edition: &Edition, form: &str, grant: &str) -> String {
    edition.form_for(form, grant).map_or_else(
        |_| form.to_owned(),
        |form| {
            if form.form_no.is_empty() { form.title.clone() } else { format!("{}（{}）", form.title, form.form_no) }
        },
    )
}
