//! 行事: the year's list, one occasion, and an occasion as typed.

mod plan;

use std::collections::HashMap;

use office::accounts::{Books, EntryKind};
use office::activities::{Activity, ActivityId, Occasion, OccasionId, acts, store};
use office::file::View;
use office::roster::OrganisationId;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use plan::{CopyPlan, DaysNamed, OrderPlan, PlanOfYear, RemovePlan, SavePlan};

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, labels, typed};

/// The occasions of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListOccasions {
    pub year: FiscalYear,
}

/// The occasions of a year, their sums, and the lines of work.
#[derive(Debug, Serialize, TS)]
pub struct Occasions {
    pub occasions: Vec<OccasionRow>,
    pub totals: Totals,
    pub activities: Vec<ActivityShown>,
}

/// Sums of a year.
#[derive(Debug, Serialize, TS)]
pub struct Totals {
    pub occasions: usize,
    #[ts(type = "number")]
    pub participants: i64,
    #[ts(type = "number")]
    pub helpers: i64,
}

/// A line of work with what it cost.
#[derive(Debug, Serialize, TS)]
pub struct ActivityShown {
    #[ts(type = "string")]
    pub id: ActivityId,
    pub name: String,
    pub committee: String,
    pub occasions: usize,
    pub spent_yen: Yen,
    pub budget_yen: Option<Yen>,
}

/// One occasion in the list.
#[derive(Debug, Serialize, TS)]
pub struct OccasionRow {
    #[ts(type = "string")]
    pub id: OccasionId,
    pub on_label: String,
    pub from_on: String,
    pub to_on: String,
    pub title: String,
    pub activity: String,
    /// 担当部会 of the line of work.
    pub committee: String,
    pub place: String,
    #[ts(type = "number | null")]
    pub participants: Option<i64>,
    pub participants_label: String,
    #[ts(type = "number | null")]
    pub helpers: Option<i64>,
}

impl Command for ListOccasions {
    const NAME: &'static str = "activities.list_occasions";
    type Output = Occasions;
    fn run(self, desk: &Desk) -> Result<Occasions> {
        desk.office()?.view(|view| list(view, self.year))
    }
}

/// The lines of work with the names of their committees.
struct Lines {
    activities: Vec<Activity>,
    committees: HashMap<OrganisationId, String>,
}

impl Lines {
    fn load(view: &View) -> Result<Lines> {
        let bodies = office::roster::store::organisations(view)?.into_iter();
        Ok(Lines { activities: store::activities(view)?, committees: bodies.map(|b| (b.id, b.name)).collect() })
    }

    fn of(&self, o: &Occasion) -> Option<&Activity> {
        self.activities.iter().find(|a| Some(a.id) == o.activity_id)
    }

    fn committee(&self, a: &Activity) -> String {
        a.committee_id.and_then(|id| self.committees.get(&id)).cloned().unwrap_or_default()
    }
}

fn list(view: &View, year: FiscalYear) -> Result<Occasions> {
    let lines = Lines::load(view)?;
    let occasions = store::occasions(view, year)?;
    let books = Books::load(view, year)?;
    let totals = Totals {
        occasions: occasions.len(),
        participants: occasions.iter().filter_map(|o| o.participants).sum(),
        helpers: occasions.iter().filter_map(|o| o.helpers).sum(),
    };
    let rows = occasions.iter().map(|o| row(o, &lines)).collect();
    let activities = lines.activities.iter().map(|a| activity_shown(a, &lines, &occasions, &books)).collect();
    Ok(Occasions { occasions: rows, totals, activities })
}

fn row(o: &Occasion, lines: &Lines) -> OccasionRow {
    let line = lines.of(o);
    OccasionRow {
        id: o.id,
        on_label: o.when(),
        from_on: o.from_on.to_string(),
        to_on: o.to_on.to_string(),
        title: o.title.clone(),
        activity: line.map_or(String::new(), |a| a.name.clone()),
        committee: line.map_or(String::new(), |a| lines.committee(a)),
        place: o.place.clone(),
        participants: o.participants,
        participants_label: o.participants_label(),
        helpers: o.helpers,
    }
}

