//! 資格報告 and 結果 in words: the sentences are data (`assets/words/meetings.toml`), this fills their places.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{
    AgendaItem, Attendance, Base, Decision, Matter, MeetingKind, Method, Outcome, Quorum, Rules, Standing, VoteUnit,
    Years,
};
use crate::calendar::FiscalYear;
use crate::words::fill;

/// What a matter draws from the records, and what it is called.
#[derive(Debug, Deserialize)]
pub struct Draws {
    matter: Matter,
    /// 承認, 可決
    verb: String,
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
struct Step {
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

type Sentences = BTreeMap<String, String>;

#[derive(Debug, Default, Deserialize)]
struct Words {
    slip_choice: String,
    notice: Sentences,
    terms: Sentences,
    again: Sentences,
    years: Sentences,
    ways: Sentences,
    quorum: Sentences,
    methods: Sentences,
    bases: Sentences,
    results: Sentences,
    parts: Sentences,
    draft_mark: String,
    #[serde(rename = "step")]
    steps: Vec<Step>,
    #[serde(rename = "matter")]
    matters: Vec<Draws>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| toml::from_str(include_str!("../../../../assets/words/meetings.toml")).unwrap_or_default())
}

fn sentence(of: &Sentences, name: &str, places: &[(&str, String)]) -> String {
    fill(of.get(name).map_or("", String::as_str), &places.iter().cloned().collect())
}

/// 賛成　・　反対, where a slip asks for a mark.
pub fn slip_choice() -> &'static str {
    &words().slip_choice
}

/// A sentence of 招集通知 and its slip, by its name in the file.
pub fn on_notice(name: &str, places: &[(&str, String)]) -> String {
    sentence(&words().notice, name, places)
}

/// A single word of the papers, by its name in the file.
pub fn term(name: &str) -> &'static str {
    words().terms.get(name).map_or("", String::as_str)
}

/// Which items are to be voted on again; empty for none.
pub fn vote_again(titles: &[&str]) -> String {
    let one = |title: &&str| sentence(&words().again, "one", &[("title", (*title).to_owned())]);
    let titles: String = titles.iter().map(one).collect();
    if titles.is_empty() { titles } else { sentence(&words().again, "many", &[("titles", titles)]) }
}

/// Which items keep the numbers of their vote; empty for none.
pub fn stays_voted(labels: &[&str]) -> String {
    let Some(first) = labels.first() else { return String::new() };
    let name = if labels.len() == 1 { "kept" } else { "kept_many" };
    sentence(&words().again, name, &[("item", (*first).to_owned()), ("n", labels.len().to_string())])
}

/// Which items wait for the approval of a 市町村; empty for none.
pub fn awaits_approval(titles: &[&str]) -> String {
    let titles = titles.join("」「");
    if titles.is_empty() { titles } else { sentence(&words().again, "awaits", &[("titles", titles)]) }
}

