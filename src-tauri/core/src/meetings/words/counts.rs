//! 資格報告 and 結果 in words.

use super::{draws, sentence, words};
use crate::meetings::{Attendance, Base, Decision, Matter, Method, Outcome, Quorum, Rules, Split, Standing, VoteUnit};

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
    let one = |(way, split): (&str, Split)| sentence(&words().parts, way, &[("n", split.yes.to_string())]);
    told.map(one).collect::<Vec<_>>().join("、")
}
