//! 受付: who came, who gave a proxy to whom, what the slips say. Many numbers at once; all of them or none.

use std::collections::{HashMap, HashSet};

use chrono::NaiveTime;

use super::results::open_with;
use super::{item, not_in_effect};
use crate::file::Tx;
use crate::meetings::{
    AgendaItem, AgendaItemId, Holder, Known, MeetingId, Outcome, Standing, Vote, Voter, VoterId, listed, stays_voted,
    store, vote_again,
};
use crate::{Error, Result};

/// How some voters take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// 出欠
    pub standing: Standing,
    /// 委任先, of proxies; none is a blank one.
    pub holder: Option<Holder>,
    /// The number of the voter who holds them.
    pub holder_number: Option<i64>,
    /// 代理人の氏名
    pub deputy: String,
    /// 遅れて来た時刻
    pub came_at: Option<NaiveTime>,
    /// 退席した時刻
    pub left_at: Option<NaiveTime>,
}

impl Mark {
    /// A mark that says nothing more.
    pub fn plain(standing: Standing) -> Mark {
        let (holder, holder_number, deputy, came_at, left_at) = Default::default();
        Mark { standing, holder, holder_number, deputy, came_at, left_at }
    }
}

/// Marks the voters of these numbers. Somebody who is marked otherwise already is refused, unless the marks are to be written
/// over: one slip of two is in the wrong pile. What a mark leaves empty stays as it was while the standing is the same. What a
/// slip said stays written down, and counts only while it is one.
pub fn mark(tx: &Tx, id: MeetingId, numbers: &[i64], mark: &Mark, writes_over: bool) -> Result<()> {
    let known = Known::load(tx, id)?;
    not_in_effect(&known)?;
    let voters = found(&known, numbers)?;
    if known.meeting.is_written && mark.standing.is_in_room() {
        return Err(Error::refused("meetings.written_only")
            .with("field", "standing")
            .with("way", mark.standing.label()));
    }
    let holder = if mark.standing == Standing::Proxy { holder(&known, &voters, mark)? } else { None };
    let marked: Vec<Voter> = voters.iter().map(|voter| marked(voter, mark, holder)).collect();
    if marked.iter().any(|voter| voter.came_at.zip(voter.left_at).is_some_and(|(came, left)| left < came)) {
        return Err(Error::refused("meetings.times_reversed").with("field", "left"));
    }
    if !writes_over {
        unmarked_before(&voters, &marked)?;
    }
    once_in_the_room(&known, &marked)?;
    for (_, after) in voters.iter().zip(&marked).filter(|(before, after)| **before != *after) {
        store::update_voter(tx, after)?;
    }
    tx.say("again", told_of_votes(tx, &known)?);
    tx.say("numbers", listed(numbers));
    tx.say("count", numbers.len());
    tx.say("way", mark.standing.label());
    Ok(())
}

/// What is said of votes taken before: those to be taken again, and those that stay as they were counted.
pub(super) fn told_of_votes(tx: &Tx, before: &Known) -> Result<String> {
    let again = voted_again(tx, before)?;
    let after = Known::load(tx, before.meeting.id)?;
    let kept = after.items.iter().zip(&after.labels).filter(|(item, _)| after.is_outdated(item));
    let kept: Vec<&str> =
        kept.map(|(item, label)| if label.is_empty() { item.title.as_str() } else { label }).collect();
    Ok(again + &stays_voted(&kept))
}

/// What was voted on without a quorum is never decided by who is marked afterwards: its result is taken back, so that it is
/// voted on again. Returns the sentence that says so; empty where there is none.
fn voted_again(tx: &Tx, before: &Known) -> Result<String> {
    let after = Known::load(tx, before.meeting.id)?;
    let makes_meeting =
        |item: &AgendaItem| after.counted_now(item).is_some_and(|now| now.there.quorum(&after.meeting.rules).is_met);
    let is_open = |item: &AgendaItem| before.decision(item).outcome == Outcome::NoQuorum && makes_meeting(item);
    let again: Vec<&AgendaItem> = after.items.iter().filter(|item| is_open(item)).collect();
    for item in &again {
        let open = AgendaItem { ballot: None, counted: None, voted_at: None, ..(*item).clone() };
        store::put_item(tx, &open)?;
        open_with(tx, &Known::load(tx, before.meeting.id)?, &open)?;
    }
    Ok(vote_again(&again.iter().map(|item| item.title.as_str()).collect::<Vec<_>>()))
}

