//! The grants whose budget a 補正 in effect has changed: the city may have to approve that.

use std::collections::BTreeMap;

use office::FiscalYear;
use office::accounts::{Books, BudgetRevisionId, GrantId};
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

/// The decided grants on whose lines the 補正 of a meeting has changed what is planned, year by year.
pub(super) fn grant_changes(view: &View, known: &Known) -> Result<Vec<GrantChange>> {
    let mut decided: BTreeMap<FiscalYear, Vec<BudgetRevisionId>> = BTreeMap::new();
    for item in known.items.iter().filter(|item| item.matter == Matter::Revision && known.effects.contains(&item.id)) {
        decided.entry(known.year_of(item)).or_default().extend(item.revision_id);
    }
    let mut changes = Vec::new();
    for (year, decided) in decided {
        let books = Books::load(view, year)?;
        let grants = store::grants(view, year)?.into_iter().filter(|grant| grant.decided_on.is_some());
        let concerned = grants.filter(|grant| {
            let lines = SubsidisedLines::of(grant, &books);
            let mut own = books.revisions.iter().filter(|revision| decided.contains(&revision.id));
            own.any(|revision| lines.are_changed_by(revision, &books))
        });
        changes.extend(concerned.map(|grant| GrantChange { grant_id: grant.id, name: grant.name, year }));
    }
    Ok(changes)
}
