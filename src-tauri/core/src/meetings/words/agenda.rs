//! 議案 and 次第 in words: what each matter is called and draws from the records, and the steps of a meeting.

use serde::Deserialize;

use super::{draft_mark, words};
use crate::calendar::FiscalYear;
use crate::meetings::{AgendaItem, Matter, MeetingKind, Years};

/// What a matter draws from the records, and what it is called.
#[derive(Debug, Deserialize)]
pub struct Draws {
    matter: Matter,
    /// 承認, 可決
    pub(super) verb: String,
    /// 収支決算
    title: String,
    year: Whose,
    /// Whose year the papers are of, where the title names none.
    #[serde(default)]
    papers: Option<Whose>,
    /// Forms of the profile.
    pub forms: Vec<String>,
    /// Forms that a 認可地縁団体 files once it is approved.
    #[serde(default)]
    pub filed: Vec<String>,
}

/// 次第: one step of a meeting.
#[derive(Debug, Deserialize)]
pub(super) struct Step {
    step: String,
    /// The kinds of meeting that have it; none is every one.
    #[serde(default)]
    kinds: Vec<MeetingKind>,
    /// Stands there only where this matter is taken up.
    matter: Option<Matter>,
    /// The items follow it.
    #[serde(default)]
    holds_items: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Whose {
    /// The year that begins, or has begun.
    This,
    /// The year whose work is reported.
    Last,
    /// The year in which the meeting is held.
    Own,
    None,
}

/// What a matter draws.
pub fn draws(matter: Matter) -> Option<&'static Draws> {
    words().matters.iter().find(|one| one.matter == matter)
}

impl Draws {
    /// 令和7年度　収支決算, as an item about that year is first called.
    pub fn title(&self, year: FiscalYear) -> String {
        if self.year == Whose::None { self.title.clone() } else { format!("{}　{}", year.label(), self.title) }
    }

    /// The year that it is about at a meeting of those years, and whose papers belong to it.
    pub fn year(&self, years: Years) -> FiscalYear {
        match self.papers.unwrap_or(self.year) {
            Whose::Last => years.reported,
            Whose::This => years.reported.next(),
            Whose::Own | Whose::None => years.own,
        }
    }

    /// True for what is about the year in which the meeting is held: a 補正.
    pub fn is_of_its_year(&self) -> bool {
        self.papers.unwrap_or(self.year) == Whose::Own
    }

    /// True for what may be about another year than the usual one.
    pub fn is_of_a_year(&self) -> bool {
        matches!(self.papers.unwrap_or(self.year), Whose::Last | Whose::This)
    }

    /// What is only proposed: its papers say （案）.
    pub fn is_draft(&self) -> bool {
        self.title.ends_with(&words().draft_mark)
    }
}

/// The title as a booklet has it: what is only proposed says so.
pub fn proposed(matter: Matter, title: &str) -> String {
    let says_so = title.contains('案') || !draws(matter).is_some_and(Draws::is_draft);
    if says_so { title.to_owned() } else { format!("{title}{}", draft_mark()) }
}

/// 次第: the steps of a meeting in their order, each with the place of the item that it is, if it is one. In writing there are
/// only the items.
pub fn steps(kind: MeetingKind, is_written: bool, items: &[AgendaItem]) -> Vec<(&'static str, Option<usize>)> {
    if is_written {
        return (0..items.len()).map(|at| ("", Some(at))).collect();
    }
    let is_taken_up = |matter: Matter| items.iter().any(|item| item.matter == matter);
    let stands = |step: &&Step| {
        (step.kinds.is_empty() || step.kinds.contains(&kind.ruled_as())) && step.matter.is_none_or(is_taken_up)
    };
    let with_items = |step: &'static Step| {
        let held = if step.holds_items { items.len() } else { 0 };
        std::iter::once((step.step.as_str(), None)).chain((0..held).map(|at| ("", Some(at))))
    };
    words().steps.iter().filter(stands).flat_map(with_items).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use crate::meetings::ItemKind;

    #[test]
    fn every_matter_has_its_words() {
        assert_eq!(words().matters.len(), 14, "a slip in the TOML would leave them empty");
        let year = FiscalYear(2026);
        assert_eq!(draws(Matter::Settlement).unwrap().title(year), "令和8年度　収支決算");
        assert_eq!(draws(Matter::Budget).unwrap().title(year), "令和8年度　収支予算（案）");
        const ALL: [Matter; 5] =
            [Matter::Activities, Matter::Property, Matter::Plan, Matter::Officers, Matter::CommunityPlan];
        let drawn = |years: Years| ALL.map(|matter| draws(matter).unwrap().year(years).0);
        assert_eq!(drawn(Years::usual(year)), [2025, 2025, 2026, 2026, 2025]);
        let closing = Years { own: year, reported: year };
        assert_eq!(drawn(closing), [2026, 2026, 2027, 2026, 2026], "in March its own year is reported");
        assert_eq!(draws(Matter::Revision).unwrap().year(closing), year, "a 補正 is of the year that runs");
    }

    #[test]
    fn what_is_proposed_says_so_once() {
        let titles = [(Matter::Budget, "予算"), (Matter::Budget, "予算（案）"), (Matter::Settlement, "決算")];
        assert_eq!(titles.map(|(matter, title)| proposed(matter, title)), ["予算（案）", "予算（案）", "決算"]);
    }

    #[test]
    fn the_order_of_a_meeting_holds_its_items_where_they_are_taken_up() {
        let item = |matter| AgendaItem::new(Id::new(), ItemKind::Motion, matter, String::new());
        let told = |kind, items: &[AgendaItem]| -> Vec<String> {
            let told = |(step, item): (&str, Option<usize>)| item.map_or(step.to_owned(), |at| format!("[{at}]"));
            steps(kind, false, items).into_iter().map(told).collect()
        };
        let general = told(MeetingKind::Extraordinary, &[item(Matter::Officers), item(Matter::Budget)]);
        let at = general.iter().position(|step| step == "議事").unwrap();
        assert_eq!(general[at + 1..at + 3], ["[0]", "[1]"]);
        assert!(general.contains(&"資格（成立）の報告".to_owned()) && general.contains(&"新役員のあいさつ".to_owned()));
        let board = told(MeetingKind::Board, &[]);
        assert_eq!(board, ["開会", "会長あいさつ", "議事", "その他", "閉会"]);
        let in_writing = steps(MeetingKind::Ordinary, true, &[item(Matter::Budget), item(Matter::Plan)]);
        assert_eq!(in_writing, [("", Some(0)), ("", Some(1))], "nobody opens or closes it");
    }
}
