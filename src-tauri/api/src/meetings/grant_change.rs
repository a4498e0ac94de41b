//! The grants whose budget a 補正 in effect has changed: the city may have to approve that.

use office::FiscalYear;
use office::accounts::{Books, GrantId};
use office::file::View;
use office::grants::{SubsidisedLines, store};
use office::meetings::{Known, Matter};
use serde::Serialize;
use ts_rs::TS;

use crate::Result;

/// A grant that a decided 補正 concerns.
#[derive(Debug, Serialize, TS)]
pub struct GrantChange {
    #[ts(type = "string")]
    pub grant_id: GrantId,
    pub name: String,
    pub year: FiscalYear,
}

/// The decided grants of the year of a meeting on whose lines its 補正 has changed what is planned.
pub(super) fn grant_changes(view: &View, known: &Known) -> Result<Vec<GrantChange>> {
    let is_revision = |matter| matter == Matter::Revision;
    let decided = known.items.iter().filter(|item| is_revision(item.matter) && known.effects.contains(&item.id));
    let decided: Vec<_> = decided.filter_map(|item| item.revision_id).collect();
    if decided.is_empty() {
        return Ok(Vec::new());
    }
    let year = known.meeting.fiscal_year;
    let books = Books::load(view, year)?;
    let grants = store::grants(view, year)?.into_iter().filter(|grant| grant.decided_on.is_some());
    let concerned = grants.filter(|grant| {
        let lines = SubsidisedLines::of(grant, &books);
        let mut own = books.revisions.iter().filter(|revision| decided.contains(&revision.id));
        own.any(|revision| lines.are_changed_by(revision, &books))
    });
    Ok(concerned.map(|grant| GrantChange { grant_id: grant.id, name: grant.name, year }).collect())
}
