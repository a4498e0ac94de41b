//! 議決の反映: what was approved changes the records, all of it in one change, so that one undo takes all of it back.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::file::Tx;
use crate::meetings::{
    AgendaItem, Bylaws, BylawsId, Known, Matter, MeetingId, Nomination, Outcome, awaits_approval, store,
};
use crate::roster::acts::Succession;
use crate::roster::{Role, RoleId};
use crate::{Error, Result, accounts, roster};

/// True for an approved item that would change the records and has not yet.
pub fn is_due(conn: &Connection, known: &Known, item: &AgendaItem) -> Result<bool> {
    if known.effects.contains(&item.id) || known.decision(item).outcome != Outcome::Approved {
        return Ok(false);
    }
    match item.matter {
        Matter::Revision => Ok(item.revision_id.is_some()),
        Matter::Budget => {
            let books = accounts::Books::load(conn, known.year_of(item))?;
            Ok(!books.budget.is_empty() && books.initial_decided_on().is_none())
        }
        Matter::Officers => Ok(!store::nominations(conn, item.id)?.is_empty()),
        Matter::Bylaws => Ok(!item.new_text.trim().is_empty()),
        _ => Ok(false),
    }
}

/// Lets the approved items of a meeting take effect that have not yet: 補正 and 当初予算 are decided, elected officers enter
/// 名簿 from their first day, the new text of 規約 stands. 規約 that a 市町村 has not approved by `today` wait, and the rest does not
/// wait for them. How many.
pub fn take_effect(tx: &Tx, id: MeetingId, today: NaiveDate) -> Result<usize> {
    let known = Known::load(tx, id)?;
    let (mut told, mut waiting) = (Vec::new(), Vec::new());
    for (item, label) in known.items.iter().zip(&known.labels) {
        if !is_due(tx, &known, item)? {
            continue;
        }
        if is_unapproved(&known, item, today) {
            waiting.push(item.title.as_str());
            continue;
        }
        change(tx, &known, item)?;
        store::insert_effect(tx, item.id, known.meeting.held_on)?;
        told.push(format!("{label}　{}", item.title));
    }
    match (told.is_empty(), waiting.is_empty()) {
        (true, true) => return Err(Error::refused("meetings.nothing_to_do").with("meeting", &known.title)),
        (true, false) => {
            return Err(Error::refused("meetings.approval_missing").with("title", waiting.join("」「")));
        }
        (false, _) => {}
    }
    tx.say("meeting", &known.title);
    tx.say("items", told.join("、"));
    tx.say("waiting", awaits_approval(&waiting));
    Ok(told.len())
}

/// True for 規約 of a 認可地縁団体 that nobody has approved yet: the day of the approval is none, one before the meeting, or one to
/// come.
fn is_unapproved(known: &Known, item: &AgendaItem, today: NaiveDate) -> bool {
    let is_approved = item.from_on.is_some_and(|on| known.meeting.held_on <= on && on <= today);
    known.needs_approval(item) && !is_approved
}

/// Does what one approved item says.
fn change(tx: &Tx, known: &Known, item: &AgendaItem) -> Result<()> {
    let (year, on, by) = (known.year_of(item), known.meeting.held_on, known.title.as_str());
    match (item.matter, item.revision_id) {
        (Matter::Revision, Some(revision)) => accounts::acts::decide_revision(tx, year, revision, on, by),
        (Matter::Budget, _) => accounts::acts::decide_budget(tx, year, on, by),
        (Matter::Officers, _) => elect(tx, item),
        (Matter::Bylaws, _) => {
            let (from_on, body, decided) = (item.from_on.unwrap_or(on), item.new_text.clone(), String::new());
            let (id, item_id) = (BylawsId::new(), Some(item.id));
            store::put_bylaws(tx, &Bylaws { id, from_on, body, item_id, decided, version: 1 })
        }
        _ => Ok(()),
    }
}

/// Those elected hold their offices from the first day of the term; who held them before holds them until the eve.
fn elect(tx: &Tx, item: &AgendaItem) -> Result<()> {
    let all = store::nominations(tx, item.id)?;
    let from_on = item.from_on.ok_or_else(|| Error::refused("meetings.term_missing").with("title", &item.title))?;
    let following = |one: &Nomination| one.role_id.map(|role_id| Succession { role_id, successor: one.person_id });
    let successions: Vec<Succession> = all.iter().filter_map(following).collect();
    if !successions.is_empty() {
        roster::acts::change_officers(tx, &successions, from_on, item.to_on)?;
    }
    for one in all.iter().filter(|one| one.role_id.is_none()) {
        let Some(person) = one.person_id else { continue };
        let role = Role {
            id: RoleId::new(),
            from_on: Some(from_on),
            to_on: item.to_on,
            ..Role::held(person, one.organisation_id, one.title.trim())
        };
        roster::store::put_role(tx, &role)?;
    }
    Ok(())
}
