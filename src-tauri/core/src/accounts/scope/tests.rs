//! 1,000 random years: every part adds up to the whole, and every total is the plain sum of the entries.

use chrono::{Days, NaiveDate};

use super::*;
use crate::accounts::{
    AccountItem, BudgetChange, BudgetChangeId, BudgetLine, BudgetLineId, BudgetRevision, BudgetRevisionId, EntryId,
    Fund, FundKind, Opening, OpeningId, PurseKind, Reallocation, ReallocationId, ReallocationKind, SettledLine, Side,
};
use crate::calendar::FiscalYear;
use crate::money::Yen;
use crate::roster::OrganisationId;

const YEAR: FiscalYear = FiscalYear(2025);
pub const YEARS: u64 = 1_000;

pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
    pub fn yen(&mut self) -> Yen {
        Yen(1 + self.below(900_000) as i64)
    }
    pub fn day(&mut self) -> NaiveDate {
        YEAR.first_day().checked_add_days(Days::new(self.below(365) as u64)).unwrap()
    }
    /// A day on which something of the year may be paid although it lies outside.
    fn outside(&mut self) -> NaiveDate {
        let (early, late) = (YEAR.first_day() - chrono::Months::new(3), YEAR.last_day() + Days::new(1));
        let (from, days) = *self.pick(&[(early, 90), (late, 61)]);
        from + Days::new(self.below(days) as u64)
    }
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Up to three 会計, each with a carry-over, three items a side and up to three purses, some of them of 部会.
fn chart(dice: &mut Dice) -> Books {
    let mut books = Books::empty(YEAR);
    let committees = [OrganisationId::new(), OrganisationId::new()];
    for n in 0..=dice.below(3) {
        let fund_id = (n > 0).then(FundId::new);
        books.funds.extend(fund_id.map(|id| Fund {
            id,
            name: format!("会計{n}"),
            kind: FundKind::Special,
            purpose: String::new(),
            target_yen: None,
            until_year: None,
            is_closed: false,
            position: 0,
            version: 1,
        }));
        for (side, kou) in [
            (Side::Income, "前年度繰越金"),
            (Side::Income, "会費"),
            (Side::Income, "繰入金"),
            (Side::Expense, "消耗品費"),
            (Side::Expense, "会議費"),
            (Side::Expense, "繰出金"),
        ] {
            books.items.push(AccountItem { fund_id, ..AccountItem::new(side, "", kou) });
        }
        for at in 0..=dice.below(3) {
            let committee_id = (at > 0 && dice.below(2) == 0).then(|| *dice.pick(&committees));
            let purse = Purse { fund_id, committee_id, ..Purse::new(&format!("{n}-{at}"), PurseKind::Bank) };
            books.openings.push(Opening {
                id: OpeningId::new(),
                purse_id: purse.id,
                fiscal_year: YEAR,
                amount_yen: dice.yen(),
            });
            books.purses.push(purse);
        }
    }
    books
}

fn item(books: &Books, dice: &mut Dice, side: Side, fund: Option<FundId>) -> Option<crate::accounts::AccountItemId> {
    let of: Vec<_> =
        books.items.iter().filter(|item| (item.side, item.fund_id) == (side, fund)).map(|item| item.id).collect();
    Some(*dice.pick(&of))
}

fn entry(books: &Books, dice: &mut Dice) -> Entry {
    let purse = dice.pick(&books.purses).clone();
    let kind = *dice.pick(&[EntryKind::Income, EntryKind::Expense, EntryKind::Expense, EntryKind::Transfer]);
    let blank = Entry { fiscal_year: YEAR, ..Entry::new(kind, dice.day(), purse.id, dice.yen()) };
    let Some(side) = kind.side() else {
        let to = dice.pick(&books.purses).clone();
        let is_across = to.fund_id != purse.fund_id;
        let item_id = if is_across { item(books, dice, Side::Expense, purse.fund_id) } else { None };
        let to_item_id = if is_across { item(books, dice, Side::Income, to.fund_id) } else { None };
        return Entry { to_purse_id: Some(to.id), item_id, to_item_id, ..blank };
    };
    let entered_on = if dice.below(6) == 0 { dice.outside() } else { blank.entered_on };
    Entry { item_id: item(books, dice, side, purse.fund_id), entered_on, ..blank }
}

