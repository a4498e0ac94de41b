//! Where households stand: in which association and block.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::lists::Group;
use crate::roster::{self, Organisation, OrganisationId, OrganisationKind, Tree};
use crate::{FiscalYear, Result};

/// The households that there are at the end of a year, and the tree of bodies that they stand in.
pub(super) struct Homes {
    pub on_day: roster::Homes,
    tree: Tree,
    day: NaiveDate,
}

impl Homes {
    pub(super) fn load(conn: &Connection, year: FiscalYear) -> Result<Homes> {
        let day = year.last_day();
        let mut all = roster::store::households(conn)?;
        all.retain(|home| home.closed_on.is_none_or(|closed| closed > day));
        let on_day = roster::Homes::on(day, all, roster::store::household_members(conn)?);
        Ok(Homes { on_day, tree: roster::store::tree(conn)?, day })
    }

    /// The body of a kind that a household or a seat stands in.
    pub(super) fn above(&self, body: Option<OrganisationId>, kind: OrganisationKind) -> Option<&Organisation> {
        self.tree.up_from(body?, self.day).into_iter().find(|body| body.kind == kind)
    }

    /// The place of a household among its association's blocks.
    pub(super) fn rank(&self, body: Option<OrganisationId>) -> i64 {
        let position = |kind| self.above(body, kind).map_or(i64::from(i32::MAX), |body| body.position);
        position(OrganisationKind::Association) * i64::from(i32::MAX) + position(OrganisationKind::Block)
    }

    /// The group of a household's association or block.
    pub(super) fn groups(&self, body: Option<OrganisationId>, kind: OrganisationKind) -> Vec<Group> {
        let group = |found: &Organisation| {
            let association = self.above(body, OrganisationKind::Association);
            let label = match association.filter(|above| above.id != found.id) {
                Some(above) => format!("{}　{}", above.name, found.name),
                None => found.name.clone(),
            };
            Group { rank: self.rank(Some(found.id)), label, within: 0, cells: Vec::new() }
        };
        self.above(body, kind).map(group).into_iter().collect()
    }
}
