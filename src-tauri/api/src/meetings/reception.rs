//! 受付: the roll is taken, people come, proxies and slips are typed in by the number.

use office::meetings::acts::{self, Source};
use office::meetings::{AgendaItemId, Holder, MeetingId, Standing, Vote, numbers};
use serde::Deserialize;
use ts_rs::TS;

use super::meeting::NOW;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// Takes the roll: out of 名簿 as of a day, or as so many numbers.
#[derive(Debug, Deserialize, TS)]
pub struct TakeRoll {
    #[ts(type = "string")]
    pub id: MeetingId,
    /// Any written form; empty is today.
    pub on: String,
    /// How many numbers; empty takes 名簿.
    pub count: String,
}

impl Command for TakeRoll {
    const NAME: &'static str = "meetings.take_roll";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let day = typed::day(&self.on, None, "on")?.unwrap_or(desk.today());
        let source = typed::count(&self.count, "count")?.0.map_or(Source::Roster(day), Source::Numbers);
        let take = |tx: &office::file::Tx| acts::take_roll(tx, self.id, source).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, take)?.into())
    }
}

/// 開会: who takes part as 資格報告 is read out.
#[derive(Debug, Deserialize, TS)]
pub struct OpenMeeting {
    #[ts(type = "string")]
    pub id: MeetingId,
}

impl Command for OpenMeeting {
    const NAME: &'static str = "meetings.open_meeting";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::open_meeting(tx, self.id, NOW))?.into())
    }
}

/// 会長 who has no number on the roll is in the room, or is not.
#[derive(Debug, Deserialize, TS)]
pub struct PresidentCame {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub came: bool,
}

impl Command for PresidentCame {
    const NAME: &'static str = "meetings.president_came";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let write = |tx: &office::file::Tx| acts::set_president_came(tx, self.id, self.came);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, write)?.into())
    }
}

/// Marks how the voters of some numbers take part.
#[derive(Debug, Deserialize, TS)]
pub struct Mark {
    #[ts(type = "string")]
    pub id: MeetingId,
    /// 12、15-20、33
    pub numbers: String,
    pub standing: Standing,
    pub holder: Option<Holder>,
    /// The number of the voter who holds the proxies.
    pub holder_number: String,
    pub deputy: String,
    pub came: String,
    pub left: String,
    /// Marks that stand there already are written over.
    pub writes_over: bool,
}

impl Command for Mark {
    const NAME: &'static str = "meetings.mark";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let all = numbers(&self.numbers)?;
        let mark = acts::Mark {
            standing: self.standing,
            holder: self.holder,
            holder_number: one_number(&self.holder_number, "holder")?,
            deputy: self.deputy,
            came_at: typed::time(&self.came, "came")?,
            left_at: typed::time(&self.left, "left")?,
        };
        let write = |tx: &office::file::Tx| acts::mark(tx, self.id, &all, &mark, self.writes_over);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, write)?.into())
    }
}

/// One number, or none.
pub(super) fn one_number(words: &str, field: &'static str) -> Result<Option<i64>> {
    if words.trim().is_empty() {
        return Ok(None);
    }
    match numbers(words)?[..] {
        [only] => Ok(Some(only)),
        _ => Err(Error::refused("meetings.numbers_unreadable").with("field", field).with("typed", words.trim())),
    }
}

/// 議長・会長
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SeatKind {
    /// 議長
    Chair,
    /// 会長
    President,
}

/// Says which voter is 議長 or 会長; an empty number says nobody of the roll.
#[derive(Debug, Deserialize, TS)]
pub struct Seat {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub seat: SeatKind,
    pub number: String,
}

impl Command for Seat {
    const NAME: &'static str = "meetings.seat";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let seat = match self.seat {
            SeatKind::Chair => acts::Seat::Chair,
            SeatKind::President => acts::Seat::President,
        };
        let number = one_number(&self.number, "number")?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::seat(tx, self.id, seat, number))?.into())
    }
}

/// Writes what the slips of some numbers say.
#[derive(Debug, Deserialize, TS)]
pub struct WriteVotes {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub numbers: String,
    pub votes: Vec<ItemVote>,
}

/// The mark at one item; none is no mark.
#[derive(Debug, Deserialize, TS)]
pub struct ItemVote {
    #[ts(type = "string")]
    pub item_id: AgendaItemId,
    pub vote: Option<Vote>,
}

impl Command for WriteVotes {
    const NAME: &'static str = "meetings.write_votes";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let all = numbers(&self.numbers)?;
        let votes: Vec<_> = self.votes.into_iter().map(|one| (one.item_id, one.vote)).collect();
        let write = |tx: &office::file::Tx| acts::write_votes(tx, self.id, &all, &votes);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, write)?.into())
    }
}
