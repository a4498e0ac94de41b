//! 採決の結果, and what decisions change.

use office::meetings::{AgendaItemId, Ballot, MeetingId, Method, Split, Vote, acts};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, typed};

/// Writes what was counted at an item.
#[derive(Debug, Deserialize, TS)]
pub struct RecordResult {
    #[ts(type = "string")]
    pub id: AgendaItemId,
    /// None takes the result back.
    pub method: Option<Method>,
    /// None where all agreed and nobody counted.
    pub present: Option<SplitDraft>,
    /// None where all proxies were in favour.
    pub proxies: Option<SplitDraft>,
    pub casting: Option<Vote>,
    /// 14:30; empty where nobody came late or left.
    pub voted: String,
    pub discussion: String,
}

/// Counts as typed; nothing is 0.
#[derive(Debug, Deserialize, TS)]
pub struct SplitDraft {
    pub yes: String,
    pub no: String,
    pub abstain: String,
}

impl Command for RecordResult {
    const NAME: &'static str = "meetings.record_result";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let present = self.present.map(|split| split.parsed("present")).transpose()?;
        let proxies = self.proxies.map(|split| split.parsed("proxies")).transpose()?;
        let ballot = self.method.map(|method| Ballot { method, present, proxies, casting: self.casting });
        let voted_at = typed::time(&self.voted, "voted")?;
        let record =
            |tx: &office::file::Tx| acts::record_result(tx, self.id, ballot, voted_at, &self.discussion).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, record)?.into())
    }
}

impl SplitDraft {
    fn parsed(&self, field: &str) -> Result<Split> {
        let count = |typed: &str| typed::count(typed, field).map(|(count, _)| count.unwrap_or(0));
        Ok(Split { yes: count(&self.yes)?, no: count(&self.no)?, abstain: count(&self.abstain)? })
    }
}

/// Lets the approved items of a meeting take effect, in one change.
#[derive(Debug, Deserialize, TS)]
pub struct TakeEffect {
    #[ts(type = "string")]
    pub id: MeetingId,
}

impl Command for TakeEffect {
    const NAME: &'static str = "meetings.take_effect";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let take = |tx: &office::file::Tx| acts::take_effect(tx, self.id, desk.today()).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, take)?.into())
    }
}