/// What the next year pays ahead and what the year before still owed, within this year.
fn crossing(books: &Books, dice: &mut Dice) -> Vec<Entry> {
    let mut all = Vec::new();
    for _ in 0..dice.below(6) {
        let (year, from, days) =
            *dice.pick(&[(YEAR.next(), YEAR.last_day() - Days::new(89), 90), (YEAR.previous(), YEAR.first_day(), 61)]);
        let kind = *dice.pick(&[EntryKind::Income, EntryKind::Expense]);
        let day = from + Days::new(dice.below(days) as u64);
        let purse = dice.pick(&books.purses).id;
        all.push(Entry { fiscal_year: year, ..Entry::new(kind, day, purse, dice.yen()) });
    }
    all
}

/// A year of up to three 会計 with entries, some taken back, a budget, revisions and 流用.
pub fn random_year(dice: &mut Dice) -> Books {
    let mut books = chart(dice);
    for _ in 0..dice.below(60) {
        let new = entry(&books, dice);
        if dice.below(8) == 0 {
            let back = Entry { id: EntryId::new(), amount_yen: -new.amount_yen, voids_id: Some(new.id), ..new.clone() };
            books.entries.push(back);
        }
        books.entries.push(new);
    }
    books.crossing = crossing(&books, dice);
    for item in books.items.clone() {
        if dice.below(3) > 0 {
            books.budget.push(BudgetLine {
                id: BudgetLineId::new(),
                fiscal_year: YEAR,
                item_id: item.id,
                amount_yen: dice.yen(),
                previous_yen: None,
                note: String::new(),
                position: 0,
                version: 1,
            });
        }
    }
    books.revisions = revisions(&books, dice);
    books.reallocations = reallocations(&books, dice);
    books
}

fn revisions(books: &Books, dice: &mut Dice) -> Vec<BudgetRevision> {
    let change = |dice: &mut Dice| BudgetChange {
        id: BudgetChangeId::new(),
        item_id: dice.pick(&books.items).id,
        amount_yen: dice.yen(),
        note: String::new(),
    };
    let revision = |number, dice: &mut Dice| BudgetRevision {
        id: BudgetRevisionId::new(),
        fiscal_year: YEAR,
        number,
        decided_on: (dice.below(2) == 0).then(|| dice.day()),
        decided_by: String::new(),
        reason: String::new(),
        changes: (0..dice.below(4)).map(|_| change(dice)).collect(),
        version: 1,
    };
    (1..=dice.below(3) as i64).map(|number| revision(number, dice)).collect()
}

fn reallocations(books: &Books, dice: &mut Dice) -> Vec<Reallocation> {
    let of: Vec<_> = books.items.iter().filter(|item| item.side == Side::Expense).collect();
    let moved = |dice: &mut Dice| {
        let from = *dice.pick(&of);
        let inside: Vec<_> = of.iter().filter(|item| item.fund_id == from.fund_id).collect();
        Reallocation {
            id: ReallocationId::new(),
            fiscal_year: YEAR,
            kind: ReallocationKind::Reallocation,
            moved_on: dice.day(),
            from_item_id: from.id,
            to_item_id: dice.pick(&inside).id,
            amount_yen: dice.yen(),
            reason: String::new(),
            decided_by: String::new(),
            version: 1,
        }
    };
    (0..dice.below(4)).map(|_| moved(dice)).collect()
}

fn total(lines: &[SettledLine], of: fn(&SettledLine) -> Yen) -> Yen {
    lines.iter().map(of).sum()
}

