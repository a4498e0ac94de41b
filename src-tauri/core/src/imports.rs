//! 取り込みの七種類: what each kind offers, and the one way in which all of them run. Stands to the right of every concept.

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::RawBook;
use rusqlite::Connection;

use crate::accounts::Books;
use crate::accounts::apply::BookRules;
use crate::accounts::import::KnownBooks;
use crate::activities::import::KnownItem;
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping::Hints;
use crate::intake::plan::{Counts, Decision, ImportPlan, Plan, RowDecision, ShownCell, Verdict};
use crate::profile::Edition;
use crate::{Error, FiscalYear, Result, accounts, activities, enrolment, equipment, grants, roster};

/// What is read, and what is known before it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file as read.
    pub book: &'a RawBook,
    /// Its name, kept as the source of what it says.
    pub file: &'a str,
    /// Meanings of columns chosen now or before.
    pub hints: &'a Hints<'a>,
    /// The year of papers that do not name theirs.
    pub year: FiscalYear,
    /// The city: its name, which short addresses lack, and its rules.
    pub edition: &'a Edition,
    /// The day on which what rests is corrected.
    pub today: NaiveDate,
}

/// What the user decided about unsure rows.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// Row by row.
    pub decisions: &'a [RowDecision],
    /// For all others; none takes them as new.
    pub unsure: Option<Decision>,
}

/// One kind of import: planning, the words of a draft, writing.
trait Import {
    type Draft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>>;
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>);
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], source: &Source) -> Result<Counts>;
}

/// What a file would do; nothing is written.
pub fn preview(kind: Kind, conn: &Connection, source: &Source) -> Result<ImportPlan> {
    match kind {
        Kind::Roster => seen::<Roster>(conn, source),
        Kind::Associations => seen::<Associations>(conn, source),
        Kind::Budget => seen::<Budget>(conn, source),
        Kind::CashBook => seen::<CashBook>(conn, source),
        Kind::Activities => seen::<Activities>(conn, source),
        Kind::Households => seen::<Households>(conn, source),
        Kind::Equipment => seen::<Equipment>(conn, source),
        Kind::BankStatement => Err(of_a_purse()),
    }
}

/// Plans once more from the same reading, and writes the plan with the user's decisions.
pub fn apply(kind: Kind, tx: &Tx, source: &Source, choice: &Choice) -> Result<Counts> {
    match kind {
        Kind::Roster => written::<Roster>(tx, source, choice),
        Kind::Associations => written::<Associations>(tx, source, choice),
        Kind::Budget => written::<Budget>(tx, source, choice),
        Kind::CashBook => written::<CashBook>(tx, source, choice),
        Kind::Activities => written::<Activities>(tx, source, choice),
        Kind::Households => written::<Households>(tx, source, choice),
        Kind::Equipment => written::<Equipment>(tx, source, choice),
        Kind::BankStatement => Err(of_a_purse()),
    }
}

/// A bank statement is read beside the purse that it tells of (`accounts::bank`).
fn of_a_purse() -> Error {
    Error::refused("bank.of_a_purse")
}

fn seen<I: Import>(conn: &Connection, source: &Source) -> Result<ImportPlan> {
    let encoding = source.book.encoding.as_deref();
    Ok(I::plan(conn, source)?.view(source.file, encoding, I::show))
}

fn written<I: Import>(tx: &Tx, source: &Source, choice: &Choice) -> Result<Counts> {
    let plan = I::plan(tx, source)?;
    if plan.rows.is_empty() {
        return Err(nothing(&plan));
    }
    I::write(tx, &plan, &decided(&plan, choice), source)
}

/// Why a plan has nothing to write: what is wrong with the file, as far as it is known.
fn nothing<D>(plan: &Plan<D>) -> Error {
    let Some(issue) = plan.issues.iter().find(|issue| issue.code == "accounts.side_unknown") else {
        return Error::refused("intake.nothing_found").with("wanted", &plan.kind.fields().label);
    };
    let error = Error::refused(issue.code).with("sheet", &issue.place.sheet).with("cell", &issue.place.cell);
    issue.params.iter().fold(error, |error, (name, value)| error.with(name, value))
}

/// A decision for every unsure row.
fn decided<D>(plan: &Plan<D>, choice: &Choice) -> Vec<RowDecision> {
    let mut decisions = choice.decisions.to_vec();
    let Some(decision) = choice.unsure else { return decisions };
    for (index, row) in plan.rows.iter().enumerate().filter(|(_, row)| row.verdict == Verdict::Unsure) {
        if !choice.decisions.iter().any(|d| d.index == index) {
            let id = row.candidates.first().map(|c| c.id.clone());
            decisions.push(RowDecision { index, decision, id });
        }
    }
    decisions
}

/// 名簿
struct Roster;