/// The voters of these numbers; numbers that nobody has are told, all of them.
fn found<'a>(known: &'a Known, numbers: &[i64]) -> Result<Vec<&'a Voter>> {
    let total = known.voters.len();
    if total == 0 {
        return Err(Error::refused("meetings.no_roll").with("meeting", &known.title));
    }
    if numbers.len() > total {
        let more = Error::refused("meetings.more_than_members").with("field", "numbers");
        return Err(more.with("typed", numbers.len()).with("total", total));
    }
    let by_number: HashMap<i64, &Voter> = known.voters.iter().map(|voter| (voter.number, voter)).collect();
    let strange: Vec<i64> = numbers.iter().copied().filter(|number| !by_number.contains_key(number)).collect();
    if !strange.is_empty() {
        let refused = Error::refused("meetings.no_such_number").with("field", "numbers");
        return Err(refused.with("numbers", listed(&strange)).with("total", total));
    }
    Ok(numbers.iter().filter_map(|number| by_number.get(number).copied()).collect())
}

fn marked(voter: &Voter, mark: &Mark, holder: Option<(Holder, Option<VoterId>)>) -> Voter {
    let comes = mark.standing.comes();
    let before = Some(voter).filter(|voter| voter.standing == mark.standing);
    let deputy = Some(mark.deputy.trim()).filter(|name| !name.is_empty()).or(before.map(|voter| voter.deputy.as_str()));
    Voter {
        standing: mark.standing,
        holder: holder.map(|(holder, _)| holder),
        holder_id: holder.and_then(|(_, id)| id),
        deputy: deputy.filter(|_| mark.standing == Standing::Deputy).unwrap_or_default().to_owned(),
        came_at: mark.came_at.or(before.and_then(|voter| voter.came_at)).filter(|_| comes),
        left_at: mark.left_at.or(before.and_then(|voter| voter.left_at)).filter(|_| comes),
        is_chair: voter.is_chair && comes,
        ..voter.clone()
    }
}

/// Who holds the proxies: somebody who is not known to stay away, is none of those who give them, and holds no more than the
/// rules let one hold.
fn holder(known: &Known, givers: &[&Voter], mark: &Mark) -> Result<Option<(Holder, Option<VoterId>)>> {
    let kind = mark.holder.unwrap_or(Holder::Blank);
    if kind != Holder::Member {
        return Ok(Some((kind, None)));
    }
    let refused = |code| Error::refused(code).with("field", "holder").with("number", mark.holder_number.unwrap_or(0));
    let holder = known.voters.iter().find(|voter| Some(voter.number) == mark.holder_number);
    let holder = holder.ok_or_else(|| refused("meetings.no_such_holder"))?;
    if givers.iter().any(|giver| giver.id == holder.id) {
        return Err(refused("meetings.proxy_to_self"));
    }
    if !holder.standing.comes() && holder.standing != Standing::Open {
        return Err(refused("meetings.holder_absent").with("way", holder.standing.label()));
    }
    let giving: HashSet<VoterId> = givers.iter().map(|giver| giver.id).collect();
    let holds = known.voters.iter().filter(|voter| voter.holder_id == Some(holder.id) && !giving.contains(&voter.id));
    let held = (holds.count() + givers.len()) as i64;
    match known.meeting.rules.most_proxies {
        Some(most) if held > most => Err(refused("meetings.too_many_held").with("most", most).with("held", held)),
        _ => Ok(Some((kind, Some(holder.id)))),
    }
}

