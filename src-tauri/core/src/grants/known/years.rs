//! 前の年度: the grants of earlier years as they were settled, and what of them is still there. Each year is read once, however
//! often it is asked about.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Known, books_of};
use crate::Result;
use crate::accounts::Books;
use crate::calendar::FiscalYear;
use crate::grants::sources::{gone_yen, rest_rule};
use crate::grants::store::{self, Repaid};
use crate::grants::{CarriedOver, Grant, GrantFigures, GrantRules, GrantStep, Left, RuleBook, RulesOf};
use crate::money::Yen;

/// Years that were asked about.
pub(super) struct Years<'a> {
    conn: &'a Connection,
    rules_of: RulesOf<'a>,
    rules: RefCell<BTreeMap<FiscalYear, Rc<RuleBook>>>,
    read: RefCell<BTreeMap<FiscalYear, Rc<Read>>>,
}

impl Known {
    /// The same with what is still there of the grants of earlier years, however long ago, and what went back to the city.
    pub fn with_left(mut self, conn: &Connection, rules_of: RulesOf) -> Result<Known> {
        let (year, years, repaid) = (self.books.year, Years::new(conn, rules_of), store::repaid(conn)?);
        let mut earlier = store::all_grants(conn)?;
        earlier.retain(|grant| grant.fiscal_year < year);
        earlier.sort_by_key(|grant| grant.fiscal_year);
        let left = earlier.into_iter().map(|grant| years.left(grant, year, &repaid));
        self.left = left.filter_map(Result::transpose).collect::<Result<_>>()?;
        self.given_back = repaid.into_iter().map(|one| (one.entry_id, one.grant_id)).collect();
        Ok(self)
    }
}

/// All that was entered of a year.
struct Read {
    books: Books,
    steps: Vec<GrantStep>,
}

impl<'a> Years<'a> {
    pub fn new(conn: &'a Connection, rules_of: RulesOf<'a>) -> Years<'a> {
        Years { conn, rules_of, rules: RefCell::default(), read: RefCell::default() }
    }

    /// What the year before left of the grant of the same name, where its rules let it stay. The year before is reckoned with
    /// what came over to it, and so on back to the first one.
    pub fn carried_over(&self, grant: &Grant) -> Result<Option<CarriedOver>> {
        let Some(before) = self.named(grant.fiscal_year.previous(), &grant.name)? else { return Ok(None) };
        let stays = self.rules(before.fiscal_year)?.of(&before.name).is_some_and(|rules| rules.carry_over().stays());
        if stays { Ok(self.settled(&before)?.carried_on()) } else { Ok(None) }
    }

    /// What is still there of a grant when a later year begins: what has not gone back by then, and what stays and no grant of
    /// the same name took over.
    pub fn left(&self, grant: Grant, begins: FiscalYear, repaid: &[Repaid]) -> Result<Option<Left>> {
        let has_heir = self.named(grant.fiscal_year.next(), &grant.name)?.is_some();
        let book = self.rules(grant.fiscal_year)?;
        let rules = book.of(&grant.name);
        let is_endless = |rules: &GrantRules| rules.carry_over().stays() && rules.reserve_years.is_none();
        if has_heir && rules.is_some_and(is_endless) {
            return Ok(None);
        }
        let (figures, read) = (self.settled(&grant)?, self.of(grant.fiscal_year)?);
        let kept = if has_heir { Yen(0) } else { figures.kept_yen() };
        let is_gone =
            |step: &GrantStep| repaid.iter().any(|one| step.entry_id == Some(one.entry_id) && one.year < begins);
        let whole = figures.refund_yen() + kept;
        let amount_yen = whole - gone_yen(grant.id, &read.steps, whole, is_gone);
        let beyond = if has_heir { Yen(0) } else { figures.kept_beyond_yen(begins) };
        Ok((amount_yen > Yen(0)).then(|| Left {
            owed_yen: (amount_yen - beyond).max(Yen(0)),
            is_unbooked: read.steps.iter().any(|step| step.grant_id == grant.id && step.is_unbooked()),
            carry_over: figures.carry_over,
            rule: rest_rule(rules),
            amount_yen,
            grant,
        }))
    }

    /// The figures of a grant, with all that was entered of it.
    fn settled(&self, grant: &Grant) -> Result<GrantFigures> {
        let (read, carried) = (self.of(grant.fiscal_year)?, self.carried_over(grant)?);
        let told = grant.until(NaiveDate::MAX, &read.steps);
        GrantFigures::of(&told, &read.books, self.rules(grant.fiscal_year)?.of(&grant.name), carried)
    }

    fn rules(&self, year: FiscalYear) -> Result<Rc<RuleBook>> {
        if let Some(rules) = self.rules.borrow().get(&year) {
            return Ok(Rc::clone(rules));
        }
        let rules = Rc::new((self.rules_of)(year)?);
        self.rules.borrow_mut().insert(year, Rc::clone(&rules));
        Ok(rules)
    }

    fn of(&self, year: FiscalYear) -> Result<Rc<Read>> {
        if let Some(read) = self.read.borrow().get(&year) {
            return Ok(Rc::clone(read));
        }
        let rules = self.rules(year)?;
        let (books, _) = books_of(self.conn, year, &rules)?;
        let read = Rc::new(Read { books, steps: store::steps(self.conn, year)? });
        self.read.borrow_mut().insert(year, Rc::clone(&read));
        Ok(read)
    }

    fn named(&self, year: FiscalYear, name: &str) -> Result<Option<Grant>> {
        Ok(store::grants(self.conn, year)?.into_iter().find(|one| one.name == name))
    }
}
