//! 名簿の取り込みを書く: all of a plan in one operation, with the column meanings for the next time.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::Connection;

use super::acts::{self, Family, body_kind};
use super::import::{Index, PersonDraft, RoleDraft, Stored};
use super::{Organisation, OrganisationId, OrganisationKind, Person, PersonId, Role, store};
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Difference, Plan, Planned, RowDecision, Verdict};
use crate::text::search_key;
use crate::{Error, Result, council};

/// What an import is compared with.
pub fn stored(conn: &Connection, city: &str) -> Result<Stored> {
    Ok(Stored {
        people: store::people(conn)?,
        roles: store::roles(conn)?,
        bodies: store::organisations(conn)?,
        council: council::read(conn)?.name,
        city: city.to_owned(),
    })
}

/// Writes a plan with the user's decisions; an unsure row without one is taken as new.
pub fn apply_import(tx: &Tx, plan: &Plan<PersonDraft>, decisions: &[RowDecision], city: &str) -> Result<Counts> {
    let stored = stored(tx, city)?;
    let mut writer = Writer::new(tx, &stored);
    let mut families = Families::default();
    for (row, decision) in plan.decided(decisions) {
        let who = writer.write(row, decision)?;
        // A family that has left lives nowhere that the roster knows.
        if let Some(who) = who.filter(|_| row.draft.left_on.is_none()) {
            families.add(row, who, writer.home_body(&row.draft)?);
        }
    }
    acts::join_families(tx, &families.named())?;
    mapping::remember(tx, Kind::Roster, &plan.mappings)?;
    let written = plan.written(decisions);
    tx.say("new", written.new);
    tx.say("changed", written.changed + written.joined);
    Ok(plan.counts())
}

/// Who came of one row of the file: the person whose row it is, and the family that its cells name.
#[derive(Default)]
struct Families(BTreeMap<(String, u32), Vec<Named>>);

struct Named {
    is_head: bool,
    who: PersonId,
    /// 自治会 or 班
    body: Option<OrganisationId>,
}

impl Families {
    fn add(&mut self, row: &Planned<PersonDraft>, who: PersonId, body: Option<OrganisationId>) {
        let place = (row.sheet.clone(), row.row);
        self.0.entry(place).or_default().push(Named { is_head: row.draft.family_of.is_empty(), who, body });
    }

    /// Those with a head and somebody else, the head first.
    fn named(self) -> Vec<Family> {
        let family = |mut named: Vec<Named>| {
            named.sort_by_key(|one| !one.is_head);
            let is_one = named.len() > 1 && named.iter().filter(|one| one.is_head).count() == 1;
            let organisation_id = named.first()?.body;
            is_one.then(|| Family { residents: named.iter().map(|one| one.who).collect(), organisation_id })
        };
        self.0.into_values().filter_map(family).collect()
    }
}

struct Writer<'a> {
    tx: &'a Tx<'a>,
    stored: &'a Stored,
    index: Index<'a>,
    /// As they are by now: two rows may be said to be one person, and neither takes back what the other wrote.
    people: HashMap<PersonId, Person>,
    /// Roles that were written for somebody who was there: person, body and title.
    given: HashSet<(PersonId, OrganisationId, String)>,
    bodies: HashMap<String, OrganisationId>,
}

