//! 事業: one line of work with what it did in a year; it gets its right name, and two that are one become one.

use chrono::NaiveDate;
use office::FiscalYear;
use office::accounts::Books;
use office::activities::{ActivityId, acts, store};
use office::file::View;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::funding::Shares;
use super::{ActivityShown, Lines, OccasionRow, activity_shown, row};
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result};

/// One line of work in a year.
#[derive(Debug, Deserialize, TS)]
pub struct LineById {
    #[ts(type = "string")]
    pub id: ActivityId,
    pub year: FiscalYear,
}

/// One line of work with its occasions of a year.
#[derive(Debug, Serialize, TS)]
pub struct LineRecord {
    pub line: ActivityShown,
    pub occasions: Vec<OccasionRow>,
    /// The other lines of work, with which it may be one.
    pub others: Vec<LineChoice>,
}

/// A line of work to choose.
#[derive(Debug, Serialize, TS)]
pub struct LineChoice {
    #[ts(type = "string")]
    pub id: ActivityId,
    pub name: String,
}

impl Command for LineById {
    const NAME: &'static str = "activities.line";
    type Output = LineRecord;
    fn run(self, desk: &Desk) -> Result<LineRecord> {
        desk.office()?.view(|view| record(view, self.id, self.year, desk.today()))
    }
}

fn record(view: &View, id: ActivityId, year: FiscalYear, today: NaiveDate) -> Result<LineRecord> {
    let (lines, occasions) = (Lines::load(view)?, store::occasions(view, year)?);
    let shares = Shares::load(view, &Books::load(view, year)?)?;
    let missing = || Error::refused("activities.no_such_activity");
    let line = lines.activities.iter().find(|line| line.id == id).ok_or_else(missing)?;
    let others = lines.activities.iter().filter(|other| other.id != id);
    Ok(LineRecord {
        line: activity_shown(line, &lines, &occasions, &shares),
        occasions: occasions.iter().filter(|o| o.activity_id == Some(id)).map(|o| row(o, &lines, today)).collect(),
        others: others.map(|other| LineChoice { id: other.id, name: other.name.clone() }).collect(),
    })
}

/// Gives a line of work another name.
#[derive(Debug, Deserialize, TS)]
pub struct RenameActivity {
    #[ts(type = "string")]
    pub id: ActivityId,
    pub name: String,
}

impl Command for RenameActivity {
    const NAME: &'static str = "activities.rename_activity";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let rename = |tx: &office::file::Tx| acts::rename_activity(tx, self.id, &self.name);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, rename)?.into())
    }
}

/// Makes one line of work of two: one stays, the other goes.
#[derive(Debug, Deserialize, TS)]
pub struct MergeActivity {
    #[ts(type = "string")]
    pub keep: ActivityId,
    #[ts(type = "string")]
    pub gone: ActivityId,
}

impl Command for MergeActivity {
    const NAME: &'static str = "activities.merge_activity";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let merge = |tx: &office::file::Tx| acts::merge_activity(tx, self.keep, self.gone);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, merge)?.into())
    }
}
