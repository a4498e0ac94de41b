//! 役員の改選 of which nobody has written the candidates yet: the offices that are to be filled, with room to write names in.

use rusqlite::Connection;

use crate::Result;
use crate::fact::{FactRow, row, words};
use crate::meetings::known::roster_on;
use crate::meetings::{AgendaItem, Known, Matter, term};
use crate::roster::{OrganisationId, vacant};

/// Lines for offices by hand, where 名簿 knows none.
const BLANKS: usize = 6;

/// The offices of the council whose terms end before the new ones begin, and those that nobody holds; before the first day of the
/// new terms is known all of them. None once somebody is nominated.
pub(super) fn rows(conn: &Connection, known: &Known, item: &AgendaItem, nominated: usize) -> Result<Vec<FactRow>> {
    if item.matter != Matter::Officers || nominated > 0 {
        return Ok(Vec::new());
    }
    let eve = item.from_on.and_then(|from| from.pred_opt());
    let roster = roster_on(conn, eve.unwrap_or_else(|| known.notice_day()))?;
    let held = roster.held(|body| roster.is_council(body));
    let ending = held.iter().filter(|role| eve.is_none_or(|eve| role.to_on.is_none_or(|to| to <= eve)));
    let mut seats: Vec<(OrganisationId, String)> =
        ending.map(|role| (role.organisation_id, role.title.clone())).collect();
    seats.extend(vacant(&roster.tree, &roster.roles, roster.day));
    let body = |id: OrganisationId| roster.tree.body(id).map_or("", |body| &body.name);
    let seat = |body: &str, office: &str| {
        row([("body", words(body)), ("office", words(office)), ("name", words(term("to_be_written")))])
    };
    if seats.is_empty() {
        return Ok(vec![seat("", ""); BLANKS]);
    }
    Ok(seats.iter().map(|(id, office)| seat(body(*id), office)).collect())
}
