//! 仮払 as they stand when an office is handed over: what is still with people, and what was settled since the end of the year.

use chrono::NaiveDate;
use paper::Value;

use super::Handover;
use crate::accounts::{Advance, Entry};
use crate::calendar::FiscalYear;
use crate::fact::{FactRow, row, words};
use crate::money::Yen;

/// The year that is handed over, and the day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Handing {
    pub year: FiscalYear,
    /// None before anything was handed over: what is entered by now counts.
    pub on: Option<NaiveDate>,
}

impl Handing {
    /// As the last one of the year was written down.
    pub fn of(year: FiscalYear, records: &[Handover]) -> Handing {
        Handing { year, on: records.last().map(|last| last.handed_on) }
    }

    /// 令和8年4月18日現在
    pub fn label(self) -> String {
        self.on.map_or_else(|| "この紙を作った日現在".to_owned(), |on| format!("{}現在", paper::wareki::long(on)))
    }

    /// The day on which the successor is to know how things stand: when the office was handed over after the year's end, else today.
    pub fn day(self, today: NaiveDate) -> NaiveDate {
        let on = self.on.filter(|on| *on > self.year.last_day()).unwrap_or(today);
        on.clamp(self.year.first_day(), self.year.next().last_day())
    }

    /// What is entered later concerns no successor of this year.
    fn until(self) -> NaiveDate {
        self.on.unwrap_or(self.year.next().last_day())
    }

    /// Advances that were open at the end of the year, that are open when the office is handed over, or that were settled between.
    pub fn advances(self, advances: &[Advance], entries: &[Entry]) -> Vec<FactRow> {
        let of_year: Vec<Entry> = entries.iter().filter(|one| one.fiscal_year <= self.year).cloned().collect();
        let known: Vec<Entry> = entries.iter().filter(|one| one.entered_on <= self.until()).cloned().collect();
        let listed = advances.iter().filter(|one| one.given_on <= self.until());
        listed.filter_map(|one| self.advance(one, one.open_yen(&of_year), &known)).collect()
    }

    fn advance(self, advance: &Advance, at_end: Yen, known: &[Entry]) -> Option<FactRow> {
        let left = advance.open_yen(known);
        let last = self.year.last_day();
        let is_late = advance.given_on <= last && advance.settled_on.is_some_and(|on| on > last);
        let state = match (left, advance.settled_on) {
            (Yen(0), _) if at_end == Yen(0) && !is_late => return None,
            (Yen(0), Some(on)) => format!("{} 精算済み", paper::wareki::short(on)),
            (Yen(0), None) => "精算済み".to_owned(),
            (left, _) if left == advance.given_yen(known) => "まだ精算していない".to_owned(),
            _ => "一部だけ精算".to_owned(),
        };
        let day = |on: Option<NaiveDate>| on.map_or(Value::Blank, Value::Date).into();
        Some(row([
            ("holder", words(&advance.holder)),
            ("purpose", words(&advance.purpose)),
            ("given_on", day(Some(advance.given_on))),
            ("due_on", day(advance.due_on)),
            ("given_yen", advance.given_yen(known).into()),
            ("at_end_yen", at_end.into()),
            ("left_yen", left.into()),
            ("state", words(&state)),
        ]))
    }
}
