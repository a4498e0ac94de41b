//! 役職: appointing, ending, and the change of officers in spring.

use chrono::NaiveDate;

use super::bodies::body_named;
use super::{in_order, person};
use crate::file::Tx;
use crate::roster::{Appointment, PersonId, Role, RoleId, store};
use crate::{Error, Result};

/// A role as typed.
#[derive(Debug, Clone)]
pub struct NewRole {
    /// The role that is corrected; none for a new one.
    pub id: Option<RoleId>,
    /// Who.
    pub person_id: PersonId,
    /// Name of the body; a body that is not there yet is made.
    pub body: String,
    /// 会長, 部会員 …
    pub title: String,
    /// First day.
    pub from_on: Option<NaiveDate>,
    /// Last day.
    pub to_on: Option<NaiveDate>,
    /// 新任・再任・留任
    pub appointment: Option<Appointment>,
    /// Name of the 選出団体; empty for none.
    pub elected_by: String,
    /// 席次
    pub seat: Option<i64>,
}

/// Writes a role down.
pub fn save_role(tx: &Tx, new: &NewRole) -> Result<RoleId> {
    let person = person(tx, new.person_id)?;
    if new.body.trim().is_empty() || new.title.trim().is_empty() {
        return Err(Error::refused("roster.role_incomplete").with("field", "body"));
    }
    in_order(new.from_on, new.to_on, "to")?;
    let organisation_id = body_named(tx, new.body.trim())?;
    let elected_by = new.elected_by.trim();
    let elected_by_id = if elected_by.is_empty() { None } else { Some(body_named(tx, elected_by)?) };
    let stored = new.id.map(|id| store::find_role(tx, id)?.ok_or_else(no_such_role)).transpose()?;
    let id = new.id.unwrap_or_else(RoleId::new);
    let title = new.title.trim().to_owned();
    tx.say("name", person.name.full());
    if let Some(before) = stored {
        let body = store::find_organisation(tx, before.organisation_id)?.map_or(String::new(), |body| body.name);
        tx.say("before", with_term(&format!("{body} {}", before.title), before.from_on, before.to_on));
        tx.say("after", with_term(&format!("{} {title}", new.body.trim()), new.from_on, new.to_on));
    }
    tx.say("role", format!("{} {title}", new.body.trim()));
    let NewRole { person_id, from_on, to_on, appointment, seat, .. } = *new;
    store::put_role(
        tx,
        &Role { id, person_id, organisation_id, title, from_on, to_on, appointment, elected_by_id, seat },
    )?;
    Ok(id)
}

/// 協議会 会計（令和6年4月1日〜令和8年3月31日）; without brackets where no day is known.
fn with_term(role: &str, from_on: Option<NaiveDate>, to_on: Option<NaiveDate>) -> String {
    let day = |day: Option<NaiveDate>| day.map_or(String::new(), paper::wareki::long);
    match (from_on, to_on) {
        (None, None) => role.to_owned(),
        _ => format!("{role}（{}〜{}）", day(from_on), day(to_on)),
    }
}

fn no_such_role() -> Error {
    Error::refused("roster.no_such_role")
}

/// Takes a role out of the roster; the history keeps it.
pub fn remove_role(tx: &Tx, id: RoleId) -> Result<()> {
    let role = store::find_role(tx, id)?.ok_or_else(no_such_role)?;
    let person = store::find_person(tx, role.person_id)?;
    tx.say("name", person.map_or(String::new(), |p| p.name.full()));
    tx.say("role", role.title);
    store::delete_role(tx, id)
}

/// One office at the change of officers: who holds it next.
#[derive(Debug, Clone)]
pub struct Succession {
    /// The role as it is held before the change.
    pub role_id: RoleId,
    /// Who holds it afterwards; none leaves it open.
    pub successor: Option<PersonId>,
}

/// 役員の改選: from `from_on` on the successors hold the offices until `to_on`; the terms before end on the eve. Somebody who
/// goes on is 再任, everybody else 新任. This year's roles are not touched but for an end that was open or later.
pub fn change_officers(
    tx: &Tx,
    successions: &[Succession],
    from_on: NaiveDate,
    to_on: Option<NaiveDate>,
) -> Result<()> {
    in_order(Some(from_on), to_on, "to")?;
    let eve = from_on.pred_opt().ok_or_else(|| Error::refused("roster.term_reversed").with("field", "from"))?;
    tx.say("count", successions.len());
    tx.say("day", paper::wareki::long(from_on));
    for Succession { role_id, successor } in successions {
        let before = store::find_role(tx, *role_id)?.ok_or_else(no_such_role)?;
        if before.from_on.is_some_and(|from| from > eve) {
            return Err(Error::refused("roster.begins_later").with("role", &before.title));
        }
        if before.to_on.is_none_or(|to| to > eve) {
            store::put_role(tx, &Role { to_on: Some(eve), ..before.clone() })?;
        }
        if let Some(person_id) = *successor {
            let appointment = if person_id == before.person_id { Appointment::Again } else { Appointment::New };
            person(tx, person_id)?;
            let (id, appointment, from_on) = (RoleId::new(), Some(appointment), Some(from_on));
            store::put_role(tx, &Role { id, person_id, from_on, to_on, appointment, ..before })?;
        }
    }
    Ok(())
}
