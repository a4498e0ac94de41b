//! One item of an agenda with what came of it.

use office::FiscalYear;
use office::file::View;
use office::meetings::{AgendaItem, Ballot, Known, Matter, Nomination, Outcome, Tally, Voting, draws, store};
use office::profile::Edition;
use serde::Serialize;
use ts_rs::TS;

use super::booklet::year_of;
use super::clock;
use crate::{Result, labels};

/// One item with what came of it.
#[derive(Debug, Serialize, TS)]
pub struct ItemShown {
    pub item: AgendaItem,
    pub label: String,
    pub matter_label: String,
    /// 過半数, 4分の3以上 …
    pub majority_label: String,
    #[ts(type = "number")]
    pub needed: i64,
    #[ts(type = "number")]
    pub base: i64,
    pub outcome: Outcome,
    pub outcome_label: String,
    pub sentence: String,
    pub tally: Tally,
    /// Who votes on it as the door is now.
    pub voting: Voting,
    /// Somebody was marked after the vote: it stays as it was counted.
    pub is_outdated: bool,
    pub ballot: Option<Ballot>,
    pub voted_label: String,
    /// Papers of the records that belong to it.
    pub papers: Vec<PaperDrawn>,
    /// 何年度のものか: the years to choose from, with the usual title of each; empty for a matter that has none.
    pub years: Vec<SubjectYear>,
    /// The year that it is about.
    pub year: FiscalYear,
    pub nominations: Vec<Nomination>,
    pub is_in_effect: bool,
    /// 規約改正: the text in force, where the records have one.
    pub bylaws: Option<String>,
    pub from_label: String,
    pub to_label: String,
}

/// A paper of the records.
#[derive(Debug, Serialize, TS)]
pub struct PaperDrawn {
    pub form: String,
    pub title: String,
    /// The year whose paper it is.
    pub year: FiscalYear,
}

/// A year that an item may be about.
#[derive(Debug, Serialize, TS)]
pub struct SubjectYear {
    pub year: FiscalYear,
    pub label: String,
    /// The usual title of an item about it.
    pub title: String,
}

pub(super) fn shown(view: &View, edition: &Edition, known: &Known, at: usize) -> Result<ItemShown> {
    let (item, year) = (&known.items[at], year_of(known, at));
    let decision = known.decision(item);
    let forms = draws(item.matter).map_or(&[][..], |draws| &draws.forms);
    let paper = |form: &String| {
        let form = edition.form(form).ok()?;
        Some(PaperDrawn { form: form.id.clone(), title: form.title.clone(), year })
    };
    Ok(ItemShown {
        label: known.labels[at].clone(),
        matter_label: item.matter.label().to_owned(),
        majority_label: decision.majority.share.label(),
        needed: decision.needed,
        base: decision.base,
        outcome: decision.outcome,
        outcome_label: decision.outcome.label().to_owned(),
        sentence: known.result_sentence(item),
        tally: decision.tally,
        voting: known.hall(item.voted_at).voting(item.matter),
        is_outdated: known.is_outdated(item),
        ballot: item.ballot,
        voted_label: clock(item.voted_at),
        papers: forms.iter().filter_map(paper).collect(),
        years: years(known, item),
        year,
        nominations: store::nominations(view, item.id)?,
        is_in_effect: known.effects.contains(&item.id),
        bylaws: store::bylaws_before(view, item, known.meeting.held_on)?.filter(|_| item.matter == Matter::Bylaws),
        from_label: labels::long_day(item.from_on),
        to_label: labels::long_day(item.to_on),
        item: item.clone(),
    })
}

/// The year before, the meeting's own and the next.
fn years(known: &Known, item: &AgendaItem) -> Vec<SubjectYear> {
    let own = known.meeting.fiscal_year;
    let Some(draws) = draws(item.matter).filter(|draws| draws.is_of_a_year()) else { return Vec::new() };
    let choice = |year: FiscalYear| SubjectYear { year, label: year.label(), title: draws.title(year) };
    [own.previous(), own, own.next()].map(choice).into()
}
