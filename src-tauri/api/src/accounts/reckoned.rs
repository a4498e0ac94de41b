//! What an entry that is typed would do: to budget, grant, 部会 and purses, and what the rules of its grant say of it.

use std::sync::Arc;

use chrono::{Months, NaiveDate};
use office::accounts::acts::{self, NewEntry};
use office::accounts::{Books, Crossing, Entry, EntryId, EntryKind, Purse, PurseId, Ruled, Side};
use office::file::View;
use office::grants::{
    CarriedOver, Cost, Grant, GrantFigures, Judgement, RulesOf, awaited, carried_over, own_books, store, strict,
};
use office::profile::Edition;
use office::{FiscalYear, Yen};

use super::choices::year_and_name;
use super::draft::EntryDraft;
use super::effect::{Advice, Effect, Measure, PurseEffect, advice};
use super::list::Shown;
use super::ruled::judged;
use super::warned::warnings;
use crate::{Desk, Error, Result, WireError, labels};

/// A year as it stands before an entry.
pub(super) struct Reckoning<'a> {
    desk: &'a Desk,
    year: FiscalYear,
    shown: Shown,
    awards: Vec<Grant>,
    edition: Arc<Edition>,
}

impl<'a> Reckoning<'a> {
    pub fn load(desk: &'a Desk, year: FiscalYear) -> Result<Reckoning<'a>> {
        let edition = desk.edition(year)?;
        let (mut shown, awards, strict) = desk
            .office()?
            .view(|view| Ok((Shown::load(view, year)?, awards(view, year)?, strict(view, year, &edition.grants)?)))?;
        shown.books.judge_by_receipts(&strict);
        Ok(Reckoning { desk, year, shown, awards, edition })
    }

    /// The year without an entry that another one is to stand for.
    pub fn without(mut self, gone: Option<EntryId>) -> Reckoning<'a> {
        self.shown.books.entries.retain(|entry| Some(entry.id) != gone);
        self
    }

    /// What an expense did that is typed beside the next one; what cannot be read yet did nothing.
    pub fn add(&mut self, draft: &EntryDraft, effect: &Effect) {
        let day = draft.day(self.year, self.desk.today()).ok().flatten();
        let Some((day, amount)) = day.zip(effect.amount_yen) else { return };
        let own_yen = effect.own_yen.filter(|_| draft.split_over_cap).unwrap_or_default();
        let whole = Entry {
            item_id: draft.item_id,
            grant_id: draft.grant_id,
            eligibility: draft.eligibility,
            eligibility_reason: draft.eligibility_reason.clone(),
            has_receipt: draft.has_receipt,
            committee_id: draft.committee_id,
            ..Entry::new(draft.kind, day, draft.purse_id.unwrap_or_else(PurseId::new), amount - own_yen)
        };
        let own = Entry { id: EntryId::new(), amount_yen: own_yen, grant_id: None, eligibility: None, ..whole.clone() };
        self.shown.books.entries.extend([whole, own]);
    }

