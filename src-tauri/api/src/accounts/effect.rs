//! この記帳のあと: what an entry would do, shown beside it while it is typed. Half-typed input is never an error here.

use office::accounts::{Eligibility, EntryKind, Side, acts};
use office::grants::GrantFigures;
use office::profile::Edition;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::EntryDraft;
use super::list::Shown;
use crate::command::Command;
use crate::{Desk, Result, WireError, labels};

/// What the entry would do.
#[derive(Debug, Deserialize, TS)]
pub struct EntryEffect {
    pub year: FiscalYear,
    pub draft: EntryDraft,
}

/// What the entry would do to budget, grant and purse, and what the rules say.
#[derive(Debug, Default, Serialize, TS)]
pub struct Effect {
    pub on_label: Option<String>,
    pub amount_yen: Option<Yen>,
    pub budget: Option<Measure>,
    pub grant: Option<Measure>,
    pub purse: Option<PurseEffect>,
    pub advice: Option<Advice>,
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
        let (year, draft) = (self.year, self.draft);
        let (shown, awards) =
            desk.office()?.view(|view| Ok((Shown::load(view, year)?, office::grants::store::grants(view, year)?)))?;
        let edition = desk.edition(year)?;
        let amount = draft.yen().ok().flatten();
        let day = draft.day(year, desk.today()).ok().flatten();
        let mut effect = Effect {
            on_label: day.map(|d| format!("{}（{}）", labels::long_day(Some(d)), labels::weekday(d))),
            amount_yen: amount,
            budget: budget(&shown, &draft, amount.unwrap_or_default()),
            grant: awards
                .iter()
                .find(|g| Some(g.id) == draft.grant_id)
                .and_then(|g| grant(g, &GrantFigures::of(g, &shown.books), &draft, amount.unwrap_or_default())),
            purse: purse(&shown, &draft, amount.unwrap_or_default()),
            advice: advised(&shown, &draft, &edition),
            ..Effect::default()
        };
        effect.problems = problems(&draft, year, desk, &shown);
        effect.warnings = warnings(&effect, &draft);
        Ok(effect)
    }
}

fn problems(draft: &EntryDraft, year: FiscalYear, desk: &Desk, shown: &Shown) -> Vec<WireError> {
    match draft.parsed(year, desk.today()) {
        Ok(new) => acts::problems(&new, &shown.books).into_iter().map(WireError::from).collect(),
        Err(error) => vec![error.into()],
    }
}

/// 予算の残り of the item.
fn budget(shown: &Shown, draft: &EntryDraft, amount: Yen) -> Option<Measure> {
    let side = draft.kind.side()?;
    let line = shown.books.settled_lines(side).into_iter().find(|l| Some(l.item.id) == draft.item_id);
    let item = shown.books.items.iter().find(|i| Some(i.id) == draft.item_id)?;
    let (whole_yen, before_yen) = line.map_or((Yen(0), Yen(0)), |l| (l.budget_yen(), l.settled_yen));
    Some(measure(format!("{}の予算", item.label()), whole_yen, before_yen, amount))
}

/// 交付金の残り: only an expense that is eligible uses it.
fn grant(grant: &office::grants::Grant, figures: &GrantFigures, draft: &EntryDraft, amount: Yen) -> Option<Measure> {
    (draft.kind == EntryKind::Expense).then(|| {
        let used = if draft.eligibility == Some(Eligibility::Eligible) { amount } else { Yen(0) };
        measure(grant.name.clone(), figures.decided_yen, figures.allocated_yen, used)
    })
}

fn measure(title: String, whole_yen: Yen, before_yen: Yen, amount: Yen) -> Measure {
    let after_yen = before_yen + amount;
    Measure { title, whole_yen, before_yen, after_yen, left_yen: whole_yen - after_yen }
}

fn purse(shown: &Shown, draft: &EntryDraft, amount: Yen) -> Option<PurseEffect> {
    let purse = shown.books.purses.iter().find(|p| Some(p.id) == draft.purse_id)?;
    let before_yen = shown.books.closing_of(purse.id);
    let after_yen = if draft.kind == EntryKind::Income { before_yen + amount } else { before_yen - amount };
    Some(PurseEffect { title: purse.name.clone(), before_yen, after_yen })
}

fn advised(shown: &Shown, draft: &EntryDraft, edition: &Edition) -> Option<Advice> {
    let item = shown.books.items.iter().find(|i| Some(i.id) == draft.item_id && i.side == Side::Expense)?;
    let grant = draft.grant_id.and_then(|id| shown.grants.get(&id));
    advice(edition, grant, item.label(), &draft.description)
}

/// Warnings never block.
fn warnings(effect: &Effect, draft: &EntryDraft) -> Vec<WireError> {
    let over = |measure: &Option<Measure>| {
        measure.as_ref().filter(|m| m.left_yen < Yen(0) && draft.kind == EntryKind::Expense).is_some()
    };
    let below_zero = effect.purse.as_ref().is_some_and(|p| p.after_yen < Yen(0));
    let ineligible = effect.advice.as_ref().is_some_and(|a| a.eligibility == Eligibility::Ineligible);
    let checks = [
        (over(&effect.budget), "accounts.over_budget"),
        (over(&effect.grant), "accounts.over_grant"),
        (below_zero, "accounts.purse_below_zero"),
        (ineligible && draft.grant_id.is_some(), "accounts.ineligible_on_grant"),
    ];
    checks.into_iter().filter(|(holds, _)| *holds).map(|(_, code)| office::Error::refused(code).into()).collect()
}