impl<'a> Writer<'a> {
    fn new(tx: &'a Tx<'a>, stored: &'a Stored) -> Writer<'a> {
        Writer {
            tx,
            stored,
            index: Index::new(stored),
            people: stored.people.iter().map(|p| (p.id, p.clone())).collect(),
            given: HashSet::new(),
            bodies: stored.bodies.iter().map(|b| (search_key(&b.name), b.id)).collect(),
        }
    }

    fn write(&mut self, row: &Planned<PersonDraft>, decision: Option<&RowDecision>) -> Result<Option<PersonId>> {
        let who = match (decision.map(|d| d.decision), row.verdict) {
            (Some(Decision::Skip), _) | (None, Verdict::Skipped) => return Ok(None),
            (None, Verdict::Same) => return Ok(row.draft.known),
            (Some(Decision::Same), _) => self.update(&row.draft, chosen(decision, row.draft.known)?),
            (None, Verdict::Changed) => self.update(&row.draft, row.draft.known.ok_or_else(no_such_person)?),
            (Some(Decision::New), _) | (None, Verdict::New | Verdict::Unsure) => self.insert(&row.draft),
        };
        who.map(Some)
    }

    fn insert(&mut self, draft: &PersonDraft) -> Result<PersonId> {
        let person = draft.clone().person();
        store::insert_person(self.tx, &person)?;
        for role in &draft.roles {
            let body = self.body(role)?;
            let held = Role::held(person.id, body, &role.title);
            store::put_role(self.tx, &Role { from_on: role.from_on, to_on: role.to_on, ..held })?;
        }
        Ok(person.id)
    }

    fn update(&mut self, draft: &PersonDraft, id: PersonId) -> Result<PersonId> {
        let person = self.people.get_mut(&id).ok_or_else(no_such_person)?;
        let changes = self.index.changes(person, draft);
        let changed = with_changes(person, draft, &changes);
        if changed != *person {
            store::update_person(self.tx, &changed)?;
            *person = changed;
        }
        for (held, role) in self.index.role_changes(id, draft) {
            let organisation_id = self.body(role)?;
            if held.is_none() && !self.given.insert((id, organisation_id, role.title.clone())) {
                continue;
            }
            let known = held.cloned().unwrap_or_else(|| Role::held(id, organisation_id, &role.title));
            let (from_on, to_on) = (known.from_on.or(role.from_on), known.to_on.or(role.to_on));
            store::put_role(self.tx, &Role { organisation_id, from_on, to_on, ..known })?;
        }
        Ok(id)
    }

    /// The body of that name in any spelling; made when there is none. No name is the council itself.
    fn body(&mut self, role: &RoleDraft) -> Result<OrganisationId> {
        let name = if role.body.is_empty() { &self.stored.council } else { &role.body };
        if role.within.is_empty() {
            return self.named(name, body_kind(name, &self.stored.council), None);
        }
        let above = self.named(&role.within, body_kind(&role.within, &self.stored.council), None)?;
        self.named(name, OrganisationKind::Block, Some(above))
    }

    fn named(&mut self, name: &str, kind: OrganisationKind, above: Option<OrganisationId>) -> Result<OrganisationId> {
        let key = search_key(name);
        let known = self.bodies.get(&key).copied().or_else(|| self.block_within(name, above?));
        if let Some(id) = known {
            return Ok(id);
        }
        let id = store::insert_organisation(self.tx, kind, name)?;
        if above.is_some() {
            let body = store::find_organisation(self.tx, id)?.ok_or_else(|| Error::refused("roster.no_such_body"))?;
            store::put_organisation(self.tx, &Organisation { parent_id: above, ..body })?;
        }
        self.bodies.insert(key, id);
        Ok(id)
    }

    /// The 班 that somebody of the file belongs to, else their association.
    fn home_body(&mut self, draft: &PersonDraft) -> Result<Option<OrganisationId>> {
        let is_association = |role: &&RoleDraft| body_kind(&role.body, "") == OrganisationKind::Association;
        let block = draft.roles.iter().find(|role| !role.within.is_empty());
        block.or_else(|| draft.roles.iter().find(is_association)).map(|role| self.body(role)).transpose()
    }

    /// A 班 of that association under its short name: 2班 for 桜町東自治会2班.
    fn block_within(&self, name: &str, above: OrganisationId) -> Option<OrganisationId> {
        let within = self.stored.bodies.iter().find(|body| body.id == above)?;
        let short = search_key(name.strip_prefix(within.name.as_str())?);
        let block = |body: &&Organisation| body.parent_id == Some(above) && search_key(&body.name) == short;
        self.stored.bodies.iter().find(block).map(|body| body.id)
    }
}

fn no_such_person() -> Error {
    Error::refused("roster.no_such_person")
}

fn chosen(decision: Option<&RowDecision>, known: Option<PersonId>) -> Result<PersonId> {
    let id = decision.and_then(|d| d.id.as_deref()?.parse().ok());
    id.or(known).ok_or_else(no_such_person)
}

/// The stored person with what the file changes; the stored name is never replaced.
fn with_changes(person: &Person, draft: &PersonDraft, changes: &[Difference]) -> Person {
    let mut changed = person.clone();
    for change in changes {
        match change.field.as_str() {
            "kana" => {
                changed.name.family_kana = draft.name.family_kana.clone();
                changed.name.given_kana = draft.name.given_kana.clone();
            }
            "postal" => changed.postal = draft.postal.clone(),
            "address" => changed.address = draft.address.clone(),
            "phone" => changed.phone = draft.phone.clone(),
            "mobile" => changed.mobile = draft.mobile.clone(),
            "birth" => changed.birth_on = draft.birth_on,
            "joined" => changed.joined_on = draft.joined_on,
            "left" => (changed.left_on, changed.left_reason) = (draft.left_on, draft.left_reason.clone()),
            "note" => changed.note = draft.note.clone(),
            _ => {}
        }
    }
    changed
}

#[cfg(test)]
mod tests;
