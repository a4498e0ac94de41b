//! What the grants state. The list holds all of them; single facts are those of the grant in front, at first the year's first.

mod asked;
mod changed;
mod sources;

use std::collections::HashSet;

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::{Grant, Known, KnownGrant, PaperState, RulesOf, known};
use crate::Result;
use crate::accounts::{Books, Eligibility, Entry, EntryId, EntryKind, GrantId, SettledLine, Side};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::formula::Step;
use crate::money::Yen;

/// States `grant.*` for one year, settled by the rules of the city, and `by_source.*`: what a grant does not pay in the end is
/// 自主財源.
pub fn facts(conn: &Connection, year: FiscalYear, rules_of: RulesOf) -> Result<Facts> {
    Ok(reckoned(&known(conn, year, rules_of, None)?.with_left(conn, rules_of)?))
}

/// States all that is reckoned from what is known of the grants.
pub(crate) fn reckoned(known: &Known) -> Facts {
    let rows = known.grants.iter().map(|one| {
        let mut row = grant_row(one);
        row.extend(asked::asked(one));
        row.extend(asked::paid(one.payment()));
        row.extend(asked::planned(&one.grant, &known.books));
        row.extend(changed::changed(one, &known.books));
        row.extend(lines(&one.grant, &known.books));
        row.insert("items".into(), Fact::List(items(&one.grant, &known.books)));
        row
    });
    let mut facts = Facts::default();
    sources::state(&mut facts, known);
    facts.state_list("grant.all", rows.collect());
    facts.state_list("grants.papers", known.grants.iter().flat_map(papers).collect());
    put_in_front(&mut facts, None);
    facts
}

/// States `grant.*` without what each paid one by one: what home shows.
pub fn figures(known: &Known) -> Facts {
    let mut facts = Facts::default();
    facts.state_list("grant.all", known.grants.iter().map(grant_row).collect());
    put_in_front(&mut facts, None);
    facts
}

/// What the city wants of a grant, with its day and the day on which it was filed.
fn papers(one: &KnownGrant) -> Vec<FactRow> {
    let rules = one.rules.as_ref().map_or(&[][..], |rules| &rules.papers);
    let date = |day: Option<NaiveDate>| day.map_or(Value::Blank, Value::Date);
    let paper_row = |paper: PaperState| {
        row([
            ("grant", words(&one.grant.name)),
            ("title", words(&paper.rule.title)),
            ("due_on", date(paper.due_on).into()),
            ("filed_on", date(paper.filed_on).into()),
        ])
    };
    one.way().papers(rules, one.grant.fiscal_year.last_day()).into_iter().map(paper_row).collect()
}

/// States `grant.*` of one grant of the list; of the first one where none is named, blank where there is none.
pub fn put_in_front(facts: &mut Facts, id: Option<GrantId>) {
    let all = facts.list("grant.all");
    let is_it = |row: &&FactRow| id.is_none_or(|id| row.get("id") == Some(&words(&id.to_string())));
    let row = all.iter().find(is_it).cloned().unwrap_or_else(unknown);
    facts.extend(row.into_iter().map(|(name, fact)| (format!("grant.{name}").into(), fact)).collect());
}

/// What a grant pays.
fn charged<'a>(grant: &'a Grant, books: &'a Books) -> impl Iterator<Item = &'a Entry> {
    books.entries.iter().filter(|e| {
        e.kind == EntryKind::Expense && e.grant_id == Some(grant.id) && e.eligibility == Some(Eligibility::Eligible)
    })
}