fn funds(books: &Books) -> Vec<Books> {
    std::iter::once(None).chain(books.funds.iter().map(|fund| Some(fund.id))).map(|fund| books.of_fund(fund)).collect()
}

#[test]
fn the_parts_of_a_random_year_add_up_to_the_whole() {
    let mut dice = Dice(2025);
    for n in 0..YEARS {
        let whole = random_year(&mut dice);
        let parts = funds(&whole);
        let sum = |of: &dyn Fn(&Books) -> Yen| parts.iter().map(of).sum::<Yen>();
        let fund_of = |id| whole.purses.iter().find(|purse| purse.id == id).unwrap().fund_id;
        let across: Yen = whole
            .entries
            .iter()
            .filter(|e| e.to_purse_id.is_some_and(|to| fund_of(to) != fund_of(e.purse_id)))
            .map(|e| e.amount_yen)
            .sum();
        for side in [Side::Income, Side::Expense] {
            assert_eq!(sum(&|part| part.total_yen(side)), whole.total_yen(side) + across, "year {n}: {side:?}");
        }
        assert_eq!(sum(&Books::carry_over_yen), whole.carry_over_yen(), "year {n}: nothing is lost or counted twice");
        let held: Yen = whole.purses.iter().map(|purse| whole.closing_of(purse.id)).sum();
        assert_eq!(whole.carry_over_yen(), held, "year {n}: 次年度繰越金 is what lies in the purses");
        for part in &parts {
            let lines = [Side::Income, Side::Expense].map(|side| part.settled_lines(side));
            let settled = lines.each_ref().map(|lines| total(lines, |line| line.settled_yen));
            let income = part.opening_yen() + part.total_yen(Side::Income);
            assert_eq!(
                settled,
                [income, part.total_yen(Side::Expense)],
                "year {n}: the lines of a paper and the entries"
            );
            assert_eq!(settled[0] - settled[1], part.carry_over_yen(), "year {n}");
            let moved = total(&lines[1], |line| line.moved_yen);
            assert_eq!(moved, Yen(0), "year {n}: 流用 moves money and makes none");
        }
        let budget = |books: &Books, side| total(&books.settled_lines(side), SettledLine::budget_yen);
        for side in [Side::Income, Side::Expense] {
            assert_eq!(sum(&|part| budget(part, side)), budget(&whole, side), "year {n}: the budget");
        }
    }
}

#[test]
fn the_book_of_a_committee_closes_on_what_it_holds_and_a_day_on_what_was_there() {
    let mut dice = Dice(7);
    for n in 0..YEARS {
        let whole = random_year(&mut dice);
        let mut committees: Vec<_> = whole.purses.iter().filter_map(|purse| purse.committee_id).collect();
        committees.sort_unstable();
        committees.dedup();
        for committee in committees {
            let own = whole.of_committee(committee);
            let held: Yen = own.purses.iter().map(|purse| whole.closing_of(purse.id)).sum();
            assert_eq!(own.carry_over_yen(), held, "year {n}");
        }
        let day = dice.day();
        let interim = whole.until(day);
        for purse in &whole.purses {
            assert_eq!(interim.closing_of(purse.id), whole.booked_on(purse.id, day), "year {n} on {day}");
            assert_eq!(interim.balance_on(purse.id, day), whole.balance_on(purse.id, day), "year {n} on {day}");
        }
        let again = {
            let mut shuffled = whole.clone();
            shuffled.entries.reverse();
            shuffled.budget.reverse();
            shuffled
        };
        assert_eq!(again.ledger_hash(), whole.ledger_hash(), "year {n}: the order of reading says nothing");
        let mut altered = whole.clone();
        if let Some(entry) = altered.entries.first_mut() {
            entry.amount_yen += Yen(1);
            assert_ne!(altered.ledger_hash(), whole.ledger_hash(), "year {n}: one yen");
        }
    }
}
