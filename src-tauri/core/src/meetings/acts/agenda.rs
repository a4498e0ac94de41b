//! The agenda: items, their order, and those nominated.

use super::item;
use crate::file::Tx;
use crate::meetings::{
    AgendaItem, AgendaItemId, ItemKind, Known, Matter, MeetingId, Nomination, draws, moved, number_labels, store, term,
};
use crate::{Error, Result};

/// Writes an item: a new one at the end, or an existing one whose version must be the one that was seen. What was voted on
/// keeps its result, and the matter that it was voted on as: another one may need another majority.
pub fn save_item(tx: &Tx, new: &AgendaItem, is_new: bool) -> Result<AgendaItemId> {
    let known = Known::load(tx, new.meeting_id)?;
    let refused = |code, field: &str| Err(Error::refused(code).with("field", field));
    if new.title.trim().is_empty() {
        return refused("meetings.title_missing", "title");
    }
    if new.from_on.zip(new.to_on).is_some_and(|(from, to)| to < from) {
        return refused("roster.term_reversed", "to");
    }
    let mut new = AgendaItem { title: new.title.trim().to_owned(), ..new.clone() };
    if is_new {
        (new.position, new.ballot, new.counted, new.voted_at) = (1 + known.items.len() as i64, None, None, None);
    } else {
        let stored = open_item(&known, new.id)?;
        if stored.version != new.version {
            return Err(Error::refused("meetings.changed_elsewhere"));
        }
        if stored.ballot.is_some() && (new.matter, new.kind) != (stored.matter, stored.kind) {
            let field = if new.matter == stored.matter { "kind" } else { "matter" };
            return Err(Error::refused("meetings.matter_voted_on").with("field", field).with("title", &stored.title));
        }
        // What is of no year that is chosen keeps the one that it stayed with when its meeting was moved.
        if new.matter == stored.matter && new.revision_id == stored.revision_id {
            new.subject_year = new.subject_year.or(stored.subject_year);
        }
        if stored.ballot.is_some() {
            new.subject_year = stored.subject_year.and(new.subject_year);
            as_voted_on(stored, &new)?;
        }
        (new.position, new.ballot) = (stored.position, stored.ballot);
        (new.counted, new.voted_at) = (stored.counted, stored.voted_at);
    }
    approved_after_vote(&known, &new)?;
    tx.say("title", &new.title);
    store::put_item(tx, &new)?;
    Ok(new.id)
}

/// Refuses a day of the 認可 of 規約 that is none: one that is typed before the vote, or one before the meeting.
fn approved_after_vote(known: &Known, item: &AgendaItem) -> Result<()> {
    let held_on = known.meeting.held_on;
    let Some(on) = item.from_on.filter(|_| known.needs_approval(item)) else { return Ok(()) };
    let refused = |code| Err(Error::refused(code).with("field", "from").with("held", paper::wareki::long(held_on)));
    match item.ballot {
        None => refused("meetings.approved_before_vote"),
        Some(_) if on < held_on => refused("meetings.approved_before"),
        Some(_) => Ok(()),
    }
}

/// Refuses to exchange what was voted on for something else: it would take effect in its place.
fn as_voted_on(stored: &AgendaItem, new: &AgendaItem) -> Result<()> {
    let exchanged = [
        ("subject_year", "何年度のものか", stored.subject_year != new.subject_year),
        ("revision_id", "どの補正予算か", stored.revision_id != new.revision_id),
        ("new_text", "新しい規約の全文", stored.new_text != new.new_text),
    ];
    match exchanged.into_iter().find(|(.., is_other)| *is_other) {
        Some((field, what, _)) => Err(voted_on(stored, what).with("field", field)),
        None => Ok(()),
    }
}

fn voted_on(item: &AgendaItem, what: &str) -> Error {
    Error::refused("meetings.content_voted_on").with("title", &item.title).with("what", what)
}

