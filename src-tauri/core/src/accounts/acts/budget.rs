//! 予算・補正・流用: what was decided stands; what changes it stands beside it.

use chrono::NaiveDate;

use super::entries::{after_audit, told};
use crate::accounts::{
    AccountItem, AccountItemId, Books, BudgetChange, BudgetChangeId, BudgetLine, BudgetLineId, BudgetPart,
    BudgetRevision, BudgetRevisionId, Reallocation, ReallocationId, ReallocationKind, Side, store,
};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// A line of 当初予算 as typed and parsed.
#[derive(Debug, Clone)]
pub struct BudgetTyped {
    /// 科目
    pub item_id: AccountItemId,
    /// 予算額; none takes up no line, and makes one that stands 0.
    pub amount_yen: Option<Yen>,
    /// 内訳・摘要
    pub note: String,
}

/// 補正額 of one item as typed and parsed.
#[derive(Debug, Clone)]
pub struct ChangeTyped {
    /// 科目
    pub item_id: AccountItemId,
    /// 円, negative for less
    pub amount_yen: Yen,
    /// 摘要
    pub note: String,
}

/// Writes lines of 当初予算; refused once a meeting has decided it. What is as it was is left alone.
pub fn put_lines(tx: &Tx, year: FiscalYear, typed: &[BudgetTyped]) -> Result<usize> {
    let (before, books) = (Books::load(tx, year.previous())?, Books::load(tx, year)?);
    if books.initial_decided_on().is_some() {
        return Err(Error::refused("accounts.budget_decided").with("field", "amount").with("year", year.label()));
    }
    let last = books.budget.iter().map(|line| line.position).max().unwrap_or(0);
    let mut written = 0;
    for one in typed {
        let Some(line) = changed_line(&books, &before, one)? else { continue };
        written += 1;
        let position = if line.position == 0 { last + written } else { line.position };
        store::put_budget_line(tx, &BudgetLine { position, ..line })?;
    }
    tx.say("year", year.label());
    tx.say("count", written);
    Ok(written as usize)
}

/// The line as it is to stand, without a position when it is new; none when nothing changes. A new line has last year's
/// budget beside it.
fn changed_line(books: &Books, before: &Books, typed: &BudgetTyped) -> Result<Option<BudgetLine>> {
    let item = item_of(books, typed.item_id)?;
    let stored = books.budget.iter().find(|line| line.item_id == item.id);
    let note = typed.note.trim().to_owned();
    let amount_yen = match (typed.amount_yen, stored) {
        (None, None) => return Ok(None),
        (amount, _) => within(amount.unwrap_or_default(), 0)
            .map_err(|_| Error::refused("accounts.amount_out_of_range").with("field", item.id.to_string()))?,
    };
    if stored.is_some_and(|line| (line.amount_yen, &line.note) == (amount_yen, &note)) {
        return Ok(None);
    }
    let last_year = (!before.budget.is_empty()).then(|| books.once(item.id).map(|id| before.in_force_yen(id)).sum());
    Ok(Some(BudgetLine {
        id: BudgetLineId::new(),
        fiscal_year: books.year,
        item_id: item.id,
        amount_yen,
        previous_yen: stored.map_or(last_year, |line| line.previous_yen),
        note,
        position: stored.map_or(0, |line| line.position),
        version: 1,
    }))
}

/// Notes that a meeting decided 当初予算: from now on only 補正 changes it.
pub fn decide_budget(tx: &Tx, year: FiscalYear, on: NaiveDate, by: &str) -> Result<()> {
    let books = Books::load(tx, year)?;
    if books.budget.is_empty() {
        return Err(Error::refused("accounts.budget_missing").with("year", year.label()));
    }
    if books.initial_decided_on().is_some() {
        return Err(Error::refused("accounts.budget_decided").with("year", year.label()));
    }
    let decision = BudgetRevision {
        id: BudgetRevisionId::new(),
        fiscal_year: year,
        number: 0,
        decided_on: Some(on),
        decided_by: who_decided(by)?,
        reason: String::new(),
        changes: Vec::new(),
        version: 1,
    };
    tx.say("year", year.label());
    tx.say("by", &decision.decided_by);
    store::put_revision(tx, &decision)
}

