//! 経過 of one record: who did what to it and when, under the record itself.

use office::file::Passage;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_and_clock;
use crate::command::Command;
use crate::{Desk, Result};

/// The last acts on one record, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct Timeline {
    pub kind: Recorded,
    pub id: String,
    pub limit: u32,
}

/// A record that shows its 経過, by the name of its table.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Recorded {
    Person,
    Household,
    Organisation,
    Entry,
    Activity,
    Occasion,
    Meeting,
    Equipment,
    PlanAction,
}

impl Recorded {
    fn table(self) -> &'static str {
        match self {
            Recorded::Person => "person",
            Recorded::Household => "household",
            Recorded::Organisation => "organisation",
            Recorded::Entry => "entry",
            Recorded::Activity => "activity",
            Recorded::Occasion => "occasion",
            Recorded::Meeting => "meeting",
            Recorded::Equipment => "equipment",
            Recorded::PlanAction => "plan_action",
        }
    }
}

/// The last acts on one record.
#[derive(Debug, Serialize, TS)]
pub struct Passages {
    pub passages: Vec<PassageShown>,
    /// There are older ones.
    pub has_more: bool,
}

/// One act with its moment in words, and what of the record it changed.
#[derive(Debug, Serialize, TS)]
pub struct PassageShown {
    #[serde(flatten)]
    pub passage: Passage,
    pub at_label: String,
    /// How many more records it changed than are told.
    pub more: usize,
}

/// Changed records of one act that a reader takes in at once.
const MOST_TOLD: usize = 8;

impl Command for Timeline {
    const NAME: &'static str = "office.timeline";
    type Output = Passages;
    fn run(self, desk: &Desk) -> Result<Passages> {
        let limit = self.limit as usize;
        let mut all = desk.office()?.timeline(self.kind.table(), &self.id, limit + 1)?;
        let has_more = all.len() > limit;
        all.truncate(limit);
        Ok(Passages { passages: all.into_iter().map(shown).collect(), has_more })
    }
}

fn shown(mut passage: Passage) -> PassageShown {
    let more = passage.changes.len().saturating_sub(MOST_TOLD);
    passage.changes.truncate(MOST_TOLD);
    PassageShown { at_label: labelled(&passage.act.at), more, passage }
}

/// 令和8年3月14日 10:42, because a record is looked at years later.
fn labelled(at: &str) -> String {
    let day = at.get(..10).and_then(|day| day.parse().ok()).map(paper::wareki::long);
    day.map_or_else(|| day_and_clock(at), |day| format!("{day} {}", super::clock(at)))
}
