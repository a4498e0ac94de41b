//! What is known of the grants of a year on a day: the award, its steps, its figures, and what came over from the year before.

mod years;

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{CarriedOver, Grant, GrantFigures, GrantRules, GrantStep, Left, PaymentMode, RuleBook, Way, store};
use crate::Result;
use crate::accounts::{Books, Charge, Entry, EntryId, EntryKind, GrantId};
use crate::calendar::FiscalYear;
use crate::money::Yen;
use years::Years;

/// The rules of the edition that governs a year.
pub type RulesOf<'a> = &'a dyn Fn(FiscalYear) -> Result<RuleBook>;

/// The grants of a year on a day, and the books that they were reckoned from.
#[derive(Debug)]
pub struct Known {
    /// In the order in which they came.
    pub grants: Vec<KnownGrant>,
    /// The books up to that day.
    pub books: Books,
    /// What was charged without a receipt to grants that pay nothing without one: 対象外 in the books here.
    pub unreceipted: HashSet<EntryId>,
    /// What is still there of grants of earlier years, the oldest first; asked for by `with_left`.
    pub left: Vec<Left>,
    /// The expenses by which money of a grant went back to the city; asked for by `with_left`.
    pub given_back: Vec<(EntryId, GrantId)>,
}

/// One grant on a day.
#[derive(Debug)]
pub struct KnownGrant {
    /// As the city had decided by then.
    pub grant: Grant,
    /// Reckoned from the books up to then.
    pub figures: GrantFigures,
    /// Its steps up to then, in the order in which they came.
    pub steps: Vec<GrantStep>,
    /// The rules of the year; none where the profile has not even common ones.
    pub rules: Option<GrantRules>,
}

impl KnownGrant {
    /// Its way so far.
    pub fn way(&self) -> Way<'_> {
        Way { grant: &self.grant, steps: &self.steps, figures: &self.figures, payment: self.payment() }
    }

    /// How it is paid, as far as its rules say.
    pub fn payment(&self) -> Option<PaymentMode> {
        self.rules.as_ref().and_then(|rules| rules.payment)
    }
}

/// The grants of a year as they stood at the end of a day; without a day everything that was entered.
pub fn known(conn: &Connection, year: FiscalYear, rules_of: RulesOf, until: Option<NaiveDate>) -> Result<Known> {
    let rules = rules_of(year)?;
    let (books, unreceipted) = books_of(conn, year, &rules)?;
    let books = until.map_or_else(|| books.clone(), |day| books.until(day));
    let day = until.unwrap_or(NaiveDate::MAX);
    let mut steps = store::steps(conn, year)?;
    steps.retain(|step| step.happened_on <= day);
    let years = Years::new(conn, rules_of)?;
    let (own, later) = (years.own(&books), |grant: &Grant| years.later_yen(grant, |one| one.on <= day));
    let one = |grant: Grant| {
        let grant = grant.until(day, &steps);
        let rules = rules.of(&grant.name).cloned();
        let figures = GrantFigures::of(&grant, &own, rules.as_ref(), years.carried_over(&grant)?)?;
        let figures = figures.with_later(later(&grant)).with_refunds(&refunds(&grant, &steps));
        let steps = steps.iter().filter(|step| step.grant_id == grant.id).cloned().collect();
        Ok(KnownGrant { grant, figures, steps, rules })
    };
    let grants = store::grants(conn, year)?.into_iter().map(one).collect::<Result<_>>()?;
    Ok(Known { grants, books, unreceipted, left: Vec::new(), given_back: Vec::new() })
}

/// What the year before left of the grant of the same name, where its rules let it stay. The year before is reckoned with what
/// came over to it, and so on back to the first one.
pub fn carried_over(conn: &Connection, grant: &Grant, rules_of: RulesOf) -> Result<Option<CarriedOver>> {
    Years::new(conn, rules_of)?.carried_over(grant)
}

/// The books as the grants of their year see them: money that came late for earlier grants is no other grant's.
pub fn own_books(conn: &Connection, books: &Books, rules_of: RulesOf) -> Result<Books> {
    Ok(Years::new(conn, rules_of)?.own(books).into_owned())
}

/// The grants of the year before of which money is still to come, and how much; and those of which some came in this year.
pub fn awaited(conn: &Connection, year: FiscalYear, rules_of: RulesOf) -> Result<Vec<(Grant, Yen)>> {
    let years = Years::new(conn, rules_of)?;
    let came = |grant: &Grant| years.later.iter().any(|one| one.grant_id == grant.id && one.year == year);
    let mut found = Vec::new();
    for grant in store::grants(conn, year.previous())? {
        let awaited = years.settled(&grant, year.next())?.additional_yen();
        if awaited > Yen(0) || came(&grant) {
            found.push((grant, awaited));
        }
    }
    Ok(found)
}

/// What was told as given back of a grant.
fn refunds(grant: &Grant, steps: &[GrantStep]) -> Vec<Option<Yen>> {
    steps.iter().filter(|step| step.grant_id == grant.id && step.is_done_refund()).map(|step| step.amount_yen).collect()
}

/// The expenses of own funds by which a 返還 may have been paid that stands in the book already: of its amount, and paid within a
/// month of its day; in the book of that day's year or, paid late, of the year before. A closed year says what it says.
pub fn refund_entries(conn: &Connection, step: &GrantStep) -> Result<Vec<Entry>> {
    let year = FiscalYear::of(step.happened_on);
    let taken: HashSet<EntryId> = store::paid_entries(conn)?.into_iter().collect();
    let is_near = |entry: &Entry| (entry.entered_on - step.happened_on).num_days().abs() <= 30;
    let is_it = |entry: &&Entry| {
        entry.kind == EntryKind::Expense
            && entry.grant_id.is_none()
            && Some(entry.amount_yen) == step.amount_yen
            && is_near(entry)
            && !taken.contains(&entry.id)
    };
    let mut found = Vec::new();
    let closed = crate::accounts::store::closed_years(conn)?;
    for year in [year.previous(), year, year.next()].into_iter().filter(|year| !closed.contains(year)) {
        found.extend(Books::load(conn, year)?.standing().filter(is_it).cloned());
    }
    Ok(found)
}

/// The grants of a year that pay nothing without a receipt.
pub fn strict(conn: &Connection, year: FiscalYear, rules: &RuleBook) -> Result<HashSet<GrantId>> {
    let is_strict = |grant: &Grant| rules.of(&grant.name).is_some_and(|rules| rules.needs_receipt);
    Ok(store::grants(conn, year)?.into_iter().filter(is_strict).map(|grant| grant.id).collect())
}

/// The books in which an entry whose item bears the name of a 事業 is of that 事業, as 事業別決算書 reads them, too, and nothing is
/// charged that its grant does not pay for want of a receipt; and what that is.
pub(super) fn books_of(conn: &Connection, year: FiscalYear, rules: &RuleBook) -> Result<(Books, HashSet<EntryId>)> {
    let mut books = Books::load(conn, year)?;
    Charge::load(conn, &books)?.name_activities(&mut books.entries);
    let unreceipted = books.judge_by_receipts(&strict(conn, year, rules)?);
    Ok((books, unreceipted))
}