impl Import for Roster {
    type Draft = roster::import::PersonDraft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>> {
        let stored = roster::apply::stored(conn, &source.edition.municipality.city)?;
        roster::import::plan(source.book, &stored, source.hints, source.year)
    }
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>) {
        roster::import::show(draft)
    }
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], source: &Source) -> Result<Counts> {
        roster::apply::apply_import(tx, plan, decisions, &source.edition.municipality.city)
    }
}

/// 自治会加入状況
struct Associations;

impl Import for Associations {
    type Draft = enrolment::import::AssociationDraft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>> {
        enrolment::import::plan(source.book, &enrolment::apply::stored(conn)?, source.hints, source.year)
    }
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>) {
        enrolment::import::show(draft)
    }
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], source: &Source) -> Result<Counts> {
        enrolment::apply::apply_import(tx, plan, decisions, source.file)
    }
}

/// 予算書
struct Budget;

impl Import for Budget {
    type Draft = accounts::import::BudgetDraft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>> {
        let paper = accounts::import::BudgetPaper::read(source.book, source.year, source.hints)?;
        let books = Books::load(conn, paper.year)?;
        Ok(paper.plan(&books))
    }
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>) {
        accounts::import::show_budget(draft)
    }
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], _source: &Source) -> Result<Counts> {
        accounts::apply::apply_budget(tx, plan, decisions)
    }
}

/// 出納帳
struct CashBook;

impl Import for CashBook {
    type Draft = accounts::import::BookDraft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>> {
        let (purses, funds) = (accounts::store::purses(conn)?, accounts::store::funds(conn)?);
        let known = Books { purses, funds, ..Books::empty(source.year) };
        let paper = accounts::import::BookPaper::read(source.book, source.year, source.hints, &known)?;
        let books = Books::load(conn, paper.year)?;
        let awards = grants::store::grants(conn, paper.year)?;
        let names: Vec<_> = awards.into_iter().map(|grant| (grant.id, grant.name)).collect();
        let audits = accounts::store::audits(conn, paper.year)?;
        Ok(paper.plan(KnownBooks { books: &books, grants: &names, audits: &audits }))
    }
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>) {
        accounts::import::show_cash_book(draft)
    }
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], source: &Source) -> Result<Counts> {
        let year = plan.rows.first().map_or(source.year, |row| row.draft.year());
        let named = accounts::apply::grants_named(plan).into_iter();
        let grants = named
            .map(|name| Ok((name.to_owned(), grants::acts::grant_named(tx, year, name)?)))
            .collect::<Result<HashMap<_, _>>>()?;
        let verdict = |grant: Option<&str>, item: &str, words: &str| source.edition.verdict(grant, item, words);
        let rules = BookRules { grants: &grants, verdict: &verdict };
        accounts::apply::apply_cash_book(tx, plan, decisions, &rules, source.today)
    }
}

/// 事業実績
struct Activities;

impl Import for Activities {
    type Draft = activities::import::OccasionDraft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>> {
        let paper = activities::import::OccasionPaper::read(source.book, source.year, source.hints)?;
        let books = Books::load(conn, paper.year)?;
        let note = |id| books.budget.iter().find(|line| line.item_id == id).map_or("", |line| &line.note).to_owned();
        let items = accounts::store::account_items(conn)?.into_iter();
        let items = items.map(|item| KnownItem { note: note(item.id), name: item.label().to_owned() }).collect();
        let known = activities::apply::known(conn, paper.year, items)?;
        Ok(paper.plan(&known))
    }
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>) {
        activities::import::show(draft)
    }
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], _source: &Source) -> Result<Counts> {
        activities::apply::apply_import(tx, plan, decisions)
    }
}

/// 町丁ごとの世帯数
struct Households;

impl Import for Households {
    type Draft = enrolment::town_import::TownDraft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>> {
        enrolment::town_import::plan(source.book, &enrolment::apply::stored_towns(conn)?, source.hints, source.year)
    }
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>) {
        enrolment::town_import::show(draft)
    }
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], source: &Source) -> Result<Counts> {
        enrolment::apply::apply_towns(tx, plan, decisions, source.file)
    }
}

/// 備品台帳
struct Equipment;

impl Import for Equipment {
    type Draft = equipment::import::PieceDraft;
    fn plan(conn: &Connection, source: &Source) -> Result<Plan<Self::Draft>> {
        equipment::import::plan(source.book, &equipment::store::items(conn)?, source.hints, source.year)
    }
    fn show(draft: &Self::Draft) -> (String, Vec<ShownCell>) {
        equipment::import::show(draft)
    }
    fn write(tx: &Tx, plan: &Plan<Self::Draft>, decisions: &[RowDecision], _source: &Source) -> Result<Counts> {
        equipment::apply::apply_import(tx, plan, decisions)
    }
}
