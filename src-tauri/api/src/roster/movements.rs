//! 異動表

use office::FiscalYear;
use office::file::View;
use office::roster::movement::{self, Direction, Period};
use office::roster::{PersonId, by_id, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result, labels};

/// Who came and who went in a year, month by month.
#[derive(Debug, Deserialize, TS)]
pub struct Movements {
    pub year: FiscalYear,
}

/// 異動表 of a year.
#[derive(Debug, Serialize, TS)]
pub struct MovementTable {
    pub months: Vec<MovementRow>,
    pub year: MovementRow,
    pub movements: Vec<MovementShown>,
}

/// One month, or the whole year.
#[derive(Debug, Serialize, TS)]
pub struct MovementRow {
    /// 4月
    pub label: String,
    #[ts(type = "number")]
    pub opening: i64,
    #[ts(type = "number")]
    pub joined: i64,
    #[ts(type = "number")]
    pub left: i64,
    #[ts(type = "number")]
    pub closing: i64,
    pub reasons: Vec<ReasonCount>,
}

/// How many came or went for one reason.
#[derive(Debug, Serialize, TS)]
pub struct ReasonCount {
    pub direction: Direction,
    pub reason: String,
    #[ts(type = "number")]
    pub count: i64,
}

/// One who came or went.
#[derive(Debug, Serialize, TS)]
pub struct MovementShown {
    #[ts(type = "string")]
    pub id: PersonId,
    pub name: String,
    pub on_label: String,
    pub direction: Direction,
    pub reason: String,
}

impl Command for Movements {
    const NAME: &'static str = "roster.movements";
    type Output = MovementTable;
    fn run(self, desk: &Desk) -> Result<MovementTable> {
        desk.office()?.view(|view| table(view, self.year))
    }
}

fn table(view: &View, year: FiscalYear) -> Result<MovementTable> {
    let people = store::people(view)?;
    let all = movement::movements(&people);
    let months = movement::months(&people, year);
    let whole = movement::period(&people, &all, year.first_day(), year.last_day());
    let names = by_id(&people);
    let shown = all.into_iter().filter(|m| year.contains(m.on)).map(|m| MovementShown {
        id: m.person_id,
        name: names.get(&m.person_id).map_or(String::new(), |p| p.name.full()),
        on_label: labels::long_day(Some(m.on)),
        direction: m.direction,
        reason: m.reason,
    });
    Ok(MovementTable {
        months: months.iter().map(|month| row(labels::month(month.first), month)).collect(),
        year: row(year.label(), &whole),
        movements: shown.collect(),
    })
}

fn row(label: String, period: &Period) -> MovementRow {
    let reasons = period.reasons.iter().map(|((direction, reason), count)| ReasonCount {
        direction: *direction,
        reason: reason.clone(),
        count: *count,
    });
    let (opening, joined, left, closing) = (period.opening, period.joined, period.left, period.closing());
    MovementRow { label, opening, joined, left, closing, reasons: reasons.collect() }
}