/// An item of a meeting that has not taken effect.
fn open_item(known: &Known, id: AgendaItemId) -> Result<&AgendaItem> {
    let item = known.items.iter().find(|item| item.id == id);
    let item = item.ok_or_else(|| Error::refused("meetings.no_such_item"))?;
    if known.effects.contains(&id) {
        return Err(Error::refused("meetings.item_in_effect").with("title", &item.title));
    }
    Ok(item)
}

/// What a general meeting usually takes up, in the usual order; what is there already is left alone.
pub fn add_usual_items(tx: &Tx, id: MeetingId) -> Result<usize> {
    const USUAL: [(ItemKind, Matter); 7] = [
        (ItemKind::Motion, Matter::Activities),
        (ItemKind::Motion, Matter::Settlement),
        (ItemKind::Report, Matter::Audit),
        (ItemKind::Report, Matter::Property),
        (ItemKind::Motion, Matter::Officers),
        (ItemKind::Motion, Matter::Plan),
        (ItemKind::Motion, Matter::Budget),
    ];
    let known = Known::load(tx, id)?;
    let years = known.meeting.years();
    let is_there = |matter: Matter| known.items.iter().any(|item| item.matter == matter);
    let fresh: Vec<_> = USUAL.into_iter().filter(|(_, matter)| !is_there(*matter)).collect();
    for (place, (kind, matter)) in (1_i64..).zip(&fresh) {
        let title = draws(*matter).map_or(String::new(), |draws| draws.title(draws.year(years)));
        let subject_year = draws(*matter).filter(|draws| draws.is_of_a_year()).map(|draws| draws.year(years));
        let position = place + known.items.len() as i64;
        let item = AgendaItem::new(id, *kind, *matter, title);
        store::put_item(tx, &AgendaItem { position, subject_year, ..item })?;
    }
    tx.say("meeting", known.title);
    tx.say("count", fresh.len());
    Ok(fresh.len())
}

/// Moves an item to another place of the agenda, from 1; the others close up.
pub fn move_item(tx: &Tx, id: AgendaItemId, to: usize) -> Result<()> {
    let known = Known::load(tx, item(tx, id)?.meeting_id)?;
    if !known.effects.is_empty() {
        return Err(Error::refused("meetings.order_in_effect").with("meeting", &known.title));
    }
    let order = moved(known.items.iter().map(|item| item.id).collect(), id, to);
    for (position, id) in (1_i64..).zip(&order) {
        store::set_position(tx, *id, position)?;
    }
    let items = store::items(tx, known.meeting.id)?;
    let place = items.iter().position(|item| item.id == id).unwrap_or_default();
    tx.say("title", &items[place].title);
    tx.say("place", place + 1);
    tx.say("after", if known.meeting.notice_on.is_some() { term("renumbered") } else { "" });
    tx.say("label", &number_labels(&items)[place]);
    Ok(())
}

/// Takes an item off the agenda; refused once it was voted on.
pub fn remove_item(tx: &Tx, id: AgendaItemId) -> Result<()> {
    let known = Known::load(tx, item(tx, id)?.meeting_id)?;
    let gone = open_item(&known, id)?;
    if gone.ballot.is_some() {
        return Err(Error::refused("meetings.item_voted_on").with("title", &gone.title));
    }
    tx.say("title", &gone.title);
    store::delete_item(tx, id)?;
    for (position, item) in (1_i64..).zip(known.items.iter().filter(|item| item.id != id)) {
        store::set_position(tx, item.id, position)?;
    }
    Ok(())
}

/// Writes those nominated at an item.
pub fn put_nominations(tx: &Tx, id: AgendaItemId, all: &[Nomination]) -> Result<()> {
    let known = Known::load(tx, item(tx, id)?.meeting_id)?;
    let item = open_item(&known, id)?;
    if item.matter != Matter::Officers {
        return Err(Error::refused("meetings.no_election").with("title", &item.title));
    }
    if item.ballot.is_some() {
        return Err(voted_on(item, "役員の候補"));
    }
    if all.iter().any(|one| one.title.trim().is_empty()) {
        return Err(Error::refused("meetings.office_missing").with("field", "title"));
    }
    tx.say("title", &item.title);
    tx.say("count", all.len());
    store::put_nominations(tx, id, all)
}
