//! What was done, and taking it back.

use office::file::{Act, RowChange};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Changed, day_and_clock};
use crate::command::Command;
use crate::{Desk, Result};

/// Takes back the last act.
#[derive(Debug, Deserialize, TS)]
pub struct Undo {}

impl Command for Undo {
    const NAME: &'static str = "office.undo";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.undo(&desk.by())?.into())
    }
}

/// Does again what was taken back last.
#[derive(Debug, Deserialize, TS)]
pub struct Redo {}

impl Command for Redo {
    const NAME: &'static str = "office.redo";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.redo(&desk.by())?.into())
    }
}

/// Takes back one act of the history.
#[derive(Debug, Deserialize, TS)]
pub struct UndoOne {
    #[ts(type = "number")]
    pub seq: i64,
}

impl Command for UndoOne {
    const NAME: &'static str = "office.undo_one";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.undo_one(&desk.by(), self.seq)?.into())
    }
}

/// The last acts, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct History {
    pub limit: u32,
}

/// The last acts.
#[derive(Debug, Serialize, TS)]
pub struct Acts {
    pub entries: Vec<ActShown>,
}

/// One act with its moment in words.
#[derive(Debug, Serialize, TS)]
pub struct ActShown {
    #[serde(flatten)]
    pub act: Act,
    pub at_label: String,
}

impl Command for History {
    const NAME: &'static str = "office.history";
    type Output = Acts;
    fn run(self, desk: &Desk) -> Result<Acts> {
        let acts = desk.office()?.history(self.limit as usize)?;
        let entries = acts.into_iter().map(|act| ActShown { at_label: day_and_clock(&act.at), act }).collect();
        Ok(Acts { entries })
    }
}

/// What one act changed: what, before, after.
#[derive(Debug, Deserialize, TS)]
pub struct ChangesOf {
    #[ts(type = "number")]
    pub seq: i64,
}

/// What one act changed; at most the first [`MOST_CHANGES`].
#[derive(Debug, Serialize, TS)]
pub struct Changes {
    pub changes: Vec<RowChange>,
    /// How many more there are.
    pub more: usize,
}

/// Rows of a change list that a person would read.
const MOST_CHANGES: usize = 200;

impl Command for ChangesOf {
    const NAME: &'static str = "office.changes_of";
    type Output = Changes;
    fn run(self, desk: &Desk) -> Result<Changes> {
        let mut changes = desk.office()?.changes_of(self.seq)?;
        let more = changes.len().saturating_sub(MOST_CHANGES);
        changes.truncate(MOST_CHANGES);
        Ok(Changes { changes, more })
    }
}