/// What a line of work cost: the expenses on it, and those on the item of its name.
fn activity_shown(a: &Activity, lines: &Lines, occasions: &[Occasion], books: &Books) -> ActivityShown {
    let item = books.items.iter().find(|i| i.label() == a.name);
    let is_own =
        |activity: Option<ActivityId>, of_item: bool| activity == Some(a.id) || (activity.is_none() && of_item);
    let spent = books.entries.iter().filter(|e| {
        e.kind == EntryKind::Expense && is_own(e.activity_id, item.is_some_and(|i| e.item_id == Some(i.id)))
    });
    ActivityShown {
        id: a.id,
        name: a.name.clone(),
        committee: lines.committee(a),
        occasions: occasions.iter().filter(|o| o.activity_id == Some(a.id)).count(),
        spent_yen: spent.map(|e| e.amount_yen).sum(),
        budget_yen: budget_of(a, books),
    }
}

/// The budget of the item that has the name of a line of work.
fn budget_of(a: &Activity, books: &Books) -> Option<Yen> {
    let item = books.items.iter().find(|i| i.kou == a.name)?;
    books.budget.iter().find(|l| l.item_id == item.id).map(|l| l.amount_yen)
}

/// One occasion with everything that is written about it.
#[derive(Debug, Deserialize, TS)]
pub struct OccasionById {
    #[ts(type = "string")]
    pub id: OccasionId,
}

/// One occasion with everything that is written about it.
#[derive(Debug, Serialize, TS)]
pub struct OccasionRecord {
    pub row: OccasionRow,
    pub record: Occasion,
    pub from_label: String,
    pub to_label: String,
}

impl Command for OccasionById {
    const NAME: &'static str = "activities.occasion";
    type Output = OccasionRecord;
    fn run(self, desk: &Desk) -> Result<OccasionRecord> {
        desk.office()?.view(|view| {
            let record = store::find_occasion(view, self.id)?;
            let record = record.ok_or_else(|| Error::refused("activities.no_such_occasion"))?;
            let lines = Lines::load(view)?;
            let (from, to) = (Some(record.from_on), Some(record.to_on));
            let (from_label, to_label) = (labels::long_day(from), labels::long_day(to));
            Ok(OccasionRecord { row: row(&record, &lines), record, from_label, to_label })
        })
    }
}

/// An occasion as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SaveOccasion {
    pub occasion: OccasionDraft,
}

/// An occasion as typed.
#[derive(Debug, Deserialize, TS)]
pub struct OccasionDraft {
    #[ts(type = "string | null")]
    pub id: Option<OccasionId>,
    #[ts(type = "number")]
    pub version: i64,
    pub year: FiscalYear,
    pub activity: String,
    /// 担当部会 of the line of work; none leaves it as it is.
    pub committee: Option<String>,
    pub title: String,
    pub from: String,
    pub to: String,
    pub place: String,
    pub participants: String,
    pub helpers: String,
    pub target: String,
    pub notice: String,
    pub content: String,
    pub reflection: String,
    pub effect: String,
    pub author: String,
}

impl Command for SaveOccasion {
    const NAME: &'static str = "activities.save_occasion";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let is_new = self.occasion.id.is_none();
        let committee = self.occasion.committee.clone();
        let (activity, occasion) = self.occasion.parsed()?;
        let save = |tx: &office::file::Tx| {
            let activity_id = acts::activity_named(tx, &activity)?;
            match (activity_id, committee.as_deref()) {
                (Some(id), Some(committee)) => acts::set_committee(tx, id, committee)?,
                (None, Some(committee)) if !committee.trim().is_empty() => {
                    return Err(Error::refused("activities.committee_alone").with("field", "activity"));
                }
                _ => {}
            }
            acts::save_occasion(tx, &Occasion { activity_id, ..occasion.clone() }, is_new)
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, save)?;
        Ok(with_value_of(changed, Written::of))
    }
}

impl OccasionDraft {
    /// The name of the line of work, and the occasion without it.
    fn parsed(self) -> Result<(String, Occasion)> {
        let missing = || Error::refused("typed.day_missing").with("field", "from");
        let from_on = typed::day(&self.from, Some(self.year), "from")?.ok_or_else(missing)?;
        let (participants, participants_certainty) = typed::count(&self.participants, "participants")?;
        let occasion = Occasion {
            id: self.id.unwrap_or_else(OccasionId::new),
            activity_id: None,
            fiscal_year: self.year,
            title: self.title.trim().to_owned(),
            from_on,
            to_on: typed::day(&self.to, Some(self.year), "to")?.unwrap_or(from_on),
            place: self.place,
            participants,
            participants_certainty,
            helpers: typed::count(&self.helpers, "helpers")?.0,
            target: self.target,
            notice: self.notice,
            content: self.content,
            reflection: self.reflection,
            effect: self.effect,
            author: self.author,
            version: self.version,
        };
        Ok((self.activity, occasion))
    }
}
