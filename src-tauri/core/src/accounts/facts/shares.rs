//! 部会別・事業別・財源別決算, and the books of 部会 beside each other.

use std::collections::HashMap;
use std::hash::Hash;

use paper::Value;

use crate::accounts::{
    Bearing, BookShare, Books, Charge, Funding, GENERAL, GrantId, Remembered, Share, ShareLine, Side,
};
use crate::activities::ActivityId;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;
use crate::roster::OrganisationId;

/// States `by_committee.*`, `by_activity.*`, `committee_books.*` and `fund_books.*` of all 会計 together.
pub(super) fn state(facts: &mut Facts, books: &Books, around: Remembered, grants: &HashMap<GrantId, String>) {
    let charge = Charge::of(books, &around.activities, &around.fundings);
    let bodies = around.bodies.into_iter().collect();
    let lines: HashMap<ActivityId, String> =
        around.activities.into_iter().map(|activity| (activity.id, activity.name)).collect();
    let fundings = around.fundings.iter().map(|one| funding_row(one, &lines, books, grants));
    facts.state_list("by_activity.fundings", fundings.collect());
    let committees = books.by_committee(&charge);
    state_shares(facts, "by_committee", &committees, &Names::committees(&bodies));
    let of_activity = books.by_activity(&charge);
    state_shares(facts, "by_activity", &of_activity, &Names::activities(&lines));
    let books_of = Names { none: "事務局", ..Names::committees(&bodies) };
    state_books(facts, "committee_books", &books.committee_books(), &books_of);
    let funds = books.funds.iter().map(|fund| (fund.id, fund.name.clone())).collect();
    let general = Names { of: &funds, none: GENERAL, lost: "名前のない会計" };
    state_books(facts, "fund_books", &books.fund_books(), &general);
    facts.state("books.expense_budget_yen", books.expense_budget_yen());
}

fn funding_row(
    funding: &Funding,
    lines: &HashMap<ActivityId, String>,
    books: &Books,
    grants: &HashMap<GrantId, String>,
) -> FactRow {
    let item = books.items.iter().find(|item| Some(item.id) == funding.item_id);
    let grant = funding.grant_id.and_then(|id| grants.get(&id));
    row([
        ("name", words(lines.get(&funding.activity_id).map_or("", String::as_str))),
        ("item", words(item.map_or("", |item| item.label()))),
        ("grant", words(grant.map_or("", String::as_str))),
    ])
}

/// States `by_source.*` of all 会計 together, and returns what it stated. `grants` names the grants, `bearing` says what they bear
/// beside their entries. As long as the budget names no grant, nothing is planned by 財源: all of it would stand beside 自主財源,
/// every grant would seem to be overdrawn, and lines of which only a budget is known would stand there with 0 yen.
pub fn state_sources(
    facts: &mut Facts,
    books: &Books,
    grants: &HashMap<GrantId, String>,
    bearing: &Bearing,
) -> Vec<Share<GrantId>> {
    let shares = books.by_source(bearing);
    let is_planned = shares.iter().any(|share| share.key.is_some() && share.budget_yen() != Yen(0));
    state_shares(facts, "by_source", &shares, &Names::sources(grants));
    if !is_planned {
        let is_paid = |line: &ShareLine| line.settled_yen != Yen(0);
        facts.state_list("by_source.parts", share_rows(&shares, &Names::sources(grants), is_paid));
    }
    let only = |stands: bool| if stands { Value::text("財源ごとの予算") } else { Value::Blank };
    facts.state("by_source.planned", only(is_planned));
    facts.state("by_source.unplanned", only(!is_planned));
    shares
}

/// What parts are called.
pub(super) struct Names<'a, K> {
    of: &'a HashMap<K, String>,
    none: &'a str,
    lost: &'a str,
}

impl<'a> Names<'a, OrganisationId> {
    pub fn committees(of: &'a HashMap<OrganisationId, String>) -> Self {
        Names { of, none: "部会によらないもの", lost: "名簿にない部会" }
    }
}

