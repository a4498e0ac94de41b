//! 行事の予定を組む: what the plan and the year before propose, and what of it the user confirms.

use office::FiscalYear;
use office::activities::acts::Confirmed;
use office::activities::{ActivityPlanId, OccasionId, Proposal, Source, acts, proposals, without_days};
use office::file::Tx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Lines;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, labels, typed};

/// What a year is likely to have and has not yet.
#[derive(Debug, Deserialize, TS)]
pub struct Proposals {
    pub year: FiscalYear,
}

/// An occasion that a year is likely to have.
#[derive(Debug, Serialize, TS)]
pub struct ProposalShown {
    pub source: Source,
    #[ts(type = "string | null")]
    pub plan_id: Option<ActivityPlanId>,
    #[ts(type = "string | null")]
    pub like_id: Option<OccasionId>,
    pub title: String,
    pub activity: String,
    pub place: String,
    /// 10月11日（日）; empty where the user has to say it.
    pub on_label: String,
    /// The days as they are typed.
    pub from: String,
    pub to: String,
    /// The words of the plan, or the days of the year before.
    pub words: String,
}

impl Command for Proposals {
    const NAME: &'static str = "activities.proposals";
    type Output = Vec<ProposalShown>;
    fn run(self, desk: &Desk) -> Result<Vec<ProposalShown>> {
        desk.office()?.view(|view| {
            let lines = Lines::load(view)?;
            Ok(proposals(view, self.year)?.into_iter().map(|proposal| shown(proposal, &lines)).collect())
        })
    }
}

/// What the plan of a year says without a day, so that nothing is proposed of it.
#[derive(Debug, Deserialize, TS)]
pub struct WithoutDays {
    pub year: FiscalYear,
}

/// A line of the plan without a day: 見守り, 通年.
#[derive(Debug, Serialize, TS)]
pub struct DaylessLine {
    pub title: String,
    pub schedule: String,
}

impl Command for WithoutDays {
    const NAME: &'static str = "activities.without_days";
    type Output = Vec<DaylessLine>;
    fn run(self, desk: &Desk) -> Result<Vec<DaylessLine>> {
        let told = desk.office()?.view(|view| without_days(view, self.year))?;
        Ok(told.into_iter().map(|(title, schedule)| DaylessLine { title, schedule }).collect())
    }
}

fn shown(proposal: Proposal, lines: &Lines) -> ProposalShown {
    let activity = lines.activities.iter().find(|a| Some(a.id) == proposal.activity_id);
    let last = proposal.to_on.filter(|to| Some(*to) != proposal.from_on);
    ProposalShown {
        source: proposal.source,
        plan_id: proposal.plan_id,
        like_id: proposal.like_id,
        title: proposal.title,
        activity: activity.map_or(String::new(), |a| a.name.clone()),
        place: proposal.place,
        on_label: proposal.from_on.map_or(String::new(), labels::day_of_week),
        from: labels::long_day(proposal.from_on),
        to: labels::long_day(last),
        words: proposal.words,
    }
}

/// Makes the confirmed occasions of a year, all in one act.
#[derive(Debug, Deserialize, TS)]
pub struct MakeOccasions {
    pub year: FiscalYear,
    pub confirmed: Vec<ConfirmedDraft>,
}

/// A proposal as the user confirms it.
#[derive(Debug, Deserialize, TS)]
pub struct ConfirmedDraft {
    #[ts(type = "string | null")]
    pub plan_id: Option<ActivityPlanId>,
    #[ts(type = "string | null")]
    pub like_id: Option<OccasionId>,
    pub title: String,
    pub from: String,
    pub to: String,
}

impl Command for MakeOccasions {
    const NAME: &'static str = "activities.make_occasions";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let parsed: Result<Vec<Confirmed>> = self.confirmed.into_iter().map(|one| one.parsed(self.year)).collect();
        let confirmed = parsed?;
        let make = |tx: &Tx| acts::make_occasions(tx, self.year, &confirmed).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, make)?.into())
    }
}

impl ConfirmedDraft {
    fn parsed(self, year: FiscalYear) -> Result<Confirmed> {
        let missing = || Error::refused("activities.day_missing").with("field", "from").with("name", self.title.trim());
        let from_on = typed::day(&self.from, Some(year), "from")?.ok_or_else(missing)?;
        let to_on = typed::day(&self.to, Some(year), "to")?.unwrap_or(from_on);
        Ok(Confirmed { plan_id: self.plan_id, like_id: self.like_id, title: self.title, from_on, to_on })
    }
}
