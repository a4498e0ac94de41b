//! 資格報告 and 結果 in words: the sentences are data (`assets/words/meetings.toml`), this fills their places.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{Attendance, Base, Decision, Matter, Method, Outcome, Quorum, Rules, Standing};
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
    /// Forms of the profile.
    pub forms: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Whose {
    This,
    Last,
    None,
}

type Sentences = BTreeMap<String, String>;

#[derive(Debug, Default, Deserialize)]
struct Words {
    slip_choice: String,
    ways: Sentences,
    quorum: Sentences,
    methods: Sentences,
    bases: Sentences,
    results: Sentences,
    parts: Sentences,
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

/// What a matter draws.
pub fn draws(matter: Matter) -> Option<&'static Draws> {
    words().matters.iter().find(|one| one.matter == matter)
}

impl Draws {
    /// 令和7年度　収支決算, as an item of a meeting in that year is first called.
    pub fn title(&self, year: crate::FiscalYear) -> String {
        let year = match self.year {
            Whose::This => Some(year),
            Whose::Last => Some(year.previous()),
            Whose::None => None,
        };
        year.map_or_else(|| self.title.clone(), |year| format!("{}　{}", year.label(), self.title))
    }
}

/// 資格報告: what is read out. Numbers of 0 are left out, but for those who came themselves.
pub fn quorum_sentence(meeting: &str, attendance: &Attendance, quorum: Quorum, rules: &Rules) -> String {
    let words = words();
    let unit = rules.unit.counter();
    if attendance.total == 0 {
        return sentence(&words.quorum, "nobody", &[("meeting", meeting.to_owned())]);
    }
    let told = |does_count: bool| {
        let ways = attendance.ways(rules).into_iter();
        let told = ways.filter(|(way, number, counts)| {
            *counts == does_count && (*number > 0 || (does_count && *way == Standing::Present))
        });
        let one = |(way, number, _): (Standing, i64, bool)| {
            sentence(&words.ways, way.word(), &[("n", number.to_string()), ("unit", unit.to_owned())])
        };
        told.map(one).collect::<Vec<_>>().join("、")
    };
    let aside = told(false);
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
            ("ways", told(true)),
            ("counted", quorum.counted.to_string()),
            ("label", rules.quorum.label()),
            ("needed", quorum.needed.to_string()),
            ("missing", (quorum.needed - quorum.counted).to_string()),
            ("unit", unit.to_owned()),
            ("aside", aside),
        ],
    )
}

/// 結果 of an item, as the minutes say it.
pub fn result_sentence(decision: &Decision, method: Option<Method>, matter: Matter) -> String {
    let words = words();
    let all = decision.tally.all();
    let is_unanimous = all.no == 0 && all.abstain == 0;
    let name = match (decision.outcome, decision.by_chair) {
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
            ("how", method.and_then(|method| words.methods.get(method.word())).cloned().unwrap_or_default()),
            ("verb", draws(matter).map_or(String::new(), |draws| draws.verb.clone())),
            ("yes", all.yes.to_string()),
            ("no", all.no.to_string()),
            ("abstain", all.abstain.to_string()),
            ("parts", parts(decision)),
            ("base", decision.base.to_string()),
            ("base_label", words.bases.get(base).cloned().unwrap_or_default()),
            ("label", decision.majority.share.label()),
            ("needed", decision.needed.to_string()),
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

    #[test]
    fn every_matter_has_its_words() {
        assert_eq!(words().matters.len(), 12, "a slip in the TOML would leave them empty");
        let year = crate::FiscalYear(2026);
        assert_eq!(draws(Matter::Settlement).unwrap().title(year), "令和7年度　収支決算");
        assert_eq!(draws(Matter::Budget).unwrap().title(year), "令和8年度　収支予算（案）");
    }
}
