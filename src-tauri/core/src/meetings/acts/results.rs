//! 採決の結果.

use chrono::NaiveTime;

use super::item;
use crate::file::Tx;
use crate::meetings::{AgendaItem, AgendaItemId, Ballot, Known, Method, Outcome, Voting, store};
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
    if let Some(ballot) = ballot {
        if known.voters.is_empty() {
            return Err(Error::refused("meetings.no_roll").with("meeting", &known.title));
        }
        let voting = Voting::of(&known.voters, &known.meeting.rules, voted_at);
        if ballot.method == Method::Paper && ballot.present.is_none() {
            return Err(Error::refused("meetings.votes_missing").with("field", "present"));
        }
        ballot.present.map(|split| split.checked("meetings.votes_differ", "present", voting.present)).transpose()?;
        ballot.proxies.map(|split| split.checked("meetings.proxies_differ", "proxies", voting.proxies)).transpose()?;
    }
    let after = AgendaItem { ballot, voted_at, discussion: discussion.trim().to_owned(), ..item.clone() };
    if after != *item {
        store::put_item(tx, &after)?;
    }
    let outcome = known.decision(&after).outcome;
    tx.say("title", &item.title);
    tx.say("outcome", outcome.label());
    Ok(outcome)
}
