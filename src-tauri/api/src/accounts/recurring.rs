//! 定例の記帳: what comes every month, and which months of it still wait to be recorded.

use chrono::{Datelike, NaiveDate};
use office::accounts::acts::{self, Capped, NewEntry, RecurringTyped};
use office::accounts::{
    Audit, EntryId, EntryKind, GrantId, Recurring, RecurringId, RecurringMonth, entered_after, month_of, store,
};
use office::file::{Tx, View};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::EntryDraft;
use super::effect::Effect;
use super::list::Shown;
use super::reckoned::Reckoning;
use super::recurring_days::{day, day_label, months, months_label};
use super::ruled::{Rules, ruled};
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// What recurs, seen from a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListRecurring {
    pub year: FiscalYear,
}

/// 定例の記帳
#[derive(Debug, Serialize, TS)]
pub struct RecurringRow {
    #[ts(type = "string")]
    pub id: RecurringId,
    pub kind: EntryKind,
    pub description: String,
    pub counterparty: String,
    pub item: String,
    pub purse: String,
    pub amount_yen: Yen,
    /// 毎月25日
    pub when_label: String,
    /// Empty while it has no end.
    pub until_label: String,
    /// True once nothing of it falls due any more in this year or later.
    pub is_ended: bool,
    /// Months up to today that nobody has recorded.
    pub open: Vec<RecurringDay>,
    /// Months of which one of two parts was taken back.
    pub halves: Vec<HalfMonth>,
    /// Months of the year that were recorded.
    #[ts(type = "number")]
    pub done: usize,
    /// The next day that is not yet due; empty when there is none in this year.
    pub next_label: String,
    pub draft: RecurringDraft,
}

/// A month that waits.
#[derive(Debug, Serialize, TS)]
pub struct RecurringDay {
    /// 2026-03
    pub month: String,
    /// 3月分
    pub label: String,
    pub on_label: String,
    /// True where auditors have looked at the books of its own day: it is entered today.
    pub is_late: bool,
}

/// A month in two parts of which one was taken back.
#[derive(Debug, Serialize, TS)]
pub struct HalfMonth {
    /// 3月分
    pub label: String,
    /// The part that stands.
    #[ts(type = "string")]
    pub entry_id: EntryId,
}

/// A recurring entry as typed: days, months and amounts in any written form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecurringDraft {
    /// What is recorded each time; its day is はじめの日, and may be left empty.
    pub entry: EntryDraft,
    /// 毎月, or 4、10
    pub months: String,
    /// 25, or 末日
    pub day: String,
    /// Empty without an end.
    pub until: String,
}

impl Command for ListRecurring {
    const NAME: &'static str = "accounts.list_recurring";
    type Output = Vec<RecurringRow>;
    fn run(self, desk: &Desk) -> Result<Vec<RecurringRow>> {
        let (shown, all, months) = desk.office()?.view(|view| {
            let months = Months {
                done: store::recurring_months(view)?,
                audits: store::audits(view, self.year)?,
                is_closed: store::closed_year(view, self.year)?.is_some(),
                today: desk.today(),
            };
            Ok((Shown::load(view, self.year)?, store::recurring(view)?, months))
        })?;
        Ok(all.iter().map(|one| row(one, &shown, &months)).collect())
    }
}

/// What the months of a year hang on.
struct Months {
    done: Vec<RecurringMonth>,
    audits: Vec<Audit>,
    is_closed: bool,
    today: NaiveDate,
}

fn row(one: &Recurring, shown: &Shown, months: &Months) -> RecurringRow {
    let Months { done, audits, is_closed, today } = months;
    let today = *today;
    let (books, entry, days) = (&shown.books, &one.entry, one.days_in(shown.books.year));
    let purse = |id| books.purses.iter().find(|purse| purse.id == id).map_or("", |purse| purse.name.as_str());
    let waits = |day: NaiveDate| RecurringDay {
        month: month_of(day),
        label: format!("{}月分", day.month()),
        on_label: paper::wareki::short(entered_after(audits, day, today)),
        is_late: entered_after(audits, day, today) != day,
    };
    let half = |(day, entry_id): (NaiveDate, EntryId)| HalfMonth { label: format!("{}月分", day.month()), entry_id };
    RecurringRow {
        id: one.id,
        kind: entry.kind,
        description: entry.description.clone(),
        counterparty: entry.counterparty.clone(),
        item: books.items.iter().find(|i| Some(i.id) == entry.item_id).map_or("", |i| i.label()).to_owned(),
        purse: entry.to_purse_id.map_or_else(
            || purse(entry.purse_id).to_owned(),
            |to| format!("{} → {}", purse(entry.purse_id), purse(to)),
        ),
        amount_yen: entry.amount_yen,
        when_label: format!("{}{}", months_label(&one.months), day_label(one.day)),
        until_label: one.until_on.map(paper::wareki::short).unwrap_or_default(),
        is_ended: one.until_on.is_some_and(|until| until < today),
        open: one.open_in(books, done, today).into_iter().filter(|_| !is_closed).map(waits).collect(),
        halves: one.halves_in(books, done).into_iter().map(half).collect(),
        done: days.iter().filter(|day| one.done_in(books, done, **day).is_some()).count(),
        next_label: days.iter().find(|day| **day > today).map(|day| paper::wareki::short(*day)).unwrap_or_default(),
        draft: draft_of(one),
    }
}