/// Refuses to mark somebody otherwise who is marked already; when somebody comes or goes may be added.
fn unmarked_before(voters: &[&Voter], after: &[Voter]) -> Result<()> {
    let differs = |(before, after): &(&&Voter, &Voter)| {
        let is_same =
            (before.standing, before.holder, before.holder_id) == (after.standing, after.holder, after.holder_id);
        before.standing != Standing::Open && !is_same && after.standing != Standing::Open
    };
    let already: Vec<&Voter> = voters.iter().zip(after).filter(differs).map(|(before, _)| *before).collect();
    let Some(first) = already.first() else { return Ok(()) };
    let numbers: Vec<i64> = already.iter().map(|voter| voter.number).collect();
    let refused = Error::refused("meetings.already_marked").with("field", "numbers").with("numbers", listed(&numbers));
    Err(refused.with("way", first.standing.label()).with("count", numbers.len()))
}

/// Refuses somebody who would sit there twice, for two bodies or households: the other vote needs a deputy or a proxy.
fn once_in_the_room(known: &Known, marked: &[Voter]) -> Result<()> {
    let changed: HashMap<VoterId, &Voter> = marked.iter().map(|voter| (voter.id, voter)).collect();
    let mut seen: HashMap<_, i64> = HashMap::new();
    let all = known.voters.iter().map(|voter| changed.get(&voter.id).copied().unwrap_or(voter));
    for voter in all.filter(|voter| voter.standing == Standing::Present) {
        let Some(person) = voter.person_id else { continue };
        if let Some(other) = seen.insert(person, voter.number) {
            let refused = Error::refused("meetings.person_twice").with("field", "numbers");
            return Err(refused.with("number", voter.number).with("other", other));
        }
    }
    Ok(())
}

/// A seat that one voter has in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// 議長
    Chair,
    /// 会長
    President,
}

/// Says which voter is 議長 or 会長; none where it is nobody of the roll. A chair is in the room.
pub fn seat(tx: &Tx, id: MeetingId, seat: Seat, number: Option<i64>) -> Result<()> {
    let known = Known::load(tx, id)?;
    not_in_effect(&known)?;
    let chosen = number.map(|number| found(&known, &[number])).transpose()?;
    let chosen = chosen.and_then(|voters| voters.first().copied());
    if let Some(voter) = chosen.filter(|voter| seat == Seat::Chair && !voter.standing.comes()) {
        let refused = Error::refused("meetings.chair_absent").with("field", "number").with("number", voter.number);
        return Err(refused.with("way", voter.standing.label()));
    }
    for voter in &known.voters {
        let is_it = chosen.is_some_and(|chosen| chosen.id == voter.id);
        let after = match seat {
            Seat::Chair => Voter { is_chair: is_it, ..voter.clone() },
            Seat::President => Voter { is_president: is_it, ..voter.clone() },
        };
        if after != *voter {
            store::update_voter(tx, &after)?;
        }
    }
    tx.say("again", told_of_votes(tx, &known)?);
    tx.say("seat", if seat == Seat::Chair { "議長" } else { "会長" });
    tx.say("number", number.map_or("なし".to_owned(), |number| number.to_string()));
    Ok(())
}

/// Writes what the slips of these numbers say at the items; an item without a mark is what the rules say. The voters must have
/// sent in slips.
pub fn write_votes(tx: &Tx, id: MeetingId, numbers: &[i64], votes: &[(AgendaItemId, Option<Vote>)]) -> Result<()> {
    let known = Known::load(tx, id)?;
    not_in_effect(&known)?;
    let voters = found(&known, numbers)?;
    let others: Vec<i64> =
        voters.iter().filter(|voter| !voter.standing.is_sent_in()).map(|voter| voter.number).collect();
    if !others.is_empty() {
        return Err(Error::refused("meetings.not_sent_in").with("field", "numbers").with("numbers", listed(&others)));
    }
    for (id, vote) in votes {
        let item = item(tx, *id)?;
        for voter in voters.iter().filter(|_| item.meeting_id == known.meeting.id) {
            store::put_votes(tx, voter.id, *id, *vote)?;
        }
    }
    tx.say("again", told_of_votes(tx, &known)?);
    tx.say("numbers", listed(numbers));
    tx.say("count", numbers.len());
    Ok(())
}
