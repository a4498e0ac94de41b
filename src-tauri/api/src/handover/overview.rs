//! How far the handing over of a year is.

use std::collections::HashSet;

use chrono::Months;
use office::file::Holder;
use office::handover::{Handover, HandoverId, HandoverKind, checklists, store};
use office::reporting::store::last_issued;
use office::roster::store as roster;
use office::{FiscalYear, accounts, council};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::labels::long_day;
use crate::office::day_and_clock;
use crate::{Desk, Result};

/// The form that is handed over.
const PAPER: &str = "handover";

/// How far the handing over of a year is.
#[derive(Debug, Deserialize, TS)]
pub struct HandoverOverview {
    pub year: FiscalYear,
}

/// What is done, and what can be chosen.
#[derive(Debug, Serialize, TS)]
pub struct HandoverState {
    /// The year that is handed over: in spring the one that has just ended.
    pub year: FiscalYear,
    /// 令和7年度
    pub year_label: String,
    /// 令和8年4月20日, empty while the year is open.
    pub closed_on_label: String,
    /// 帳簿の印 of the closed year.
    pub mark: String,
    /// Lines of the list that is kept by hand.
    pub items: usize,
    /// Kinds of which that list has nothing yet.
    pub kinds_missing: usize,
    /// 4月18日 10:42 of the paper that was last put out; empty before.
    pub issued_label: String,
    /// Whose passphrases have opened the office for longer; an empty name is the one with which it was made.
    pub old_holders: Vec<String>,
    /// Whose were added since the last weeks of the year.
    pub new_holders: Vec<String>,
    /// Nobody keeps anything of the specimen secret.
    pub is_sample: bool,
    pub records: Vec<HandoverRecord>,
    /// Offices that are usually handed over.
    pub offices: Vec<String>,
    /// Names of those who hold or held an office.
    pub names: Vec<String>,
}

/// One handover.
#[derive(Debug, Serialize, TS)]
pub struct HandoverRecord {
    #[ts(type = "string")]
    pub id: HandoverId,
    pub office: String,
    pub on_label: String,
    pub from_name: String,
    pub to_name: String,
    pub witness: String,
    /// 帳簿の印 of the year as it was closed by then; empty while it was open.
    pub mark: String,
    pub note: String,
}

impl HandoverRecord {
    fn of(handover: Handover) -> HandoverRecord {
        let Handover { id, office, handed_on, from_name, to_name, witness, mark, note, .. } = handover;
        HandoverRecord { id, office, on_label: long_day(Some(handed_on)), from_name, to_name, witness, mark, note }
    }
}

/// Officers change between the end of a year and its 総会: so many months this year means the one that has just ended.
const MONTHS_OF_CHANGE: u32 = 3;

fn handed_over(desk: &Desk, year: FiscalYear) -> FiscalYear {
    let has_begun = year == desk.year() && desk.today() < year.first_day() + Months::new(MONTHS_OF_CHANGE);
    if has_begun { year.previous() } else { year }
}

/// True for a passphrase that came with the handing over of the year, which begins in its last weeks.
fn is_new(holder: &Holder, year: FiscalYear) -> bool {
    let from = year.next().first_day() - Months::new(3);
    holder.since.is_some_and(|since| since >= from)
}

impl Command for HandoverOverview {
    const NAME: &'static str = "handover.overview";
    type Output = HandoverState;
    fn run(self, desk: &Desk) -> Result<HandoverState> {
        let (office, year) = (desk.office()?, handed_over(desk, self.year));
        let (new, old): (Vec<Holder>, Vec<Holder>) = office.holders()?.into_iter().partition(|one| is_new(one, year));
        office.view(|view| {
            let closed = accounts::store::closed_year(view, year)?;
            let issued = last_issued(view, year)?;
            let records = store::records(view, year)?;
            let items = store::items(view)?;
            let people = roster::people(view)?;
            let held: HashSet<_> = roster::roles(view)?.into_iter().map(|role| role.person_id).collect();
            let names = people.iter().filter(|one| held.contains(&one.id)).map(|one| one.name.full());
            Ok(HandoverState {
                year,
                year_label: year.label(),
                closed_on_label: long_day(closed.as_ref().map(|one| one.closed_on)),
                mark: closed.map(|one| one.mark()).unwrap_or_default(),
                kinds_missing: HandoverKind::missing(&items).len(),
                items: items.len(),
                issued_label: issued.last(PAPER).map(day_and_clock).unwrap_or_default(),
                old_holders: old.into_iter().map(|holder| holder.name).collect(),
                new_holders: new.into_iter().map(|holder| holder.name).collect(),
                is_sample: council::read(view)?.is_sample,
                records: records.into_iter().map(HandoverRecord::of).collect(),
                offices: checklists().iter().map(|list| list.office.clone()).collect(),
                names: names.collect(),
            })
        })
    }
}