/// Begins a 補正予算, or writes a draft anew; refused once it is decided.
pub fn save_revision(
    tx: &Tx,
    year: FiscalYear,
    id: Option<BudgetRevisionId>,
    reason: &str,
    changes: &[ChangeTyped],
) -> Result<BudgetRevisionId> {
    let books = Books::load(tx, year)?;
    let stored = id.map(|id| draft(&books, id)).transpose()?;
    let next = 1 + books.revisions.iter().map(|revision| revision.number).max().unwrap_or(0);
    let changed = changes.iter().filter(|change| change.amount_yen != Yen(0) || !change.note.trim().is_empty());
    let revision = BudgetRevision {
        id: stored.map_or_else(BudgetRevisionId::new, |one| one.id),
        fiscal_year: year,
        number: stored.map_or(next, |one| one.number),
        decided_on: None,
        decided_by: String::new(),
        reason: reason.trim().to_owned(),
        changes: changed.map(|change| checked_change(&books, change)).collect::<Result<_>>()?,
        version: 1,
    };
    if revision.changes.is_empty() {
        return Err(Error::refused("accounts.revision_empty").with("field", "changes"));
    }
    say_revision(tx, &revision);
    store::put_revision(tx, &revision)?;
    Ok(revision.id)
}

/// The meeting's decision on a draft: from now on it counts, and is never written over.
pub fn decide_revision(tx: &Tx, year: FiscalYear, id: BudgetRevisionId, on: NaiveDate, by: &str) -> Result<()> {
    let books = Books::load(tx, year)?;
    let draft = draft(&books, id)?;
    let is_later =
        |one: &&BudgetRevision| one.decided_on.is_some_and(|decided| decided > on) && one.number < draft.number;
    if let Some(later) = books.revisions.iter().find(is_later) {
        let refused = Error::refused("accounts.revision_before").with("field", "on");
        return Err(refused.with("number", later.number));
    }
    // What another 補正 or a 流用 took since the draft was written is not there any more.
    draft.changes.iter().try_for_each(|change| in_range(&books, change.item_id, change.amount_yen).map(drop))?;
    let decided = BudgetRevision { decided_on: Some(on), decided_by: who_decided(by)?, ..draft.clone() };
    say_revision(tx, &decided);
    tx.say("by", &decided.decided_by);
    store::put_revision(tx, &decided)
}

/// Takes a draft away.
pub fn discard_revision(tx: &Tx, year: FiscalYear, id: BudgetRevisionId) -> Result<()> {
    let books = Books::load(tx, year)?;
    let draft = draft(&books, id)?;
    say_revision(tx, draft);
    store::delete_revision(tx, draft.id)
}

/// 流用・予備費充当 between two expense items of one 会計. What a rule asks for is said elsewhere, never enforced.
pub fn reallocate(tx: &Tx, moved: &Reallocation) -> Result<ReallocationId> {
    let books = Books::load(tx, moved.fiscal_year)?;
    let refused = |code, field: &str| Err(Error::refused(code).with("field", field));
    let (from, to) = (item_of(&books, moved.from_item_id)?, item_of(&books, moved.to_item_id)?);
    if from.id == to.id {
        return refused("accounts.same_item", "to_item_id");
    }
    if (from.side, to.side) != (Side::Expense, Side::Expense) || from.fund_id != to.fund_id {
        return refused("accounts.reallocation_between_sides", "to_item_id");
    }
    if !books.year.contains(moved.moved_on) {
        return Err(Error::refused("accounts.outside_year").with("field", "on").with("year", books.year.label()));
    }
    let is_contingency = from.levels().any(|name| name.contains("予備費"));
    let kind = if is_contingency { ReallocationKind::Contingency } else { ReallocationKind::Reallocation };
    let moved = Reallocation {
        id: ReallocationId::new(),
        kind,
        amount_yen: within(moved.amount_yen, 1)?,
        reason: moved.reason.trim().to_owned(),
        decided_by: moved.decided_by.trim().to_owned(),
        ..moved.clone()
    };
    if moved.reason.is_empty() {
        return refused("accounts.reason_missing", "reason");
    }
    after_audit(tx, moved.fiscal_year, moved.moved_on)?;
    tx.say("from", from.label());
    tx.say("to", to.label());
    tx.say("amount", paper::Value::from(moved.amount_yen).shown(paper::Negative::White));
    store::insert_reallocation(tx, &moved)?;
    Ok(moved.id)
}

/// Takes a 流用 back; the history keeps both.
pub fn take_back_reallocation(tx: &Tx, year: FiscalYear, id: ReallocationId) -> Result<()> {
    let books = Books::load(tx, year)?;
    let moved = books.reallocations.iter().find(|one| one.id == id);
    let moved = moved.ok_or_else(|| Error::refused("accounts.no_such_reallocation"))?;
    if store::is_audited(tx, year, moved.moved_on)? {
        return Err(Error::refused("accounts.reallocation_audited"));
    }
    tx.say("from", item_of(&books, moved.from_item_id)?.label());
    tx.say("to", item_of(&books, moved.to_item_id)?.label());
    store::delete_reallocation(tx, id)
}