/// The 科目 that the grant pays, with its entries one by one.
fn items(grant: &Grant, books: &Books) -> Vec<FactRow> {
    let entry = |e: &Entry| {
        row([
            ("voucher_no", e.voucher_no.map_or(Value::Blank, Value::Count).into()),
            ("receipt_no", words(&books.receipt_no(e.id))),
            ("entered_on", Value::Date(e.entered_on).into()),
            ("description", words(&e.description)),
            ("counterparty", words(&e.counterparty)),
            ("amount_yen", e.amount_yen.fact()),
        ])
    };
    let standing: HashSet<EntryId> = books.standing().map(|e| e.id).collect();
    let of_line = |line: SettledLine| {
        // What was taken back stands with what takes it back: neither has a receipt to be shown.
        let own: Vec<&Entry> =
            charged(grant, books).filter(|e| e.item_id == Some(line.item.id) && standing.contains(&e.id)).collect();
        let total: Yen = own.iter().map(|e| e.amount_yen).sum();
        let entries = own.iter().map(|e| entry(e)).collect::<Vec<_>>();
        (!entries.is_empty()).then(|| {
            row([("item", words(line.item.label())), ("total_yen", total.fact()), ("entries", Fact::List(entries))])
        })
    };
    books.settled_lines(Side::Expense).into_iter().filter_map(of_line).collect()
}

/// The lines of the settlement of 一般会計, and those of other 会計 that the grant pays, with what it paid of each; and their sum.
/// What goes from one 会計 to another is spent there, and counted there.
fn lines(grant: &Grant, books: &Books) -> FactRow {
    let granted =
        |item| -> Yen { charged(grant, books).filter(|e| e.item_id == Some(item)).map(|e| e.amount_yen).sum() };
    let is_listed = |line: &SettledLine| granted(line.item.id) != Yen(0) || !books.is_internal(line.item.id);
    let lines = books.settled_lines(Side::Expense).into_iter().filter(is_listed);
    let (mut all, mut others): (Vec<_>, Vec<_>) = lines.partition(|line| line.item.fund_id.is_none());
    others.retain(|line| granted(line.item.id) != Yen(0));
    all.extend(others);
    let row_of = |line: &SettledLine| {
        row([
            ("item", words(line.item.label())),
            ("settled_yen", line.settled_yen.fact()),
            ("granted_yen", granted(line.item.id).fact()),
        ])
    };
    let settled: Yen = all.iter().map(|line| line.settled_yen).sum();
    row([("settled_yen", settled.fact()), ("lines", Fact::List(all.iter().map(row_of).collect()))])
}

fn grant_row(known: &KnownGrant) -> FactRow {
    let (KnownGrant { grant, figures, .. }, way) = (known, known.way());
    let repaid = Some(way.repaid_yen()).filter(|yen| *yen != Yen(0));
    let unbooked = Some(way.refunded_yen() - way.repaid_yen()).filter(|yen| *yen != Yen(0));
    let expired = Some(figures.expired_yen()).filter(|yen| *yen != Yen(0));
    let over_rest = Some(figures.over_rest_yen()).filter(|yen| *yen != Yen(0) && figures.carry_over.stays());
    let unreceived = Some(figures.unreceived_yen()).filter(|yen| *yen != Yen(0));
    let over_received = Some(figures.over_received_yen()).filter(|yen| *yen != Yen(0));
    let steps = figures.steps().into_iter().map(step_row);
    // Nothing of a grant that was decided is a figure; of one that was not, nobody asks.
    let received = Some(figures.received_yen).filter(|yen| *yen != Yen(0) || grant.decided_yen.is_some());
    row([
        ("id", words(&grant.id.to_string())),
        ("name", Value::text(&grant.name).into()),
        ("decided_yen", grant.decided_yen.map_or(Value::Blank, Value::from).into()),
        ("decided_on", grant.decided_on.map_or(Value::Blank, Value::Date).into()),
        ("decision_no", Value::text(&grant.decision_no).into()),
        ("received_yen", received.map_or(Value::Blank, Value::from).into()),
        ("fixed_yen", figures.fixed_yen.fact()),
        ("eligible_yen", figures.eligible_yen.fact()),
        ("allocated_yen", figures.allocated_yen.fact()),
        ("excess_yen", figures.excess_yen().fact()),
        ("refund_yen", figures.refund_yen().fact()),
        ("refunded_yen", repaid.map_or(Value::Blank, Value::from).into()),
        ("refunded_on", way.repaid_on().map_or(Value::Blank, Value::Date).into()),
        ("unbooked_yen", unbooked.map_or(Value::Blank, Value::from).into()),
        ("unreceived_yen", unreceived.map_or(Value::Blank, Value::from).into()),
        ("over_received_yen", over_received.map_or(Value::Blank, Value::from).into()),
        ("additional_yen", figures.additional_yen().fact()),
        ("left_yen", grant.decided_yen.map_or(Value::Blank, |_| figures.left_yen().into()).into()),
        ("carried_yen", (figures.reserved_yen() + figures.deducted_yen()).fact()),
        ("kept_yen", figures.kept_yen().fact()),
        ("expired_yen", expired.map_or(Value::Blank, Value::from).into()),
        ("over_rest_yen", over_rest.map_or(Value::Blank, Value::from).into()),
        ("rest_label", words(figures.rest_label())),
        ("rest_plan", words(figures.rest_plan())),
        ("rest_yen", figures.rest_yen().fact()),
        ("steps", Fact::List(steps.collect())),
    ])
}