fn draft_of(one: &Recurring) -> RecurringDraft {
    RecurringDraft {
        entry: EntryDraft { split_over_cap: one.split_over_cap, ..EntryDraft::of(&one.entry) },
        months: months_label(&one.months).trim_end_matches('月').replace("毎", "毎月"),
        day: day_label(one.day).trim_end_matches('日').replace("末", "末日"),
        until: one.until_on.map(paper::wareki::short).unwrap_or_default(),
    }
}

impl RecurringDraft {
    /// Its entry from はじめの日 on; where none is typed, from the first day of the year. Whether a receipt proves an expense is
    /// judged of each month, once it stands in the books.
    fn begun(&self, year: FiscalYear) -> EntryDraft {
        let is_open = self.entry.on.trim().is_empty();
        EntryDraft {
            on: if is_open { year.first_day().to_string() } else { self.entry.on.clone() },
            voucher_no: String::new(),
            has_receipt: self.entry.has_receipt || self.entry.kind == EntryKind::Expense,
            ..self.entry.clone()
        }
    }

    fn parsed(self, year: FiscalYear, today: NaiveDate) -> Result<RecurringTyped> {
        let refused = |code, field: &str| Error::refused(code).with("field", field);
        let entry = self.begun(year);
        Ok(RecurringTyped {
            split_over_cap: entry.split_over_cap,
            entry: entry.parsed(year, today)?,
            months: months(&self.months).ok_or_else(|| refused("accounts.recurring_months", "months"))?,
            day: day(&self.day).ok_or_else(|| refused("accounts.recurring_day", "day"))?,
            until_on: typed::day(&self.until, Some(year), "until")?,
        })
    }
}

/// Writes what recurs, or writes it anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveRecurring {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub id: Option<RecurringId>,
    pub draft: RecurringDraft,
}

impl Command for SaveRecurring {
    const NAME: &'static str = "accounts.save_recurring";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let typed = self.draft.parsed(self.year, desk.today())?;
        let entry = ruled(desk, FiscalYear::of(typed.entry.entered_on), typed.entry)?;
        let typed = RecurringTyped { entry, ..typed };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_recurring(tx, self.id, &typed))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// What one month of it would do, while it is typed.
#[derive(Debug, Deserialize, TS)]
pub struct RecurringEffect {
    pub year: FiscalYear,
    pub draft: RecurringDraft,
}

impl Command for RecurringEffect {
    const NAME: &'static str = "accounts.recurring_effect";
    type Output = Effect;
    fn run(self, desk: &Desk) -> Result<Effect> {
        let entry = self.draft.begun(self.year);
        let day = entry.day(self.year, desk.today()).ok().flatten();
        Reckoning::load(desk, day.map_or(self.year, FiscalYear::of))?.effect(&entry)
    }
}

/// Lets something recur no more.
#[derive(Debug, Deserialize, TS)]
pub struct EndRecurring {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: RecurringId,
    /// Its last day; empty is today.
    pub on: String,
}

impl Command for EndRecurring {
    const NAME: &'static str = "accounts.end_recurring";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = typed::day(&self.on, Some(self.year), "until")?.unwrap_or_else(|| desk.today());
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::end_recurring(tx, self.id, on))?.into())
    }
}

/// Records one month of what recurs.
#[derive(Debug, Deserialize, TS)]
pub struct RecordRecurring {
    #[ts(type = "string")]
    pub id: RecurringId,
    /// 2026-03
    pub month: String,
}

impl Command for RecordRecurring {
    const NAME: &'static str = "accounts.record_recurring";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let office = desk.office()?;
        let year = office.view(|view| year_of(view, self.id, &self.month))?;
        let rules = year.map(|year| Rules::load(desk, year)).transpose()?;
        let cap_of = |new: NewEntry, is_split| match &rules {
            Some(rules) => rules.capped(rules.of_month(new), is_split),
            None => Capped::whole(new),
        };
        let record = |tx: &Tx| -> office::Result<EntryId> {
            let grant = grant_of(tx, self.id, &self.month)?;
            acts::record_recurring(tx, self.id, &self.month, grant, desk.today(), &cap_of)
        };
        Ok(with_value_of(office.change(&desk.by(), Self::NAME, record)?, Written::of))
    }
}

/// The year of the day on which it falls in a month.
fn year_of(conn: &View, id: RecurringId, month: &str) -> office::Result<Option<FiscalYear>> {
    let all = store::recurring(conn)?;
    Ok(all.iter().find(|one| one.id == id).and_then(|one| one.day_in(month)).map(FiscalYear::of))
}

/// The award that pays a month: the one that was chosen, or that of the same name in the year of the month.
fn grant_of(view: &Tx, id: RecurringId, month: &str) -> office::Result<Option<GrantId>> {
    let one = store::recurring(view)?.into_iter().find(|one| one.id == id);
    let chosen = one.and_then(|one| one.entry.grant_id.zip(one.day_in(month)));
    let Some((chosen, on)) = chosen else { return Ok(None) };
    let Some(grant) = office::grants::store::find_grant(view, chosen)? else { return Ok(None) };
    let missing = || Error::refused("accounts.recurring_grant_missing").with("grant", &grant.name);
    let same = office::grants::store::grant_in(view, chosen, FiscalYear::of(on))?;
    same.map(Some).ok_or_else(missing)
}
