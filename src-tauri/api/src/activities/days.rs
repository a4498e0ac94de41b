//! ほかの日: the other days of one record, as typed and as shown.

use chrono::NaiveDate;
use office::FiscalYear;
use office::activities::acts::OtherDay;
use office::activities::facts::people_label;
use office::activities::{Occasion, OccasionId, OccasionState, listed, store};
use office::file::View;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result, labels, typed};

/// Another day of the same occasion as typed; a new one may name several days at once.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct OtherDayDraft {
    #[ts(type = "string | null")]
    pub id: Option<OccasionId>,
    #[ts(type = "number")]
    pub version: i64,
    pub on: String,
    pub participants: String,
    pub helpers: String,
    /// この日を分ける: it is an occasion of its own once this is saved.
    #[serde(default)]
    pub is_apart: bool,
}

/// All days of one record as they are shown.
#[derive(Debug, Serialize, TS)]
pub struct DaysShown {
    /// Every day, that of the page among them.
    pub days: Vec<DayShown>,
    /// Those of the other days as they are typed.
    pub others: Vec<OtherDayDraft>,
    /// How many took place, and who came and helped on all of them.
    pub held: usize,
    /// 55, 約55
    pub participants_label: String,
    #[ts(type = "number")]
    pub helpers: i64,
}

/// One day of a record.
#[derive(Debug, Serialize, TS)]
pub struct DayShown {
    #[ts(type = "string")]
    pub id: OccasionId,
    /// 6月9日（月）
    pub on_label: String,
    pub state: OccasionState,
    pub state_label: String,
    /// 約40; empty where nobody counted.
    pub participants_label: String,
    #[ts(type = "number | null")]
    pub helpers: Option<i64>,
}

/// The days of the record that an occasion belongs to; nothing for one that stands alone.
pub(super) fn shown(view: &View, of: &Occasion) -> Result<DaysShown> {
    let all = if of.series_id.is_some() { store::days_of(view, of)? } else { Vec::new() };
    let held: Vec<&Occasion> = all.iter().filter(|o| o.is_held()).collect();
    Ok(DaysShown {
        days: all.iter().map(day).collect(),
        others: all.iter().filter(|o| o.id != of.id).map(other).collect(),
        held: held.len(),
        participants_label: people_label(&held),
        helpers: held.iter().filter_map(|o| o.helpers).sum(),
    })
}

fn day(o: &Occasion) -> DayShown {
    DayShown {
        id: o.id,
        on_label: labels::day_of_week(o.from_on),
        state: o.state,
        state_label: o.state.label().to_owned(),
        participants_label: o.participants_label(),
        helpers: o.helpers,
    }
}

fn other(o: &Occasion) -> OtherDayDraft {
    OtherDayDraft {
        id: Some(o.id),
        version: o.version,
        on: labels::long_day(Some(o.from_on)),
        participants: o.participants.map(|_| o.participants_label()).unwrap_or_default(),
        helpers: o.helpers.map(|n| n.to_string()).unwrap_or_default(),
        is_apart: false,
    }
}

/// The days that are typed, each in its field `days.0.on`; an empty row says nothing.
pub(super) fn parsed(drafts: &[OtherDayDraft], year: FiscalYear, today: NaiveDate) -> Result<Vec<OtherDay>> {
    let rows = drafts.iter().enumerate().map(|(n, draft)| draft.parsed(n, year, today));
    Ok(rows.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

impl OtherDayDraft {
    fn parsed(&self, n: usize, year: FiscalYear, today: NaiveDate) -> Result<Vec<OtherDay>> {
        let field = format!("days.{n}.on");
        let participants = typed::count(&self.participants, &format!("days.{n}.participants"))?;
        let helpers = typed::count(&self.helpers, &format!("days.{n}.helpers"))?.0;
        let days = listed(&self.on);
        let is_counted = participants.0.is_some() || helpers.is_some();
        let refused = |code| Err(Error::refused(code).with("field", &field));
        match (days.len(), self.id) {
            (0, Some(_)) => return refused("activities.day_emptied"),
            (0, None) if is_counted => return refused("typed.day_missing"),
            (2.., Some(_)) => return refused("activities.days_in_one_row"),
            (2.., None) if is_counted => return refused("activities.days_with_counts"),
            _ => {}
        }
        let other = |typed: &String| {
            let on = typed::day(typed, Some(year), &field)?;
            let on = on.ok_or_else(|| Error::refused("typed.day_missing").with("field", &field))?;
            let state = if on > today { OccasionState::Planned } else { OccasionState::Held };
            let (id, version, is_apart, field) = (self.id, self.version, self.is_apart, field.clone());
            Ok(OtherDay { id, version, on, state, participants, helpers, is_apart, field })
        };
        days.iter().map(other).collect()
    }
}