/// How many items went along to other years, and which stay with theirs; empty for none.
pub fn said_of_years(moved: usize, stay: &[(String, FiscalYear)]) -> String {
    let years = &words().years;
    let mut by_year: BTreeMap<FiscalYear, String> = BTreeMap::new();
    for (title, year) in stay {
        *by_year.entry(*year).or_default() += &sentence(years, "one", &[("title", title.clone())]);
    }
    let of_year = |(year, titles): (FiscalYear, String)| {
        sentence(years, "of_year", &[("titles", titles), ("year", year.label())])
    };
    let all = by_year.into_iter().map(of_year).collect::<Vec<_>>().join("、");
    let moved = if moved == 0 { String::new() } else { sentence(years, "moved", &[("n", moved.to_string())]) };
    moved + &if all.is_empty() { all } else { sentence(years, "stay", &[("all", all)]) }
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

/// （案）
pub fn draft_mark() -> &'static str {
    &words().draft_mark
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

/// 資格報告: what is read out; of a meeting in writing only what came back. Numbers of 0 are left out, but for the first way.
pub fn quorum_sentence(
    meeting: &str,
    attendance: &Attendance,
    quorum: Quorum,
    rules: &Rules,
    is_written: bool,
) -> String {
    let words = words();
    let unit = rules.unit.counter();
    if attendance.total == 0 {
        return sentence(&words.quorum, "nobody", &[("meeting", meeting.to_owned())]);
    }
    let first = if is_written { Standing::Written } else { Standing::Present };
    let told = |does_count: bool| {
        let ways = attendance.ways(rules).into_iter();
        let told = ways
            .filter(|(way, number, counts)| *counts == does_count && (*number > 0 || (does_count && *way == first)));
        let one = |(way, number, _): (Standing, i64, bool)| {
            sentence(&words.ways, way.word(), &[("n", number.to_string()), ("unit", unit.to_owned())])
        };
        told.map(one).collect::<Vec<_>>()
    };
    let aside = told(false).join("、");
    let aside = if aside.is_empty() { aside } else { sentence(&words.quorum, "aside", &[("ways", aside)]) };
    let name = match (quorum.needed, quorum.is_met) {
        (0, _) => "free",
        (_, true) => "met",
        (_, false) => "unmet",
    };
    sentence(
        &words.quorum,
        name,
        &[
            ("meeting", meeting.to_owned()),
            ("total", attendance.total.to_string()),
            ("opening", if is_written { String::new() } else { sentence(&words.quorum, "opening", &[]) }),
            ("ways", told(true).into_iter().map(|way| sentence(&words.quorum, "each", &[("way", way)])).collect()),
            ("counted", quorum.counted.to_string()),
            ("label", rules.quorum.label()),
            ("needed", quorum.needed.to_string()),
            ("missing", (quorum.needed - quorum.counted).to_string()),
            ("unit", unit.to_owned()),
            ("aside", aside),
        ],
    )
}

/// なお、開会のあとに3世帯が出席し、委任状2通が届きました。 and that there was a quorum by them; empty for nobody.
pub fn said_later(came: i64, slips: &[(Standing, i64)], unit: VoteUnit, makes_meeting: bool) -> String {
    let words = words();
    let unit = unit.counter().to_owned();
    let slip =
        |(way, n): &(Standing, i64)| sentence(&words.ways, way.word(), &[("n", n.to_string()), ("unit", unit.clone())]);
    let name = match (came > 0, slips.is_empty()) {
        (true, true) => "later",
        (false, false) => "later_slips",
        (true, false) => "later_both",
        (false, true) => return String::new(),
    };
    let slips = slips.iter().map(slip).collect::<Vec<_>>().join("、");
    let came = sentence(&words.quorum, name, &[("n", came.to_string()), ("unit", unit.clone()), ("slips", slips)]);
    came + &if makes_meeting { sentence(&words.quorum, "met_later", &[]) } else { String::new() }
}

/// 結果 of an item, as the minutes say it.
pub fn result_sentence(decision: &Decision, method: Option<Method>, matter: Matter, unit: VoteUnit) -> String {
    let words = words();
    let all = decision.tally.all();
    let is_unanimous = all.no == 0 && all.abstain == 0;
    let how = match method {
        Some(Method::Written) if decision.tally.electronic.sum() > 0 => Some("sent_in"),
        Some(Method::NoObjection) if !is_unanimous => Some("no_objection_in_room"),
        other => other.map(Method::word),
    };
    let name = match (decision.outcome, decision.by_chair) {
        (Outcome::Approved, false) if decision.by_consent => "consent",
        (Outcome::Approved, false) if is_unanimous && decision.majority.base == Base::All => "unanimous_of_all",
        (Outcome::Approved, false) if is_unanimous => "unanimous",
        (Outcome::Approved, false) => "approved",
        (Outcome::Approved, true) => "chair_approved",
        (Outcome::Rejected, false) => "rejected",
        (Outcome::Rejected, true) => "chair_rejected",
        (Outcome::Tie, _) => "tie",
        (Outcome::NoQuorum, _) => "no_quorum",
        (Outcome::Told, _) => "told",
        (Outcome::Open, _) => "open",
    };
    let base = match decision.majority.base {
        Base::All => "all",
        Base::Present => "present",
        Base::Cast => "cast",
    };
    sentence(
        &words.results,
        name,
        &[
            ("how", how.and_then(|how| words.methods.get(how)).cloned().unwrap_or_default()),
            ("verb", draws(matter).map_or(String::new(), |draws| draws.verb.clone())),
            ("yes", all.yes.to_string()),
            ("no", all.no.to_string()),
            ("abstain", all.abstain.to_string()),
            ("parts", parts(decision)),
            ("base", decision.base.to_string()),
            ("base_label", words.bases.get(base).cloned().unwrap_or_default()),
            ("label", decision.majority.share.label()),
            ("needed", decision.needed.to_string()),
            ("unit", unit.counter().to_owned()),
        ],
    )
}

/// 出席者50、委任状334、書面12: the votes in favour by the way they were given.
fn parts(decision: &Decision) -> String {
    let ways = ["present", "proxies", "written", "electronic"].into_iter().zip(decision.tally.ways());
    let told = ways.filter(|(_, split)| split.sum() > 0);
    let one = |(way, split): (&str, super::Split)| sentence(&words().parts, way, &[("n", split.yes.to_string())]);
    told.map(one).collect::<Vec<_>>().join("、")
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
