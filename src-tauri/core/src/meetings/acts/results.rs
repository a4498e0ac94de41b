//! 採決の結果.

use chrono::NaiveTime;

use super::item;
use crate::file::Tx;
use crate::meetings::{AgendaItem, AgendaItemId, Ballot, Known, Method, Opened, Outcome, Part, Split, store};
use crate::{Error, Result};

/// Writes what was counted at an item; no ballot takes it back. The counts must add up to those who voted: a vote too many or
/// too few is told with its number.
pub fn record_result(
    tx: &Tx,
    id: AgendaItemId,
    ballot: Option<Ballot>,
    voted_at: Option<NaiveTime>,
    discussion: &str,
) -> Result<Outcome> {
    let known = Known::load(tx, item(tx, id)?.meeting_id)?;
    let item = known.items.iter().find(|item| item.id == id).ok_or_else(|| Error::refused("meetings.no_such_item"))?;
    if known.effects.contains(&id) {
        return Err(Error::refused("meetings.item_in_effect").with("title", &item.title));
    }
    // A day that stands beside 規約 before they were voted on is not that of their approval.
    let is_first = item.ballot.is_none() && known.needs_approval(item);
    let from_on = item.from_on.filter(|_| !is_first);
    let discussion = discussion.trim().to_owned();
    let after = AgendaItem { ballot, voted_at, counted: None, discussion, from_on, ..item.clone() };
    let decides_tie = decides_tie(item, &after);
    if let Some(ballot) = ballot.filter(|_| !decides_tie) {
        if known.voters.is_empty() {
            return Err(Error::refused("meetings.no_roll").with("meeting", &known.title));
        }
        let voting = known.hall(voted_at).voting(item.matter);
        if ballot.method == Method::Paper && ballot.present.is_none() {
            return Err(Error::refused("meetings.votes_missing").with("field", "present"));
        }
        let objects = |split: Option<Split>| split.is_some_and(|split| split.no + split.abstain > 0);
        if ballot.method == Method::NoObjection && (objects(ballot.present) || objects(ballot.proxies)) {
            return Err(Error::refused("meetings.objected").with("field", "present").with("title", &item.title));
        }
        ballot.present.map(|split| split.checked("meetings.votes_differ", "present", voting.present)).transpose()?;
        ballot.proxies.map(|split| split.checked("meetings.proxies_differ", "proxies", voting.proxies)).transpose()?;
    }
    let counted = if decides_tie { item.counted } else { known.counted_now(&after) };
    let after = AgendaItem { counted, ..after };
    if after != *item {
        store::put_item(tx, &after)?;
    }
    open_with(tx, &known, &after)?;
    let outcome = known.decision(&after).outcome;
    tx.say("title", &item.title);
    tx.say("outcome", outcome.label());
    Ok(outcome)
}

/// True where nothing is counted anew: the chair decides the tie that there was.
fn decides_tie(before: &AgendaItem, after: &AgendaItem) -> bool {
    let same = |ballot: Ballot| Ballot { casting: None, ..ballot };
    let is_same = before.ballot.map(same) == after.ballot.map(same) && before.voted_at == after.voted_at;
    is_same && before.counted.is_some() && before.ballot != after.ballot
}

/// A meeting at which something was voted on is opened: whoever has not said so before has counted by now who takes part. In
/// writing they are those of the last count. Once no result is left it is to be opened again, unless somebody said that it is.
pub(super) fn open_with(tx: &Tx, known: &Known, after: &AgendaItem) -> Result<()> {
    let meeting = &known.meeting;
    let is_voted = known.items.iter().any(|item| item.id != after.id && item.ballot.is_some());
    match (after.ballot.is_some(), meeting.opened) {
        (true, Some(_)) if meeting.has(Part::Door) => Ok(()),
        (true, _) => {
            let opened = Opened { there: known.attendance(meeting.begins_at), with_result: true };
            store::set_opened(tx, meeting.id, Some(&opened))
        }
        (false, Some(opened)) if opened.with_result && !is_voted => store::set_opened(tx, meeting.id, None),
        (false, _) => Ok(()),
    }
}
