//! 会長 of the council, day by day: a paper of a past meeting names who held the office then.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Result;
use crate::roster::{OrganisationKind, Person, Role, store};

/// Everybody who ever was 会長 of the council.
pub struct Presidents {
    held: Vec<(Role, Person)>,
}

impl Presidents {
    /// All of them.
    pub fn load(conn: &Connection) -> Result<Presidents> {
        let bodies = store::organisations(conn)?;
        let is_council = |role: &Role| {
            bodies.iter().any(|body| body.id == role.organisation_id && body.kind == OrganisationKind::Council)
        };
        let mut held = Vec::new();
        for role in store::roles(conn)?.into_iter().filter(|role| role.title == "会長" && is_council(role)) {
            held.extend(store::find_person(conn, role.person_id)?.map(|person| (role, person)));
        }
        held.sort_by_key(|(_, person)| person.id);
        Ok(Presidents { held })
    }

    /// The name of who holds the office on a day; while it is vacant of who held it last, if they are
    /// still there, and empty before anybody did.
    pub fn on(&self, day: NaiveDate) -> String {
        let is_there = |(_, person): &&(Role, Person)| person.is_counted_on(day);
        let now = self.held.iter().filter(is_there).find(|(role, _)| role.is_held_on(day));
        let begun = || self.held.iter().filter(|(role, _)| role.from_on.is_none_or(|from| from <= day));
        let last = || begun().max_by_key(|(role, _)| role.to_on.unwrap_or(NaiveDate::MAX)).filter(is_there);
        now.or_else(last).map_or(String::new(), |(_, person)| person.name.full())
    }
}