/// Begins a year's budget with the lines of another one: the same amounts, with 前年度予算額 beside them, and their parts. Lines that the
/// year has already are left alone.
pub fn copy_budget(tx: &Tx, from: FiscalYear, to: FiscalYear) -> Result<usize> {
    let (before, books) = (Books::load(tx, from)?, Books::load(tx, to)?);
    if before.budget.is_empty() {
        return Err(Error::refused("accounts.budget_missing").with("year", from.label()));
    }
    if books.initial_decided_on().is_some() {
        return Err(Error::refused("accounts.budget_decided").with("year", to.label()));
    }
    let lines = [Side::Income, Side::Expense].into_iter().flat_map(|side| before.settled_lines(side));
    let is_new = |id| !books.budget.iter().any(|one| one.item_id == id);
    let fresh: Vec<_> =
        lines.filter_map(|line| Some((books.now(line.item.id)?.id, line))).filter(|(id, _)| is_new(*id)).collect();
    for (position, (item_id, line)) in (1_i64..).zip(&fresh) {
        let id = BudgetLineId::new();
        store::put_budget_line(
            tx,
            &BudgetLine {
                id,
                fiscal_year: to,
                item_id: *item_id,
                amount_yen: line.budget_yen(),
                previous_yen: Some(line.budget_yen()),
                note: line.note.clone(),
                position: position + books.budget.len() as i64,
                version: 1,
            },
        )?;
        // A grant is one of its year.
        let parts = before.parts_of(line.item.id).map(|part| BudgetPart { grant_id: None, ..part.clone() });
        store::put_parts(tx, id, &parts.collect::<Vec<_>>())?;
    }
    tx.say("from", from.label());
    tx.say("year", to.label());
    Ok(fresh.len())
}

fn draft(books: &Books, id: BudgetRevisionId) -> Result<&BudgetRevision> {
    let revision = books.revisions.iter().find(|one| one.id == id);
    let revision = revision.ok_or_else(|| Error::refused("accounts.no_such_revision"))?;
    match revision.decided_on {
        None => Ok(revision),
        Some(_) => Err(Error::refused("accounts.revision_decided").with("number", revision.number)),
    }
}

fn checked_change(books: &Books, change: &ChangeTyped) -> Result<BudgetChange> {
    let item = in_range(books, change.item_id, change.amount_yen)?;
    let note = change.note.trim().to_owned();
    Ok(BudgetChange { id: BudgetChangeId::new(), item_id: item.id, amount_yen: change.amount_yen, note })
}

/// The item, where its budget with a change is one that there can be.
fn in_range(books: &Books, id: AccountItemId, change: Yen) -> Result<&AccountItem> {
    let item = item_of(books, id)?;
    let after = books.in_force_yen(id) + change;
    if after < Yen(0) || after.0 > LARGEST_YEN {
        return Err(Error::refused("accounts.revision_below_zero").with("field", "changes").with("item", item.label()));
    }
    // 補正予算書 stands without 流用: what was moved to an item goes back by another 流用.
    if change < Yen(0) && books.planned_yen(id) + change < Yen(0) {
        let refused = Error::refused("accounts.revision_below_planned").with("field", "changes");
        return Err(refused.with("item", item.label()).with("planned", told(books.planned_yen(id))));
    }
    Ok(item)
}

fn item_of(books: &Books, id: AccountItemId) -> Result<&AccountItem> {
    let item = books.items.iter().find(|item| item.id == id);
    item.ok_or_else(|| Error::refused("accounts.item_missing").with("field", "item_id"))
}

fn who_decided(by: &str) -> Result<String> {
    let by = by.trim();
    if by.is_empty() { Err(Error::refused("accounts.decider_missing").with("field", "by")) } else { Ok(by.to_owned()) }
}

fn within(amount: Yen, least: i64) -> Result<Yen> {
    let fits = (least..=LARGEST_YEN).contains(&amount.0);
    if fits { Ok(amount) } else { Err(Error::refused("accounts.amount_out_of_range").with("field", "amount")) }
}

fn say_revision(tx: &Tx, revision: &BudgetRevision) {
    tx.say("year", revision.fiscal_year.label());
    tx.say("number", revision.number);
}