impl<'a> Names<'a, ActivityId> {
    pub fn activities(of: &'a HashMap<ActivityId, String>) -> Self {
        Names { of, none: "事業によらないもの", lost: "名前のない事業" }
    }
}

impl<'a> Names<'a, GrantId> {
    pub fn sources(of: &'a HashMap<GrantId, String>) -> Self {
        Names { of, none: "自主財源", lost: "ほかの年度の交付金" }
    }
}

impl<'a, K: Eq + Hash> Names<'a, K> {
    pub fn name(&self, key: Option<&K>) -> &'a str {
        key.map_or(self.none, |key| self.of.get(key).map_or(self.lost, String::as_str))
    }
}

fn share_rows<K: Eq + Hash>(shares: &[Share<K>], names: &Names<K>, shows: fn(&ShareLine) -> bool) -> Vec<FactRow> {
    let row_of = |share: &Share<K>| {
        let lines = |side| share.lines.iter().filter(move |line| line.side == side && shows(line));
        let of_side = |side| Fact::List(lines(side).map(line_row).collect());
        let (income, expense, budget) =
            (share.total_yen(Side::Income), share.total_yen(Side::Expense), share.budget_yen());
        row([
            ("name", words(names.name(share.key.as_ref()))),
            ("opening_yen", share.opening_yen.fact()),
            ("income_yen", income.fact()),
            ("budget_yen", budget.fact()),
            ("expense_yen", expense.fact()),
            ("left_yen", (budget - expense).fact()),
            ("rest_yen", share.rest_yen().fact()),
            ("income", of_side(Side::Income)),
            ("expense", of_side(Side::Expense)),
        ])
    };
    shares.iter().map(row_of).collect()
}

fn state_shares<K: Eq + Hash>(facts: &mut Facts, area: &str, shares: &[Share<K>], names: &Names<K>) {
    let sum = |of: &dyn Fn(&Share<K>) -> Yen| shares.iter().map(of).sum::<Yen>();
    facts.state(format!("{area}.opening_yen"), sum(&|share| share.opening_yen));
    facts.state(format!("{area}.income_yen"), sum(&|share| share.total_yen(Side::Income)));
    facts.state(format!("{area}.budget_yen"), sum(&Share::budget_yen));
    facts.state(format!("{area}.expense_yen"), sum(&|share| share.total_yen(Side::Expense)));
    facts.state(format!("{area}.left_yen"), sum(&|share| share.budget_yen() - share.total_yen(Side::Expense)));
    facts.state(format!("{area}.rest_yen"), sum(&Share::rest_yen));
    facts.state_list(format!("{area}.parts"), share_rows(shares, names, |_| true));
}

fn line_row(line: &ShareLine) -> FactRow {
    let item = line.item.as_ref();
    row([
        ("kan", words(item.map_or("", |item| &item.kan))),
        ("item", words(item.map_or("（科目なし）", |item| item.label()))),
        ("budget_yen", line.budget_yen.fact()),
        ("settled_yen", line.settled_yen.fact()),
        ("left_yen", (line.budget_yen - line.settled_yen).fact()),
    ])
}

fn state_books<K: Copy + Eq + Hash>(facts: &mut Facts, area: &str, shares: &[BookShare<K>], names: &Names<K>) {
    type Column<K> = (&'static str, fn(&BookShare<K>) -> Yen);
    let columns: [Column<K>; 6] = [
        ("opening_yen", |share| share.opening_yen),
        ("income_yen", |share| share.income_yen),
        ("received_yen", |share| share.received_yen),
        ("expense_yen", |share| share.expense_yen),
        ("given_yen", |share| share.given_yen),
        ("closing_yen", BookShare::closing_yen),
    ];
    let row_of = |share: &BookShare<K>| {
        let mut stated = row([("name", words(names.name(share.key.as_ref())))]);
        stated.extend(columns.iter().map(|(name, of)| ((*name).into(), of(share).fact())));
        stated
    };
    for (name, of) in &columns {
        facts.state(format!("{area}.{name}"), shares.iter().map(of).sum::<Yen>());
    }
    facts.state_list(format!("{area}.parts"), shares.iter().map(row_of).collect());
}
