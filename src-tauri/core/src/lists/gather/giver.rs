//! Who gives a certificate.

use rusqlite::Connection;

use crate::roster::{OrganisationKind, store};
use crate::{FiscalYear, Result};

/// Who gives certificates.
const CHAIR: &str = "会長";

/// Office and name of the one who gives it: the council's 会長 at the end of the year, or on whatever day of it there
/// was one.
pub fn giver(conn: &Connection, year: FiscalYear) -> Result<(String, String)> {
    let bodies = store::organisations(conn)?;
    let is_council = |id| bodies.iter().any(|body| body.id == id && body.kind == OrganisationKind::Council);
    let seats = store::roles(conn)?.into_iter().filter(|role| role.title == CHAIR && is_council(role.organisation_id));
    let last = seats.filter(|role| role.is_held_in(year)).max_by_key(|role| role.is_held_on(year.last_day()));
    let Some(role) = last else { return Ok(Default::default()) };
    let name = store::find_person(conn, role.person_id)?.map(|person| person.name.full()).unwrap_or_default();
    Ok((role.title, name))
}
