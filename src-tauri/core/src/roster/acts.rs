//! What the secretary does with the roster.

use chrono::NaiveDate;

use super::{OrganisationId, OrganisationKind, Person, PersonId, Role, RoleId, store};
use crate::file::Tx;
use crate::text::search_key;
use crate::{Error, Result, council};

/// Writes a person down: a new one, or an existing one whose version must be the one that was seen.
pub fn save_person(tx: &Tx, person: &Person, is_new: bool) -> Result<PersonId> {
    if person.name.full().trim().is_empty() {
        return Err(Error::refused("roster.name_missing").with("field", "family"));
    }
    tx.say("name", person.name.full());
    if is_new {
        store::insert_person(tx, person)?;
    } else {
        let stored = store::find_person(tx, person.id)?.ok_or_else(|| Error::refused("roster.no_such_person"))?;
        if stored.version != person.version {
            return Err(Error::refused("roster.changed_elsewhere").with("name", stored.name.full()));
        }
        store::update_person(tx, person)?;
    }
    Ok(person.id)
}

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
}

/// Writes a role down.
pub fn save_role(tx: &Tx, new: &NewRole) -> Result<RoleId> {
    let person = store::find_person(tx, new.person_id)?.ok_or_else(|| Error::refused("roster.no_such_person"))?;
    if new.body.trim().is_empty() || new.title.trim().is_empty() {
        return Err(Error::refused("roster.role_incomplete").with("field", "body"));
    }
    if new.from_on.zip(new.to_on).is_some_and(|(from, to)| to < from) {
        return Err(Error::refused("roster.term_reversed").with("field", "to"));
    }
    let organisation_id = body_named(tx, new.body.trim())?;
    let id = new.id.unwrap_or_else(RoleId::new);
    let title = new.title.trim().to_owned();
    tx.say("name", person.name.full());
    tx.say("role", format!("{} {title}", new.body.trim()));
    store::put_role(
        tx,
        &Role { id, person_id: new.person_id, organisation_id, title, from_on: new.from_on, to_on: new.to_on },
    )?;
    Ok(id)
}

/// Takes a role out of the roster; the history keeps it.
pub fn remove_role(tx: &Tx, id: RoleId) -> Result<()> {
    let role = store::find_role(tx, id)?.ok_or_else(|| Error::refused("roster.no_such_role"))?;
    let person = store::find_person(tx, role.person_id)?;
    tx.say("name", person.map_or(String::new(), |p| p.name.full()));
    tx.say("role", role.title);
    store::delete_role(tx, id)
}

/// The body of that name; made when there is none.
pub fn body_named(tx: &Tx, name: &str) -> Result<OrganisationId> {
    if let Some(body) = store::organisations(tx)?.into_iter().find(|b| b.name == name) {
        return Ok(body.id);
    }
    store::insert_organisation(tx, body_kind(name, &council::read(tx)?.name), name)
}

/// The body of that name, in any spelling; a committee is made when there is none.
pub fn committee_named(tx: &Tx, name: &str) -> Result<OrganisationId> {
    let key = search_key(name);
    match store::organisations(tx)?.into_iter().find(|b| search_key(&b.name) == key) {
        Some(body) => Ok(body.id),
        None => store::insert_organisation(tx, OrganisationKind::Committee, name),
    }
}

/// What a body is, from its name: the council itself, a 部会, a 自治会, else a member body.
pub fn body_kind(name: &str, council: &str) -> OrganisationKind {
    match name {
        _ if search_key(name) == search_key(council) => OrganisationKind::Council,
        _ if name.ends_with("部会") || name.ends_with("専門部") => OrganisationKind::Committee,
        _ if name.ends_with("自治会") || name.ends_with("町内会") => OrganisationKind::Association,
        _ => OrganisationKind::MemberBody,
    }
}