    pub fn effect(&self, draft: &EntryDraft) -> Result<Effect> {
        let Reckoning { desk, year, shown, awards, edition } = self;
        let amount = draft.yen().ok().flatten();
        let day = draft.day(*year, desk.today()).ok().flatten();
        let award = awards.iter().find(|g| Some(g.id) == draft.grant_id);
        let rules_of = |year| edition.grants_in(year);
        let carried =
            award.map(|award| desk.office()?.view(|view| carried_over(view, award, &rules_of))).transpose()?;
        let own_books = desk.office()?.view(|view| own_books(view, &shown.books, &rules_of))?;
        let cost = cost(shown, draft, amount.unwrap_or_default(), day);
        let judged = award.and_then(|award| judged(edition, award, cost.as_ref()?, *year));
        let charged = judged.as_ref().map_or(amount.unwrap_or_default(), |judged| judged.charged_yen);
        let per = judged.as_ref().and_then(|judged| judged.rule?.at_most_per.as_ref());
        let own = amount.map_or(Yen(0), |amount| amount - charged);
        let charged = if draft.split_over_cap { charged } else { amount.unwrap_or_default() };
        let ruled = judged.as_ref().map(Judgement::ruled);
        let mut effect = Effect {
            on_label: day.map(|d| format!("{}（{}）", labels::long_day(Some(d)), labels::weekday(d))),
            crossing: day.filter(|day| year.may_settle_on(*day)).and_then(|day| crossing(draft.kind, day, *year)),
            amount_yen: amount,
            budget: budget(shown, draft, amount.unwrap_or_default()),
            grant: award
                .map(|award| grant(award, &own_books, edition, draft, charged, carried.flatten()))
                .transpose()?
                .flatten(),
            committee: committee(shown, draft, amount.unwrap_or_default()),
            purses: purses(shown, draft, amount.unwrap_or_default()),
            advice: advised(shown, draft, edition),
            verdict: ruled.map(|ruled| ruled.verdict),
            asks_heads: per.map(|per| per.unit.clone()),
            own_yen: (own > Yen(0)).then_some(own),
            ..Effect::default()
        };
        effect.problems = problems(draft, ruled, *year, desk, shown);
        effect.warnings = warnings(&*desk.office()?, (shown, edition), (draft, day), &effect)?;
        let told = |judged: Judgement| judged.against.into_iter().chain(judged.remarks);
        effect.warnings.extend(judged.into_iter().flat_map(told).map(WireError::from));
        if let Some(award) = award.filter(|_| draft.kind == EntryKind::Income) {
            let late = desk.office()?.view(|view| last_year_awaits(view, award, day, &rules_of))?;
            effect.warnings.extend(late.map(WireError::from));
        }
        if let Some(award) = award.filter(|_| draft.kind == EntryKind::Expense) {
            let carried = |grant: &Grant| desk.office()?.view(|view| carried_over(view, grant, &rules_of));
            effect.warnings.extend(others_first(award, awards, &own_books, edition, &carried)?.map(WireError::from));
        }
        Ok(effect)
    }
}

/// The grants of a year as the city's last word left them.
fn awards(view: &View, year: FiscalYear) -> Result<Vec<Grant>> {
    let steps = store::steps(view, year)?;
    Ok(store::grants(view, year)?.into_iter().map(|grant| grant.until(NaiveDate::MAX, &steps)).collect())
}

fn crossing(kind: EntryKind, on: NaiveDate, year: FiscalYear) -> Option<&'static str> {
    let shape = Entry { fiscal_year: year, ..Entry::new(kind, on, PurseId::new(), Yen(0)) };
    shape.crossing().map(Crossing::label)
}