fn step_row(s: Step) -> FactRow {
    row([
        ("mark", words(&s.mark)),
        ("label", words(&s.label)),
        ("how", words(&s.how)),
        ("amount_yen", s.amount_yen.fact()),
    ])
}

/// A row of which nothing is known, for a year without a grant.
fn unknown() -> FactRow {
    const ONE: [&str; 47] = [
        "id",
        "name",
        "decided_yen",
        "decided_on",
        "decision_no",
        "received_yen",
        "fixed_yen",
        "eligible_yen",
        "allocated_yen",
        "excess_yen",
        "refund_yen",
        "refunded_yen",
        "refunded_on",
        "unbooked_yen",
        "unreceived_yen",
        "over_received_yen",
        "additional_yen",
        "left_yen",
        "carried_yen",
        "kept_yen",
        "expired_yen",
        "over_rest_yen",
        "rest_label",
        "rest_plan",
        "rest_yen",
        "told_yen",
        "settled_yen",
        "applied_yen",
        "basis_title",
        "planned_yen",
        "unplanned_yen",
        "claim_nth",
        "claim_yen",
        "claim_left_yen",
        "change_yen",
        "change_difference_yen",
        "agreed_on",
        "is_changed",
        "is_unchanged",
        "changed_income_before_yen",
        "changed_income_after_yen",
        "changed_income_change_yen",
        "changed_income_settled_yen",
        "changed_expense_before_yen",
        "changed_expense_after_yen",
        "changed_expense_change_yen",
        "changed_expense_settled_yen",
    ];
    const LISTS: [&str; 7] = ["basis", "steps", "lines", "items", "claims", "changed_income", "changed_expense"];
    let blank = ONE.into_iter().map(|name| (name.into(), Fact::One(Value::Blank)));
    blank.chain(asked::paid(None)).chain(LISTS.map(|name| (name.into(), Fact::List(Vec::new())))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{AccountItem, Bearing, Borne, Purse, PurseKind};
    use crate::grants::GrantFigures;

    const YEAR: FiscalYear = FiscalYear(2025);

    /// Small numbers that look thrown; the same ones every time.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, n: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % n
        }
    }

    fn award(id: GrantId, decided: i64) -> Grant {
        Grant {
            id,
            fiscal_year: YEAR,
            name: "補助金".into(),
            decided_yen: Some(Yen(decided)),
            decided_on: None,
            decision_no: String::new(),
            fixed_yen: None,
        }
    }

    /// The total of 経費内訳表: that of its tables, each the sum of its entries.
    fn broken_down(grant: &Grant, books: &Books) -> i64 {
        let yen = |row: &FactRow, name: &str| Facts::from(row.clone()).number(name).unwrap_or_default();
        let mut whole = 0;
        for table in items(grant, books) {
            let Some(Fact::List(entries)) = table.get("entries") else { panic!("{table:?}") };
            assert_eq!(entries.iter().map(|row| yen(row, "amount_yen")).sum::<i64>(), yen(&table, "total_yen"));
            whole += yen(&table, "total_yen");
        }
        whole
    }

    #[test]
    fn the_settlements_of_1000_random_years_sum_their_lines_and_own_funds_bear_the_rest() {
        let mut dice = Dice(71);
        let verdicts = [None, Some(Eligibility::Eligible), Some(Eligibility::Ineligible), Some(Eligibility::Unclear)];
        for n in 0..1_000 {
            let items = ["会議費", "印刷費", "消耗品費"].map(|kou| AccountItem::new(Side::Expense, "事務費", kou));
            let grants = [GrantId::new(), GrantId::new()].map(|id| award(id, 1 + dice.below(900_000) as i64));
            let purses = vec![Purse::new("普通預金", PurseKind::Bank)];
            let entry = |dice: &mut Dice| Entry {
                item_id: Some(items[dice.below(3)].id),
                grant_id: grants.get(dice.below(3)).map(|grant| grant.id),
                eligibility: verdicts[dice.below(4)],
                ..Entry::new(EntryKind::Expense, YEAR.first_day(), purses[0].id, Yen(1 + dice.below(200_000) as i64))
            };
            let mut entries: Vec<Entry> = (0..dice.below(12)).map(|_| entry(&mut dice)).collect();
            if let Some(first) = entries.first().cloned().filter(|_| dice.below(3) == 0) {
                // Taken back: it stands twice and sums to nothing.
                let back =
                    Entry { id: EntryId::new(), amount_yen: -first.amount_yen, voids_id: Some(first.id), ..first };
                entries.push(back);
            }
            let books = Books { items: items.to_vec(), entries, purses, ..Books::empty(YEAR) };
            let mut facts = Facts::default();
            let mut excess = Vec::new();
            for grant in &grants {
                let figures = GrantFigures::of(grant, &books, None, None).unwrap();
                let Some(Fact::List(lines)) = lines(grant, &books).remove("lines") else { panic!("a list") };
                let sum = |name: &str| -> i64 {
                    lines.iter().map(|line| Facts::from(line.clone()).number(name).unwrap_or_default()).sum()
                };
                assert_eq!(sum("granted_yen"), figures.allocated_yen.0, "year {n}: 充当額");
                assert_eq!(broken_down(grant, &books), figures.allocated_yen.0, "year {n}: 経費内訳表");
                assert_eq!(sum("settled_yen"), books.total_yen(Side::Expense).0, "year {n}: 決算額");
                assert_eq!(figures.fixed_yen + figures.excess_yen(), figures.allocated_yen, "year {n}");
                excess.push((grant.id, figures.excess_yen()));
            }
            let names = grants.iter().map(|grant| (grant.id, grant.id.to_string())).collect();
            let borne = |(grant_id, excess_yen): &(GrantId, Yen)| Borne {
                grant_id: *grant_id,
                opening_yen: Yen(0),
                excess_yen: *excess_yen,
            };
            let bearing = Bearing { grants: excess.iter().map(borne).collect(), ..Bearing::default() };
            crate::accounts::facts::state_sources(&mut facts, &books, &names, &bearing);
            for (grant, (_, over)) in grants.iter().zip(&excess) {
                let parts = facts.list("by_source.parts");
                let own = parts.iter().find(|part| part.get("name") == Some(&words(&grant.id.to_string())));
                let paid = own.and_then(|part| Facts::from(part.clone()).number("expense_yen")).unwrap_or_default();
                let charged = GrantFigures::of(grant, &books, None, None).unwrap().allocated_yen;
                assert_eq!(Yen(paid), charged - *over, "year {n}: no grant pays more than was decided");
                assert!(Some(Yen(paid)) <= grant.decided_yen, "year {n}");
            }
        }
    }
}
