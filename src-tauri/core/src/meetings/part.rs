//! What a meeting has by how it is held: people come together in a room, or slips come back in writing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Meeting, term};
use crate::{Error, Result};

/// What only one way of holding a meeting has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// 開会・閉会の時刻
    Times,
    /// 場所
    Place,
    /// 議長
    Chair,
    /// 受付: who comes, deputies and proxies, 受付簿
    Door,
    /// 来賓・席次・名札
    Seats,
    /// 提出先
    ComesBackTo,
    /// 全員の同意
    Agreement,
}

/// Where people come together.
const IN_ROOM: [Part; 5] = [Part::Times, Part::Place, Part::Chair, Part::Door, Part::Seats];
/// Where nobody comes, and slips are counted.
const IN_WRITING: [Part; 2] = [Part::ComesBackTo, Part::Agreement];

impl Part {
    /// What a meeting has that is held so.
    pub fn all(is_written: bool) -> &'static [Part] {
        if is_written { &IN_WRITING } else { &IN_ROOM }
    }
}

impl Meeting {
    /// True for what it has.
    pub fn has(&self, part: Part) -> bool {
        Part::all(self.is_written).contains(&part)
    }

    /// Refuses what a meeting that is held so has not.
    pub fn must_have(&self, part: Part) -> Result<()> {
        if self.has(part) { Ok(()) } else { Err(Error::refused("meetings.nobody_comes")) }
    }

    /// Where it is held, as lists and papers say it.
    pub fn shown_place(&self) -> &str {
        if self.has(Part::Place) { &self.place } else { term("by_writing") }
    }

    /// The same without what it has not: nothing stays behind that no page shows.
    pub fn with_its_parts(mut self) -> Meeting {
        if !self.has(Part::Times) {
            (self.begins_at, self.ends_at) = (None, None);
        }
        if !self.has(Part::Place) {
            self.place.clear();
        }
        if !self.has(Part::Chair) {
            self.chair.clear();
        }
        if !self.has(Part::Agreement) {
            self.agreed_on = None;
        }
        self
    }
}
