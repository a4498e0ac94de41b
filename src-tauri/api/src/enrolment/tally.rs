//! People of the roster by area and by anything that the roster says of them.

use std::collections::HashMap;

use office::FiscalYear;
use office::enrolment::known;
use office::lists::{AgeBands, Line, ListSource, Row, by_age, by_words, gather};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ages::read_numbers;
use crate::command::Command;
use crate::{Desk, Result, labels};

/// What stands at the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TallyBy {
    /// 地区
    Area,
    /// 自治会
    Association,
    /// 班
    Block,
}

/// Counts the roster: `of` is a column of the list of people, `birth` in bands of ages as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TallyPeople {
    pub year: FiscalYear,
    pub by: TallyBy,
    pub of: String,
    pub bounds: String,
}

/// What is shown where nobody chose bounds.
const USUAL: &str = "15、65、75";

/// Columns that are somebody's own and tell nothing by being counted.
const OWN: [&str; 11] =
    ["number", "name", "kana", "household", "postal", "address", "phone", "mobile", "joined", "note", "check"];

/// Counts of people.
#[derive(Debug, Serialize, TS)]
pub struct TallyPage {
    pub bounds: String,
    pub as_of: String,
    pub attributes: Vec<AttributeShown>,
    pub heads: Vec<String>,
    pub lines: Vec<TallyLine>,
    pub total: TallyLine,
}

/// Something that people can be counted by.
#[derive(Debug, Serialize, TS)]
pub struct AttributeShown {
    pub key: String,
    pub label: String,
}

/// One area, or all together.
#[derive(Debug, Serialize, TS)]
pub struct TallyLine {
    pub name: String,
    #[ts(type = "number")]
    pub people: i64,
    #[ts(type = "number")]
    pub unknown: i64,
    pub cells: Vec<super::ages::BandShown>,
}

impl Command for TallyPeople {
    const NAME: &'static str = "enrolment.tally";
    type Output = TallyPage;
    fn run(self, desk: &Desk) -> Result<TallyPage> {
        let bounds = if self.bounds.trim().is_empty() { USUAL.to_owned() } else { self.bounds };
        let on = self.year.city_first_day();
        let (records, areas) = desk.office()?.view(|view| {
            Ok((gather::records(view, ListSource::People, self.year)?, areas(&known(view)?, self.year)))
        })?;
        let of = |row: &Row| match self.by {
            TallyBy::Area => areas.get(&row.text("association")).cloned().unwrap_or_default(),
            TallyBy::Association => row.text("association"),
            TallyBy::Block => [row.text("association"), row.text("block")].join("　").trim().to_owned(),
        };
        let tally = match self.of.as_str() {
            "birth" => by_age(&records.rows, of, &AgeBands::new(&read_numbers(&bounds)?, on)?),
            column => by_words(&records.rows, of, column),
        };
        let attributes = records.columns.into_iter().filter(|column| !OWN.contains(&column.key.as_str()));
        Ok(TallyPage {
            attributes: attributes.map(|c| AttributeShown { key: c.key, label: c.label }).collect(),
            lines: tally.lines.iter().map(TallyLine::of).collect(),
            total: TallyLine::of(&tally.total),
            as_of: paper::wareki::long(on),
            heads: tally.heads,
            bounds,
        })
    }
}

/// 地区 by the name of an association.
fn areas(known: &office::enrolment::Known, year: FiscalYear) -> HashMap<String, String> {
    let records = known.records_until(year);
    let area = |id| known.area(id, records.get(&id).copied());
    known.associations.iter().map(|a| (a.name.clone(), area(a.id))).collect()
}

impl TallyLine {
    fn of(line: &Line) -> TallyLine {
        let cell = |(at, count): (usize, &i64)| super::ages::BandShown {
            count: *count,
            percent: labels::percent(line.tenths(at)),
        };
        TallyLine {
            name: line.name.clone(),
            people: line.people(),
            unknown: line.unknown,
            cells: line.counts.iter().enumerate().map(cell).collect(),
        }
    }
}