fn problems(draft: &EntryDraft, ruled: Option<Ruled>, year: FiscalYear, desk: &Desk, shown: &Shown) -> Vec<WireError> {
    match draft.parsed(year, desk.today()).map(|new| NewEntry { ruled, ..new }) {
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

/// What the rules look at of an expense that is being typed.
fn cost<'a>(shown: &'a Shown, draft: &'a EntryDraft, amount: Yen, on: Option<NaiveDate>) -> Option<Cost<'a>> {
    let item = shown.books.items.iter().find(|i| Some(i.id) == draft.item_id && i.side == Side::Expense)?;
    Some(Cost {
        item: item.label(),
        description: &draft.description,
        amount_yen: amount,
        heads: number(&draft.heads),
        on,
        has_receipt: draft.has_receipt,
    })
}

fn number(heads: &str) -> Option<i64> {
    crate::typed::count(heads, "heads").ok().and_then(|(count, _)| count)
}

/// The grant that is to be used before this one and still has money, what was put by of it included.
fn others_first(
    own: &Grant,
    awards: &[Grant],
    books: &Books,
    edition: &Edition,
    carried: &dyn Fn(&Grant) -> Result<Option<CarriedOver>>,
) -> Result<Option<Error>> {
    if !edition.grant_rules(&own.name).is_some_and(|rules| rules.after_others) {
        return Ok(None);
    }
    for other in awards.iter().filter(|other| other.id != own.id) {
        let left = GrantFigures::of(other, books, edition.grant_rules(&other.name), carried(other)?)?.left_yen();
        if left > Yen(0) {
            let left = paper::Value::Yen(left.0).shown(paper::Negative::White);
            let first = Error::refused("grants.others_first").with("grant", &own.name);
            return Ok(Some(first.with("other", &other.name).with("left", left)));
        }
    }
    Ok(None)
}

/// 精算払: money that comes in the first three months may still be that of last year's grant of the same name.
fn last_year_awaits(view: &View, own: &Grant, on: Option<NaiveDate>, rules_of: RulesOf) -> Result<Option<Error>> {
    let until = own.fiscal_year.first_day() + Months::new(3);
    if on.is_none_or(|on| on >= until) {
        return Ok(None);
    }
    let all = awaited(view, own.fiscal_year, rules_of)?.into_iter();
    let same = all.into_iter().find(|(grant, amount)| grant.name == own.name && *amount > Yen(0));
    Ok(same.map(|(grant, amount)| {
        let told = Error::refused("grants.last_year_awaits").with("grant", year_and_name(&grant));
        told.with("amount", paper::Value::from(amount).shown(paper::Negative::White))
    }))
}

/// 交付金の残り: only an expense that is eligible uses it; of one that is to be split, what the cap lets pass.
fn grant(
    grant: &Grant,
    books: &Books,
    edition: &Edition,
    draft: &EntryDraft,
    charged: Yen,
    carried: Option<CarriedOver>,
) -> Result<Option<Measure>> {
    if draft.kind != EntryKind::Expense {
        return Ok(None);
    }
    let of = |books: &Books| GrantFigures::of(grant, books, edition.grant_rules(&grant.name), carried.clone());
    let before = of(books)?;
    let mut books = books.clone();
    let own = Entry::new(draft.kind, grant.fiscal_year.first_day(), PurseId::new(), charged);
    books.entries.push(Entry {
        grant_id: Some(grant.id),
        eligibility: draft.eligibility,
        activity_id: draft.activity_id,
        ..own
    });
    let used = of(&books)?.used_yen() - before.used_yen();
    Ok(Some(measure(grant.name.clone(), before.usable_yen(), before.used_yen(), used)))
}

fn measure(title: String, whole_yen: Yen, before_yen: Yen, amount: Yen) -> Measure {
    let after_yen = before_yen + amount;
    Measure { title, whole_yen, before_yen, after_yen, left_yen: whole_yen - after_yen }
}

/// 部会の予算の残り: what the budget's parts give it, against what was paid for it.
fn committee(shown: &Shown, draft: &EntryDraft, amount: Yen) -> Option<Measure> {
    let id = draft.committee_id.filter(|_| draft.kind == EntryKind::Expense)?;
    let given: Yen = shown.books.parts.iter().filter(|p| p.committee_id == Some(id)).map(|p| p.amount_yen).sum();
    let is_its = |e: &&Entry| e.kind == EntryKind::Expense && e.committee_id == Some(id);
    let paid: Yen = shown.books.entries.iter().filter(is_its).map(|e| e.amount_yen).sum();
    (given != Yen(0)).then(|| measure("部会の予算".to_owned(), given, paid, amount))
}

/// The purses of the entry, and the whole of each 会計 and 部会 behind them that has more than this one purse.
fn purses(shown: &Shown, draft: &EntryDraft, amount: Yen) -> Vec<PurseEffect> {
    let (Some(own), books) = (draft.purse_id, &shown.books) else { return vec![] };
    let shape = Entry { to_purse_id: draft.to_purse_id, ..Entry::new(draft.kind, NaiveDate::MIN, own, amount) };
    let of = |title: &str, ids: Vec<PurseId>| {
        let before_yen: Yen = ids.iter().map(|id| books.closing_of(*id)).sum();
        let change: Yen = ids.iter().map(|id| shape.effect_on(*id)).sum();
        PurseEffect { title: title.to_owned(), before_yen, after_yen: before_yen + change }
    };
    let is_touched = |p: &&Purse| p.id == own || (draft.kind == EntryKind::Transfer && Some(p.id) == draft.to_purse_id);
    let touched: Vec<&Purse> = books.purses.iter().filter(is_touched).collect();
    let mut all: Vec<PurseEffect> = touched.iter().map(|p| of(&p.name, vec![p.id])).collect();
    for fund in books.funds.iter().filter(|fund| touched.iter().any(|p| p.fund_id == Some(fund.id))) {
        let ids: Vec<PurseId> = books.purses.iter().filter(|p| p.fund_id == Some(fund.id)).map(|p| p.id).collect();
        all.extend((ids.len() > 1).then(|| of(&format!("{}の全体", fund.name), ids)));
    }
    all
}

fn advised(shown: &Shown, draft: &EntryDraft, edition: &Edition) -> Option<Advice> {
    // 繰出 has an item of the expenses and is none.
    if draft.kind != EntryKind::Expense {
        return None;
    }
    let item = shown.books.items.iter().find(|i| Some(i.id) == draft.item_id && i.side == Side::Expense)?;
    let grant = draft.grant_id.and_then(|id| shown.grants.get(&id));
    advice(edition, grant, item.label(), &draft.description)
}
